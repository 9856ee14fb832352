"""Bars say what the numbers say: one zero for all, and a width in proportion."""

import pytest

from explainer.catalogs.models import Entry
from explainer.catalogs.scale import WIDTH, draw


def entry(points, status="in-force"):
    return Entry(wording="Doing it.", state="yes", effect="points", points=points, status=status)


def bars(*points):
    entries = [entry(text) for text in points]
    draw(entries)
    return [row.bar for row in entries]


def test_zero_stands_at_the_same_place_in_every_bar():
    costs, earns = bars("-50", "10")
    assert costs.zero == earns.zero == WIDTH * 50 / 60


def test_what_costs_stands_left_of_zero_and_what_earns_right_of_it():
    costs, earns = bars("-50", "10")
    assert (costs.side, earns.side) == ("costs", "earns")
    assert costs.x + costs.width == costs.zero
    assert earns.x == earns.zero
    assert costs.x == 0
    assert earns.x + earns.width == WIDTH


def test_widths_are_in_proportion_to_the_points():
    ten, twenty, hundred, half = bars("-10", "20", "-100", "-0.5")
    assert (ten.width, twenty.width, hundred.width, half.width) == (20, 40, 200, 1)


@pytest.mark.parametrize(
    ("points", "solid", "pale"),
    [
        ("-50..-10", (192, 48), (0, 192)),
        ("10..50", (0, 48), (48, 192)),
        ("-50..-50", (0, 240), (0, 0)),
        ("0..50", (0, 0), (0, 240)),
    ],
)
def test_a_range_is_solid_as_far_as_it_is_certain_and_pale_beyond(points, solid, pale):
    (bar,) = bars(points)
    assert (bar.x, bar.width) == solid
    assert bar.pale_width == pale[1]
    assert not bar.pale_width or bar.pale_x == pale[0]


def test_a_range_on_both_sides_of_zero_is_pale_from_end_to_end():
    (bar,) = bars("-10..30")
    assert bar.width == 0
    assert (bar.pale_x, bar.pale_width, bar.zero) == (0, 240, 60)


def test_what_its_own_source_does_not_support_is_not_drawn_and_does_not_stretch_the_scale():
    fair, invented = entry("-50"), entry("-1000", "unsupported")
    draw([fair, invented])
    assert invented.bar is None
    assert fair.bar.width == WIDTH


def test_without_points_there_is_no_scale_and_no_bar():
    listed = Entry(wording="Doing it.", state="yes", effect="list", status="in-force")
    assert draw([listed]) is None
    assert listed.bar is None
    assert draw([]) is None


def test_an_entry_without_points_has_no_bar_beside_others_that_have():
    listed, scored = Entry(wording="Doing it.", state="yes", effect="list", status="in-force"), entry("5")
    draw([listed, scored])
    assert listed.bar is None
    assert scored.bar


def test_zero_points_alone_divide_nothing_by_nothing():
    assert bars("0") == [None]


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ("-50", "−50"),
        ("10", "+10"),
        ("0", "0"),
        ("-50..-10", "−50 to −10"),
        ("-5..5", "−5 to +5"),
        ("10..10", "+10"),
        ("-0.5", "−0.5"),
        ("2.0", "+2"),
        ("1000", "+1000"),
        ("", ""),
    ],
)
def test_points_in_words_carry_the_signs_of_print(points, words):
    assert entry(points).points_words == words
