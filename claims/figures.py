"""Numbers of one count over time: lines through what the evidence gives, and over what time some were read wrongly."""

import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import get_language, gettext

from claims.choices import Degree
from claims.models.figure import Figure

FEWEST = 3  # dots of one count that are worth a picture
WIDTH, HEIGHT = 340, 236
LEFT, RIGHT, TOP, BOTTOM = 8, 92, 20, 24  # at the right stand the names
LINES = 4  # at most, across the ground
YEAR = 34  # wide, as a label
LONGEST, TALL = 13, 12  # of a line of a name: letters, and how high it is


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    joined: bool  # a “more than” below an earlier number adds nothing to the line
    misread: bool


@dataclass(frozen=True)
class Line:
    """A count: its name, its dots, and the path through those that are joined."""

    name: str
    dots: list[Dot]
    figures: list[Figure]

    @property
    def path(self) -> str:
        return "M" + "L".join(f"{dot.x} {dot.y}" for dot in self.dots if dot.joined)


@dataclass(frozen=True)
class Name:
    """Of which line, counted from 1; and its rows, each with the height it stands at."""

    line: int
    rows: list[tuple[float, str]]


@dataclass(frozen=True)
class Block:
    """A number as it was misread: all of it in the time it was taken for."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Chart:
    """Sizes are in the units of the drawing. ``years`` and ``steps`` are (place, label)."""

    lines: list[Line]
    names: list[Name]
    blocks: list[Block]
    years: list[tuple[float, str]]
    steps: list[tuple[float, str]]
    taken: str  # what the blocks are, in words
    sentence: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    beside: int = WIDTH - RIGHT + 8
    ground: int = HEIGHT - BOTTOM


def chart(figures: Iterable[Figure]) -> Chart | None:
    """None where the numbers are too few for a picture."""
    counts: dict[str, list[Figure]] = {}
    for figure in figures:
        counts.setdefault(figure.counted, []).append(figure)
    if max(map(len, counts.values()), default=0) < FEWEST:
        return None
    every = [figure for rows in counts.values() for figure in rows]
    days = [figure.until.latest for figure in every]
    days += [figure.misread_time.earliest for figure in every if figure.misread_time]
    first, last = min(days).year, max(days).year + 1
    begin = datetime.date(first, 1, 1).toordinal()
    width = datetime.date(last, 1, 1).toordinal() - begin
    most = max(1, *(figure.value for figure in every))
    step = _step(most)
    top = step * math.ceil(most / step)

    def x(day: datetime.date, after: int = 0) -> float:
        return round(LEFT + (day.toordinal() + after - begin) / width * (WIDTH - LEFT - RIGHT), 1)

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP), 1)

    lines = [_line(name, sorted(rows, key=lambda row: row.until.latest), x, y) for name, rows in counts.items()]
    blocks = []
    for figure in every:
        if time := figure.misread_time:
            start, end = x(time.earliest), x(time.latest, after=1)
            blocks.append(Block(start, y(figure.value), round(end - start, 1), round(HEIGHT - BOTTOM - y(figure.value), 1)))
    middle = (x(datetime.date(first + 1, 1, 1)) - LEFT) / 2
    apart = math.ceil((last - first) * YEAR / (WIDTH - LEFT - RIGHT))
    years = [(round(x(datetime.date(year, 1, 1)) + middle, 1), str(year)) for year in range(first, last, apart)]
    steps = [(y(value), _short(value)) for value in range(step, top + 1, step)]
    took = gettext("%(number)s taken for %(read)s")
    taken = "; ".join(took % {"number": figure.number_shown, "read": figure.read_as} for figure in every if figure.read_over)
    return Chart(lines, _named(lines), blocks, years, steps, taken, " ".join(map(_sentence, lines)))


def _line(name: str, figures: list[Figure], x, y) -> Line:
    dots, highest = [], 0
    for figure in figures:
        joined = figure.degree != Degree.OVER or figure.value >= highest
        highest = max(highest, figure.value)
        dots.append(Dot(x(figure.until.latest), y(figure.value), joined, bool(figure.read_as)))
    return Line(name, dots, figures)


def _named(lines: list[Line]) -> list[Name]:
    """Beside the last dot of each, in short lines, none over another."""
    names, free = [], 0.0
    for line in sorted(lines, key=lambda line: line.dots[-1].y):
        words = wrap(line.name, LONGEST, break_long_words=True)
        top = max(line.dots[-1].y - TALL * len(words) / 2, free)
        free = top + TALL * len(words) + 2
        names.append(Name(lines.index(line) + 1, [(round(top + TALL * (n + 0.8), 1), row) for n, row in enumerate(words)]))
    return names


def _step(most: int) -> int:
    """Of 1, 2 or 5 with zeros, the least that makes no more than LINES."""
    size = 10 ** max(0, len(str(most)) - 2)
    while True:
        for step in (size, 2 * size, 5 * size):
            if math.ceil(most / step) <= LINES:
                return step
        size *= 10


def _short(value: int) -> str:
    if get_language().startswith("zh"):  # counts by ten thousands
        for size, word in ((10**8, "亿"), (10**4, "万")):
            if value >= size:
                return f"{value / size:g}{word}"
        return f"{value:,}"
    for size, word in ((10**9, gettext("billion")), (10**6, gettext("million"))):
        if value >= size:
            return f"{value / size:g} {word}"
    return f"{value:,}"


def _sentence(line: Line) -> str:
    first, last = line.figures[0], line.figures[-1]
    words = {
        "count": line.name,
        "first": first.number_shown,
        "first_day": first.until,
        "last": last.number_shown,
        "last_day": last.until,
        "number": len(line.figures),
    }
    misread = [figure for figure in line.figures if figure.read_as]
    if not misread:
        return (
            gettext("%(count)s: %(first)s up to %(first_day)s, %(last)s up to %(last_day)s, %(number)d numbers in all.") % words
        )
    taken = gettext("%(number)s as %(read)s")
    words["misread"] = gettext(", ").join(taken % {"number": figure.number_shown, "read": figure.read_as} for figure in misread)
    return (
        gettext(
            "%(count)s: %(first)s up to %(first_day)s, %(last)s up to %(last_day)s, %(number)d numbers in all; misread: %(misread)s."
        )
        % words
    )
