"""The small signs: all there, all different, never instead of a word."""

import pytest
from bs4 import BeautifulSoup

from explainer import styleguide
from sources.symbols import DRAWINGS, sign
from tests import make


@pytest.mark.parametrize("family", list(styleguide.FAMILIES))
def test_each_value_has_a_sign_that_stands_beside_its_word(family):
    for value in styleguide.FAMILIES[family]:
        soup = BeautifulSoup(sign(family, value.value, "Word & word"), "html.parser")
        assert soup.svg["aria-hidden"] == "true"
        assert soup.text == "Word & word"


def test_within_a_family_no_two_look_alike():
    same = {frozenset(pair) for pair in (("status-in-force", "status-documented"), ("status-announced", "status-planned"),
                                         ("status-unsupported", "status-disputed"))}  # fmt: skip
    names = sorted(DRAWINGS)
    for name in names:
        for other in names:
            if name < other and name.split("-")[0] == other.split("-")[0] and frozenset((name, other)) not in same:
                assert DRAWINGS[name] != DRAWINGS[other], (name, other)


@pytest.mark.django_db
def test_the_style_guide_shows_them_all_and_every_token(rf, home):
    make.claim()
    make.event()
    page = BeautifulSoup(styleguide.styleguide(rf.get("/styleguide/")).text, "html.parser")
    rows = [row.th.text for row in page.select("#signs ~ table tbody tr")]
    assert len(rows) == sum(map(len, styleguide.FAMILIES.values()))
    css = styleguide.tokens_css(rf.get("/styleguide/tokens.css")).text
    for part in page.select(".swatches span, .spaces span"):
        assert all(f".{name} " in css for name in part["class"])


@pytest.mark.django_db
def test_the_style_guide_is_not_public(client, home):
    assert client.get("/styleguide/").status_code == 404
