"""Cards for frames on other sites: what each shows, and that it may be framed while nothing else may."""

import datetime

import pytest
from bs4 import BeautifulSoup

from claims.models import ClaimPage
from explainer.models import TextPage
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db

HOSTILE = "</title><script>alert(1)</script>\"' onload=x"
MAY, JUNE = datetime.date(2026, 5, 3), datetime.date(2026, 6, 4)


@pytest.fixture
def site(home):
    """One of each thing that can be embedded."""
    claim = make.claim(
        "it-is-so",
        title="It is so",
        last_checked=JUNE,
        verdicts=[
            make.verdict("misleading", on=MAY, reason="It was told out of place."),
            make.verdict("false", on=JUNE, kind="update", reason="No document says so."),
        ],
    )
    place = make.place("harbour")
    actor = make.actor("the-firm", name="The Firm", claims=[claim])
    make.event("a-law", title="A law is adopted", date="2014-06", actors=[actor], places=[place], claims=[claim])
    make.relation(actor, make.actor("the-office", name="The Office"), slug="firm-office", period="2014", note="Both say so.")
    make.catalog(place, scheme="Points of the harbour", entries=[make.entry(), make.entry(wording="Not found", state="not-found",
                 effect="", points="", checked=MAY)])  # fmt: skip
    home.refresh_from_db()
    home.add_child(instance=TextPage(title="About", slug="about", body="<p>Us.</p>"))
    return claim


CARDS = [
    "/embed/claims/it-is-so/",
    "/embed/claims/it-is-so/?as-of=2026-05-03",
    "/embed/timeline/a-law/",
    "/embed/timeline/",
    "/embed/timeline/?claim=it-is-so",
    "/embed/timeline/?actor=the-firm&since=2014",
    "/embed/relations/firm-office/",
    "/embed/catalogs/harbour/",
]
NOTHING = ["/embed/claims/no-such/", "/embed/claims/it-is-so/?as-of=2020-01-01", "/embed/timeline/?claim=no-such",
           "/embed/timeline/no-such/", "/embed/relations/no-such/", "/embed/catalogs/no-such/"]  # fmt: skip
OTHERS = ["/", "/claims/", "/claims/it-is-so/", "/claims/no-such/", "/timeline/", "/timeline/a-law/", "/actors/the-firm/",
          "/catalogs/harbour/", "/sources/", "/about/", "/check/", "/search/", "/glossary/", "/api/v1/claims", "/oembed",
          "/embed/", "/embed/no-such-kind/x/", "/embed/fit.js", "/healthz", "/robots.txt"]  # fmt: skip


def text(answer):
    words = " ".join(BeautifulSoup(answer.text, "html.parser").body.get_text(" ").split())
    return words.replace(" .", ".").replace("( ", "(").replace(" )", ")")


@pytest.mark.parametrize("address", CARDS + NOTHING)
def test_a_card_may_stand_in_any_frame_and_knows_nobody(site, client, address):
    answer = client.get(address)
    assert "X-Frame-Options" not in answer.headers
    directives = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert directives["frame-ancestors"] == "*"
    assert directives["default-src"] == "'none'"
    assert "unsafe" not in str(directives)
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("address", OTHERS)
def test_nothing_else_may(site, client, address):
    answer = client.get(address)
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", CARDS)
def test_a_card_is_a_whole_page_without_scripts_and_leads_to_the_page_it_is_from(site, client, address):
    page = client.get(address).text
    soup = BeautifulSoup(page, "html.parser")
    assert problems(page) == []
    assert outside_requests(page) == []
    assert soup.find("script") is None
    assert soup.find("base")["target"] == "_blank"
    assert "noindex" in soup.find("meta", attrs={"name": "robots"})["content"]
    source = soup.find("link", rel="canonical")["href"]
    assert source == soup.footer.a["href"]
    assert "/embed/" not in source
    assert client.get(source.removeprefix("http://testserver").partition("#")[0]).status_code == 200


@pytest.mark.parametrize("address", NOTHING)
def test_where_nothing_is_the_frame_says_so(site, client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Nothing to show" in text(answer)


def test_a_card_tells_its_height_only_when_asked(site, client):
    scripts = BeautifulSoup(client.get("/embed/claims/it-is-so/?auto=1").text, "html.parser").find_all("script")
    assert [script["src"] for script in scripts] == ["/static/js/embed.js"]
    assert client.get("/embed/fit.js").headers["Content-Type"].startswith("text/javascript")


class TestClaim:
    def test_is_never_shown_without_verdict_and_date(self, site, client):
        soup = BeautifulSoup(client.get("/embed/claims/it-is-so/").text, "html.parser")
        assert "“It is so”" in soup.h1.text
        assert soup.select_one(".verdict.verdict-false svg")
        assert soup.select_one(".verdict").text.strip() == "False"
        assert soup.title.text.startswith("False: “It is so”")
        for words in ("No document says so.", "Last checked 4 June 2026", "1 independent origin"):
            assert words in " ".join(soup.body.get_text(" ").split())

    def test_on_a_strip_of_events_it_has_its_verdict_too(self, site, client):
        soup = BeautifulSoup(client.get("/embed/timeline/?claim=it-is-so").text, "html.parser")
        assert soup.title.text.startswith("Timeline: False: “It is so”")
        for node in soup.body.find_all(string=lambda words: "It is so" in words):
            assert "False" in node.find_parent("p").text

    def test_an_old_verdict_says_its_day_and_what_stands_now(self, site, client):
        shown = text(client.get("/embed/claims/it-is-so/?as-of=2026-05-03"))
        assert "Misleading It was told out of place. Verdict of 3 May 2026" in shown
        assert "The verdict has changed since. It is now False (4 June 2026). No document says so." in shown

    def test_a_frozen_verdict_that_stands_says_that_too(self, site, client):
        shown = text(client.get("/embed/claims/it-is-so/?as-of=2026-06-04"))
        assert "Verdict of 4 June 2026. It still stands: last checked 4 June 2026." in shown
        assert "changed" not in shown

    @pytest.mark.parametrize("day", ["2020-01-01", "yesterday", "%00", "2026-05-03%00", "9" * 5000])
    def test_a_day_without_a_verdict_is_answered_with_those_that_have_one(self, site, client, day):
        answer = client.get(f"/embed/claims/it-is-so/?as-of={day}")
        assert answer.status_code == 404
        assert "4 June 2026 3 May 2026" in text(answer)
        links = BeautifulSoup(answer.text, "html.parser").select("main .links a")
        assert [client.get(link["href"]).status_code for link in links] == [200, 200]

    def test_a_withdrawn_one_says_so_and_is_not_told_again(self, site, client):
        site.save_revision().publish()
        ClaimPage.objects.get(pk=site.pk).unpublish()
        answer = client.get("/embed/claims/it-is-so/")
        assert answer.status_code == 410
        assert "withdrawn" in text(answer)
        assert "It is so" not in text(answer)

    def test_a_draft_is_nothing(self, site, client):
        make.claim("a-draft", live=False)
        assert client.get("/embed/claims/a-draft/").status_code == 404

    def test_one_that_moved_is_followed(self, site, client, django_capture_on_commit_callbacks):
        site.slug = "so-it-is"
        with django_capture_on_commit_callbacks(execute=True):
            site.save_revision().publish()
        answer = client.get("/embed/claims/it-is-so/?as-of=2026-05-03", follow=True)
        assert answer.redirect_chain == [("/embed/claims/so-it-is/?as-of=2026-05-03", 301)]
        assert answer.status_code == 200
        told = client.get("/oembed", {"url": "http://testserver/claims/it-is-so/"}).json()
        assert "/embed/claims/so-it-is/" in told["html"]

    def test_hostile_words_stay_words(self, site, client):
        make.claim("evil", title=HOSTILE, verdicts=[make.verdict(reason="</p><script>alert(2)</script>")])
        for address in ("/embed/claims/evil/", "/claims/evil/"):
            page = client.get(address).text
            assert "<script>alert" not in page
            assert problems(page) == []


def test_an_event_shows_date_lane_and_sources(site, client):
    shown = text(client.get("/embed/timeline/a-law/"))
    for words in ("June 2014", "Documented", "A law is adopted", "It happens.", "The Gazette"):
        assert words in shown


def test_a_strip_is_bounded_and_says_how_many_there_are(site, client):
    for n in range(14):
        make.event(title=f"Number {n}", date=str(2000 + n))
    soup = BeautifulSoup(client.get("/embed/timeline/").text, "html.parser")
    assert len(soup.select(".strip-list > li")) == 12
    assert soup.footer.a.text == "All 15 events"
    page = BeautifulSoup(client.get(soup.footer.a["href"].removeprefix("http://testserver")).text, "html.parser")
    assert page.select_one(".count b").text == "15"


def test_a_relation_is_a_sentence_with_period_status_and_sources(site, client):
    soup = BeautifulSoup(client.get("/embed/relations/firm-office/").text, "html.parser")
    assert soup.h1.text == "The Firm regulates The Office."
    shown = " ".join(soup.body.get_text(" ").split())
    for words in ("Documented", "2014", "Both say so.", "The Gazette"):
        assert words in shown


def test_a_catalog_shows_its_first_rows(site, client):
    soup = BeautifulSoup(client.get("/embed/catalogs/harbour/").text, "html.parser")
    rows = [" ".join(row.get_text(" ").split()) for row in soup.select("tbody tr")]
    assert rows == ["Doing it. −50 points In force when last seen", "Not found Looked, not found In force when last seen"]
    assert "Last checked 1 February 2026" in soup.main.get_text()


def test_a_catalog_without_rows_shows_what_is_known_of_the_scheme(site, client):
    make.catalog(make.place("hill"), facts=[make.fact()])
    shown = text(client.get("/embed/catalogs/hill/"))
    assert "Voluntary Yes Consent is asked for." in shown
    assert "Not checked" in shown


@pytest.mark.parametrize("query", ["claim=%00", "since=abc", "since=99999999999999999999", "actor=" + "x" * 5000, "lane=up"])
def test_a_strip_is_not_of_something_else_than_was_asked(site, client, query):
    assert client.get(f"/embed/timeline/?{query}").status_code in (200, 404)
    if not query.endswith("%00"):
        assert "Nothing to show" in text(client.get(f"/embed/timeline/?{query}"))


def test_only_reading_is_allowed(site, client):
    assert client.post("/embed/claims/it-is-so/").status_code == 405
    assert client.post("/oembed").status_code == 405


def test_what_a_page_offers_to_copy_works(site, client):
    for address in ("/claims/it-is-so/", "/timeline/a-law/", "/timeline/?claim=it-is-so", "/catalogs/harbour/"):
        soup = BeautifulSoup(client.get(address).text, "html.parser")
        codes = [BeautifulSoup(code.text, "html.parser").iframe for code in soup.select(".embed-offer code")]
        assert len(codes) == (3 if "/claims/" in address else 2)
        for frame in codes:
            assert frame["title"]
            assert client.get(frame["src"].removeprefix("http://testserver")).status_code == 200
        assert problems(str(soup)) == []
