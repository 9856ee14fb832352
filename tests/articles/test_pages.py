"""Explainers as readers meet them."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText

from explainer.articles.models import ArticleCitation
from explainer.catalogs.models import BehaviourGroup, EntryCitation
from sources.gates import PublicationRefused
from tests import make
from tests.html import outside_requests, problems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

TEXT = ("text", RichText("<h2>The plan</h2><p>It is a plan.[^plan]</p>"))


def test_prose_points_to_its_numbered_sources(client):
    rows = [make.citation(ArticleCitation, key=key, says=f"Says {key}.") for key in ("other", "plan")]
    make.article("one", [TEXT], citations=rows)
    page = client.get("/explainers/one/").text
    assert '<a class="ref" href="#evidence-plan" aria-label="Evidence 2">2</a>' in page
    assert page.index("Says other.") < page.index("Says plan.")


def test_claims_stand_in_the_text_with_their_verdicts_and_in_the_order_given(client):
    a, b = make.claim(title="A is so"), make.claim(title="B is so", verdicts=[make.verdict("true")])
    make.article("one", [TEXT, ("claims", [b, a])])
    page = client.get("/explainers/one/").text
    assert re.findall(r"“([AB] is so)”", page) == ["B is so", "A is so"]
    assert "No document says so." in page


def test_events_stand_in_the_order_of_time_with_their_lane(client):
    late = make.event(title="A rumour", date="2016", lane="reported", kind="said")
    early = make.event(title="A plan", date="2014")
    make.article("one", [TEXT, ("events", [late, early])])
    page = client.get("/explainers/one/").text
    assert page.index("A plan</a>") < page.index("A rumour</a>")
    assert "Reported" in page


def test_relations_of_an_actor_are_a_picture_with_its_sentences(client):
    bank, firm = make.actor("bank", name="The bank"), make.actor("firm", name="The firm")
    make.relation(bank, firm, verb="regulates")
    bank.refresh_from_db()
    make.article("one", [TEXT, ("neighbours", bank)])
    page = client.get("/explainers/one/").text
    assert "<svg" in page
    assert "<summary>1 sentence behind it" in page
    assert "regulates" in page


def test_a_map_of_actors_stands_in_the_text(client):
    actors = [make.actor(), make.actor()]
    make.relation(*actors)
    shown = make.actor_map("overview", actors, title="Who is who")
    make.article("one", [TEXT, ("map", shown)])
    assert "/actors/?view=overview" in client.get("/explainers/one/").text


def catalogs():
    source = make.source("table", title="The table")
    town, city = make.place("town", name="Town"), make.place("city", name="City")
    row = make.entry(wording="Red lights cost points.", citations=[make.citation(EntryCitation, source)])
    other = make.entry(make.behaviour("parents", "family"), wording="Visits earn points.", points="5")
    make.catalog(town, entries=[row, other])
    return source, make.catalog(
        city,
        entries=[
            make.entry(wording="Honking costs points.", status="unsupported", citations=[make.citation(EntryCitation, source)])
        ],
    )


def test_entries_of_a_catalog_whole_or_of_one_group(client):
    catalogs()
    from explainer.catalogs.models import CatalogPage

    town = CatalogPage.objects.get(slug="town")
    make.article("whole", [TEXT, ("catalog", {"catalog": town, "group": None})])
    make.article("part", [TEXT, ("catalog", {"catalog": town, "group": BehaviourGroup.objects.get(slug="family")})])
    assert "Red lights cost points." in client.get("/explainers/whole/").text
    part = client.get("/explainers/part/").text
    assert "Visits earn points." in part
    assert "Red lights cost points." not in part


def test_what_rests_on_a_source_is_gathered_from_every_place_with_its_status(client):
    source, _ = catalogs()
    make.article("one", [TEXT, ("rests_on", source)])
    page = client.get("/explainers/one/").text
    for words in ("Red lights cost points.", "Honking costs points.", "Not supported by its source"):
        assert words in page
    assert "Visits earn points." not in page


def test_what_has_been_unpublished_drops_out(client):
    claim, event, actor = make.claim(title="Gone claim"), make.event(title="Gone event"), make.actor("gone")
    make.article("one", [TEXT, ("claims", [claim]), ("events", [event]), ("neighbours", actor)])
    for thing in (claim, event, actor):
        thing.unpublish()
    page = client.get("/explainers/one/").text
    assert "Gone" not in page
    assert 'class="embed' not in page


def test_the_list_is_in_reading_order_and_each_leads_to_the_others(client):
    make.article("second", position=2, title="The second")
    make.article("first", position=1, title="The first")
    page = client.get("/explainers/").text
    assert page.index("The first") < page.index("The second")
    assert "/explainers/second/" in client.get("/explainers/first/").text
    assert "The first" in client.get("/").text


def test_an_explainer_without_sources_summary_or_checks_stays_a_draft():
    with pytest.raises(PublicationRefused) as refused:
        make.article("one", [("text", RichText("<p>It is.[^ghost]</p>"))], summary="", last_checked=None)
    for reason in ("the summary is missing", "last checked is missing", "points to [^ghost]"):
        assert reason in str(refused.value)


@pytest.mark.parametrize("address", ["/explainers/", "/explainers/one/"])
def test_pages_are_valid_and_ask_no_other_host(client, address):
    source, catalog = catalogs()
    bank, firm = make.actor(), make.actor()
    make.relation(bank, firm)
    bank.refresh_from_db()
    parts = [("claims", [make.claim()]), ("events", [make.event()]), ("neighbours", bank), ("rests_on", source)]
    make.article("one", [TEXT, *parts, ("catalog", {"catalog": catalog, "group": None})])
    page = client.get(address).text
    assert problems(page) == []
    assert outside_requests(page) == []


def test_the_number_of_queries_does_not_grow_with_what_is_shown(client):
    used = []
    for slug, n in (("few", 1), ("many", 6)):
        things = [("claims", [make.claim() for _ in range(n)]), ("events", [make.event() for _ in range(n)])]
        make.article(slug, [TEXT, *things])
    for slug in ("few", "many"):
        client.get(f"/explainers/{slug}/")
        with CaptureQueriesContext(connection) as context:
            client.get(f"/explainers/{slug}/")
        used.append(len(context))
    assert used[0] == used[1]


def test_a_draft_can_be_previewed_without_being_saved(admin_client_of):
    client = admin_client_of("superuser")
    page = make.article("one", summary="As it was.")
    page.summary = "As it will be."
    page.save_revision()
    assert "As it will be." in client.get(f"/admin/pages/{page.pk}/view_draft/").text
    assert "As it was." in client.get("/explainers/one/").text


def test_headings_of_a_part_never_skip_a_step(client):
    claim = make.claim(title="It is so")
    make.article("before", [("text", RichText("<p>A plan.[^plan]</p>")), ("claims", [claim]), TEXT])
    make.article("after", [TEXT, ("claims", [claim])])
    assert "<h2><a" in client.get("/explainers/before/").text
    assert "<h3><a" in client.get("/explainers/after/").text
    for slug in ("before", "after"):
        assert problems(client.get(f"/explainers/{slug}/").text) == []


def test_its_headings_can_be_pointed_to_and_are_listed_first(client):
    text = "<h2>A plan</h2><p>It is a plan.[^plan]</p><h2>A plan</h2><p>Again.</p><h2>《规划》 &amp; others</h2><p>More.</p>"
    make.article("it-is-so", [("text", RichText(text))])
    page = client.get("/explainers/it-is-so/").text
    soup = BeautifulSoup(page, "html.parser")
    links = soup.select("nav.contents a")
    assert [link.text for link in links] == ["A plan", "A plan", "《规划》 & others", "What it rests on"]
    assert [soup.select_one(link["href"]).text for link in links] == [link.text for link in links]
    assert problems(page) == []


def test_a_short_one_has_no_list_of_contents(client):
    make.article("it-is-so", [("text", RichText("<h2>A plan</h2><p>It is a plan.[^plan]</p>"))])
    assert BeautifulSoup(client.get("/explainers/it-is-so/").text, "html.parser").select(".contents") == []
