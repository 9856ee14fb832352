import datetime

import pytest
from bs4 import BeautifulSoup

from explainer.places.models import Place
from tests import make

pytestmark = pytest.mark.django_db
NO = {"state": "no", "effect": "", "points": ""}
LOOKED = {"state": "not-found", "effect": "", "points": "", "checked": datetime.date(2026, 1, 5), "citations": []}
LIST, PAGE = "/catalogs/behaviours/", "/catalogs/behaviours/red-light/"


def look(client, address):
    return BeautifulSoup(client.get(address).text, "html.parser")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def sections(soup):
    """Heading without its number → (the number, the places named under it)."""
    found = {}
    for section in soup.select("section[aria-labelledby]"):
        heading, _, number = words(section.h2).partition(" (")
        found[heading] = (int(number.split()[0]), [link.text for link in section.select("a[href^='/catalogs/']")])
    return found


def on_list(client, name="Red light"):
    return next(words(link.select_one(".quiet")) for link in look(client, LIST).select(".mixups a") if link.span.text == name)


@pytest.fixture
def places(home):
    make.catalog(make.place("ankang"), entries=[make.entry(), make.entry(points="-10", wording="By bicycle.")])
    make.catalog(make.place("beijing"), entries=[make.entry(points="-5")])
    make.catalog(make.place("chengdu"), entries=[make.entry(**NO)])
    make.catalog(make.place("dalian"), entries=[make.entry(**LOOKED)])
    make.catalog(make.place("ezhou"), entries=[make.entry(make.behaviour("volunteering"))])


def test_a_behaviour_says_where_it_has_an_effect_where_none_where_we_looked_and_where_not(client, places):
    assert sections(look(client, PAGE)) == {
        "Where it has an effect": (2, ["Ankang", "Ankang", "Beijing"]),
        "Where it has none, says a document": (1, ["Chengdu"]),
        "Where we looked and found nothing": (1, ["Dalian"]),
        "Not checked": (1, ["Ezhou"]),
    }


def test_the_numbers_on_the_list_are_those_of_the_page(client, places):
    shown = sections(look(client, PAGE))
    yes, no, looked = (number for number, _ in list(shown.values())[:3])
    assert on_list(client) == f"{yes} places, without effect in {no}, looked in {looked}"
    assert on_list(client, "Volunteering") == "1 place"
    assert sections(look(client, f"{LIST}volunteering/"))["Where it has an effect"] == (1, ["Ezhou"])
    assert "in each of 5 places" in words(look(client, LIST))


def test_drafts_and_places_that_are_not_public_count_nowhere(client, places):
    Place.objects.filter(slug="ankang").update(live=False)
    Place.objects.get(slug="chengdu").catalog.unpublish()
    Place.objects.filter(slug="ezhou").update(live=False)
    assert sections(look(client, PAGE)) == {
        "Where it has an effect": (1, ["Beijing"]),
        "Where we looked and found nothing": (1, ["Dalian"]),
    }
    assert on_list(client) == "1 place, looked in 1"
    assert on_list(client, "Volunteering") == "0 places"
    assert "in each of 2 places" in words(look(client, LIST))


def test_an_entry_shows_its_effect_its_status_and_its_source_beside_its_place(client, home):
    make.catalog(make.place("rongcheng"), entries=[make.entry(points="-50..-10", status="reported", wording="At a crossing.")])
    row = words(look(client, PAGE).select_one(".entry"))
    for part in ("Rongcheng : At a crossing.", "−50 to −10 points", "Reported", "1 source", "It says so."):
        assert part in row


def test_bars_of_all_places_are_on_one_scale(client, home):
    for slug, points in (("ankang", "-50"), ("beijing", "-10"), ("chengdu", "10")):
        make.catalog(make.place(slug), entries=[make.entry(points=points)])
    assert [bar.rect["width"] for bar in look(client, PAGE).select("svg.points-bar")] == ["200.0", "40.0", "40.0"]


def test_behaviours_stand_under_their_groups(client, home):
    make.behaviour("debt", group="money")
    make.behaviour("red-light", group="traffic")
    groups = {
        words(section.h2): [words(link.span) for link in section.select("a")] for section in look(client, LIST).select("section")
    }
    assert groups == {"Money": ["Debt"], "Traffic": ["Red light"]}


def test_an_unknown_behaviour_is_not_found(client, home):
    assert client.get(f"{LIST}nothing/").status_code == 404


def test_both_pages_cost_the_same_for_any_number_of_places(client, home, django_assert_max_num_queries):
    used = []
    for slugs in (["one", "two"], [f"more-{n}" for n in range(15)]):
        for slug in slugs:
            make.catalog(
                make.place(slug), entries=[make.entry(), make.entry(make.behaviour(f"of-{slug}", group=f"group-{slug}"))]
            )
        client.get(PAGE)
        with django_assert_max_num_queries(20) as captured:
            client.get(PAGE)
            client.get(LIST)
        used.append(len(captured))
    assert used[0] == used[1]
