import pytest
from wagtail.models import ModelLogEntry

from explainer.desk.reports.readers import ReaderReports
from explainer.reports.models import ReaderReport, State
from tests import make
from tests.desk.reports.conftest import allow

pytestmark = pytest.mark.django_db
WRITTEN = "<script>alert(1)</script> 日期 \u202e"


@pytest.fixture
def report(client, home):
    make.claim("points", title="Everybody has points")
    client.post("/report/", {"text": WRITTEN, "about": "/claims/points/", "contact": "<me>", "evidence": "https://e.org/?a&b"})
    return ReaderReport.objects.get()


def do(client, report, what, **fields):
    return client.post(f"/admin/desk/reader-reports/{report.pk}/", {"do": what} | fields)


def seen(client, report):
    return client.get(report.get_absolute_url()).text


def test_the_desk_reads_it_escaped_with_the_way_to_the_page_and_its_form(report, superuser):
    page = superuser.get(f"/admin/desk/reader-reports/{report.pk}/").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 日期" in page
    assert "<script>alert(1)" not in page
    assert "&lt;me&gt;" in page
    assert f'href="/admin/pages/{report.object_id}/edit/"' in page
    assert 'href="/claims/points/"' in page


def test_taken_and_answered_and_the_reader_sees_it(report, superuser, client):
    assert "not yet" in seen(client, report)
    do(superuser, report, "take")
    report.refresh_from_db()
    assert (report.state, report.assigned_to) == (State.LOOKING, superuser.user)
    do(superuser, report, "leave")
    assert ReaderReport.objects.get().state == State.RECEIVED
    answer = {"state": "corrected", "answer": "You were right: it was 2016. <b>", "answer_url": "/claims/points/"}
    assert do(superuser, report, "answer", **answer).status_code == 302
    page = seen(client, report)
    assert "Answered: corrected" in page
    assert "You were right: it was 2016. &lt;b&gt;" in page
    assert 'href="/claims/points/">See the correction' in page
    assert WRITTEN[:8] not in page
    logged = ModelLogEntry.objects.filter(action__startswith="reports.")
    assert {row.action for row in logged} == {"reports.take", "reports.leave", "reports.answer"}
    assert not any("alert" in f"{row.label} {row.data}" for row in logged)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"state": "unchanged", "answer": " "}, "Say in a sentence what was found"),
        ({"state": "corrected", "answer": "It was.", "answer_url": ""}, "Where can the reader see the correction?"),
        ({"state": "corrected", "answer": "It was.", "answer_url": "https:evil"}, "Give an address of this site"),
        ({"state": "received", "answer": "It was."}, "not one of the available choices"),
    ],
)
def test_an_answer_that_lacks_something_is_refused_with_the_reason(report, superuser, answer, words):
    response = do(superuser, report, "answer", **answer)
    assert response.status_code == 422
    assert words in response.text
    assert ReaderReport.objects.get().state == State.RECEIVED


def test_what_was_written_can_be_deleted_at_once_and_the_number_stays(report, superuser, client):
    do(superuser, report, "erase")
    report.refresh_from_db()
    assert (report.text, report.contact, report.evidence) == ("", "", "")
    assert report.number in seen(client, report)
    assert "has been deleted" in superuser.get(f"/admin/desk/reader-reports/{report.pk}/").text


def test_the_list_and_its_csv_hold_nothing_that_was_written(report, superuser):
    listed = superuser.get(ReaderReports.address()).text
    exported = b"".join(superuser.get(f"{ReaderReports.address()}?export=csv")).decode()
    for text in (listed, exported):
        assert report.number in text
        assert "Everybody has points" in text
        for secret in ("alert(1)", "日期", "me&gt;", "<me>", "e.org"):
            assert secret not in text


def test_the_oldest_open_one_comes_first(report, superuser):
    ReaderReport.objects.create(text="Older.", received_at="2026-01-01T00:00Z", title="Older")
    ReaderReport.objects.create(text="Closed.", received_at="2025-12-01T00:00Z", state="unchanged", title="Closed")
    assert [row.about for row in ReaderReports.rows(superuser.user)] == ["Older", "Everybody has points", "Closed"]


def test_who_may_read_may_not_answer_and_others_see_nothing(report, client, other):
    address = f"/admin/desk/reader-reports/{report.pk}/"
    client.force_login(allow(other))
    assert client.get(address).status_code == 302
    client.force_login(allow(other, "view_readerreport"))
    page = client.get(address)
    assert page.status_code == 200
    assert "I take it" not in page.text
    for what in ("take", "answer", "erase", "nonsense"):
        do(client, report, what, state="unchanged", answer="No.")
    assert ReaderReport.objects.get().text == report.text
    assert ReaderReport.objects.get().state == State.RECEIVED
