"""Text in a space: where a line may end, in Chinese and in English, and the largest size at which all of it stands."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.sharing.faces import Letter, Style

NEVER_FIRST = set("，。、；：？！）》」』】〕〉”’…·・—～％℃,.;:?!)]}%»›")
NEVER_LAST = set("（《「『【〔〈“‘([{«‹")
AFTER = set("-–—/")  # a line may end after these, if something follows that is no digit
ELLIPSIS = "…"
NAME = 6  # so many Chinese characters within other text are a name or a term, and stay together


@dataclass(frozen=True)
class Fitted:
    lines: tuple[tuple[Letter, ...], ...]
    size: int
    leading: int  # from one line to the next
    whole: bool  # nothing was left out

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)

    @property
    def words(self) -> list[str]:
        return ["".join(letter.char for letter in line) for line in self.lines]


def width_of(letters: Sequence[Letter]) -> float:
    return sum(letter.advance for letter in letters)


def fit(text: str, style: Style, width: int, height: int, sizes: Sequence[int], spacing: float) -> Fitted:
    """At the first of ``sizes`` at which it has room; at the last, what has room and an ellipsis."""
    letters = style.set(text)
    for size in sizes:
        leading = round(size * spacing)
        most = max(1, height // leading)
        lines = broken(letters, width / size)
        if len(lines) <= most:
            return Fitted(_balanced(letters, width / size, lines), size, leading, True)
    kept = [*lines[: most - 1], _shortened(lines[most - 1], width / size, style)]
    return Fitted(tuple(kept), size, leading, False)


def broken(letters: Sequence[Letter], width: float) -> list[tuple[Letter, ...]]:
    """Lines no wider than ``width`` ems. A word that is wider than a line is broken anywhere."""
    lines, start = [], 0
    while start < len(letters):
        end = _end(letters, start, width)
        lines.append(_trimmed(letters[start:end]))
        start = end
        while start < len(letters) and letters[start].char == " ":
            start += 1
    return lines


def _end(letters: Sequence[Letter], start: int, width: float) -> int:
    """Where the line that begins at ``start`` ends: at the last place where it may, if there is one."""
    used, last = 0.0, None
    for at in range(start, len(letters)):
        if at > start and may_break(letters, at):
            last = at
        used += letters[at].advance
        if used > width and letters[at].char != " ":
            return last or _anywhere(letters, start, at)
    return len(letters)


def _anywhere(letters: Sequence[Letter], start: int, at: int) -> int:
    while at > start + 1 and unicodedata.combining(letters[at].char):
        at -= 1
    return max(at, start + 1)


def may_break(letters: Sequence[Letter], at: int) -> bool:
    """Whether a line may begin with the letter at this place."""
    before, after = letters[at - 1].char, letters[at].char
    if after == " " or after in NEVER_FIRST or before in NEVER_LAST or unicodedata.combining(after):
        return False
    if is_wide(before) and is_wide(after):
        return _run(letters, at) > NAME
    if before == " " or is_wide(after) or is_wide(before):
        return True
    # A dash between words is a place to break; a minus before a number, or in a period of years, is none.
    return before in AFTER and at > 1 and letters[at - 2].char != " " and not after.isdigit()


def _run(letters: Sequence[Letter], at: int) -> int:
    """How many wide characters stand together around this place; counted no further than matters."""
    first = at
    while first and is_wide(letters[first - 1].char) and at - first <= NAME:
        first -= 1
    while at < len(letters) and is_wide(letters[at].char) and at - first <= NAME:
        at += 1
    return at - first


def is_wide(char: str) -> bool:
    """Chinese, Japanese and Korean: a line may end after each character."""
    return unicodedata.east_asian_width(char) in ("W", "F")


def _trimmed(line: Sequence[Letter]) -> tuple[Letter, ...]:
    end = len(line)
    while end and line[end - 1].char == " ":
        end -= 1
    return tuple(line[:end])


def _balanced(letters, width: float, lines) -> tuple[tuple[Letter, ...], ...]:
    """As many lines, but of like length, so that no word is left alone on the last."""
    narrow, wide, best = width_of(letters) / len(lines) if lines else width, width, lines
    for _ in range(10):
        middle = (narrow + wide) / 2
        tried = broken(letters, middle)
        if len(tried) <= len(lines):
            wide, best = middle, tried
        else:
            narrow = middle
    return tuple(best)


def _shortened(line: Sequence[Letter], width: float, style: Style) -> tuple[Letter, ...]:
    """A line that ends in an ellipsis, after a whole word where one has room."""
    end = style.set(ELLIPSIS)
    room = width - width_of(end)
    ends = [at for at in range(1, len(line) + 1) if width_of(line[:at]) <= room]
    whole = [at for at in ends if at == len(line) or may_break(line, at)]
    kept = list(line[: (whole or ends or [0])[-1]])
    while kept and (kept[-1].char == " " or kept[-1].char in NEVER_FIRST | NEVER_LAST):
        kept.pop()
    return (*kept, *end)
