"""Events by year: the groups of the list, and the bars above it."""

from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Count

from explainer.timeline.choices import Lane

LONGEST_RUN = 60  # years drawn side by side, empty ones too; of a longer time only those with events
BAR, GAP, LANE_HEIGHT, LABELS = 26, 10, 66, 26


@dataclass
class Year:
    number: int
    documented: list = field(default_factory=list)
    reported: list = field(default_factory=list)

    @property
    def lanes(self) -> list[tuple[Lane, list]]:
        return [(Lane.DOCUMENTED, self.documented), (Lane.REPORTED, self.reported)]


def by_year(events) -> list[Year]:
    """The events in their order, grouped by the year they are listed under, and by lane."""
    years = []
    for number, group in groupby(events, key=lambda event: event.year):
        year = Year(number)
        for event in group:
            getattr(year, event.lane).append(event)
        years.append(year)
    return years


@dataclass
class YearCount:
    """How many events a year has, and its two bars."""

    number: int
    documented: int
    reported: int
    x: int = 0
    up: float = 0
    down: float = 0

    @property
    def total(self) -> int:
        return self.documented + self.reported

    @property
    def up_top(self) -> float:
        return round(LANE_HEIGHT - self.up, 1)


@dataclass
class Bars:
    """A small picture of events per year: documented above the line, reported below it."""

    years: list[YearCount]
    width: int
    middle: int = LANE_HEIGHT
    height: int = 2 * LANE_HEIGHT + LABELS
    bar: int = BAR

    @property
    def low(self) -> int:
        return self.middle + LABELS

    @property
    def middle_of_labels(self) -> int:
        return self.middle + 18

    @property
    def with_events(self) -> list[YearCount]:
        return [year for year in self.years if year.total]


def count(events) -> list[YearCount]:
    """Events of a queryset per year, in one query."""
    found: dict[int, YearCount] = {}
    rows = events.order_by().values_list("year", "lane").annotate(n=Count("pk", distinct=True))
    for number, lane, n in rows:
        setattr(found.setdefault(number, YearCount(number, 0, 0)), lane, n)
    return [found[number] for number in sorted(found)]


def count_rows(events) -> list[YearCount]:
    """The same, of events at hand."""
    return [YearCount(year.number, len(year.documented), len(year.reported)) for year in by_year(events)]


def bars(counts: list[YearCount]) -> Bars | None:
    if not counts:
        return None
    first, last = counts[0].number, counts[-1].number
    if last - first < LONGEST_RUN:
        known = {year.number: year for year in counts}
        counts = [known.get(number) or YearCount(number, 0, 0) for number in range(first, last + 1)]
    most = max(max(year.documented, year.reported) for year in counts)
    for n, year in enumerate(counts):
        year.x = GAP + n * (BAR + GAP)
        year.up, year.down = (round(LANE_HEIGHT * part / most, 1) if part else 0 for part in (year.documented, year.reported))
    return Bars(counts, GAP + len(counts) * (BAR + GAP))
