"""A load is idempotent, whole or nothing, and never over an editor's work."""

import datetime
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.models import ClaimPage, Layer
from explainer.actors.models import ActorMap
from explainer.catalogs.models import CatalogPage
from explainer.editions.load import load
from explainer.editions.models import LoadedRecord
from explainer.editions.problems import EditionError
from explainer.editions.read import read
from explainer.models import HomePage
from explainer.timeline.models import Event
from sources.models import Capture, Publisher, Source
from tests.editions.data import FILES, with_change, write

pytestmark = pytest.mark.django_db
CLAIM, STORY = "claims/it-is-so.md", "sources/story.yaml"


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "small")


def load_folder(folder, **options):
    return load(read(str(folder)), **options)


def edit(model, slug, **fields):
    """What an editor does in the admin: change, save a revision, publish."""
    record = model.objects.get(slug=slug)
    for name, value in fields.items():
        setattr(record, name, value)
    record.save_revision().publish()


def test_everything_is_there_and_public(folder, client):
    report = load_folder(folder)
    assert len(report.added) == 23
    claim = ClaimPage.objects.get(slug="it-is-so")
    assert (claim.live, claim.verdict, claim.evidence.get().anchor_start) == (True, "false", "the plan names")
    assert claim.has_unpublished_changes is False
    source = Source.objects.get(slug="plan")
    assert (source.document_number, source.authors, source.links.get().label) == ("国发〔2014〕21号", "Family, Given", "English")
    assert Source.objects.get(slug="story").derivations.get().origin == source
    entry = CatalogPage.objects.get().entries.get()
    assert (entry.low, entry.high, entry.citations.get().source) == (-50, -10, source)
    assert Event.objects.get().date_earliest == Event.objects.get().date_latest == datetime.date(2014, 6, 14)
    assert ActorMap.objects.get().layout["edges"].keys() == {"gazette-reported-on-council"}
    rooms = (
        "/timeline/",
        "/timeline/2014/",
        "/glossary/plan-word/",
        "/systems/town-points/",
        "/explainers/what-it-is/",
        "/timeline/plan-adopted/",
        "/actors/",
        "/actors/council/",
        "/catalogs/",
        "/catalogs/town/",
    )
    for address in ("/", "/claims/it-is-so/", "/sources/plan/", "/method/", *rooms):
        assert client.get(address).status_code == 200, address
    assert "Small site" in client.get("/").text


def test_a_second_load_changes_nothing(folder):
    load_folder(folder)
    revisions = ClaimPage.objects.get().revisions.count()
    report = load_folder(folder)
    assert (report.added, report.changed, report.left_alone) == ([], [], {})
    assert ClaimPage.objects.get().revisions.count() == revisions


def test_a_change_in_a_file_is_loaded_and_nothing_else(folder):
    load_folder(folder)
    write(folder, **with_change(STORY, "title: The story", "title: The new story"))
    report = load_folder(folder)
    assert report.changed == ["source story"]
    assert Source.objects.get(slug="story").title == "The new story"


def test_what_an_editor_changed_is_left_alone_and_shown(folder):
    load_folder(folder)
    edit(ClaimPage, "it-is-so", title="An editor's title")
    report = load_folder(folder)
    assert list(report.left_alone) == ["claim it-is-so"]
    assert "-title: An editor's title" in report.left_alone["claim it-is-so"]
    assert "+title: It is so" in report.left_alone["claim it-is-so"]
    assert ClaimPage.objects.get().title == "An editor's title"


def test_it_stays_left_alone_when_the_file_changes_too(folder):
    load_folder(folder)
    edit(Source, "story", title="An editor's story")
    write(folder, **with_change(STORY, "title: The story", "title: The file's story"))
    assert list(load_folder(folder).left_alone) == ["source story"]
    assert list(load_folder(folder).left_alone) == ["source story"]
    assert Source.objects.get(slug="story").title == "An editor's story"


def test_unpublished_work_of_an_editor_is_left_alone(folder):
    load_folder(folder)
    claim = ClaimPage.objects.get()
    claim.title = "A draft title"
    claim.save_revision()
    write(folder, **with_change(CLAIM, "title: It is so", "title: It is so indeed"))
    assert list(load_folder(folder).left_alone) == ["claim it-is-so"]
    assert ClaimPage.objects.get().get_latest_revision_as_object().title == "A draft title"


def test_what_an_editor_took_down_stays_down(folder):
    load_folder(folder)
    ClaimPage.objects.get().unpublish()
    assert list(load_folder(folder).left_alone) == ["claim it-is-so"]
    assert ClaimPage.objects.get().live is False


def test_what_no_file_can_hold_is_left_alone_too(folder):
    load_folder(folder)
    edit(ClaimPage, "it-is-so", documented="<p>A table:</p><table><tr><td>1</td></tr></table>")
    assert "cannot be written as a file: <table>" in load_folder(folder).left_alone["claim it-is-so"]


def test_overwriting_is_explicit(folder):
    load_folder(folder)
    edit(ClaimPage, "it-is-so", title="An editor's title")
    assert load_folder(folder, overwrite=True).changed == ["claim it-is-so"]
    assert ClaimPage.objects.get().title == "It is so"
    assert load_folder(folder).left_alone == {}


def test_a_record_that_was_there_before_is_adopted_if_equal_and_left_alone_if_not(folder):
    Publisher.objects.create(slug="gazette", name="The Gazette", kind="news")
    Publisher.objects.create(slug="council", name="Another council", kind="court")
    report = load_folder(folder)
    assert "publisher gazette" in report.unchanged
    assert list(report.left_alone) == ["publisher council"]


def test_a_record_gone_from_the_files_is_kept_and_named(folder):
    load_folder(folder)
    (folder / "pages/method.md").unlink()
    write(folder, **with_change("edition.yaml", " See [the method](page:method).", ""), **{"pages/method.md": None})
    assert load_folder(folder).kept == ["page method"]


def test_a_dry_run_says_the_same_and_writes_nothing(folder):
    report = load_folder(folder, dry_run=True)
    assert len(report.added) == 23
    assert not Publisher.objects.exists()
    assert not HomePage.objects.exists()
    assert not LoadedRecord.objects.exists()


def test_a_refusal_by_the_database_side_leaves_nothing_half_loaded(folder, monkeypatch):
    """An error that only shows while loading: the tenth record fails, the nine before it vanish."""
    from django.core.exceptions import ValidationError

    from explainer.editions.kinds import KINDS

    def refuse(instance, is_new):
        raise ValidationError("Refused at the last moment.")

    monkeypatch.setattr(KINDS["claim"], "save", refuse)
    with pytest.raises(EditionError, match=r"claims/it-is-so.md:\d+: Refused at the last moment"):
        load_folder(folder)
    assert not Source.objects.exists()
    assert not Layer.objects.exists()


def test_a_page_keeps_its_template(folder):
    load_folder(folder)
    write(folder, **with_change("pages/method.md", "template: method", "template: text"))
    with pytest.raises(EditionError, match=r"pages/method.md:\d+: A page keeps its template"):
        load_folder(folder)


def test_captures_are_described_and_their_text_is_never_touched(folder):
    load_folder(folder)
    capture = Capture.objects.get()
    Capture.objects.update(text="kept by the desk")
    write(folder, **with_change("sources/plan.yaml", "origin: the page as found", "origin: the page, as found"))
    load_folder(folder)
    capture.refresh_from_db()
    assert (capture.text, capture.origin) == ("kept by the desk", "the page, as found")


def test_a_retired_source_and_its_successor(folder):
    retired = FILES[STORY] + "retired:\n  date: '2026-02-01'\n  reason: Withdrawn.\n  replaced_by: plan\n"
    write(folder, **{STORY: retired})
    load_folder(folder)
    story = Source.objects.get(slug="story")
    assert (str(story.retired_on), story.replaced_by.slug) == ("2026-02-01", "plan")
    assert load_folder(folder).changed == []


def test_an_address_a_person_found_dead_stays_dead_through_a_load(folder):
    dead = FILES[STORY] + "dead:\n- url: {url}\n  on: '2026-02-01'\n  why: The publisher closed.\n"
    url = re.search(r"^url: (\S+)$", FILES[STORY], re.M)[1]
    write(folder, **{STORY: dead.format(url=url)})
    load_folder(folder)
    link = Source.objects.get(slug="story").link_states.get()
    assert (link.url, link.state, link.judgement) == (url, "dead", "The publisher closed.")
    assert load_folder(folder).changed == []
    write(folder, **{STORY: dead.format(url="https://example.org/another")})
    with pytest.raises(EditionError, match="does not name this address"):
        load_folder(folder)


def test_the_command_reports_counts_and_names(folder):
    out = StringIO()
    call_command("load_edition", str(folder), dry_run=True, stdout=out)
    assert "add: claim it-is-so" in out.getvalue()
    assert "23 added, 0 changed, 0 as they were, 0 left alone" in out.getvalue()
    assert "nothing was written" in out.getvalue()


def test_loading_needs_a_name_that_exists():
    with pytest.raises(CommandError, match="There is no edition here"):
        call_command("load_edition", "no-such-edition")
