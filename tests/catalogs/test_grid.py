"""Each province has a tile with the number of catalogs inside it, and leads to exactly those."""

import pytest
from bs4 import BeautifulSoup

from explainer.catalogs.grid import grid
from explainer.places.models import Place
from tests import make

pytestmark = pytest.mark.django_db


def look(client, address="/catalogs/"):
    return BeautifulSoup(client.get(address).text, "html.parser")


def tiles(client):
    """Every tile of the map that can be opened: name → (number, address)."""
    return {
        tile["aria-label"].split(":")[0]: (int(tile.select_one(".number").text), tile["href"])
        for tile in look(client).select(".grid-map a.tile")
    }


@pytest.fixture
def shandong(home):
    return make.place("shandong", level="province", tile="8,5")


def test_the_catalog_of_a_county_counts_in_the_tile_of_its_province(client, shandong):
    make.catalog(make.place("rongcheng", within=make.place("weihai", within=shandong)))
    assert tiles(client) == {"Shandong": (1, "/catalogs/?within=shandong")}


def test_the_catalog_of_the_province_itself_counts_too(client, shandong):
    make.catalog(shandong)
    assert tiles(client)["Shandong"][0] == 1


def test_a_tile_leads_to_a_list_with_as_many_catalogs(client, shandong):
    china = make.place("china", level="country", tile="0,0")
    Place.objects.filter(pk=shandong.pk).update(within=china)
    make.place("jiangsu", within=china, tile="8,6")
    weihai = make.place("weihai", within=shandong, tile="9,5")
    for place in (weihai, make.place("rongcheng", within=weihai), make.place("jinan", within=shandong), make.place("suzhou")):
        make.catalog(place)
    found = tiles(client)
    assert {name: number for name, (number, _) in found.items()} == {"China": 3, "Shandong": 3, "Weihai": 2}
    for number, address in found.values():
        soup = look(client, address)
        assert soup.select_one(".count b").text == str(number)
        assert len(soup.select("table.catalogs tbody tr")) == number


def test_a_tile_without_catalogs_leads_nowhere(client, shandong):
    soup = look(client)
    assert soup.select(".grid-map a.tile") == []
    assert "Shandong" in soup.select_one(".grid-map g.tile").text


def test_a_list_without_tiles_has_no_map(client, home):
    make.catalog()
    assert grid() is None
    assert look(client).select(".grid-map") == []


def test_what_is_not_public_is_not_counted(client, shandong):
    make.catalog(make.place("draft", within=shandong)).unpublish()
    make.catalog(make.place("hidden", within=shandong))
    Place.objects.filter(slug="hidden").update(live=False)
    assert tiles(client) == {}
    Place.objects.filter(pk=shandong.pk).update(live=False)
    assert look(client).select(".grid-map") == []


def test_places_in_a_circle_do_not_hang_the_map_nor_the_list_it_leads_to(client, shandong):
    weihai = make.place("weihai", within=shandong)
    rongcheng = make.place("rongcheng", within=weihai)
    Place.objects.filter(pk=shandong.pk).update(within=rongcheng)
    make.catalog(make.place("elsewhere"))
    lone = make.place("lone")
    page = make.catalog(lone)
    Place.objects.filter(pk=lone.pk).update(within=weihai)
    assert tiles(client)["Shandong"][0] == 1
    assert [row.th.a["href"] for row in look(client, "/catalogs/?within=shandong").select("table.catalogs tbody tr")] == [
        page.get_absolute_url()
    ]
    for address in ("/catalogs/lone/", "/catalogs/weihai/"):
        assert client.get(address).status_code == 200


def test_a_tile_stands_at_its_column_and_row(shandong):
    make.place("jiangsu", tile="8,6")
    make.place("hebei", tile="7,5")
    places = {tile.place.slug: (tile.x, tile.y) for tile in grid().tiles}
    assert places["hebei"][1] == places["shandong"][1]
    assert places["jiangsu"][0] == places["shandong"][0]
    assert places["hebei"][0] < places["shandong"][0]
    assert places["jiangsu"][1] > places["shandong"][1]
