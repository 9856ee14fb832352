"""Finding a passage again: W3C TextQuoteSelector, cut to the first and last words of the passage.

An anchor is (start, end, prefix, suffix), each a few words or empty. Case, typographic quotes and white space are
folded on both sides, since copies of one text differ in just these.
Sources: https://www.w3.org/TR/annotation-model/#text-quote-selector, https://wicg.github.io/scroll-to-text-fragment/
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

MAX_WORDS = 5
# An end this far from its start belongs to another passage.
MAX_PASSAGE = 1500

FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " ", "\xad": None, "\u200b": None, "–": "-", "—": "-"})


@dataclass(frozen=True)
class Anchor:
    start: str = ""
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __bool__(self) -> bool:
        return bool(self.start)

    def problems(self) -> dict[str, str]:
        """What is wrong with the anchor itself, by part; empty if nothing is."""
        found = {}
        for part in ("start", "end", "prefix", "suffix"):
            if len(getattr(self, part).split()) > MAX_WORDS:
                found[part] = f"An anchor holds at most {MAX_WORDS} words here; it marks a passage, it does not copy it."
        if not self.start and (self.end or self.prefix or self.suffix):
            found["start"] = "An anchor needs the first words of the passage."
        return found

    @property
    def fragment(self) -> str:
        """The text directive for an address, such as ``:~:text=the%20first,last%20words``."""
        if not self.start:
            return ""

        def encode(words):
            return quote(words, safe="").replace("-", "%2D")

        parts = [f"{encode(self.prefix)}-"] if self.prefix else []
        parts += [encode(self.start)] + ([encode(self.end)] if self.end else [])
        parts += [f"-{encode(self.suffix)}"] if self.suffix else []
        return ":~:text=" + ",".join(parts)


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(FOLDED)).casefold().strip()


def passages(text: str, anchor: Anchor) -> list[str]:
    """Every passage of ``text`` that the anchor finds, folded. One is right; none or several is a broken anchor."""
    return passages_in_folded(fold(text), anchor)


def passages_in_folded(text: str, anchor: Anchor) -> list[str]:
    return [text[at:stop] for at, stop in places_in_folded(text, anchor)]


def places_in_folded(text: str, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Where the passages begin and end, one after the other."""
    start, end, prefix, suffix = (fold(part) for part in (anchor.start, anchor.end, anchor.prefix, anchor.suffix))
    if not start:
        return
    at = text.find(start)
    while at >= 0:
        stop = at + len(start)
        if end:
            last = text.find(end, stop, at + MAX_PASSAGE)
            stop = last + len(end) if last >= 0 else -1
        # In a folded text no two blanks follow each other, so one character more is enough to look at.
        if (
            stop >= 0
            and (not prefix or text[max(at - len(prefix) - 1, 0) : at].rstrip().endswith(prefix))
            and (not suffix or text[stop : stop + len(suffix) + 1].lstrip().startswith(suffix))
        ):
            yield at, stop
        at = text.find(start, at + 1)
