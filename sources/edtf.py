"""Dates as people know them: EDTF (ISO 8601-2), the part of it that a newsroom needs.

Accepted: ``2014`` · ``2014-06`` · ``2014-06-14`` · ``201X`` and ``20XX`` · each followed by ``~`` (about), ``?``
(uncertain) or ``%`` (both) · intervals of two of these, either end ``..`` (open) or empty (unknown).
Source: https://www.loc.gov/standards/datetime/ (levels 0 and 1, without seasons, times and far years).

Written here, and not left to the ``edtf`` package, because pages print dozens of dates and that parser takes
5 to 40 ms for each; the tests compare the two.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.dates import MONTHS
from django.utils.translation import pgettext

SINGLE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)", re.ASCII)
OPEN = ".."


class EdtfError(ValueError):
    """The text is not a date this site understands. The message is a full sentence for the person who typed it."""


@dataclass(frozen=True)
class Point:
    """One date with its precision. ``year`` is the text as typed, so ``201X`` keeps its X."""

    year: str
    month: int | None
    day: int | None
    mark: str

    @property
    def earliest(self) -> datetime.date:
        return datetime.date(int(self.year.replace("X", "0")) or 1, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        year, month = int(self.year.replace("X", "9")), self.month or 12
        return datetime.date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def iso(self) -> str:
        """What a ``datetime`` attribute may hold, or nothing: HTML knows no decades."""
        if "X" in self.year:
            return ""
        return "-".join([self.year] + [f"{part:02d}" for part in (self.month, self.day) if part])

    def __str__(self) -> str:
        if self.year.endswith("XX"):
            words = pgettext("date", "%(century)s00s") % {"century": self.year[:2]}
        elif self.year.endswith("X"):
            words = pgettext("date", "%(decade)s0s") % {"decade": self.year[:3]}
        elif self.day:
            words = pgettext("date", "%(day)d %(month)s %(year)d") % self._parts
        elif self.month:
            words = pgettext("date", "%(month)s %(year)d") % self._parts
        else:
            words = pgettext("date", "%(year)d") % self._parts
        words = pgettext("date", "about %(date)s") % {"date": words} if self.mark in ("~", "%") else words
        return pgettext("date", "%(date)s (uncertain)") % {"date": words} if self.mark in ("?", "%") else words

    @property
    def _parts(self) -> dict:
        """``number`` is that of the month, for languages that count them."""
        month = MONTHS[self.month] if self.month else ""
        return {"day": self.day, "month": month, "number": self.month, "year": int(self.year)}


@dataclass(frozen=True)
class Edtf:
    """A date or a period. A bound that is open or unknown is None."""

    text: str
    start: Point | None
    end: Point | None
    is_interval: bool

    @property
    def earliest(self) -> datetime.date | None:
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> datetime.date | None:
        return self.end.latest if self.end else None

    @property
    def iso(self) -> str:
        return "" if self.is_interval else self.start.iso

    def __str__(self) -> str:
        if not self.is_interval:
            return str(self.start)
        if self.start and self.end:
            return pgettext("period", "%(start)s to %(end)s") % {"start": self.start, "end": self.end}
        if self.start:
            return pgettext("period", "from %(start)s") % {"start": self.start}
        return pgettext("period", "until %(end)s") % {"end": self.end}


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF text. Raises EdtfError with the reason; never guesses."""
    text = text.strip()
    if "/" not in text:
        point = _point(text)
        return Edtf(text, point, point, is_interval=False)
    ends = text.split("/")
    if len(ends) != 2:
        raise EdtfError(f"“{text}” has more than one “/”; a period is one date, “/”, and another.")
    start, end = (None if side in ("", OPEN) else _point(side) for side in ends)
    if not (start or end):
        raise EdtfError(f"“{text}” has neither a start nor an end.")
    if start and end and end.latest < start.earliest:
        raise EdtfError(f"“{text}” ends before it starts.")
    return Edtf(text, start, end, is_interval=True)


def _point(text: str) -> Point:
    match = SINGLE.fullmatch(text)
    if not match:
        raise EdtfError(f"“{text}” is not an EDTF date. Write 2014, 2014-06, 2014-06-14, 2020~ or 2013/2014.")
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    if month is not None and ("X" in match["year"] or not 1 <= month <= 12):
        raise EdtfError(f"“{text}” has no such month.")
    if int(match["year"].replace("X", "9")) == 0:
        raise EdtfError(f"“{text}” has no such year.")
    if day is not None and not 1 <= day <= calendar.monthrange(int(match["year"]), month)[1]:
        raise EdtfError(f"“{text}” has no such day.")
    return Point(match["year"], month, day, match["mark"])
