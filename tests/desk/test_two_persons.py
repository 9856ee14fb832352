"""Nobody publishes what only they have read, by whatever way."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from claims.models import ClaimIndexPage, ClaimPage
from sources import approval
from sources.gates import PublicationRefused
from sources.models import Approval, Source
from tests import make

pytestmark = pytest.mark.django_db


def draft(author, **fields):
    """A claim nobody but its author has seen."""
    with approval.vouched_for("what was there before", has_desk=False):
        make.home()
        claim = make.unsaved_claim(**fields)
    claim.live = False
    ClaimIndexPage.objects.get().add_child(instance=claim)
    claim.save_revision(user=author)
    return claim


def changed(claim, by, **fields):
    """A new draft of a claim."""
    newer = ClaimPage.objects.get(pk=claim.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(newer, name, value)
    return newer.save_revision(user=by)


def public(author, reader, **fields):
    """A claim that went the right way."""
    claim = draft(author, **fields)
    approval.approve(claim, reader)
    claim.get_latest_revision().publish(user=reader, skip_permission_checks=True)
    return ClaimPage.objects.get(pk=claim.pk)


@pytest.fixture
def claim(home, rule, people):
    return draft(people[0])


def is_live(claim):
    return ClaimPage.objects.get(pk=claim.pk).live


# Ways around


def publish_its_revision(claim, user):
    ClaimPage.objects.get(pk=claim.pk).get_latest_revision().publish(user=user, skip_permission_checks=True)


def publish_by_wagtails_action(claim, user):
    PublishPageRevisionAction(claim.get_latest_revision(), user=user).execute(skip_permission_checks=True)


def save_it_as_live(claim, user):
    page = ClaimPage.objects.get(pk=claim.pk)
    page.live = True
    page.save()


def copy_it_live(claim, user):
    claim.copy(update_attrs={"slug": "a-copy", "live": True}, user=user)


def schedule_it(claim, user):
    claim.go_live_at = timezone.now() + datetime.timedelta(days=1)
    claim.save_revision(user=user).publish(user=user, skip_permission_checks=True)


@pytest.mark.parametrize("way", [publish_its_revision, publish_by_wagtails_action, save_it_as_live, copy_it_live, schedule_it])
@pytest.mark.parametrize("who", ["author", "superuser", "nobody"])
def test_no_script_publishes_what_nobody_else_approved(claim, people, person, way, who):
    user = {"author": people[0], "superuser": person("root"), "nobody": None}[who]
    with pytest.raises(PublicationRefused, match="one person who did not write it must have approved"):
        way(claim, user)
    assert not ClaimPage.objects.filter(live=True).exists()


def test_a_date_that_was_set_behind_its_back_publishes_nothing(claim):
    revision = claim.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(hours=1)
    revision.save()
    with pytest.raises(PublicationRefused):
        call_command("publish_scheduled")
    assert not is_live(claim)


@pytest.mark.parametrize("who", ["alice", "root"])
def test_the_admin_refuses_by_name(claim, person, client, who):
    client.force_login(person(who))
    answer = client.post(f"/admin/bulk/wagtailcore/page/publish/?id={claim.pk}", follow=True)
    assert who == "alice" or "must have approved this version" in answer.text
    form = client.get(f"/admin/pages/{claim.pk}/edit/").text
    assert 'name="action-publish"' not in form
    assert not is_live(claim)


def test_an_import_names_readers_who_exist(claim):
    with pytest.raises(CommandError, match="nobody at the desk is called “zoe”"):
        call_command("load_edition", "china-social-credit", approved_by=["zoe"])


# The right way


def test_who_wrote_may_not_approve_superusers_included(claim, people, person):
    root = person("root")
    changed(claim, root, statement="Root says it is so.")
    for author in (people[0], root):
        with pytest.raises(approval.ApprovalRefused, match="wrote part of it"):
            approval.approve(claim, author)
    assert not Approval.objects.exists()


def test_saving_without_a_change_makes_nobody_an_author(claim, people):
    changed(claim, people[1])
    assert approval.approve(claim, people[1]).missing == 0


def test_one_other_is_enough_for_a_new_claim(claim, people):
    approval.approve(claim, people[1])
    publish_its_revision(claim, people[0])
    assert is_live(claim)
    assert Approval.objects.get().by == people[1]


def test_a_word_more_and_the_approval_is_gone(claim, people):
    approval.approve(claim, people[1])
    changed(claim, people[0], statement="It is said that it is quite so.")
    with pytest.raises(PublicationRefused, match="Nobody has so far"):
        publish_its_revision(claim, people[0])


def test_another_day_of_publication_needs_no_new_approval(claim, people):
    approval.approve(claim, people[1])
    schedule_it(ClaimPage.objects.get(pk=claim.pk), people[0])
    assert ClaimPage.objects.get(pk=claim.pk).get_latest_revision().approved_go_live_at
    assert not is_live(claim)


def test_to_go_back_to_an_old_version_needs_a_reader_again(home, rule, people):
    alice, bob, _ = people
    claim = public(alice, bob)
    first = claim.live_revision
    changed(claim, alice, statement="It is said that it is more so.")
    approval.approve(claim, bob)
    publish_its_revision(claim, bob)
    back = first.as_object().save_revision(user=alice)
    with pytest.raises(PublicationRefused, match="Nobody has so far"):
        back.publish(user=alice, skip_permission_checks=True)


NEED_TWO = {
    "a change of verdict": (
        {"verdicts": [make.verdict(), make.verdict("mixed", datetime.date(2026, 1, 20), kind="update")]},
        "because its verdict changes",
    ),
    "a withdrawal": ({"withdrawn_on": make.DAY, "withdrawn_reason": "We were wrong."}, "because it is withdrawn"),
    "a private person": (
        {"private_person": True, "private_person_reason": "They spoke in public."},
        "because it names a private person",
    ),
}


@pytest.mark.parametrize(("change", "why"), NEED_TWO.values(), ids=NEED_TWO)
def test_some_things_need_two_others(home, rule, people, person, change, why):
    alice, bob, carol = people
    claim = public(alice, bob)
    changed(claim, alice, **change)
    assert approval.approve(claim, bob).missing == 1
    assert approval.approve(claim, bob).missing == 1, "the same person twice is one"
    with pytest.raises(PublicationRefused, match=f"two persons who did not write it .*{why}.*bob"):
        publish_its_revision(claim, bob)
    assert approval.approve(claim, carol).missing == 0
    publish_its_revision(claim, carol)
    assert not ClaimPage.objects.get(pk=claim.pk).has_unpublished_changes


def test_one_person_takes_a_page_down(home, rule, people, person):
    claim = public(people[0], people[1])
    claim.unpublish(user=person("dave", "Publishers"))
    assert not is_live(claim)
    with pytest.raises(PublicationRefused, match="must have approved"):
        publish_its_revision(claim, people[0])


def test_records_meet_the_same_rule(rule, people):
    source = _draft_source(people[0])
    with pytest.raises(PublicationRefused, match="Source “A notice”"):
        source.get_latest_revision().publish()
    approval.approve(source, people[1])
    source.get_latest_revision().publish()
    assert Source.objects.get(pk=source.pk).live


def _draft_source(author):
    source = Source(
        title="A notice",
        language="en",
        publisher=make.publisher(),
        tier="primary",
        kind="notice",
        reading="full",
        url="https://example.org/notice",
        live=False,
    )
    source.save()
    source.save_revision(user=author)
    return source


def test_draft_sources_are_approved_and_published_with_the_claim_that_cites_them(home, rule, people):
    source = _draft_source(people[0])
    claim = draft(people[0], evidence=[make.evidence(source_=source)], appearances=[make.appearance(source_=source)])
    assert claim.draft_problems() == []
    approval.approve(claim, people[1])
    publish_its_revision(claim, people[1])
    assert Source.objects.get(pk=source.pk).live


def test_who_entered_the_source_cannot_approve_the_claim_on_it(home, rule, people):
    source = _draft_source(people[1])
    claim = draft(people[0], evidence=[make.evidence(source_=source)], appearances=[make.appearance(source_=source)])
    with pytest.raises(approval.ApprovalRefused, match="Source “A notice”: bob wrote part of it"):
        approval.approve(claim, people[1])
    approval.approve(claim, people[2])


def test_a_desk_of_one_turns_the_rule_off(home, people, settings):
    settings.TWO_PERSON_RULE = False
    claim = draft(people[0])
    publish_its_revision(claim, people[0])
    assert is_live(claim)
