"""The first occurrence of a term in the prose of a page becomes a link, and nothing else on the page changes."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from explainer.glossary.links import link_terms

COURT, JOINT = ("court list", "/glossary/court-list/"), ("joint punishment", "/glossary/joint-punishment/")
LIST = ("list", "/glossary/list/")


def prose(text):
    return f'<div class="prose">{text}</div>'


def linked(html):
    return re.findall(r'<a class="term" href="([^"]+)">([^<]+)</a>', html)


def without_links(html):
    return re.sub(r'<a class="term" href="[^"]+">([^<]+)</a>', r"\1", html)


def test_only_the_first_occurrence_is_linked_as_it_is_written():
    page = prose("<p>The Court list grows. The court list shrinks.</p>") + prose("<p>A court list.</p>")
    assert linked(link_terms(page, [COURT])) == [("/glossary/court-list/", "Court list")]


def test_each_term_is_linked_once_by_whichever_of_its_words_comes_first():
    page = prose("<p>A laolai is on the court list.</p>")
    assert linked(link_terms(page, [COURT, ("laolai", COURT[1])])) == [("/glossary/court-list/", "laolai")]


def test_the_longer_of_two_phrases_wins():
    assert linked(link_terms(prose("<p>The court list, a list.</p>"), [LIST, COURT])) == [
        ("/glossary/court-list/", "court list"),
        ("/glossary/list/", "list"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>The court list.</p>",
        prose('<p><a href="/x/">The court list</a></p>'),
        prose("<h2>The court list</h2>"),
        prose("<blockquote><p>the court list</p></blockquote>"),
        prose("<p>courtlist, court lists, a-court listing</p>"),
        prose("") + "<p>The court list.</p>",
        prose('<p title="court list">x</p>'),
    ],
    ids=["outside", "in a link", "in a heading", "quoted", "inside other words", "after the prose", "in an attribute"],
)
def test_not_linked(html):
    assert link_terms(html, [COURT]) == html


def test_after_a_closed_element_links_are_made_again():
    page = prose("<h2>The court list</h2><p>See <a href='/x/'>court list</a>: the <b>court list</b>.</p>")
    assert linked(link_terms(page, [COURT])) == [("/glossary/court-list/", "court list")]
    assert link_terms(page, [COURT]).startswith(prose("<h2>The court list</h2>")[:-6])


def test_words_with_marks_of_html_are_found():
    phrases = [("R&D list", "/glossary/rd/"), ("信用", "/glossary/xinyong/")]
    assert linked(link_terms(prose("<p>An R&amp;D list of 信用.</p>"), phrases)) == [
        ("/glossary/rd/", "R&amp;D list"),
        ("/glossary/xinyong/", "信用"),
    ]


@given(st.text(alphabet="court lisp<>/\"=' adivbh2é\n", max_size=300))
def test_whatever_the_page_nothing_but_links_is_added(text):
    page = prose(text)
    assert without_links(link_terms(page, [COURT, LIST])) == page


def test_a_link_carries_what_the_word_means_and_the_meaning_stays_words():
    meanings = {COURT[1]: 'A "list" of <names> & more.'}
    page = link_terms(prose("<p>The court list and joint punishment.</p>"), [COURT, JOINT], meanings)
    court, joint = BeautifulSoup(page, "html.parser").find_all("a")
    assert court["data-meaning"] == meanings[COURT[1]]
    assert not joint.has_attr("data-meaning")
