"""“Checked, nothing changed.”"""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageLogEntry

from claims.models import ClaimPage
from explainer.desk.reports.reviews import Reviews
from tests import make
from tests.desk.reports.conftest import draft_of

pytestmark = pytest.mark.django_db
NEXT = timezone.localdate() + datetime.timedelta(days=200)
NEXT_DAY = NEXT.isoformat()


def check(client, page, day=NEXT_DAY, back=""):
    return client.post(f"/admin/desk/checked/{page.pk}/", {"next_review": day, "back": back}, follow=True)


def test_one_click_moves_both_days_and_nothing_else(home, superuser, other):
    claim = make.claim()
    draft_of(claim, other, phrases="words of a draft")
    before = ClaimPage.objects.get(pk=claim.pk)
    check(superuser, claim)
    after = ClaimPage.objects.get(pk=claim.pk)
    assert (after.last_checked, after.next_review) == (timezone.localdate(), NEXT)
    for name in ("last_published_at", "latest_revision_created_at", "latest_revision_id", "live_revision_id", "phrases"):
        assert getattr(after, name) == getattr(before, name), name
    assert after.revisions.count() == before.revisions.count()
    draft = after.get_latest_revision_as_object()
    assert (draft.next_review, draft.phrases) == (NEXT, "words of a draft")
    entry = PageLogEntry.objects.get(action="claims.checked")
    assert (entry.user, entry.page_id, entry.content_changed) == (superuser.user, claim.pk, False)


def test_publishing_the_draft_later_keeps_the_check(home, superuser, other):
    claim = make.claim()
    draft_of(claim, other, phrases="words of a draft")
    check(superuser, claim)
    ClaimPage.objects.get(pk=claim.pk).get_latest_revision().publish()
    assert ClaimPage.objects.get(pk=claim.pk).next_review == NEXT


def test_later_days_in_a_draft_stay(home, superuser, other):
    claim, later = make.claim(), NEXT + datetime.timedelta(days=90)
    draft_of(claim, other, next_review=later)
    check(superuser, claim)
    assert ClaimPage.objects.get(pk=claim.pk).get_latest_revision_as_object().next_review == later


@pytest.mark.parametrize("day", ["", "soon", "2026-02-30", timezone.localdate().isoformat(), "1999-01-01", "\0"])
def test_a_bad_day_is_said_and_changes_nothing(home, superuser, day):
    claim = make.claim()
    page = check(superuser, claim, day).text
    assert "The next review must come after the check." in page or "Give the day of the next review" in page
    assert ClaimPage.objects.get(pk=claim.pk).next_review == claim.next_review
    assert not PageLogEntry.objects.filter(action="claims.checked").exists()


def test_the_day_offered_is_that_of_the_layer_that_changes_most_often(home, superuser):
    make.claim(title="Local", layers=[make.layer("law"), make.layer("local", review_months=6)])
    make.claim(title="Law", layers=[make.layer("law")])
    make.article()
    months = {page.title: page.review_months for page in Reviews.rows(superuser.user)}
    assert (months["Local"], months["Law"]) == (6, 12)
    soup = BeautifulSoup(superuser.get(Reviews.address()).text, "html.parser")
    offered = {field.find_previous("label").text: field["value"] for field in soup.select("input[type=date]")}
    half_a_year = timezone.localdate() + datetime.timedelta(days=183)
    assert offered["Next review of Local"] == half_a_year.isoformat()


def test_catalogs_and_explainers_are_checked_too(home, superuser):
    for page in (make.catalog(), make.article()):
        check(superuser, page)
        assert type(page).objects.get(pk=page.pk).next_review == NEXT


def test_only_who_may_edit_may_say_so_and_only_of_public_pages(home, admin_client_of, client, other):
    claim, draft = make.claim(), make.claim()
    draft.unpublish()
    client.force_login(other)
    assert check(client, claim).redirect_chain[0][0].startswith("/admin/login/")
    editor = admin_client_of("editor")
    assert editor.post(f"/admin/desk/checked/{draft.pk}/", {"next_review": NEXT}).status_code == 404
    assert editor.post(f"/admin/desk/checked/{home.pk}/", {"next_review": NEXT}).status_code == 404
    assert editor.get(f"/admin/desk/checked/{claim.pk}/").status_code == 405
    ClaimPage.objects.filter(pk=claim.pk).update(locked=True, locked_at=timezone.now())
    check(editor, claim)
    assert ClaimPage.objects.get(pk=claim.pk).next_review == claim.next_review


def test_one_goes_back_to_the_list_one_came_from_and_nowhere_else(home, superuser):
    claim = make.claim()
    assert check(superuser, claim, back="/admin/desk/reviews/?due=overdue").redirect_chain[0][0].endswith("?due=overdue")
    assert check(superuser, claim, back="https://evil.example/").redirect_chain[0][0] == "/admin/desk/reviews/"
