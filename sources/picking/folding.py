"""A text as anchors see it, with the way back: where in the text itself does a place of the folded one stand?"""

import re
import sys
from bisect import bisect_right
from functools import cache

from sources.anchors import FOLDED, fold

# As ``fold`` does it, one character for one.
SAME_LENGTH = FOLDED | {sign: " " for sign in range(0x3001) if chr(sign).isspace()}


class Folded:
    """``text`` is ``fold(original)``. Places are counted in characters of the one or of the other."""

    def __init__(self, original: str):
        parts, at, length = [], 0, 0
        # From here on the two run side by side, up to the next pair.
        self._folded, self._original = [0], [0]
        for match in _uneven().finditer(original):
            even = original[at : match.start()]
            parts.append(even)
            length += len(even)
            short = fold_run(match[0], at_start=not length)
            parts.append(short)
            length += len(short)
            at = match.end()
            self._folded.append(length)
            self._original.append(at)
        parts.append(original[at:])
        self.text = "".join(parts).translate(SAME_LENGTH).casefold().strip()
        self._length = len(original)

    def to_original(self, place: int) -> int:
        """Where the character of the folded text at ``place`` stands in the original."""
        n = bisect_right(self._folded, place) - 1
        following = self._original[n + 1] if n + 1 < len(self._original) else self._length
        return min(self._original[n] + place - self._folded[n], max(following - 1, 0))

    def to_folded(self, place: int) -> int:
        n = bisect_right(self._original, place) - 1
        after = self._folded[n + 1] if n + 1 < len(self._folded) else len(self.text)
        return min(self._folded[n] + place - self._original[n], after, len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text, in the original: from its first character to behind its last."""
        return self.to_original(start), self.to_original(end - 1) + 1


def fold_run(run: str, at_start: bool) -> str:
    """A run of blanks, or one letter that folds into several."""
    if run.isspace() or not run.translate(FOLDED).strip():
        return " " if not at_start and re.search(r"\s", run) else ""
    return fold(run)


@cache
def _uneven() -> re.Pattern:
    """Whatever does not fold into exactly one character: runs of blanks, signs that vanish, letters such as ß."""
    several = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if len(sign.casefold()) != 1)
    return re.compile(rf"\s(?:[\s\xad\u200b]+)|[\xad\u200b][\s\xad\u200b]*|\A\s|[{re.escape(several)}]")
