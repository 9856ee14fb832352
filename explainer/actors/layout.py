"""Laying out a banded map: boxes in rows, lines that run between the boxes, and a number on each line.

Pure and deterministic: the same actors and relations give the same picture, and ``before`` (a layout made earlier) keeps
what it can of the old order, so that a map stays recognisable when one actor is added. Units are those of an SVG 1000
wide. A line that has to pass a row goes through a gap between its boxes, as in layered drawings (Sugiyama, Tagawa and
Toda 1981); gaps and ends are shared out so that no two lines lie on each other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

WIDTH, BOX_W, BOX_H = 1000, 134, 46
MARGIN, MOST_A_ROW = 64, 6
BAND_HEAD, BAND_PAD, ARCH = 24, 28, 24
BADGE = 11


@dataclass(frozen=True)
class Node:
    key: str
    band: str
    nudge: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Edge:
    key: str
    start: str
    end: str


@dataclass
class Row:
    band: str
    keys: list[str]
    y: float = 0


@dataclass
class Plan:
    """Work in progress: where each box stands, by its middle."""

    rows: list[Row]
    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)
    row_of: dict[str, int] = field(default_factory=dict)


def lay_out(nodes: Sequence[Node], edges: Sequence[Edge], bands: Sequence[str], before: Mapping | None = None) -> dict:
    """A layout as JSON: ``size``, ``bands`` [name, top, height], ``nodes`` {key: [x, y]} (middles of boxes), ``edges``
    {key: {"d": path, "n": [x, y]}} and ``order``, the keys in reading order before any nudge. ``bands`` gives the order
    of the bands from top to bottom."""
    known = {node.key for node in nodes}
    edges = sorted((e for e in edges if {e.start, e.end} <= known and e.start != e.end), key=lambda e: e.key)
    plan = Plan(_rows(sorted(nodes, key=lambda n: n.key), edges, bands, (before or {}).get("order", [])))
    spans = _heights(plan, edges)
    _columns(plan, edges)
    bottom = spans[-1][1] + spans[-1][2] if spans else 0
    for node in nodes:
        plan.x[node.key] = min(max(plan.x[node.key] + node.nudge[0], MARGIN + BOX_W / 2), WIDTH - BOX_W / 2 - 8)
        plan.y[node.key] = min(max(plan.y[node.key] + node.nudge[1], BOX_H / 2 + 8), bottom - BOX_H / 2 - 8)
    return {
        "size": [WIDTH, round(bottom)],
        "bands": [[name, round(top), round(height)] for name, top, height in spans],
        "nodes": {key: [round(plan.x[key], 1), round(plan.y[key], 1)] for key in sorted(plan.x)},
        "edges": _lines(plan, edges),
        "order": [key for row in plan.rows for key in row.keys],
    }


# Rows


def _rows(nodes, edges, bands, old) -> list[Row]:
    neighbours = defaultdict(list)
    for edge in edges:
        neighbours[edge.start].append(edge.end)
        neighbours[edge.end].append(edge.start)
    rows, placed = [], {key: n for n, key in enumerate(old)}
    for band in bands:
        members = [node.key for node in nodes if node.band == band]
        if not members:
            continue
        count = -(-len(members) // MOST_A_ROW)
        # Those already placed keep their order; a new one follows.
        members.sort(key=lambda key: (placed.get(key, len(old)), key))
        size = -(-len(members) // count)
        rows += [Row(band, members[n : n + size]) for n in range(0, len(members), size)]
    if not old:
        _untangle(rows, neighbours)
    return rows


def _untangle(rows, neighbours) -> None:
    """Order each row by the middle of its neighbours, up and down a few times; ties by name."""
    place = {key: (n + 0.5) / len(row.keys) for row in rows for n, key in enumerate(row.keys)}
    best, best_order = None, [list(row.keys) for row in rows]
    for sweep in range(12):
        for row in rows if sweep % 2 else reversed(rows):
            middles = {key: round(_middle(key, row.keys, neighbours, place), 4) for key in row.keys}
            row.keys.sort(key=lambda key, middles=middles: (middles[key], key))
            place |= {key: (n + 0.5) / len(row.keys) for n, key in enumerate(row.keys)}
        length = sum(abs(place[key] - place[other]) for key in place for other in neighbours[key])
        if best is None or length < best - 1e-9:
            best, best_order = length, [list(row.keys) for row in rows]
    for row, keys in zip(rows, best_order, strict=True):
        row.keys = keys


def _middle(key, row, neighbours, place) -> float:
    """The mean place of its neighbours in other rows; its own if it has none."""
    others = [place[other] for other in neighbours[key] if other not in row]
    return sum(others) / len(others) if others else place[key]


def _heights(plan, edges) -> list[tuple[str, float, float]]:
    """Give each row its height, and return the bands: name, top, height. Lines inside a row need room above it."""
    plan.row_of = {key: n for n, row in enumerate(plan.rows) for key in row.keys}
    arched = {plan.row_of[edge.start] for edge in edges if plan.row_of[edge.start] == plan.row_of[edge.end]}
    spans, y, top = [], 0.0, 0.0
    for n, row in enumerate(plan.rows):
        if n == 0 or plan.rows[n - 1].band != row.band:
            top, y = y, y + BAND_HEAD
        y += BAND_PAD + (ARCH if n in arched else 0) + BOX_H / 2
        row.y = y
        plan.y |= dict.fromkeys(row.keys, y)
        y += BOX_H / 2 + BAND_PAD
        if n + 1 == len(plan.rows) or plan.rows[n + 1].band != row.band:
            spans.append((row.band, top, y - top))
    return spans


def _columns(plan, edges) -> None:
    """Spread each row over the width, and draw boxes half way towards their neighbours as far as the others leave room."""
    left, right = MARGIN + BOX_W / 2, WIDTH - BOX_W / 2 - 16
    gap = min(34.0, (right - left) / (MOST_A_ROW - 1) - BOX_W)
    even = {}
    for row in plan.rows:
        step = (right - left) / len(row.keys)
        even |= {key: left + step * (n + 0.5) for n, key in enumerate(row.keys)}
    plan.x |= even
    for _ in range(6):
        for row in plan.rows:
            here, wanted = set(row.keys), []
            for key in row.keys:
                ends = [edge.end if edge.start == key else edge.start for edge in edges if key in (edge.start, edge.end)]
                others = [plan.x[end] for end in ends if end not in here]
                wanted.append((sum(others) / len(others) + even[key]) / 2 if others else even[key])
            for key, x in zip(row.keys, _apart(wanted, BOX_W + gap, left, right), strict=True):
                plan.x[key] = x


def _apart(wanted: list[float], least: float, left: float, right: float) -> list[float]:
    """Places in the given order, at least ``least`` apart and inside the frame, as near as may be to those wanted."""
    placed: list[float] = []
    for n, x in enumerate(wanted):
        low = left + n * least
        placed.append(max(x, low, placed[-1] + least if placed else low))
    limit = right
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], limit)
        limit = placed[n] - least
    return placed


# Lines


def _lines(plan, edges) -> dict:
    ports = _ports(plan, edges)
    lanes: dict[tuple[int, int], int] = defaultdict(int)
    points = {edge.key: _route(plan, edge, ports, lanes) for edge in edges}
    boxes = [(plan.x[key], plan.y[key]) for key in plan.x]
    badges: list[tuple[float, float]] = []
    drawn = {}
    for edge in edges:
        line = points[edge.key]
        spot = _free_spot(_samples(line), boxes, badges)
        badges.append(spot)
        drawn[edge.key] = {"d": _path(line), "n": [round(spot[0], 1), round(spot[1], 1)]}
    return drawn


def _side(plan, edge, key) -> int:
    """Whether the line leaves a box below (1) or above (-1). Boxes of one row are joined above."""
    here, there = plan.row_of[key], plan.row_of[edge.end if key == edge.start else edge.start]
    return 1 if there > here else -1


def _ports(plan, edges) -> dict[tuple[str, str], float]:
    """(edge, box) → x at which the line meets the box: shared out along its side in the order of the far ends."""
    sides = defaultdict(list)
    for edge in edges:
        for key, other in ((edge.start, edge.end), (edge.end, edge.start)):
            sides[key, _side(plan, edge, key)].append((plan.x[other], edge.key))
    ports = {}
    for (key, _), ends in sides.items():
        width = BOX_W - 28
        for n, (_, edge_key) in enumerate(sorted(ends)):
            ports[edge_key, key] = plan.x[key] + (width * ((n + 0.5) / len(ends) - 0.5))
    return ports


def _route(plan, edge, ports, lanes) -> list[tuple[float, float]]:
    start, end = edge.start, edge.end
    a, b = plan.row_of[start], plan.row_of[end]
    x1, x2 = ports[edge.key, start], ports[edge.key, end]
    y1 = plan.y[start] + _side(plan, edge, start) * BOX_H / 2
    y2 = plan.y[end] + _side(plan, edge, end) * BOX_H / 2
    if a == b:
        lanes[a, -1] += 1
        rise = 16 + 9 * (lanes[a, -1] % 3)
        return [(x1, y1), (x1, y1 - rise), (x2, y2 - rise), (x2, y2)]
    points, step = [(x1, y1)], 1 if b > a else -1
    for row in range(a + step, b, step):
        across = abs(row - a) / abs(b - a)
        x = _gap(plan, row, x1 + (x2 - x1) * across, lanes)
        half = BOX_H / 2 + 8
        points += [(x, plan.rows[row].y - step * half), (x, plan.rows[row].y + step * half)]
    return [*points, (x2, y2)]


def _gap(plan, row, wanted, lanes) -> float:
    """The nearest gap between boxes of a row, a little aside from lines that pass there already."""
    middles = sorted(plan.x[key] for key in plan.rows[row].keys)
    edges = [MARGIN - 2.0, *(x + side * BOX_W / 2 for x in middles for side in (-1, 1)), WIDTH - 4.0]
    gaps = [(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True) if right - left > 8]
    crowd = {n: lanes[row, n] for n in range(len(gaps))}

    def cost(n):
        left, right = gaps[n]
        return abs(min(max(wanted, left + 4), right - 4) - wanted) + 14 * crowd[n] / max(1, (right - left) / 24)

    chosen = min(range(len(gaps)), key=lambda n: (cost(n), n))
    left, right = gaps[chosen]
    lanes[row, chosen] += 1
    turn = lanes[row, chosen]
    if right - left > 60:
        x = min(max(wanted, left + 12), right - 12) + 9 * ((turn + 1) // 2) * (-1 if turn % 2 else 1) * (turn > 1)
        return min(max(x, left + 8), right - 8)
    middle, room = (left + right) / 2, (right - left) / 2 - 5
    return middle + max(-room, min(room, 7 * (turn // 2) * (1 if turn % 2 else -1)))


def _curves(points):
    """Each stretch between two points as a cubic whose ends stand upright."""
    for (x1, y1), (x2, y2) in pairwise(points):
        bend = (y2 - y1) * 0.5
        yield (x1, y1), (x1, y1 + bend), (x2, y2 - bend), (x2, y2)


def _path(points) -> str:
    flat = len(points) == 4 and points[1][1] == points[2][1] and points[0][1] == points[3][1]
    if flat:  # two boxes of one row
        (x1, y1), (_, top), _, (x2, y2) = points
        return f"M{x1:.0f} {y1:.0f}C{x1:.0f} {top - 14:.0f} {x2:.0f} {top - 14:.0f} {x2:.0f} {y2:.0f}"
    parts = [f"M{points[0][0]:.0f} {points[0][1]:.0f}"]
    for _, c1, c2, end in _curves(points):
        straight = c1[0] == c2[0]
        parts.append(
            f"V{end[1]:.0f}" if straight else f"C{c1[0]:.0f} {c1[1]:.0f} {c2[0]:.0f} {c2[1]:.0f} {end[0]:.0f} {end[1]:.0f}"
        )
    return "".join(parts)


def _samples(points) -> list[tuple[float, float]]:
    """Points along the line, those of its middle first."""
    if len(points) == 4 and points[1][1] == points[2][1] and points[0][1] == points[3][1]:
        (x1, y1), (_, top), _, (x2, y2) = points
        stretches = [((x1, y1), (x1, top - 14), (x2, top - 14), (x2, y2))]
    else:
        stretches = list(_curves(points))
    found = []
    for a, b, c, d in stretches:
        for n in range(1, 20):
            t = n / 20
            u = 1 - t
            found.append(
                tuple(u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1))  # Bernstein form
            )
    middle = (len(found) - 1) / 2
    return [point for _, point in sorted(enumerate(found), key=lambda item: (abs(item[0] - middle), item[0]))]


def _free_spot(samples, boxes, badges) -> tuple[float, float]:
    """The first point whose number would cover neither a box nor another number; else the one farthest from others."""

    def room(point):
        x, y = point
        for bx, by in boxes:
            if abs(x - bx) < BOX_W / 2 + BADGE + 3 and abs(y - by) < BOX_H / 2 + BADGE + 3:
                return -1.0
        return min((((x - bx) ** 2 + (y - by) ** 2) ** 0.5 for bx, by in badges), default=1000.0)

    for point in samples:
        if room(point) >= 2 * BADGE + 3:
            return point
    return max(samples, key=room)
