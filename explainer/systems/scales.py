"""Whose number is whose: the scales of different systems on one line, as far as documents give them."""

from dataclasses import dataclass

from django.utils.translation import gettext

from explainer.systems.models import System

WIDTH, HEIGHT, EDGE = 240, 18, 7


@dataclass(frozen=True)
class Bar:
    """A strip 240 wide. An end that no document gives is None; then the line from the edge on is broken."""

    system: System
    low: float | None
    high: float | None
    start: float | None
    width: int = WIDTH
    height: int = HEIGHT
    middle: int = HEIGHT // 2

    @property
    def left(self) -> float:
        return EDGE if self.low is None else self.low

    @property
    def words(self) -> str:
        """The same as a sentence."""
        system = self.system
        ends = {"low": system.scale_low, "high": system.scale_high, "start": system.scale_start}
        numbers = {name: "" if value is None else f"{value:,}" for name, value in ends.items()}
        if system.scale_low is not None and system.scale_high is not None:
            said = gettext("from %(low)s to %(high)s") % numbers
        elif system.scale_high is not None:
            said = gettext("up to %(high)s") % numbers
        elif system.scale_low is not None:
            said = gettext("from %(low)s on") % numbers
        else:
            said = ""
        begins = gettext("everyone begins with %(start)s") % numbers if system.scale_start is not None else ""
        return gettext(", ").join(filter(None, (said, begins)))

    @property
    def citations(self) -> list:
        return [row for row in self.system.citations.all() if row.gives_scale]


def bars() -> list[Bar]:
    """The systems with numbers, the widest scale last; empty where fewer than two can be compared."""
    systems = [row for row in System.objects.published().prefetch_related("citations__source__publisher") if row.has_scale]
    if len(systems) < 2:
        return []
    values = [value for row in systems for value in (row.scale_low, row.scale_high, row.scale_start) if value is not None]
    least, most = min(0, *values), max(values)

    def at(value):
        return None if value is None else round(EDGE + (value - least) / ((most - least) or 1) * (WIDTH - 2 * EDGE), 1)

    ordered = sorted(systems, key=lambda row: (row.scale_low is None, row.scale_high is None, row.scale_high or 0, row.name))
    return [Bar(row, at(row.scale_low), at(row.scale_high), at(row.scale_start)) for row in ordered]
