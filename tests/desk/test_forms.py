"""What an editor meets at the form: the list of what is missing, and the other editor."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail.test.utils.form_data import querydict_from_html

from claims.models import ClaimIndexPage, ClaimPage
from sources import approval
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(home, person):
    with approval.vouched_for("what was there before", has_desk=False):
        claim = make.unsaved_claim(short_answer="", waivers=[])
    claim.live = False
    ClaimIndexPage.objects.get().add_child(instance=claim)
    claim.save_revision(user=person("alice", "Editors"))
    return claim


def edit(claim):
    return reverse("wagtailadmin_pages:edit", args=[claim.pk])


def test_the_list_beside_the_form_is_that_of_the_gate(draft, rule, person, client):
    client.force_login(person("alice"))
    html = client.get(edit(draft)).text
    for reason in ("the short answer is missing", "two that are independent", "it cites no primary source"):
        assert reason in html, reason
    assert "One person who did not write it must approve it" in html
    assert 'data-field="short_answer"' in html


def test_the_list_can_be_asked_for_alone_by_those_who_edit(draft, person, client):
    client.force_login(person("alice"))
    address = client.get(edit(draft)).text.split('data-checklist="')[1].split('"')[0]
    assert "the short answer is missing" in client.get(address).text
    client.force_login(person("sam", "Data stewards"))
    assert client.get(address).status_code in (302, 403)


def form_of(client, claim):
    return querydict_from_html(client.get(edit(claim)).text, form_id="page-edit-form")


def test_a_later_save_shows_the_difference_and_overwrites_nothing(draft, person, client):
    alice, bob = person("alice"), person("bob", "Editors")
    client.force_login(alice)
    mine = form_of(client, draft)
    newer = ClaimPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    newer.statement = "Bob says that it is so."
    newer.save_revision(user=bob)
    mine["statement"] = "Alice says that it is so."
    answer = client.post(edit(draft), mine)
    assert answer.status_code == 409
    assert "<b>bob</b> saved a newer version" in answer.text
    assert "Alice says" in answer.text
    assert ClaimPage.objects.get(pk=draft.pk).get_latest_revision_as_object().statement == "Bob says that it is so."

    again = querydict_from_html(answer.text, form_id="conflict")
    assert again["statement"] == "Alice says that it is so."
    client.post(edit(draft), again)
    found = ClaimPage.objects.get(pk=draft.pk)
    assert found.get_latest_revision_as_object().statement == "Alice says that it is so."
    assert found.revisions.filter(user=bob).exists()


def test_what_their_own_autosave_stored_a_moment_ago_is_no_conflict(draft, person, client):
    alice, bob = person("alice"), person("bob", "Editors")
    client.force_login(alice)
    mine = form_of(client, draft)
    typed = ClaimPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    typed.statement = "Half a sen"
    typed.save_revision(user=alice)
    mine["statement"] = "Half a sentence and the rest."
    assert client.post(edit(draft), mine).status_code == 302

    mine = form_of(client, draft)
    for user in (bob, alice):
        typed = ClaimPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
        typed.statement = f"{user} was here."
        typed.save_revision(user=user)
    assert client.post(edit(draft), mine).status_code == 409


def test_an_old_form_of_their_own_is_one(draft, person, client):
    client.force_login(person("alice"))
    draft.revisions.update(created_at=timezone.now() - datetime.timedelta(minutes=9))
    mine = form_of(client, draft)
    newer = ClaimPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    newer.statement = "From another window."
    revision = newer.save_revision(user=person("alice"))
    Revision.objects.filter(pk=revision.pk).update(created_at=timezone.now() - datetime.timedelta(minutes=5))
    assert client.post(edit(draft), mine).status_code == 409


def test_a_save_of_the_newest_version_goes_through(draft, person, client):
    client.force_login(person("alice"))
    mine = form_of(client, draft)
    mine["statement"] = "It is said once more."
    assert client.post(edit(draft), mine).status_code == 302
