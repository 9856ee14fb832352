"""How a text is taken apart: sentences, terms, figures."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.figures import figures
from claims.matching.sentences import LONGEST, spans
from claims.matching.text import plain, terms


def sentences(text):
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He said “Stop.” She left.", ["He said “Stop.”", "She left."]),
        ("The U.S. firm rose 3.5 percent. It fell.", ["The U.S. firm rose 3.5 percent.", "It fell."]),
        ("Dr. Li spoke. Mr. J. Smith did not.", ["Dr. Li spoke.", "Mr. J. Smith did not."]),
        ("一。二！三？“四。”五六", ["一。", "二！", "三？", "“四。”", "五六"]),
        ("A heading\n\nA text", ["A heading", "A text"]),
        ("- first\n- second", ["- first", "- second"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_says_so(text, expected):
    assert sentences(text) == expected


@given(st.text(max_size=3000))
def test_any_text_is_taken_apart_and_nothing_is_made_up(text):
    at = 0
    for start, end in spans(text):
        assert at <= start < end <= len(text)
        assert end - start <= LONGEST
        assert not text[at:start].strip() or len(text[at:start].strip()) < 2
        at = end
    assert len(plain(text)) == len(text)
    terms(text)
    figures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pilots were piloting", ["pilot", "pilot"]),
        ("失信被执行人", ["失信", "信被", "被执", "执行", "行人"]),
        ("Zhīmà Crédit", ["zhima", "credit"]),
        ("#SocialCredit", ["social", "credit"]),
        ("so\u200bcial cre\u00addit", ["social", "credit"]),
        ("$17.5 million and 1,000", ["17.5", "million", "dollar", "1000"]),
    ],
)
def test_what_means_the_same_becomes_the_same_terms(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17.5 million", {17_500_000}),
        ("1750万人次", {17_500_000}),
        ("1,000 points", {1000}),
        ("in 2014 and 2020", set()),
        ("20 %", {-20}),
        ("three or 12", set()),
        ("350 to 950", {350, 950}),
    ],
)
def test_figures_are_read_whatever_their_dress(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a " * 100_000,
        "." * 50_000,
        "。" * 50_000,
        "\n" * 50_000,
        ".\n " * 20_000,
        "(" * 50_000,
        "1," * 25_000,
        "“" * 50_000,
        "it is " * 8000,
        "\u202e" * 50_000,
        "no " * 16_000 + "myth",
    ],
)
def test_no_text_makes_it_slow(text):
    from claims.matching.checking import LONGEST_TEXT, check
    from tests.matching.first_edition import matcher

    matcher()
    began = time.process_time()
    check(text[:LONGEST_TEXT], matcher())
    assert time.process_time() - began < 20  # a guard against hours, not a measure
