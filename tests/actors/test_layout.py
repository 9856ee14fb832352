"""The picture as a drawing: what a reader may trust whatever is on it."""

import itertools
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.actors.layout import BADGE, BOX_H, BOX_W, WIDTH, Edge, Node, lay_out

BANDS = ["state", "courts", "firms", "press"]


@st.composite
def maps(draw, nudge=0, most_edges=40):
    """(nodes, edges) as a map may have them: up to 25 actors over the bands, relations among any of them."""
    bands = draw(st.lists(st.sampled_from(BANDS), min_size=1, max_size=25))
    shift = st.integers(-nudge, nudge)
    nodes = [Node(f"actor-{n}", band, (draw(shift), draw(shift))) for n, band in enumerate(bands)]
    ends = st.integers(0, len(nodes) - 1)
    pairs = (
        draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), max_size=most_edges)) if nodes[1:] else []
    )
    return nodes, [Edge(f"relation-{n}", nodes[a].key, nodes[b].key) for n, (a, b) in enumerate(pairs)]


def covers(box, spot):
    """Whether a number put at ``spot`` touches the box."""
    return abs(spot[0] - box[0]) < BOX_W / 2 + BADGE and abs(spot[1] - box[1]) < BOX_H / 2 + BADGE


def in_reading_order(found, nodes):
    return {
        band: sorted((node.key for node in nodes if node.band == band), key=lambda key: found["nodes"][key][::-1])
        for band in BANDS
    }


def moderate():
    """Twelve actors in three bands and fourteen relations, some of them within a row and some across one."""
    nodes = [Node(f"{band}-{n}", band) for band in BANDS[:3] for n in range(4)]
    pairs = [
        "s0 c0",
        "s0 c1",
        "s1 c1",
        "s2 c3",
        "s3 f3",
        "s0 f2",
        "c0 f0",
        "c1 f0",
        "c1 f1",
        "c2 f2",
        "c3 f3",
        "f0 f1",
        "f1 f3",
        "c0 c2",
    ]
    names = {node.key[0] + node.key[-1]: node.key for node in nodes}
    return nodes, [Edge(pair.replace(" ", "-"), *(names[end] for end in pair.split())) for pair in pairs]


@settings(max_examples=60, deadline=None)
@given(maps())
def test_boxes_never_overlap_and_stay_inside_the_frame(drawing):
    found = lay_out(*drawing, BANDS)
    width, height = found["size"]
    assert width == WIDTH
    for x, y in found["nodes"].values():
        assert BOX_W / 2 <= x <= width - BOX_W / 2
        assert BOX_H / 2 <= y <= height - BOX_H / 2
    for (x1, y1), (x2, y2) in itertools.combinations(found["nodes"].values(), 2):
        assert abs(x1 - x2) >= BOX_W or abs(y1 - y2) >= BOX_H


@settings(max_examples=60, deadline=None)
@given(maps())
def test_every_box_stands_in_its_band_and_the_bands_fill_the_picture(drawing):
    nodes, edges = drawing
    found = lay_out(nodes, edges, BANDS)
    spans = {name: (top, top + height) for name, top, height in found["bands"]}
    assert list(spans) == [band for band in BANDS if band in {node.band for node in nodes}]
    assert [0, *(bottom for _, bottom in spans.values())] == [*(top for top, _ in spans.values()), found["size"][1]]
    for node in nodes:
        top, bottom = spans[node.band]
        assert top + BOX_H / 2 < found["nodes"][node.key][1] < bottom - BOX_H / 2


@settings(max_examples=60, deadline=None)
@given(maps())
def test_every_line_and_its_number_lie_inside_the_picture(drawing):
    nodes, edges = drawing
    found = lay_out(nodes, edges, BANDS)
    width, height = found["size"]
    assert found["edges"].keys() == {edge.key for edge in edges}
    for line in found["edges"].values():
        x, y = line["n"]
        assert BADGE <= x <= width - BADGE
        assert BADGE <= y <= height - BADGE
        for letter, numbers in re.findall(r"([MCV])([-\d ]+)", line["d"]):
            values = [int(number) for number in numbers.split()]
            ys = values if letter == "V" else values[1::2]
            xs = [] if letter == "V" else values[::2]
            assert all(0 <= value <= width for value in xs)
            assert all(0 <= value <= height for value in ys)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_a_line_begins_and_ends_at_the_boxes_it_joins(drawing):
    nodes, edges = drawing
    found = lay_out(nodes, edges, BANDS)
    for edge in edges:
        numbers = [int(number) for number in re.findall(r"-?\d+", found["edges"][edge.key]["d"].split("V")[0])]
        x, y = found["nodes"][edge.start]
        assert abs(numbers[0] - x) <= BOX_W / 2
        assert abs(abs(numbers[1] - y) - BOX_H / 2) <= 1
        last = re.search(r"(-?\d+)$", found["edges"][edge.key]["d"])
        assert abs(abs(int(last[1]) - found["nodes"][edge.end][1]) - BOX_H / 2) <= 1


@settings(max_examples=60, deadline=None)
@given(maps(most_edges=15))
def test_a_number_never_covers_a_box(drawing):
    found = lay_out(*drawing, BANDS)
    for line in found["edges"].values():
        assert not any(covers(box, line["n"]) for box in found["nodes"].values())


def test_numbers_of_a_moderate_map_lie_apart():
    found = lay_out(*moderate(), BANDS)
    spots = [line["n"] for line in found["edges"].values()]
    assert len(spots) == 14
    for (x1, y1), (x2, y2) in itertools.combinations(spots, 2):
        assert ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 >= 2 * BADGE


def test_lines_of_a_moderate_map_do_not_lie_on_each_other():
    paths = [line["d"] for line in lay_out(*moderate(), BANDS)["edges"].values()]
    assert len(set(paths)) == len(paths)


@settings(max_examples=40, deadline=None)
@given(maps(nudge=40), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_changes_nothing(drawing, random):
    nodes, edges = drawing
    found = lay_out(nodes, edges, BANDS)
    random.shuffle(nodes)
    random.shuffle(edges)
    assert lay_out(nodes, edges, BANDS) == found


@settings(max_examples=40, deadline=None)
@given(maps(), st.sampled_from(BANDS))
def test_a_new_actor_leaves_those_already_placed_in_their_order(drawing, band):
    nodes, edges = drawing
    before = lay_out(nodes, edges, BANDS)
    new = Node("a-new-one", band)  # by name it would come first
    after = lay_out([new, *nodes], [Edge("new", nodes[0].key, new.key), *edges], BANDS, before)
    order = in_reading_order(before, nodes)
    assert in_reading_order(after, [*nodes, new]) == order | {band: [*order[band], "a-new-one"]}


@settings(max_examples=40, deadline=None)
@given(maps(nudge=200))
def test_laid_out_again_it_is_the_same_picture(drawing):
    found = lay_out(*drawing, BANDS)
    assert lay_out(*drawing, BANDS, found) == found


def test_an_actor_that_is_gone_leaves_the_others_in_their_order():
    nodes, edges = moderate()
    before = lay_out(nodes, edges, BANDS)
    after = lay_out(nodes[1:], edges, BANDS, before)
    order = in_reading_order(before, nodes)
    order["state"].remove("state-0")
    assert in_reading_order(after, nodes[1:]) == order


def test_a_nudge_moves_its_box_and_no_other():
    plain = [Node("a", "state"), Node("b", "state"), Node("c", "firms")]
    nudged = [Node("a", "state", (30, -12)), *plain[1:]]
    edges = [Edge("a-c", "a", "c")]
    before, after = lay_out(plain, edges, BANDS), lay_out(nudged, edges, BANDS)
    x, y = before["nodes"].pop("a")
    assert after["nodes"].pop("a") == [x + 30, y - 12]
    assert after["nodes"] == before["nodes"]
    assert after["edges"]["a-c"]["d"] != before["edges"]["a-c"]["d"]


@settings(max_examples=40, deadline=None)
@given(maps(nudge=2000))
def test_no_nudge_moves_a_box_out_of_the_picture(drawing):
    found = lay_out(*drawing, BANDS)
    for x, y in found["nodes"].values():
        assert BOX_W / 2 <= x <= WIDTH - BOX_W / 2
        assert BOX_H / 2 <= y <= found["size"][1] - BOX_H / 2


def test_relations_to_actors_that_are_not_drawn_are_ignored():
    nodes = [Node("a", "state"), Node("b", "firms")]
    drawn, *others = [Edge("1", "a", "b"), Edge("2", "a", "ghost"), Edge("3", "ghost", "b"), Edge("4", "a", "a")]
    assert lay_out(nodes, [drawn, *others], BANDS) == lay_out(nodes, [drawn], BANDS)


def test_no_actors_make_an_empty_picture():
    found = lay_out([], [], BANDS)
    assert (found["size"], found["bands"], found["nodes"], found["edges"]) == ([WIDTH, 0], [], {}, {})
