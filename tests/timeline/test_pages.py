"""The timeline as readers meet it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from explainer.timeline.models import EventCitation
from tests import make
from tests.html import outside_requests, problems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as context:
        client.get(address)
    return len(context)


def lanes(page):
    """The titles in each lane, in order: {"documented": […], "reported": […]}."""
    return {
        lane: re.findall(rf'<li class="event event-{lane}".*?<h4><a [^>]*>(.*?)</a>', page, re.DOTALL)
        for lane in ("documented", "reported")
    }


def test_years_in_order_and_two_lanes_in_each(client):
    make.event(title="A plan", date="2014-06", lane="documented")
    make.event(title="A rumour", date="2014-07", lane="reported", kind="said")
    make.event(title="A rule", date="2007-03-23", lane="documented")
    page = client.get("/timeline/").text
    assert re.findall(r'<h2 id="y(\d+)">', page) == ["2007", "2014"]
    assert lanes(page) == {"documented": ["A rule", "A plan"], "reported": ["A rumour"]}


def test_every_bar_and_jump_leads_to_a_list_of_as_many(client):
    for date in ("2014", "2014-05", "2016"):
        make.event(date=date)
    make.event(date="2014-06", lane="reported", kind="said")
    page = client.get("/timeline/").text
    counts = dict(re.findall(r'href="#y(\d+)">\d+ <span class="quiet">(\d+)', page))
    assert counts == {"2014": "3", "2016": "1"}
    for year, count in counts.items():
        assert f'<a href="/timeline/{year}/" tabindex="-1">' in page
        assert f"<b>{count}</b> event" in client.get(f"/timeline/{year}/").text


def test_bars_of_a_filtered_list_lead_to_the_same_filter(client):
    make.event(date="2014", lane="reported", kind="said")
    make.event(date="2014")
    page = client.get("/timeline/?lane=reported").text
    assert "<b>1</b> event" in page
    assert "/timeline/2014/?lane=reported" in page
    assert "<b>1</b> event" in client.get("/timeline/2014/?lane=reported").text


@pytest.mark.parametrize("parameter", ["actor", "place", "claim"])
def test_filters_by_what_an_event_belongs_to(client, parameter):
    thing = {"actor": make.actor, "place": make.place, "claim": make.claim}[parameter]("thing")
    make.event(title="Concerned", **{f"{parameter}s": [thing]})
    make.event(title="Not concerned")
    page = client.get(f"/timeline/?{parameter}=thing").text
    assert lanes(page)["documented"] == ["Concerned"]
    assert str(thing) in page.split('class="chosen"')[1].split("</p>")[0]


@pytest.mark.parametrize(
    "query",
    [
        "lane=rumour",
        "since=abc",
        "since=99999",
        "until=-1",
        "actor=nobody",
        "kind=%00",
        "page=x",
        "since=2014.5",
        "claim=%22'",
        "lane=&lane=x",
    ],
)
def test_a_query_that_makes_no_sense_is_no_error(client, query):
    make.event()
    for address in ("/timeline/", "/timeline/2014/"):
        assert client.get(f"{address}?{query}").status_code == 200


def test_every_event_shows_its_sources_and_its_own_page_shows_the_passage(client):
    source = make.source(title="The notice", url="https://example.org/notice")
    event = make.event(
        citations=[make.citation(EventCitation, source, locator="art. 3", says="Orders it.", anchor_start="it is ordered")]
    )
    row = client.get("/timeline/").text
    assert 'title="The notice">The Gazette</span></a>, art. 3' in row
    page = client.get(event.get_absolute_url()).text
    assert "Orders it." in page
    assert "https://example.org/notice#:~:text=it%20is%20ordered" in page


def test_what_is_not_public_does_not_appear(client):
    event = make.event(title="Withdrawn")
    hidden = make.actor("hidden-actor")
    make.event(title="Public", actors=[hidden])
    event.unpublish()
    hidden.unpublish()
    page = client.get("/timeline/").text
    assert "Withdrawn" not in page
    assert "Public" in page
    assert "hidden-actor" not in page.lower()
    assert client.get(event.get_absolute_url()).status_code == 410


def test_a_year_with_a_chapter_tells_it_and_another_is_plain(client):
    make.event(date="2014")
    make.event(date="2015")
    make.chapter("2014", title="2014: a plan")
    chapter, plain = client.get("/timeline/2014/").text, client.get("/timeline/2015/").text
    for words in (
        "2014: a plan",
        "What was decided",
        "What was said",
        "What was not",
        'href="#evidence-plan"',
        'id="evidence-plan"',
    ):
        assert words in chapter
    assert "What was decided" not in plain
    assert "2014: a plan" in client.get("/timeline/").text
    assert 'rel="prev" href="/timeline/2014/"' in plain
    assert client.get("/timeline/1999/").status_code == 404


def test_a_chapter_without_events_is_still_there(client):
    make.chapter("2007")
    assert "It was decided." in client.get("/timeline/2007/").text


def test_the_strip_on_other_pages_shows_the_same_events(client):
    actor, place, claim = make.actor("doer"), make.place("here"), make.claim("said")
    make.event(title="It happened", actors=[actor], places=[place], claims=[claim])
    for thing, query in ((actor, "actor=doer"), (place, "place=here"), (claim, "claim=said")):
        page = client.get(thing.get_absolute_url()).text
        assert "On the timeline" in page
        assert "It happened" in page
        assert f"/timeline/?{query}" in page


def test_a_page_without_events_has_no_strip(client):
    assert "On the timeline" not in client.get(make.actor("doer").get_absolute_url()).text


def test_the_number_of_queries_does_not_grow(client):
    def several(n):
        for _ in range(n):
            make.event(actors=[make.actor()], places=[make.place()], citations=[make.citation(EventCitation) for _ in range(2)])

    several(2)
    before = {address: queries(client, address) for address in ("/timeline/", "/timeline/2014/")}
    several(20)
    for address, number in before.items():
        assert queries(client, address) == number, address


def test_the_html_is_right_and_asks_no_other_host(client):
    event = make.event(actors=[make.actor("doer")], places=[make.place("here")], claims=[make.claim()])
    make.event(lane="reported", kind="said", date="2010/2015")
    make.chapter()
    for address in (
        "/timeline/",
        "/timeline/?lane=reported&since=2012",
        "/timeline/2014/",
        "/timeline/2010/",
        event.get_absolute_url(),
    ):
        page = client.get(address).text
        assert problems(page) == [], address
        assert outside_requests(page) == [], address


def test_a_draft_can_be_previewed_without_being_saved():
    event = make.event(title="As it was")
    event.title = "As it will be"
    assert "As it will be" in event.make_preview_request().text
    assert type(event).objects.get().title == "As it was"
