"""Sentences of stored copies that may tell a claim are offered; a person decides."""

import pytest
from django_tasks_db.models import DBTaskResult

from claims.models import ClaimPage, Decision, Suggestion
from claims.suggesting.bearing import candidates
from claims.suggesting.reading import read
from claims.tasks import read_capture
from explainer.desk.reports.suggestions import Suggestions
from sources.models import Capture
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "A report of the day.\n\nPigeons carry the credit scores of all citizens from town to town.\n\nThe weather stays fine."


@pytest.fixture
def claim(home):
    make.claim(title="Camels keep the tax rolls", statement="Camels keep the tax rolls of the desert towns.")
    return make.claim(
        title="Pigeons carry credit scores", statement="Pigeons carry the credit scores of all citizens from town to town."
    )


@pytest.fixture
def capture(claim):
    return Capture.objects.create(source=make.source("report", title="A report"), text=TEXT, origin="by hand")


@pytest.fixture
def suggestion(capture):
    read(capture)
    return Suggestion.objects.get()


def test_a_new_copy_is_read_in_the_background(claim, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = Capture.objects.create(source=make.source(), text=TEXT, origin="by hand")
        made.save()
    waiting = DBTaskResult.objects.filter(task_path=read_capture.module_path)
    assert [row.args_kwargs["args"] for row in waiting] == [[made.pk]]
    assert read_capture.func(made.pk) == 1
    assert read_capture.func(10**6) == 0


def test_only_the_sentence_that_tells_the_claim_is_offered(suggestion, claim):
    assert (suggestion.claim, suggestion.stance) == (claim, "repeats")
    assert suggestion.sentence == TEXT.split("\n\n")[1]


def test_added_it_is_a_row_of_a_draft_and_nothing_is_public(suggestion, claim, client, admin_client_of):
    desk = admin_client_of("editor")
    answer = desk.post(f"/admin/desk/suggestion/{suggestion.pk}/", {"do": "add"}, follow=True)
    assert "new appearance in the draft" in answer.text
    claim.refresh_from_db()
    row = claim.get_latest_revision_as_object().appearances.last()
    assert (row.source, row.anchor_start[:13], row.locator) == (suggestion.capture.source, "Pigeons carry", "paragraph 2")
    assert claim.appearances.count() == 1
    assert claim.latest_revision.user == desk.user
    desk.post(f"/admin/desk/suggestion/{suggestion.pk}/", {"do": "add"})
    assert len(ClaimPage.objects.get(pk=claim.pk).get_latest_revision_as_object().appearances.all()) == 2


def test_put_aside_it_stays_aside_when_the_copy_is_read_again(suggestion, capture, admin_client_of):
    desk = admin_client_of("editor")
    desk.post(f"/admin/desk/suggestion/{suggestion.pk}/", {"do": "aside"})
    assert read(capture) == 0
    suggestion.refresh_from_db()
    assert (suggestion.decision, suggestion.decided_by) == (Decision.DISMISSED, desk.user)
    assert Suggestions.number(desk.user, decision="open") == 0
    desk.post(f"/admin/desk/suggestion/{suggestion.pk}/", {"do": "open"})
    assert Suggestions.number(desk.user, decision="open") == 1


def test_reading_twice_changes_nothing(suggestion, capture):
    read(capture)
    assert Suggestion.objects.count() == 1


def test_a_locked_claim_takes_nothing(suggestion, claim, admin_client_of):
    desk = admin_client_of("editor")
    ClaimPage.objects.filter(pk=claim.pk).update(locked=True)
    answer = desk.post(f"/admin/desk/suggestion/{suggestion.pk}/", {"do": "add"}, follow=True)
    assert "is locked" in answer.text
    assert Suggestion.objects.get().decision == Decision.OPEN


def test_who_may_not_change_the_claim_decides_nothing(suggestion, admin_client_of):
    desk = admin_client_of("steward")
    desk.post(f"/admin/desk/suggestion/{suggestion.pk}/", {"do": "add"})
    assert Suggestion.objects.get().decision == Decision.OPEN


def test_a_claim_shows_what_may_bear_on_it(suggestion, claim, capture, admin_client_of):
    make.source("title", title="Pigeons and credit scores")
    assert [one.source.title for one in candidates(claim)] == ["A report", "Pigeons and credit scores"]
    text = admin_client_of("editor").get(f"/admin/desk/bearing/{claim.pk}/").text
    assert "Pigeons and credit scores" in text
    assert TEXT.split("\n\n")[1] in text
    claim.evidence.add(make.evidence("other", capture.source))
    assert "A report" not in [one.source.title for one in candidates(claim)]
