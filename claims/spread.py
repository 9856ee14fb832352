"""How a claim spread: one dot for each place where it was made, over the years."""

from collections import Counter
from dataclasses import dataclass
from itertools import count

from django.utils.translation import gettext

FEWEST = 3  # dots that are worth a picture
LONGEST = 40  # years side by side; a longer time is told by the list alone
STEP, ROW, LABEL, RADIUS = 46, 18, 24, 6.5


@dataclass(frozen=True)
class Dot:
    x: int
    y: float
    first_known: bool


@dataclass(frozen=True)
class Spread:
    """``years`` are (x, year) of the labels. Sizes are in the units of the drawing."""

    dots: list[Dot]
    years: list[tuple[int, int]]
    height: int
    sentence: str
    radius: float = RADIUS

    @property
    def width(self) -> int:
        return STEP * len(self.years)

    @property
    def ground(self) -> int:
        return self.height - LABEL


def spread(appearances) -> Spread | None:
    """None where a picture would say less than the list: few dates, one year, or too many years."""
    dated = [(row.said_date.earliest.year, row) for row in appearances if row.said_date and row.said_date.earliest]
    tally = Counter(year for year, _ in dated)
    if len(dated) < FEWEST or len(tally) < 2 or max(tally) - min(tally) >= LONGEST:
        return None
    first, last = min(tally), max(tally)
    height = round(ROW * max(tally.values()) + LABEL + RADIUS)
    middle = {year: STEP * (year - first) + STEP // 2 for year in range(first, last + 1)}
    taken = {year: count() for year in tally}
    dots = [
        Dot(middle[year], height - LABEL - ROW * next(taken[year]) - ROW / 2, row.first_known)
        for year, row in sorted(dated, key=lambda pair: (pair[0], not pair[1].first_known))
    ]
    return Spread(dots, [(x, year) for year, x in middle.items()], height, _sentence(len(dated), tally, dated))


def _sentence(number: int, tally: Counter, dated: list) -> str:
    most = max(tally.values())
    peaks = [str(year) for year in sorted(tally) if tally[year] == most]
    known = [year for year, row in dated if row.first_known]
    words = {"number": number, "first": min(tally), "last": max(tally), "peaks": gettext(" and ").join(peaks)}
    words["known"] = known[0] if known else ""
    peaking = most > 1 and len(peaks) < 3
    if peaking and known:
        told = gettext("Found %(number)d times from %(first)d to %(last)d, most often in %(peaks)s; first known in %(known)d.")
    elif peaking:
        told = gettext("Found %(number)d times from %(first)d to %(last)d, most often in %(peaks)s.")
    elif known:
        told = gettext("Found %(number)d times from %(first)d to %(last)d; first known in %(known)d.")
    else:
        told = gettext("Found %(number)d times from %(first)d to %(last)d.")
    return told % words
