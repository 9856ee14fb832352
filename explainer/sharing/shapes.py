"""The small pictures of the site drawn as pixels, from the very SVG that its pages show: the marks of the verdicts, the sign."""

import math
import re
from collections.abc import Iterator
from functools import cache

from defusedxml import ElementTree
from PIL import Image, ImageDraw

from sources.symbols import DRAWINGS

FINER = 8  # drawn so many times as large and then made smaller, for smooth edges
GRID = 24  # of all of them
STEPS = 48  # of a curve
STROKES = {"thin": 2.0, "bold": 3.4, "cut": 2.6, "stroke": 2.4, "line": 2.0}  # as in symbols.css, the stronger rule first
DASH, GAP = 3.2, 3.1
TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}
Point = tuple[float, float]


def mark(verdict: str, size: int, tone: str, cut: str, ground: str) -> Image.Image:
    """The mark of a verdict, as the pages show it. ``cut`` is the colour of what is cut out of it."""
    drawing = _Drawing(size, ground)
    for shape in _shapes(DRAWINGS[f"verdict-{verdict}"]):
        classes = shape.get("class", "").split()
        width = next((STROKES[name] for name in STROKES if name in classes), 0.0)
        colour = cut if "cut" in classes else tone
        if shape.tag == "circle":
            drawing.circle(*(float(shape.get(name)) for name in ("cx", "cy", "r")), width, colour, dashed="dash" in classes)
        else:
            drawing.path(shape.get("d"), width, colour)
    return drawing.finished()


def sign(size: int, colour: str, ground: str) -> Image.Image:
    """The sign beside the name of the site, as the head of a page has it."""
    drawing = _Drawing(size, ground)
    drawing.path("M4 4h16v12H9l-5 4z", 0, colour)
    drawing.path("M8 10.2l2.8 2.8L16.4 7.4", 2.4, ground, square=True)
    return drawing.finished()


@cache
def _shapes(drawing: str) -> list:
    return list(ElementTree.fromstring(f"<svg>{drawing}</svg>"))


class _Drawing:
    def __init__(self, size: int, ground: str):
        self.size, self.scale = size, size * FINER / GRID
        self.image = Image.new("RGB", (size * FINER, size * FINER), ground)
        self.draw = ImageDraw.Draw(self.image)

    def finished(self) -> Image.Image:
        return self.image.resize((self.size, self.size), Image.Resampling.BOX)

    def circle(self, x: float, y: float, radius: float, width: float, colour: str, *, dashed: bool = False) -> None:
        """Filled, or a line of this width; as SVG has it, the line begins at the right and runs clockwise."""
        if not width:
            self._arc(x, y, radius, 0, 360, radius, colour)
            return
        if not dashed:
            self._arc(x, y, radius + width / 2, 0, 360, width, colour)
            return
        around = 2 * math.pi * radius
        at = 0.0
        while at < around:
            begin, end = (360 * part / around for part in (at, min(at + DASH, around)))
            self._arc(x, y, radius + width / 2, begin, end, width, colour)
            at += DASH + GAP

    def _arc(self, x, y, radius, begin, end, width, colour) -> None:
        box = [self.scale * edge for edge in (x - radius, y - radius, x + radius, y + radius)]
        if (begin, end) == (0, 360):
            thick = None if width == radius else round(self.scale * width)
            self.draw.ellipse(box, fill=colour if thick is None else None, outline=colour, width=thick or 1)
        else:
            self.draw.arc(box, begin, end, fill=colour, width=round(self.scale * width))

    def path(self, words: str, width: float, colour: str, *, square: bool = False) -> None:
        """Filled, or a line of this width with round ends and corners."""
        for points in outlines(words):
            scaled = [(self.scale * x, self.scale * y) for x, y in points]
            if not width:
                self.draw.polygon(scaled, fill=colour)
                continue
            self.draw.line(scaled, fill=colour, width=round(self.scale * width), joint="curve")
            radius = self.scale * width / 2
            for x, y in [] if square else scaled:
                self.draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)


def outlines(words: str) -> Iterator[list[Point]]:
    """The lines of an SVG path, as points."""
    points: list[Point] = []
    for command, numbers in _commands(words):
        x, y = points[-1] if points else (0.0, 0.0)
        ox, oy = (x, y) if command.islower() else (0.0, 0.0)
        match command.upper():
            case "M":
                if len(points) > 1:
                    yield points
                points = [(ox + numbers[0], oy + numbers[1])]
            case "L":
                points.append((ox + numbers[0], oy + numbers[1]))
            case "H":
                points.append((ox + numbers[0], y))
            case "V":
                points.append((x, oy + numbers[0]))
            case "C":
                corners = [(ox + numbers[n], oy + numbers[n + 1]) for n in (0, 2, 4)]
                points += _curve((x, y), *corners)
            case "A":
                points += _bow((x, y), numbers[0], bool(numbers[3]), bool(numbers[4]), (ox + numbers[5], oy + numbers[6]))
            case "Z":
                points.append(points[0])
    if len(points) > 1:
        yield points


def _commands(words: str) -> Iterator[tuple[str, list[float]]]:
    tokens, command = TOKEN.findall(words), ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        takes = TAKES[command.upper()]
        yield command, [float(token) for token in tokens[:takes]]
        del tokens[:takes]
        # Further pairs after a move are lines.
        command = {"M": "L", "m": "l"}.get(command, command)


def _curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    def at(t: float, n: int) -> float:
        s = 1 - t
        return s**3 * a[n] + 3 * s * s * t * b[n] + 3 * s * t * t * c[n] + t**3 * d[n]

    return [(at(step / STEPS, 0), at(step / STEPS, 1)) for step in range(1, STEPS + 1)]


def _bow(a: Point, radius: float, large: bool, clockwise: bool, b: Point) -> list[Point]:
    """A part of a circle from ``a`` to ``b``, as SVG defines it."""
    half = math.dist(a, b) / 2
    radius = max(radius, half)
    away = math.sqrt(radius * radius - half * half) * (1 if large != clockwise else -1)
    dx, dy = (b[0] - a[0]) / (2 * half), (b[1] - a[1]) / (2 * half)
    x, y = (a[0] + b[0]) / 2 - dy * away, (a[1] + b[1]) / 2 + dx * away
    begin, end = math.atan2(a[1] - y, a[0] - x), math.atan2(b[1] - y, b[0] - x)
    turn = (end - begin) % (2 * math.pi) if clockwise else -((begin - end) % (2 * math.pi))
    angles = [begin + turn * step / STEPS for step in range(1, STEPS + 1)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]
