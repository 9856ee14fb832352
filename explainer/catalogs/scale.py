"""One common scale for points: a bar to the left of zero for what costs, to the right for what earns."""

from dataclasses import dataclass
from decimal import Decimal

from explainer.catalogs.choices import EntryStatus

WIDTH, HEIGHT = 240, 18


@dataclass(frozen=True)
class Bar:
    """A bar in a strip 240 wide: from zero to the nearer end of the range solid, from there to the farther end pale.

    A range that holds zero is pale from end to end."""

    x: float
    width: float
    pale_x: float
    pale_width: float
    side: str
    zero: float
    strip_width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Scale:
    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, entries) -> "Scale | None":
        """The scale that holds every entry with points; None if there is none."""
        ends = [end for entry in entries for end in entry.bounds() if end is not None]
        return cls(min(0, *ends), max(0, *ends)) if ends and any(ends) else None

    def at(self, points: Decimal) -> float:
        return float((points - self.low) / (self.high - self.low)) * WIDTH

    def bar(self, entry) -> Bar | None:
        low, high = entry.bounds()
        if low is None:
            return None
        zero = self.at(Decimal(0))
        left, right = self.at(low), self.at(high)
        solid = min(max(zero, left), right)
        return Bar(
            x=round(min(zero, solid), 1),
            width=round(abs(solid - zero), 1),
            pale_x=round(left, 1),
            pale_width=round(right - left, 1),
            side="earns" if high > 0 else "costs",
            zero=round(zero, 1),
        )


def draw(entries) -> Scale | None:
    """Give each entry its ``bar`` on the scale common to all of them. What its own source does not support is not drawn."""
    drawn = [entry for entry in entries if entry.status != EntryStatus.UNSUPPORTED]
    scale = Scale.of(drawn)
    for entry in entries:
        entry.bar = scale.bar(entry) if scale and entry.status != EntryStatus.UNSUPPORTED else None
    return scale
