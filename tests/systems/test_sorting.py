"""Two questions, and the system that a story means. Works by links alone."""

import pytest
from bs4 import BeautifulSoup

from tests import make
from tests.html import problems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert problems(response.text) == []
    return BeautifulSoup(response.text, "html.parser")


def answers(soup):
    return {link.b.text: link["href"] for link in soup.select(".answers a")}


@pytest.fixture
def three():
    court = make.layer("court", name="Court list", keeper="a court", symbol="court", position=1)
    firm = make.layer("firm", name="Scores of firms", keeper="a company", position=2)
    make.system(name="Debtors", layer=court, output="list", tell="Debtors on a screen.")
    make.system(name="Users", layer=firm, output="list")
    make.system(name="Points", layer=firm, output="score")
    make.system(name="Old rolls", layer=None, standing="forerunner", output="list")
    return court, firm


def test_from_a_story_to_its_layer_its_systems_and_its_claims(client, three):
    make.claim(title="Debtors lose points", layers=[three[0]], mixups=[make.mixup(name="A list is told as a score")])
    make.claim(title="Firms know all", layers=[three[1]])
    first = read(client, "/systems/which/")
    assert list(answers(first)) == ["A list of names", "A score"]
    second = read(client, answers(first)["A list of names"])
    assert list(answers(second)) == ["A court", "A company", "None of these", "The story does not say"]
    result = read(client, answers(second)["A court"])
    assert result.h1.text == "Court list"
    assert [link.text for link in result.select(".systems h3 a")] == ["Debtors"]
    assert "Debtors on a screen." in result.text
    assert [link.text for link in result.select(".claim-row h3 a")] == ["“Debtors lose points”"]
    mixup = result.select_one(".mixups a")
    assert mixup.b.find(string=True) == "1"
    assert read(client, mixup["href"]).select_one(".count b").text == "1"


def test_a_story_that_does_not_say_leaves_all_of_them(client, three):
    result = read(client, "/systems/which/list/not-said/")
    assert [link.text for link in result.select(".systems h3 a")] == ["Debtors", "Users", "Old rolls"]


def test_what_is_outside_of_the_layers_has_no_claims_of_others(client, three):
    make.claim(title="Debtors lose points", layers=[three[0]])
    result = read(client, "/systems/which/list/none-of-these/")
    assert [link.text for link in result.select(".systems h3 a")] == ["Old rolls"]
    assert not result.select(".claim-row")


def test_where_one_answer_is_left_the_second_question_is_not_asked(client, three):
    assert read(client, "/systems/which/score/").h1.text == "Scores of firms"


@pytest.mark.parametrize("address", ["film/", "images/", "list/nobody/", "score/court/", "list/%00/"])
def test_answers_that_nobody_can_give_are_not_found(client, three, address):
    assert client.get(f"/systems/which/{address}").status_code == 404


def test_systems_that_are_no_longer_public_are_no_answer(client, three):
    make.system(name="Gone", output="screen").unpublish()
    assert "A public screen" not in answers(read(client, "/systems/which/"))
    assert client.get("/systems/which/screen/").status_code == 404
