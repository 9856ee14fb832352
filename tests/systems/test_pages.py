"""“Which system is meant?” as readers meet it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.gates import PublicationRefused
from tests import make
from tests.html import outside_requests, problems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def sections(page):
    """Heading → names of the systems below it, in order."""
    parts = re.findall(r'<section class="layer-of-systems".*?</section>', page, re.DOTALL)
    return {re.search(r"<h2[^>]*>(.*?)</h2>", part)[1]: re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", part) for part in parts}


def test_systems_are_sorted_by_layer_and_what_is_outside_comes_after(client):
    first, second = make.layer("court-list", position=1), make.layer("company-score", position=2)
    make.system(name="Points", layer=second, standing="beside", output="score")
    make.system(name="Debtors", layer=first)
    make.system(name="Aadhaar list", layer=second)
    make.system(name="FICO", layer=None, standing="elsewhere")
    make.system(name="Old files", layer=None, standing="forerunner")
    assert list(sections(client.get("/systems/").text).items()) == [
        ("Court list", ["Debtors"]),
        ("Company score", ["Aadhaar list", "Points"]),
        ("Forerunners", ["Old files"]),
        ("Comparisons from elsewhere", ["FICO"]),
    ]


def test_each_says_how_to_recognise_it_and_who_keeps_it(client):
    make.system("points", tell="A number from 350 to 950.", keeper="A company", name_original="分", language="zh", state="ended")
    page = client.get("/systems/").text
    for words in ("A number from 350 to 950.", "A company", "分", "Ended"):
        assert words in page


def test_filters_by_what_the_story_shows(client):
    make.system(name="Points", output="score")
    make.system(name="Debtors", output="list")
    page = client.get("/systems/?output=score").text
    assert "<b>1</b> system" in page
    assert [name for names in sections(page).values() for name in names] == ["Points"]
    assert client.get("/systems/?output=film%00&layer=none").status_code == 200


@pytest.mark.parametrize("words", ["points", "SCORE", "分", "350 to", "of one town"])
def test_is_found_by_any_of_its_names_and_by_what_the_story_says(client, words):
    make.system(
        name="Points",
        name_original="分",
        aliases="The score",
        tell="From 350 to 950.",
        what="A scheme of one town.",
        standing="part",
    )
    make.system(name="Debtors", what="A list of debtors.")
    page = client.get("/systems/", {"q": words}).text
    assert [name for names in sections(page).values() for name in names] == ["Points"]


def test_a_system_leads_on_to_actors_places_words_and_claims_that_are_public(client):
    hidden = make.actor("hidden-one")
    hidden.unpublish()
    make.system(
        "points",
        actors=[make.actor("keeper-one"), hidden],
        places=[make.place("town")],
        terms=[make.term("word")],
        claims=[make.claim("it-is-so", title="It is so")],
        aliases="The points\nScore",
    )
    page = client.get("/systems/points/").text
    for address in ("/actors/keeper-one/", "/catalogs/town/", "/glossary/word/", "/claims/it-is-so/"):
        assert address in page
    assert "/actors/hidden-one/" not in page
    assert "The points, Score" in page
    assert "/systems/points/" in client.get("/actors/keeper-one/").text


def test_a_part_of_the_topic_needs_a_layer_and_every_system_a_source():
    system = make.unsaved_system(citations=[])
    system.layer = None
    with pytest.raises(PublicationRefused) as refused:
        make.publish(system)
    assert "say in which layer" in str(refused.value)
    assert "it has no citation" in str(refused.value)


@pytest.mark.parametrize("address", ["/systems/", "/systems/points/", "/systems/?output=code"])
def test_pages_are_valid_and_ask_no_other_host(client, address):
    make.system("points", actors=[make.actor()], claims=[make.claim()])
    page = client.get(address).text
    assert problems(page) == []
    assert outside_requests(page) == []


def test_the_list_costs_the_same_for_any_number_of_systems(client):
    used = []
    for _ in range(2):
        make.system()
        make.system(standing="elsewhere")
        client.get("/systems/")
        with CaptureQueriesContext(connection) as context:
            client.get("/systems/")
        used.append(len(context))
    assert used[0] == used[1]


def test_a_draft_can_be_previewed_without_being_saved():
    record = make.system(what="As it was.")
    record.what = "As it will be."
    assert "As it will be." in record.make_preview_request().text
    assert type(record).objects.get().what == "As it was."
