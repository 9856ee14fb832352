"""Whose number is whose: only what documents give is drawn, and the words say what the bar shows."""

import pytest
from bs4 import BeautifulSoup

from explainer.systems.models import SystemCitation
from sources.gates import PublicationRefused
from tests import make
from tests.html import problems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def scored(name, low=None, high=None, start=None, gives=True, **fields):
    citation = make.citation(SystemCitation, gives_scale=gives)
    return make.system(
        name=name, output="score", scale_low=low, scale_high=high, scale_start=start, citations=[citation], **fields
    )


def table(client, address="/systems/"):
    page = client.get(address).text
    assert problems(page) == []
    rows = BeautifulSoup(page, "html.parser").select("table.scales tbody tr")
    return {row.th.a.text: row for row in rows}


def test_each_system_has_a_bar_from_end_to_end_and_says_so_in_words(client):
    scored("Company points", 350, 950)
    scored("County points", high=1000)
    scored("Town points", start=1000)
    rows = table(client)
    assert [row.select("td")[1].text for row in rows.values()] == ["From 350 to 950", "Up to 1,000", "Everyone begins with 1,000"]
    company, county, town = rows.values()
    assert len(company.select(".end")) == 2
    assert not company.select(".open")
    assert len(county.select(".open")) == 1
    assert not town.select(".reach")
    assert len(town.select(".scale-bar circle")) == 1
    assert company.select("a[href^='/sources/']")


def test_a_longer_scale_ends_further_to_the_right(client):
    scored("Long", 0, 1000)
    scored("Short", 0, 100)
    ends = {name: float(row.select(".end")[0]["d"].split()[0].lstrip("M")) for name, row in table(client).items()}
    assert ends["Short"] < ends["Long"]


def test_one_scale_alone_and_a_filtered_list_have_no_picture(client):
    scored("Alone", 0, 100)
    assert table(client) == {}
    scored("Second", 0, 1000)
    assert len(table(client)) == 2
    assert table(client, "/systems/?output=score") == {}


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ({"low": 900, "high": 300}, "its lowest value, 900, is not below its highest, 300."),
        ({"low": 0, "high": 100, "start": 500}, "what everyone begins with, 500, is outside of its scale."),
        ({"high": 100, "gives": False}, "no citation is marked as the one that gives its numbers."),
    ],
)
def test_numbers_that_cannot_be_or_that_no_document_gives_are_refused(numbers, why):
    with pytest.raises(PublicationRefused, match=why):
        scored("Odd", **numbers)
