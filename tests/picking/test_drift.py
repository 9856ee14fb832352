"""A copy changes, and passages are no longer where they were."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from explainer.desk.reports.anchors import DriftedAnchors
from sources.drift import recheck
from sources.gates import PublicationRefused
from sources.models import Capture
from sources.tasks import recheck_anchors
from tests import make
from tests.picking.conftest import TEXT, cited

pytestmark = pytest.mark.django_db
CHANGED = TEXT.replace("No pigeon carries a score", "No pigeon ever carries any score")


def newer(source, text):
    return Capture.objects.create(source=source, text=text, origin="by hand")


@pytest.fixture
def claim(capture, home):
    return make.claim(title="Pigeons score", evidence=[cited(capture.source)])


def test_a_changed_copy_is_looked_at_in_the_background(capture, claim, django_capture_on_commit_callbacks):
    DBTaskResult.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        newer(capture.source, CHANGED)
        capture.save()
    waiting = DBTaskResult.objects.filter(task_path=recheck_anchors.module_path)
    assert [row.args_kwargs["args"] for row in waiting] == [[capture.source_id]]


def test_drift_is_reported_with_the_likeliest_place_and_goes_when_it_is_repaired(capture, claim, admin_client_of):
    assert recheck(capture.source) == []
    newer(capture.source, CHANGED)
    (drift,) = recheck(capture.source)
    assert drift.nearest["words"].startswith("No pigeon ever carries")
    client = admin_client_of("editor")
    text = client.get(DriftedAnchors.address()).text
    assert "Pigeons score" in text
    assert "Passage not found" in text
    assert "No pigeon ever carries" in text
    since = DriftedAnchors.rows(client.user)[0].check.broken_since
    recheck(capture.source)
    assert DriftedAnchors.rows(client.user)[0].check.broken_since == since
    claim.evidence.update(anchor_start="No pigeon ever")
    recheck(capture.source)
    assert DriftedAnchors.rows(client.user) == []


def test_a_citation_that_is_gone_is_no_drift(capture, claim, admin_client_of):
    newer(capture.source, "Nothing of it.")
    recheck(capture.source)
    claim.evidence.all().delete()
    assert DriftedAnchors.rows(None) == []
    recheck(capture.source)
    assert not capture.source.anchor_checks.exists()


def test_the_command_names_each_broken_anchor(capture, claim, capsys):
    newer(capture.source, CHANGED)
    call_command("check_anchors")
    out = capsys.readouterr().out
    assert "notice: “No pigeon carries” of Pigeons score finds no passage. Nearest: “No pigeon ever" in out
    assert "1 anchors checked in 1 sources with a stored text; 1 broken." in out


@pytest.mark.parametrize(
    ("text", "reason"),
    [("Nothing of it.", "its passage is not found in the stored copy of “The notice”"), (TEXT * 2, "finds 2 passages, not one")],
)
def test_a_claim_is_not_published_on_a_passage_that_its_copy_does_not_hold(capture, claim, text, reason):
    newer(capture.source, text)
    with pytest.raises(PublicationRefused, match=f"evidence 1: .*{reason}"):
        claim.save_revision().publish()
    draft = claim.get_latest_revision_as_object()
    draft.waivers.add(make.waiver("anchor"))
    draft.save_revision().publish()
    claim.refresh_from_db()
    assert "anchor" in {row.gate for row in claim.waivers.all()}


def test_where_no_text_is_stored_there_is_nothing_to_say(home):
    source = make.source()
    Capture.objects.create(source=source, sha256="0" * 64, origin="kept elsewhere")
    assert make.claim(evidence=[cited(source)]).live
