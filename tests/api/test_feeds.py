"""Feeds: what feed readers get, what makes them show an entry again, and what does not."""

import csv
import datetime
import json
import re
from html.parser import HTMLParser

import feedparser
import pytest

from claims.models import ClaimPage, VerdictChange
from explainer.api.feeds.claims import judged
from explainer.api.feeds.entry import SINCE
from tests import make

pytestmark = pytest.mark.django_db

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
DAY = datetime.date(2026, 5, 4)
HOST = "https://example.org"


@pytest.fixture(autouse=True)
def host(settings):
    settings.PUBLIC_URL = HOST


@pytest.fixture
def claims(home):
    made = [make.claim(f"claim-{n}", title=f"Claim {n}") for n in range(3)]
    for claim in made:
        publish(claim)
    return made


def atom(client, name, query=""):
    response = client.get(f"/feeds/{name}.atom{query}")
    assert response.status_code == 200, response.content
    found = feedparser.parse(response.content)
    assert not found.bozo, found.bozo_exception
    return found


def json_feed(client, name, query=""):
    response = client.get(f"/feeds/{name}.json{query}")
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    return response.json()


def news(client, name="claims"):
    """What a reader goes by: names in their order, each with its date."""
    return [(entry.id, entry.updated) for entry in atom(client, name).entries]


def walked(client, address):
    """Every entry, from page to page."""
    found = []
    while address:
        page = client.get(address.removeprefix(HOST)).json()
        found += page["items"]
        address = page.get("next_url", "")
    return found


def publish(claim, **fields):
    """As an editor does, from what is public now."""
    draft = ClaimPage.objects.get(pk=claim.pk)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()


def judge(claim, value, on):
    draft = ClaimPage.objects.get(pk=claim.pk)
    draft.verdicts.add(VerdictChange(verdict=value, on=on, kind="update", reason="A document was found.", reviewer="Desk"))
    draft.last_checked = max(on, draft.last_checked)
    draft.save_revision().publish()


# What it holds


def test_an_entry_never_states_a_claim_without_its_verdict(client, claims):
    entry = atom(client, "claims").entries[0]
    assert entry.title == "False: “Claim 2”"
    assert entry.summary == "No document says so."
    assert entry.link == f"{HOST}/claims/claim-2/"
    assert entry.id == "tag:example.org,2026:/claims/claim-2/"
    assert [(tag.term, tag.label) for tag in entry.tags] == [("false", "False"), ("court-list", "Court list")]
    assert entry.content[0].value.startswith("<p><strong>False.</strong> No document says so.</p>")


def test_both_forms_tell_the_same(client, claims):
    judge(claims[0], "mixed", DAY)
    for name in ("claims", "verdicts", "corrections", "claims/claim-0", "sources"):
        one, other = atom(client, name), json_feed(client, name)
        assert one.entries
        for entry, item in zip(one.entries, other["items"], strict=True):
            assert (entry.id, entry.link, entry.title, entry.summary) == (item["id"], item["url"], item["title"], item["summary"])
            assert (entry.published, entry.updated) == (item["date_published"], item["date_modified"])
            assert [tag.label for tag in entry.tags] == item["tags"]


def test_atom_has_what_its_standard_demands(client, claims):
    found = atom(client, "claims", "?verdict=false")
    assert client.get("/feeds/claims.atom")["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert found.version == "atom10"
    assert found.feed.id == "tag:example.org,2026:/feeds/claims?verdict=false"
    assert found.feed.title == "Claims: False · Home"
    assert found.feed.author_detail == {"name": "Home", "href": f"{HOST}/"}
    links = {link.rel: link.href for link in found.feed.links}
    assert links == {"alternate": f"{HOST}/claims/?verdict=false", "self": f"{HOST}/feeds/claims.atom?verdict=false"}
    assert found.feed.opensearch_totalresults == "3"
    assert len({entry.id for entry in found.entries}) == 3
    for stamp in [found.feed.updated, *(date for entry in found.entries for date in (entry.published, entry.updated))]:
        assert RFC3339.fullmatch(stamp)
    assert found.feed.updated == max(entry.updated for entry in found.entries)


def test_json_feed_has_what_its_standard_demands(client, claims):
    found = json_feed(client, "claims", "?verdict=false")
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert (found["home_page_url"], found["feed_url"]) == (
        f"{HOST}/claims/?verdict=false",
        f"{HOST}/feeds/claims.json?verdict=false",
    )
    assert found["authors"] == [{"name": "Home", "url": f"{HOST}/"}]
    assert "next_url" not in found
    assert all(item["id"] and item["content_html"] for item in found["items"])


def test_words_that_xml_cannot_hold_are_left_out_and_markup_is_only_words(client, home):
    make.claim("odd", title="1 < 2 & \x0b<script>alert(1)</script>", verdicts=[make.verdict(reason="So\ufffe it <b>is</b>.")])
    entry = atom(client, "claims").entries[0]
    assert entry.title == "False: “1 < 2 & <script>alert(1)</script>”"
    body = json_feed(client, "claims")["items"][0]["content_html"]
    assert "&lt;b&gt;is&lt;/b&gt;" in body


def test_addresses_in_the_text_lead_to_the_site_from_elsewhere(client, home):
    row = make.evidence("plan", stance="context"), make.evidence("notice")
    make.claim("it-is-so", evidence=list(row), short_answer='<p>See <a href="/claims/other/">that</a>.[^plan]</p>')
    html = json_feed(client, "claims")["items"][0]["content_html"]
    assert f'<a href="{HOST}/claims/other/">that</a>' in html
    # Its number is that of the page, where what contradicts comes first.
    assert f'<a href="{HOST}/claims/it-is-so/#evidence-plan">2</a>' in html
    assert "[^" not in html


# What is news


def test_a_corrected_word_moves_nothing(client, claims):
    before = news(client)
    publish(claims[0], title="Claim nought", short_answer="<p>It is not.</p>")
    publish(claims[1], documented="<p>The document says quite otherwise.</p>")
    assert news(client) == before
    assert "Claim nought" in [entry.title for entry in atom(client, "claims").entries][2]


def test_what_a_feed_does_not_show_changes_no_byte_of_it(client, claims):
    before = client.get("/feeds/claims.atom")
    publish(claims[0], documented="<p>The document says quite otherwise.</p>")
    after = client.get("/feeds/claims.atom")
    assert (before.content, before["ETag"]) == (after.content, after["ETag"])


def test_another_verdict_brings_a_claim_up_and_is_news_of_its_own(client, claims):
    names = [name for name, _ in news(client)]
    judge(claims[0], "mixed", DAY)
    first, *others = news(client)
    assert first == (names[2], "2026-05-04T00:00:00Z")
    assert [name for name, _ in others] == names[:2]
    (change,) = atom(client, "corrections").entries
    assert change.title == "Mixed, until then false: “Claim 0”"
    assert change.updated == "2026-05-04T00:00:00Z"
    assert change.link == f"{HOST}/claims/claim-0/#history"
    assert "changed from false to mixed" in change.content[0].value
    assert [entry.title for entry in atom(client, "claims/claim-0").entries] == [change.title, "False: “Claim 0”"]
    assert len(atom(client, "verdicts").entries) == 4


def test_the_name_of_a_change_outlives_the_next(client, claims):
    judge(claims[0], "mixed", DAY)
    before = set(news(client, "corrections"))
    judge(claims[0], "true", DAY + datetime.timedelta(days=1))
    after = news(client, "corrections")
    assert len(after) == 2
    assert before < set(after)


def test_a_second_thought_on_the_same_day_is_news_as_well():
    midnight = datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC)
    assert judged([DAY]) == (midnight, midnight)
    assert judged([DAY, DAY]) == (midnight, midnight + datetime.timedelta(seconds=1))
    assert judged([DAY, DAY + datetime.timedelta(days=3)]) == (midnight, midnight + datetime.timedelta(days=3))


def test_a_claim_is_new_when_it_is_published_however_old_its_verdict(client, claims):
    ClaimPage.objects.update(first_published_at=SINCE)
    draft = make.unsaved_claim("late", title="Late", live=False, verdicts=[make.verdict(on=datetime.date(2025, 1, 1))])
    ClaimPage.objects.first().get_parent().add_child(instance=draft)
    draft.save_revision().publish()
    assert news(client)[0] == ("tag:example.org,2026:/claims/late/", "2025-01-01T00:00:00Z")


def test_drafts_and_what_was_taken_down_are_in_no_feed(client, claims):
    claims[0].unpublish()
    draft = ClaimPage.objects.get(pk=claims[1].pk)
    draft.title = "Not yet said"
    draft.verdicts.add(make.verdict("true", on=DAY))
    draft.save_revision()
    names = ("claims", "verdicts", "corrections")
    shown = json.dumps([json_feed(client, name) for name in names])
    assert "Claim 0" not in shown
    assert "Not yet said" not in shown
    assert [len(json_feed(client, name)["items"]) for name in names] == [2, 2, 0]
    assert client.get("/feeds/claims/claim-0.atom").status_code == 404


def test_what_was_only_reported_is_not_told_as_what_happened(client, home):
    make.event("said", title="It is so everywhere", lane="reported", kind="said", date="2015-03")
    make.relation(status="disputed", note="One says so, the other not.")
    event = atom(client, "events").entries[0]
    assert event.title == "Reported: It is so everywhere"
    assert event.summary == "March 2015. It happens."
    assert atom(client, "relations").entries[0].title.startswith("Disputed:")


# Filters, pages, counts


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag in ("a", "link"):
            self.found.append(dict(attributes))

    def to(self, start):
        return [link["href"] for link in self.found if link.get("href", "").startswith(start)]


LISTS = [
    ("/claims/?verdict=false&layer=court-list&sort=checked", "claims", 60),
    ("/claims/?verdict=true", "claims", 0),
    ("/sources/?tier=primary", "sources", 2),
    ("/timeline/?lane=reported&since=2014", "events", 1),
    ("/actors/?view=actors&kind=company", "actors", 3),
    ("/actors/?view=relations&status=reported", "relations", 1),
    ("/catalogs/?level=county", "catalogs", 1),
    ("/systems/?standing=part", "systems", 1),
    ("/glossary/", "glossary", 1),
]


@pytest.fixture
def lists(home):
    court = make.layer()
    document = make.source(tier="secondary")
    for n in range(60):
        made = make.claim(f"c-{n}", evidence=[make.evidence(source_=document)], appearances=[make.appearance(document)])
        made.layers = [court]
    make.source("plan", tier="primary")
    make.source("law", tier="primary")
    make.event(lane="reported")
    make.event(lane="documented")
    make.relation(make.actor("a"), make.actor("b"), status="reported")
    make.actor("c")
    make.catalog()
    make.system()
    make.term()


def test_page_data_feed_and_api_lead_to_one_another_and_agree_in_count(client, lists):
    for address, name, count in LISTS:
        html = client.get(address).content.decode()
        links = Links(html)
        (table,), (data,), (api,) = (links.to(f"/{place}/{name}{end}") for place, end in PLACES)
        feeds = set(links.to(f"/feeds/{name}.atom"))
        assert len(feeds) == 1, "the line of links and the head name the same feed"
        (feed,) = feeds
        shown = int(re.search(r'class="count"><b>(\d+)</b>', html)[1])
        assert client.get(api).json()["count"] == shown == count, address
        assert feedparser.parse(client.get(feed).content).feed.opensearch_totalresults == str(count)
        items = walked(client, feed.replace(".atom", ".json"))
        assert len(items) == len({item["id"] for item in items}) == count
        assert len(json.loads(b"".join(client.get(data)))) == count
        assert len(list(csv.reader(b"".join(client.get(table)).decode().splitlines()))) == count + 1
        assert "view=" not in table + api + feed


PLACES = (("data", ".csv"), ("data", ".json"), ("api/v1", ""))


def test_pages_of_atom_lead_to_each_other(client, lists):
    first = atom(client, "claims")
    links = {link.rel: link.href for link in first.feed.links}
    assert links["next"] == links["last"] == f"{HOST}/feeds/claims.atom?page=2"
    second = atom(client, "claims", "?page=2")
    links = {link.rel: link.href for link in second.feed.links}
    assert links["previous"] == links["first"] == f"{HOST}/feeds/claims.atom"
    assert "next" not in links
    assert (first.feed.id, first.feed.updated) == (second.feed.id, second.feed.updated)
    assert len({entry.id for entry in first.entries + second.entries}) == 60


def test_a_reader_of_a_page_finds_its_feeds(client, claims):
    for address, feed in (
        ("/", "claims"),
        ("/claims/claim-1/", "claims/claim-1"),
        ("/explainers/", "articles"),
    ):
        found = Links(client.get(address).content.decode()).found
        types = {link["href"]: link["type"] for link in found if "/feeds/" in link["href"] and link.get("rel")}
        assert types == {f"/feeds/{feed}.atom": "application/atom+xml", f"/feeds/{feed}.json": "application/feed+json"}


# Asking


@pytest.mark.parametrize("form", ["atom", "json"])
def test_what_has_not_changed_is_not_sent_again(client, claims, form):
    address = f"/feeds/claims.{form}"
    first = client.get(address)
    assert "max-age" in first["Cache-Control"]
    assert first["Access-Control-Allow-Origin"] == "*"
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    assert client.get(address, headers={"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"}).status_code == 200
    head = client.head(address)
    assert (head.status_code, head["ETag"], head.content) == (200, first["ETag"], b"")
    judge(claims[1], "mixed", DAY)
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert client.post(address).status_code == 405


def test_one_that_is_taken_down_is_seen_by_those_who_ask_by_date(client, claims):
    ClaimPage.objects.update(last_published_at=SINCE)
    known = {"If-Modified-Since": client.get("/feeds/claims.atom")["Last-Modified"]}
    assert client.get("/feeds/claims.atom", headers=known).status_code == 304
    claims[0].unpublish()
    assert client.get("/feeds/claims.atom", headers=known).status_code == 200


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("verdict=perhaps", 422, "perhaps"),
        ("verdict=%00", 422, "verdict"),
        ("layer=nothing", 422, "layer"),
        ("source=%F0%9F%92%A9%00'--", 422, "source"),
        ("year=99999999999999999999", 422, "year"),
        ("page=0", 422, "page"),
        ("page=-1", 422, "page"),
        ("page=%C2%B2", 422, "page"),
        ("page=" + "9" * 5000, 422, "page"),
        ("page=2", 404, "the last is 1"),
    ],
)
def test_what_means_nothing_is_answered_with_the_reason(client, home, query, status, word):
    for form in ("atom", "json"):
        for name in ("claims", "verdicts"):
            response = client.get(f"/feeds/{name}.{form}?{query}")
            assert response.status_code == status
            assert word in response.content.decode()


@pytest.mark.parametrize("name", ["nothing.atom", "claims.rss", "claims/nothing.json", "entries.atom", "claims/%00.atom"])
def test_there_is_no_other_feed(client, home, name):
    assert client.get(f"/feeds/{name}").status_code == 404


def test_an_empty_feed_is_a_feed(client, home):
    for name in ("claims", "verdicts", "corrections", "sources", "events", "glossary"):
        found = atom(client, name)
        assert (found.entries, found.feed.updated) == ([], "2026-01-01T00:00:00Z")


def test_the_number_of_queries_does_not_grow(client, lists, django_assert_max_num_queries):
    for name in ("claims", "verdicts", "sources", "relations"):
        client.get(f"/feeds/{name}.atom")
        with django_assert_max_num_queries(12):
            client.get(f"/feeds/{name}.atom")
