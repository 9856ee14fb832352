"""load → dump → load is a fixed point, byte for byte."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.models import ClaimPage
from explainer.editions.load import load
from explainer.editions.read import HERE, names, read
from explainer.editions.write import dump
from tests import make
from tests.editions.data import write

pytestmark = pytest.mark.django_db


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_small_edition_comes_back_byte_for_byte(tmp_path):
    folder = write(tmp_path / "small")
    load(read(str(folder)))
    dump(tmp_path / "out")
    assert files(tmp_path / "out") == files(folder)


@pytest.mark.parametrize("name", names())
def test_a_shipped_edition_comes_back_byte_for_byte(tmp_path, name):
    load(read(name))
    dump(tmp_path / "out")
    assert files(tmp_path / "out") == files(HERE / name)
    report = load(read(str(tmp_path / "out")))
    assert (report.added, report.changed, report.left_alone) == ([], [], {})


def test_a_file_written_another_way_means_the_same(tmp_path):
    text = """---
{title: It is so, statement: "It is so everywhere, they say.", layers: [plans], mixups: [plan-with-practice],
 place: The country, period: 2014/.., looked_for: "Looked for in the gazette, and not found.",
 waivers: [{gate: origins, reason: There is only one plan., given_by: A. Reader, seconded_by: B. Reader, date: 2026-01-02}],
 variants: [{key: all-of-it, wording: All of it is so, answer: "None of it is.[^plan]"}],
 last_checked: 2026-01-02, next_review: 2027-01-02,
 verdicts: [{verdict: false, date: 2026-01-02, reason: The plan says no such thing., reviewer: Desk}],
 appearances: [{source: story, said_by: The Gazette, said_on: 2015, first_known: yes, says: Says that it is so.}],
 evidence: [{key: plan, stance: contradicts, source: plan, locator: art. 2, says: Names no score., quotation: 信用,
   translation: credit, anchor: {start: the plan names, end: no score}}]}
---
## What is documented
### In 2014
A plan.[^plan]
* one
* two
## Short answer
No.[^plan]
It is __not__ so,
*really*.
## Where sources disagree
The story says more.[^plan]
## This would change if
A document is found; see [the story](/sources/story/) and [this](/claims/it-is-so/).
"""
    load(read(str(write(tmp_path / "small"))))
    report = load(read(str(write(tmp_path / "other", **{"claims/it-is-so.md": text}))))
    assert (report.changed, report.left_alone) == ([], {})


def test_what_an_editor_writes_is_dumped_and_loads_again(tmp_path, django_db_blocker):
    load(read(str(write(tmp_path / "small"))))
    claim = ClaimPage.objects.get()
    claim.documented = f'<p>A <i>page</i> <a linktype="page" id="{claim.pk}">link</a> &amp; 1. so_called * stars.</p>'
    claim.evidence = [*claim.evidence.all(), make.evidence("story", make.source(slug="new"))]
    claim.save_revision().publish()
    dump(tmp_path / "out")
    assert "A _page_ [link](claim:it-is-so) & 1. so\\_called \\* stars." in (tmp_path / "out/claims/it-is-so.md").read_text()
    assert load(read(str(tmp_path / "out"))).changed == []


def test_drafts_are_left_out_by_name(tmp_path):
    load(read(str(write(tmp_path / "small"))))
    ClaimPage.objects.get().unpublish()
    _, left_out = dump(tmp_path / "out")
    assert left_out == ["claim it-is-so: never published, or unpublished"]
    assert not (tmp_path / "out/claims").exists()


def test_a_dump_goes_to_a_new_folder_only(tmp_path):
    load(read(str(write(tmp_path / "small"))))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "precious.txt").write_text("mine")
    with pytest.raises(CommandError, match="not an empty folder"):
        call_command("dump_edition", "small", str(tmp_path / "out"), stdout=StringIO())
    assert files(tmp_path / "out") == {"precious.txt": b"mine"}


def test_a_dump_names_the_edition_it_writes(tmp_path):
    with pytest.raises(CommandError, match="holds no edition yet"):
        call_command("dump_edition", "small", str(tmp_path / "out"))
    load(read(str(write(tmp_path / "small"))))
    with pytest.raises(CommandError, match="holds the edition “small”, not “large”"):
        call_command("dump_edition", "large", str(tmp_path / "out"))


def test_a_dump_that_fails_leaves_nothing(tmp_path):
    load(read(str(write(tmp_path / "small"))))
    ClaimPage.objects.update(documented="<table><tr><td>x</td></tr></table>")
    with pytest.raises(CommandError, match="claim it-is-so: <table> cannot be written"):
        call_command("dump_edition", "small", str(tmp_path / "out"), stdout=StringIO())
    assert not (tmp_path / "out").exists()
