import datetime

import pytest
from django.utils import timezone

from explainer.reports import references
from explainer.reports.limits import mark_of, network
from explainer.reports.models import Allowance, ReaderReport
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db
TEXT = "The date in the second paragraph is wrong."


@pytest.fixture(autouse=True)
def site(home):
    return home


def send(client, text=TEXT, headers=None, **fields):
    return client.post("/report/", {"text": text} | fields, headers=headers)


def test_every_page_leads_to_a_form_that_is_about_it(client):
    make.claim("points")
    assert 'href="/report/?about=/claims/points/"' in client.get("/claims/points/").text
    page = client.get("/report/?about=/claims/points/")
    assert "circulates</a>" in page.text
    assert page["Cache-Control"] == "no-store"
    assert not page.cookies
    assert not problems(page.text)
    assert not outside_requests(page.text)


def test_without_a_page_one_chooses_among_them(client):
    make.claim("points", title="Everybody has points")
    page = client.get("/report/").text
    assert '<option value="/claims/points/">Everybody has points</option>' in page
    assert not problems(page)


def test_a_report_is_kept_and_its_number_leads_to_where_it_stands(client):
    claim = make.claim("points")
    answer = send(client, about="/claims/points/", evidence="example.org/notice", contact="a@example.org")
    report = ReaderReport.objects.get()
    assert answer["Location"] == f"/report/{report.reference}/"
    assert (report.thing, report.title, report.evidence) == (claim, claim.title, "https://example.org/notice")
    for address in (answer["Location"], f"/report/status/?reference={report.number.lower()}"):
        page = client.get(address, follow=True)
        assert report.number in page.text
        assert page["Cache-Control"] == "no-store"
        assert page["X-Robots-Tag"] == "noindex"
        assert not page.cookies
        assert not problems(page.text)
        assert TEXT not in page.text
        assert "a@example.org" not in page.text


@pytest.mark.parametrize(
    "about",
    ["/sources/s/", "/timeline/e/", "/actors/a/", "/catalogs/p/", "/glossary/t/", "/systems/y/", "/explainers/x/", "/claims/"],
)
def test_each_kind_of_page_is_known_by_its_address(client, about):
    make.source("s")
    make.event("e")
    make.actor("a")
    make.publish(make.place("p"))
    make.term("t")
    make.system("y")
    make.article("x")
    send(client, about=f"http://testserver{about}?from=here#there")
    report = ReaderReport.objects.get()
    assert report.address == about
    assert str(report.thing) == report.title


@pytest.mark.parametrize(
    "about", ["//evil.example", "/%2Fevil.example", "/\\evil.example", "javascript:alert(1)", "http://[", "\0"]
)
def test_what_is_no_page_of_ours_is_not_kept(client, about):
    send(client, about=about)
    report = ReaderReport.objects.get()
    assert "evil" not in report.address
    assert report.thing is None


@pytest.mark.parametrize(
    "text",
    [
        "a NUL \0 byte in it",
        "<script>alert(1)</script> <b>bold",
        "\u202egnorw si siht\u202c right to left",
        "这个日期是错的，请改正过来。",
        "🤔" * 40,
    ],
)
def test_hostile_text_is_kept_as_text(client, text):
    assert send(client, text=text).status_code == 302
    assert ReaderReport.objects.get().text == text.replace("\0", " ")


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client):
    page = send(client, text="x" * 1_000_000, evidence="<not an address>", contact="me & you")
    assert page.status_code == 422
    assert "1,000,000 characters; we take up to 10,000" in page.text
    assert "This is no address of a page" in page.text
    assert "x" * 1_000_000 in page.text
    assert "&lt;not an address&gt;" in page.text
    assert "me &amp; you" in page.text
    assert not problems(page.text)
    assert send(client, text="   ").status_code == 422
    assert send(client, text="x" * 3_000_000).status_code == 413
    assert not ReaderReport.objects.exists()


def test_a_program_that_fills_in_everything_is_not_taken(client):
    assert send(client, leave_empty="spam").status_code == 422
    assert not ReaderReport.objects.exists()


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({}, True),
    ],
)
def test_only_the_form_of_this_site_is_taken(client, headers, taken):
    assert send(client, headers=headers).status_code == (302 if taken else 403)
    assert ReaderReport.objects.exists() is taken


def test_one_network_sends_so_many_a_day_and_others_still_can(client, settings):
    settings.REPORTS_A_DAY = 2
    assert [send(client).status_code for _ in range(3)] == [302, 302, 429]
    assert TEXT in send(client).text
    assert client.post("/report/", {"text": TEXT}, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_all_together_send_so_many_a_day(client, settings):
    settings.REPORTS_A_DAY_IN_ALL = 1
    addresses = ["192.0.2.1", "192.0.2.2"]
    sent = [client.post("/report/", {"text": TEXT}, REMOTE_ADDR=address).status_code for address in addresses]
    assert sent == [302, 429]


def test_behind_a_proxy_the_reader_counts_and_not_the_proxy(client, settings):
    settings.REPORTS_A_DAY, settings.BEHIND_PROXY = 1, True
    sent = [send(client, headers={"X-Forwarded-For": f"made up, 192.0.2.{n}"}).status_code for n in (1, 2, 2)]
    assert sent == [302, 302, 429]


def test_no_address_is_kept_and_its_mark_not_beyond_the_day(client):
    today = timezone.now().date()
    Allowance.objects.create(day=today - datetime.timedelta(days=1), mark="m", used=1)
    client.post("/report/", {"text": TEXT}, REMOTE_ADDR="192.0.2.7")
    assert {row.mark for row in Allowance.objects.all()} == {"", mark_of("192.0.2.7", today)}
    assert mark_of("192.0.2.7", today) != mark_of("192.0.2.7", today - datetime.timedelta(days=1))
    assert network("2001:db8:1:2:3::1") == network("2001:db8:1:2:9::9") != network("2001:db8:1:3::1")
    assert network("::ffff:192.0.2.7") == "192.0.2.7"


def test_a_wrong_sign_in_a_number_is_noticed(client):
    send(client)
    reference = ReaderReport.objects.get().reference
    swapped = "A" if reference[0] != "A" else "B"
    page = client.get("/report/status/", {"reference": swapped + reference[1:]})
    assert page.status_code == 404
    assert "compare it once more" in page.text
    for typed in ("", "\0", "%", "ü" * 500, "<script>"):
        assert client.get("/report/status/", {"reference": typed}).status_code == (404 if typed else 200)
    assert client.get(f"/report/{references.new_reference()}/").status_code == 404


def test_robots_stay_away(client):
    assert "Disallow: /report/" in client.get("/robots.txt").text
