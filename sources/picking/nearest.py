"""Where a passage most likely stands now, after its copy has changed: a suggestion, to be looked at."""

import re
from difflib import SequenceMatcher

from sources.anchors import MAX_PASSAGE, Anchor, fold
from sources.picking.stored import Copy

ALIKE = 0.6  # of 1; below that it is another passage
MOST_ASKED = 150  # places looked at for each word
SIGN = re.compile(r"[\u3400-\u9fff]{2}|[^\W\d_]{3,}|\d+")


def nearest(copy: Copy, anchor: Anchor) -> tuple[int, int] | None:
    """Start and end of the likeliest place, in the text itself."""
    text = copy.folded.text
    start, end = fold(anchor.start), fold(anchor.end)
    first = _alike(text, start)
    last = _alike(text, end, first[0] if first else 0, first[0] + MAX_PASSAGE if first else len(text)) if end else first
    if not first and last and end:
        first = _alike(text, start, max(0, last[0] - MAX_PASSAGE), last[1]) or last
    if not first:
        return None
    stop = max(first[1], last[1]) if last else first[1]
    return copy.folded.span(first[0], stop) if stop > first[0] else None


def _alike(text: str, words: str, low: int = 0, high: int | None = None) -> tuple[int, int] | None:
    """The stretch of the text most like these words: around each place where one of them stands."""
    high = len(text) if high is None else min(high, len(text))
    best, most = None, ALIKE
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words)
    for sign in SIGN.finditer(words):
        at, asked = text.find(sign[0], low, high), 0
        while at >= 0 and asked < MOST_ASKED:
            start = max(low, at - sign.start())
            stop = min(high, start + len(words))
            matcher.set_seq1(text[start:stop])
            if matcher.real_quick_ratio() > most and matcher.quick_ratio() > most and (ratio := matcher.ratio()) > most:
                best, most = (start, stop), ratio
            at, asked = text.find(sign[0], at + 1, high), asked + 1
    return _to_words(text, *best) if best else None


def _to_words(text: str, start: int, stop: int) -> tuple[int, int]:
    start += text[start:stop].startswith(" ")
    while start and text[start - 1].isalnum() and text[start].isalnum() and text[start].isascii():
        start -= 1
    while stop < len(text) and text[stop].isalnum() and text[stop - 1].isalnum() and text[stop].isascii():
        stop += 1
    return start, stop
