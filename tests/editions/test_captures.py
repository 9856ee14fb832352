import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.editions.data import with_change, write

TEXT = "Intro.\nThe plan names a list, and\nno score. The plan also names dates.\n"
PLACEHOLDER = "79ff1d6c25ddba4a8154bd5e4d6ee3ac45a9b3b7dbb87eb77c8a85c0e0b9f2a0"


@pytest.fixture
def check(tmp_path):
    """Runs check_edition on the small edition, with ``text`` as the stored copy of the plan."""

    def run(text=TEXT, claim=None, folder_exists=True):
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        changed = with_change("sources/plan.yaml", PLACEHOLDER, digest) | (claim or {})
        edition = write(tmp_path / "small", **changed)
        captures = tmp_path / "captures"
        if folder_exists:
            captures.mkdir()
            if text is not None:
                (captures / "plan.txt").write_text(text)
        out = StringIO()
        call_command("check_edition", str(edition), "--captures", str(captures), stdout=out)
        return out.getvalue()

    return run


def test_an_anchor_that_finds_one_passage_passes(check):
    assert "1 anchors find exactly one passage." in check()


def test_an_anchor_that_finds_nothing_is_named(check):
    claim = with_change("claims/it-is-so.md", "end: no score", "end: no number")
    with pytest.raises(CommandError, match=r"claims/it-is-so.md:\d+: evidence\[1\].anchor: The anchor finds no passage"):
        check(claim=claim)


def test_an_anchor_that_finds_two_passages_is_named(check):
    claim = with_change("claims/it-is-so.md", "start: the plan names\n      end: no score", "start: the plan")
    with pytest.raises(CommandError, match="finds 2 passages, not one"):
        check(claim=claim)


def test_a_copy_that_is_not_the_one_named_is_no_proof(check):
    with pytest.raises(
        CommandError, match=r"sources/plan.yaml:\d+: captures\[1\].sha256: The file plan.txt is not the one named"
    ):
        check(text=TEXT + "tampered")


def test_a_copy_that_is_elsewhere_is_not_passed_in_silence(check):
    said = check(text=None)
    assert "0 anchors find" in said
    assert "does not hold it: plan.txt" in said


def test_a_folder_that_is_not_there_is_an_error(check):
    with pytest.raises(CommandError, match="no such folder of captures"):
        check(folder_exists=False)
