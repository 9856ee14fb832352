import pytest
from bs4 import BeautifulSoup

from explainer.places.models import Place
from tests import make

pytestmark = pytest.mark.django_db
ADDRESS = "/catalogs/compare/"


def look(client, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def columns(soup):
    return [link.text for link in soup.select("table.compare thead th a")]


def rows(soup):
    """What stands in each row: name → one text for each place."""
    return {
        words(row.th): [words(cell) for cell in row.find_all("td")] for row in soup.select("table.compare tbody tr:not(.group)")
    }


@pytest.fixture
def places(home):
    """Four catalogs: a and b score a red light alike, c otherwise, d not at all."""
    for slug, points in (("a", "-50"), ("b", "-50"), ("c", "-10"), ("d", "")):
        make.catalog(
            make.place(slug), entries=[make.entry(points=points)] if points else [], facts=[make.fact("scale", value="A to D")]
        )


@pytest.mark.parametrize("slugs", [["a", "b"], ["c", "a", "b"], ["d", "c", "b", "a"]])
def test_two_to_four_places_stand_side_by_side_in_the_order_asked_for(client, places, slugs):
    soup = look(client, "&".join(f"place={slug}" for slug in slugs))
    assert columns(soup) == [slug.upper() for slug in slugs]
    assert all(len(cells) == len(slugs) for cells in rows(soup).values())
    assert soup.select(".notice") == []


def test_of_five_places_four_are_shown_and_a_notice_says_so(client, places):
    make.catalog(make.place("e"))
    soup = look(client, "place=a&place=b&place=c&place=d&place=e")
    assert columns(soup) == ["A", "B", "C", "D"]
    assert "the first four are shown" in words(soup.select_one(".notice"))


def test_a_place_without_catalog_is_named(client, places):
    soup = look(client, "place=a&place=atlantis&place=b&place=<b>")
    assert columns(soup) == ["A", "B"]
    assert words(soup.select_one(".notice")) == "There is no catalog of atlantis, <b>."


def test_a_place_that_is_not_public_cannot_be_compared(client, places):
    Place.objects.filter(slug="b").update(live=False)
    soup = look(client, "place=a&place=b")
    assert "There is no catalog of b" in soup.text
    assert "B" not in [option.text for option in soup.find_all("option")]


@pytest.mark.parametrize("query", ["", "place=a", "place=a&place=a", "place=a&place=", "place=a&place=atlantis"])
def test_less_than_two_places_ask_for_two(client, places, query):
    soup = look(client, query)
    assert "Choose at least two places." in soup.text
    assert soup.table is None
    assert [option["value"] for option in soup.select("option[selected]")] == (["a"] if query else [])


def test_the_form_offers_every_catalog_and_keeps_the_choice(client, places):
    soup = look(client, "place=c&place=a")
    selects = soup.select("select[name=place]")
    assert [[option["value"] for option in select.select("option[selected]")] for select in selects] == [["c"], ["a"], [], []]
    assert [option["value"] for option in selects[0].find_all("option")] == ["", "a", "b", "c", "d"]


def test_a_behaviour_is_matched_across_places_and_not_checked_where_one_has_none(client, places):
    light = rows(look(client, "place=a&place=c&place=d"))["Red light"]
    assert light[0].startswith("−50 points")
    assert light[1].startswith("−10 points")
    assert light[2] == "Not checked"


def test_a_cell_holds_every_rule_of_its_place_with_wording_and_status(client, home):
    two = [make.entry(points="-5", wording="On foot."), make.entry(points="-10", wording="By car.", status="ended")]
    make.catalog(make.place("a"), entries=two)
    make.catalog(make.place("b"), entries=[make.entry(state="no", effect="", points="")])
    cells = rows(look(client, "place=a&place=b"))["Red light"]
    assert "−5 points On foot. (in force when last seen)" in cells[0]
    assert "−10 points By car. (ended)" in cells[0]
    assert cells[1].startswith("No effect")


def test_bars_of_all_places_are_on_one_scale(client, places):
    soup = look(client, "place=a&place=c")
    assert [bar.rect["width"] for bar in soup.select("svg.points-bar")] == ["240.0", "48.0"]


class TestOnlyDifferences:
    def test_leaves_out_what_all_places_share_and_says_how_many_rows(self, client, places):
        everything, different = look(client, "place=a&place=c"), look(client, "place=a&place=c&only=differences")
        assert list(rows(different)) == ["Red light"]
        hidden = len(rows(everything)) - 1
        assert hidden == 15
        assert f"Only what differs: {hidden} rows left out." in words(different.select_one(".count"))

    def test_with_nothing_different_leaves_out_every_row(self, client, places):
        soup = look(client, "place=a&place=b&only=differences")
        assert rows(soup) == {}
        assert "16 rows left out" in soup.text

    def test_keeps_a_row_that_only_one_place_answers(self, client, places):
        soup = look(client, "place=a&place=b&place=d&only=differences")
        assert list(rows(soup)) == ["Red light"]

    def test_keeps_a_row_where_the_same_points_are_in_force_here_and_unsupported_there(self, client, home):
        make.catalog(make.place("a"), entries=[make.entry()])
        make.catalog(make.place("b"), entries=[make.entry(status="unsupported")])
        assert list(rows(look(client, "place=a&place=b&only=differences"))) == ["Red light"]

    def test_leads_back_to_everything_and_there_again(self, client, places):
        soup = look(client, "place=a&place=c")
        link = soup.select_one(".count a")
        assert link["href"] == f"{ADDRESS}?place=a&place=c&only=differences"
        back = BeautifulSoup(client.get(link["href"]).text, "html.parser").select_one(".count a")
        assert back["href"] == f"{ADDRESS}?place=a&place=c"


@pytest.mark.parametrize("query", ["place=a&place=c", "x=1&place=a&place=atlantis&place=c&only=differences"])
def test_the_address_of_the_page_holds_the_places_and_nothing_else(client, places, query):
    soup = look(client, query)
    assert soup.find("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}?place=a&place=c"


def test_without_places_the_address_is_bare(client, places):
    assert look(client, "junk=1").find("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}"


@pytest.mark.parametrize(
    "query",
    [
        "place=%00&place=a%00",
        "place='&place=\"&only=%00",
        "place[]=a&place[b]=c",
        "%FF=%FE&place=%FF",
        "place=a&place=c&only=differences&only=%00",
        "place=<script>alert(1)</script>",
        "place=" + "x" * 5000,
        "&".join(f"place=none-{n}" for n in range(900)),
        "&".join(f"place=none-{n}" for n in range(2000)),
        "place=a&" * 900 + "place=c",
    ],
    ids=["nul", "quotes", "brackets", "not utf-8", "twice only", "script", "long", "900 places", "2000 places", "900 times one"],
)
def test_a_mad_query_is_never_an_error_of_ours(client, places, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code in (200, 400)
    assert "<script>alert" not in response.text


def test_comparing_costs_the_same_for_any_number_of_entries(client, home, django_assert_max_num_queries):
    for slug, number in (("a", 2), ("b", 2), ("c", 12), ("d", 12)):
        make.catalog(make.place(slug), entries=[make.entry(make.behaviour(f"thing-{n}")) for n in range(number)])
    used = []
    client.get(f"{ADDRESS}?place=a&place=b")
    for query in ("place=a&place=b", "place=c&place=d"):
        with django_assert_max_num_queries(30) as captured:
            client.get(f"{ADDRESS}?{query}")
        used.append(len(captured))
    assert used[0] == used[1]
