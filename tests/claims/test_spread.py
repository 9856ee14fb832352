"""How a claim spread, as a picture that says in words what it shows."""

import pytest
from bs4 import BeautifulSoup

from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def picture(client, *dates, first=None):
    rows = [make.appearance(said_on=date, said_by=f"Paper {n}", first_known=n == first) for n, date in enumerate(dates)]
    make.claim("told", appearances=rows)
    return BeautifulSoup(client.get("/claims/told/").text, "html.parser").select_one("figure.spread")


def test_one_dot_for_each_dated_place_and_a_label_for_each_year(client):
    figure = picture(client, "2015-04", "2015", "2018~", "", first=0)
    assert len(figure.select("circle")) == 3
    assert [label.text for label in figure.select("text")] == ["2015", "2016", "2017", "2018"]
    assert len(figure.select("circle.first")) == 1
    assert len({(dot["cx"], dot["cy"]) for dot in figure.select("circle")}) == 3
    sentence = "Found 3 times from 2015 to 2018, most often in 2015; first known in 2015."
    assert figure.svg["aria-label"] == sentence
    assert sentence in figure.figcaption.text


@pytest.mark.parametrize("dates", [["2015", "2018"], ["2015", "2015", "2015"], ["1900", "1950", "2020"], [""]])
def test_where_the_list_says_more_there_is_no_picture(client, dates):
    assert picture(client, *dates) is None
