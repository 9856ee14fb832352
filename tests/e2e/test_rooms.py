"""Timeline, map and catalogs in a real browser: by keyboard, without scripts, without styles, on paper."""

import re
from itertools import pairwise

import pytest

ROOMS = ["/timeline/", "/timeline/2014/", "/actors/", "/actors/sesame-credit/", "/catalogs/", "/catalogs/suining/"]


def test_two_lanes_stand_side_by_side_and_on_a_phone_below_each_other(open_page):
    def places(width):
        page = open_page("/timeline/2015/", width=width)
        return [page.locator(f".lane-column-{lane}").first.bounding_box() for lane in ("documented", "reported")]

    documented, reported = places(1280)
    assert documented["y"] == reported["y"]
    assert documented["x"] + documented["width"] <= reported["x"]
    documented, reported = places(360)
    assert documented["x"] == reported["x"]
    assert documented["y"] + documented["height"] <= reported["y"]


def test_a_bar_leads_to_its_year(open_page):
    page = open_page("/timeline/")
    page.locator(".bars a[href='/timeline/2018/'] .reach").click(position={"x": 5, "y": 40})
    page.wait_for_url("**/timeline/2018/")
    assert page.locator("h1").inner_text() == "2018"


def test_timeline_filters_make_an_address_that_can_be_shared(open_page):
    page = open_page("/timeline/")
    page.get_by_label("Lane", exact=True).select_option("reported")
    page.get_by_label("From year").fill("2015")
    page.get_by_label("To year").fill("2015")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**lane=reported**since=2015**until=2015**")
    count = int(page.locator(".count b").inner_text())
    assert page.locator(".event").count() == count > 0
    assert page.locator(".event-documented").count() == 0


def test_what_is_public_and_what_is_private_comes_first(open_page):
    page = open_page("/actors/", width=1280)
    assert page.locator(".sectors").bounding_box()["y"] < page.locator(".map").bounding_box()["y"]
    assert page.locator(".sectors").bounding_box()["y"] < 600
    rounded = page.evaluate("[...document.querySelectorAll('.box-private rect')].every(r => r.getAttribute('rx') > 20)")
    square = page.evaluate("[...document.querySelectorAll('.box-public rect')].every(r => r.getAttribute('rx') < 5)")
    assert rounded
    assert square


def test_the_map_tells_three_things_apart_in_words(open_page):
    """A company's score, a court's list, a county's points: each marked on another box, in bands of another name."""
    page = open_page("/actors/", width=1280)
    marks = page.locator(".box-marked text + text").all_text_contents()
    assert {"a company’s score", "a court’s list", "a county’s points"} <= set(marks)


def test_the_map_by_keyboard(open_page):
    page = open_page("/actors/", width=1280)
    box = page.locator("a.box").first
    box.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('box')")
    stroke = page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")
    assert stroke == "4px"
    badge = page.locator("a.badge").first
    number = badge.locator("text").text_content()
    sentence = badge.get_attribute("aria-label").partition(". ")[2]
    badge.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#relation-"))
    row = page.locator(".relations tr:target")
    assert row.get_attribute("data-number") == number
    assert " ".join(row.locator(".sentence").inner_text().split()) == sentence


def test_pointing_at_a_box_marks_its_neighbourhood_and_the_page_is_whole_without_it(open_page):
    page = open_page("/actors/", width=1280)
    page.locator("a.box-marked").first.hover()
    assert page.locator(".map.is-picking").count() == 1
    assert 0 < page.locator(".box.is-off").count() < page.locator(".box").count()
    page.mouse.move(5, 5)
    assert page.locator(".map.is-picking").count() == 0


def test_on_a_phone_the_map_is_a_list(open_page):
    page = open_page("/actors/", width=360)
    assert not page.locator(".map svg").first.is_visible()
    assert page.locator(".map-list a").count() == page.locator("a.box").count()
    assert page.locator(".map-list").is_visible()


def test_no_number_lies_on_another_or_on_a_box(open_page):
    page = open_page("/actors/", width=1280)
    overlaps = page.evaluate(
        """() => {
        const at = (e) => e.getBoundingClientRect();
        const discs = [...document.querySelectorAll('.badge .disc')].map(at), boxes = [...document.querySelectorAll('.box rect')].map(at);
        const on = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return discs.filter((d, n) => boxes.some((b) => on(d, b)) || discs.some((o, m) => m > n && on(d, o))).length }"""
    )
    assert overlaps <= 2


@pytest.mark.parametrize("path", ROOMS)
def test_headings_and_links_make_sense_without_styles(open_page, path):
    page = open_page(path)
    levels = page.evaluate("[...document.querySelectorAll('main h1, main h2, main h3, main h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach(link => link.remove())")
    assert page.evaluate(
        "[...document.querySelectorAll('main a:not([aria-hidden])')].every(a => (a.textContent + (a.getAttribute('aria-label') || '')).trim())"
    )


@pytest.mark.parametrize("path", ROOMS)
def test_on_paper_it_is_all_there(open_page, path):
    page = open_page(path, width=800)
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    hidden = page.evaluate(
        "[...document.querySelectorAll('details .citation')].filter(e => !e.getBoundingClientRect().height).length"
    )
    assert hidden == 0
    assert not page.locator("header nav").first.is_visible()


def test_bars_cost_to_the_left_and_earn_to_the_right_of_one_zero(open_page):
    page = open_page("/catalogs/wendeng/", width=1280)
    zeros = set(
        page.evaluate("[...document.querySelectorAll('.points-bar .zero')].map(z => Math.round(z.getBoundingClientRect().left))")
    )
    assert len(zeros) == 1
    (zero,) = zeros
    sides = page.evaluate(
        """[...document.querySelectorAll('.points-bar .solid')].map((r) => {
        const box = r.getBoundingClientRect(); return [r.parentNode.classList.contains('points-costs'), box.left, box.right] })"""
    )
    assert {costs for costs, _, _ in sides} == {True, False}
    assert all((right <= zero + 2) if costs else (left >= zero - 2) for costs, left, right in sides)


def test_choosing_places_leads_to_a_comparison(open_page):
    page = open_page("/catalogs/", width=1280)
    for name in ("Suining", "Wendeng"):
        page.get_by_label(f"Compare {name}").check()
    page.get_by_role("button", name="Compare the chosen").click()
    page.wait_for_url("**place=suining&place=wendeng")
    assert page.locator("table.compare thead th").count() == 2
    rows = page.locator("table.compare tbody tr").count()
    page.get_by_role("link", name="Only differences").click()
    page.wait_for_url("**only=differences")
    assert page.locator("table.compare tbody tr").count() <= rows


def test_from_a_tile_to_the_catalogs_in_it(open_page):
    page = open_page("/catalogs/", width=1280)
    tile = page.locator("a.tile").first
    count = tile.locator(".number").text_content()
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**within=**")
    assert page.locator(".count b").inner_text() == count
