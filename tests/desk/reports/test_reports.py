"""Each report: the rows it should have, one number for list, overview and CSV, and who may see it."""

import csv
import io
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from wagtail.models import CommentReply

from explainer.desk.reports import REPORTS, VIEWS
from explainer.desk.reports.catalogs import Cells
from explainer.desk.reports.claims import WeakSourcing
from explainer.desk.reports.mine import OpenComments, ToApprove
from explainer.desk.reports.readers import ReaderReports
from explainer.desk.reports.reviews import Reviews
from explainer.desk.reports.sources import SourceUse, Uncaptured
from explainer.desk.reports.work import Drafts, InReview, NeverSecondRead
from explainer.desk.reports.workload import Workload
from explainer.reports.models import ReaderReport
from tests import make
from tests.desk.reports.conftest import allow, draft_of, send_for_review

pytestmark = pytest.mark.django_db


def rows_at(client, address):
    """What a list shows, over all its pages, and what it says that they are."""
    response = client.get(address)
    assert response.status_code == 200, address
    count, rows, page = response.context["items_count"], list(response.context["object_list"]), 1
    while len(rows) < count:
        page += 1
        rows += client.get(f"{address}{'&' if '?' in address else '?'}p={page}").context["object_list"]
    assert len(rows) == count
    return rows


def csv_of(client, address):
    response = client.get(f"{address}{'&' if '?' in address else '?'}export=csv")
    return list(csv.DictReader(io.StringIO(b"".join(response).decode())))


@pytest.mark.parametrize("report", VIEWS, ids=lambda report: report.slug)
def test_number_list_and_csv_are_one(busy, report):
    shown = rows_at(busy, report.address())
    assert shown
    assert report.number(busy.user) == len(shown) == len(csv_of(busy, report.address()))
    assert busy.get(f"{report.address()}?export=xlsx").status_code == 200


def test_the_overview_names_every_report_and_each_number_is_that_of_its_list(busy):
    soup = BeautifulSoup(busy.get("/admin/desk/").text, "html.parser")
    links = soup.select(".desk-number a")
    assert len(links) == len(REPORTS)
    for link in links:
        assert len(rows_at(busy, link["href"])) == int(re.search(r"\d+", link.text)[0]), link["href"]


def titles(report, user, **params):
    return [getattr(row, "object_str", "") or str(row) for row in report.matching(user, **params)]


def test_reviews_come_by_day_and_are_filtered_by_it(busy):
    assert titles(Reviews, busy.user)[:2] == ["Overdue", "Soon"]
    assert titles(Reviews, busy.user, due="overdue") == ["Overdue"]
    assert titles(Reviews, busy.user, due="month") == ["Soon"]
    assert "Overdue by 3 days" in busy.get(Reviews.address()).text


def test_weak_sourcing_says_what_each_claim_lacks(busy):
    weak = {claim.title: claim.lacks for claim in WeakSourcing.rows(busy.user)}
    assert "Overdue" in titles(WeakSourcing, busy.user, waived="yes")
    assert "Overdue" not in titles(WeakSourcing, busy.user, waived="no")
    assert weak["Overdue"] == ["origins", "primary", "counter"]
    assert "Sound" not in weak
    original = make.source(tier="primary")
    copy = make.source(derives_from=[("republishes", original)])
    make.claim(title="Copied", evidence=[make.evidence(source_=original), make.evidence("k", copy, stance="supports")])
    assert {claim.title: claim.lacks for claim in WeakSourcing.rows(busy.user)}["Copied"] == ["origins"]
    assert "Copied" not in titles(WeakSourcing, busy.user, lacks="primary")


def test_sources_by_use_and_those_without_a_copy(busy):
    unused = make.source(title="Unused")
    assert unused in SourceUse.matching(busy.user, uses="none")
    assert all(source.use_count for source in SourceUse.matching(busy.user, uses="once"))
    without = set(Uncaptured.rows(busy.user).values_list("title", flat=True))
    assert "Unused" in without
    assert len(without) < SourceUse.number(busy.user)


def test_cells_of_the_coverage_lead_to_what_they_count(busy):
    soup = BeautifulSoup(busy.get("/admin/desk/coverage/").text, "html.parser")
    numbers = [link for link in soup.select(".desk-grid td a") if link.text.strip().isdigit()]
    assert numbers
    for link in numbers:
        assert len(rows_at(busy, link["href"])) == int(link.text)
    (cell,) = rows_at(busy, soup.select_one("a.desk-state-yes")["href"])
    assert cell.value == "Consent is asked for."
    assert Cells.number(busy.user, state="yes") == 1


def test_drafts_are_of_pages_and_records_and_tell_who_left_them(busy, other):
    assert set(titles(Drafts, busy.user)) == {"Mine", "Theirs", "From them", "From me"}
    assert titles(Drafts, busy.user, stale="yes") == ["Theirs"]
    assert titles(Drafts, busy.user, by=busy.user.pk, review="no") == ["Mine"]


def test_what_its_writer_published_alone_is_listed(busy, other):
    assert titles(NeverSecondRead, busy.user) == ["Alone"]
    record = make.event(title="An event alone")
    draft_of(record, other, text="Other words.").publish(user=other, skip_permission_checks=True)
    assert set(titles(NeverSecondRead, busy.user)) == {"Alone", "An event alone"}


def test_nobody_is_asked_to_approve_what_they_wrote(busy, other):
    assert [row.revision.object_str for row in ToApprove.rows(busy.user)] == ["From them"]
    assert not ToApprove.rows(other)
    assert titles(InReview, busy.user, by=busy.user.pk) == ["From me"]


def test_comments_reach_those_they_are_for(busy, other):
    assert [comment.text for comment in OpenComments.rows(busy.user)] == [f"@{busy.user.username} is it so?"]
    assert not OpenComments.rows(other)
    comment = OpenComments.rows(busy.user)[0]
    CommentReply.objects.create(comment=comment, user=busy.user, text="It is.")
    assert comment in OpenComments.rows(other)


def test_the_workload_counts_what_its_links_list(busy):
    ReaderReport.objects.filter(state="received").update(assigned_to=busy.user)
    soup = BeautifulSoup(busy.get(Workload.address()).text, "html.parser")
    links = [link for link in soup.select("table.listing td a") if link.text.strip().isdigit()]
    assert len(links) == 5  # mine: a draft, a review, a report; theirs: a draft, a review
    for link in links:
        assert len(rows_at(busy, link["href"])) == int(link.text)


def test_a_formula_in_a_title_does_not_run_in_a_spreadsheet(busy):
    make.claim(title="=1+1 is three")
    assert "'=1+1 is three" in {row["Claim"] for row in csv_of(busy, WeakSourcing.address())}


def test_broken_filters_are_ignored_or_named_never_an_error_of_the_server(busy):
    for report in VIEWS:
        for query in ("due=never", "place=%00", "by=x", "on_from=yesterday", "p=-1", "ordering=;drop", "state=%F0%9F%A4%94"):
            assert busy.get(f"{report.address()}?{query}").status_code == 200, (report, query)


def test_lists_cost_the_same_for_any_number_of_rows(busy, other, django_assert_max_num_queries):
    for n in range(6):
        claim = make.claim(title=f"More {n}")
        draft_of(claim, other, phrases="x")
        make.relation()
        send_for_review(make.claim(title=f"Sent {n}"), get_user_model().objects.create_user(f"person-{n}"))
    for report in VIEWS:
        busy.get(report.address())
        with django_assert_max_num_queries(14):
            busy.get(report.address())


REPORTS_OF_READERS = {ReaderReports.slug}


def test_the_reports_are_for_those_who_work_on_pages(busy, client, other):
    client.force_login(allow(other))
    for report in VIEWS:
        assert client.get(report.address()).status_code == 302, report
    assert not BeautifulSoup(client.get("/admin/desk/").text, "html.parser").select(".desk-number")


def test_what_readers_wrote_is_for_those_who_may_see_it(home, admin_client_of):
    client = admin_client_of("researcher")
    (group,) = client.user.groups.all()
    group.permissions.remove(Permission.objects.get(codename="view_readerreport"))
    seen = {report.slug for report in VIEWS if client.get(report.address()).status_code == 200}
    assert seen == {report.slug for report in VIEWS} - REPORTS_OF_READERS
    client.user.user_permissions.set(allow(get_user_model().objects.create_user("x"), "view_readerreport").user_permissions.all())
    assert client.get(ReaderReports.address()).status_code == 200
