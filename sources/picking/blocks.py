"""A stored copy as a person reads it: numbered paragraphs, pages where the copy has them, in portions of a bearable size."""

import re
from dataclasses import dataclass

PORTION = 40_000  # characters
LONGEST = 3_000  # of a paragraph; what runs on longer is shown in pieces of the same number
HEADING = 90  # no longer
PAGE = "\f"
BLANK_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*|\s*\f\s*")
LINE = re.compile(r"\s*[\n\f]\s*")
PIECE = re.compile(r"[.!?。！？；]\s*|\n|[，,;]\s*|\s")
ENDS_A_SENTENCE = tuple('.!?。！？…,;:，；："”»)')


@dataclass(frozen=True)
class Block:
    """A paragraph or, of a long one, a piece. ``page`` is 0 where the copy has no pages."""

    start: int
    end: int
    number: int
    page: int
    heading: bool = False
    goes_on: bool = False  # a later piece of the paragraph before


def blocks_of(text: str) -> list[Block]:
    spans = _spans(text, BLANK_LINE)
    if spans and len(text) / len(spans) > LONGEST:
        # A copy without blank lines: its lines are its paragraphs.
        spans = _spans(text, LINE)
    breaks = [match.start() for match in re.finditer(PAGE, text)]
    found, passed = [], 0
    for number, (start, end) in enumerate(spans, 1):
        while passed < len(breaks) and breaks[passed] < start:
            passed += 1
        page = passed + 1 if breaks else 0
        heading = _is_heading(text[start:end]) if end - start <= HEADING else False
        for n, (at, stop) in enumerate(_pieces(text, start, end)):
            found.append(Block(at, stop, number, page, heading, n > 0))
    return found


def _spans(text: str, parting: re.Pattern) -> list[tuple[int, int]]:
    edges = [0]
    for match in parting.finditer(text):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    trimmed = (_trimmed(text, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return [(start, end) for start, end in trimmed if start < end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_heading(words: str) -> bool:
    return "\n" not in words and not words.endswith(ENDS_A_SENTENCE) and any(map(str.isalpha, words))


def _pieces(text: str, start: int, end: int):
    while end - start > LONGEST:
        cut = max((m.end() for m in PIECE.finditer(text, start + LONGEST // 2, start + LONGEST)), default=start + LONGEST)
        yield start, cut
        start = cut
    yield start, end


def portion(blocks: list[Block], at: int) -> tuple[int, int]:
    """The blocks, as first and behind the last, of the portion that holds the character ``at``. Portions never overlap,
    so that the next follows where this one ends."""
    first, size = 0, 0
    for n, block in enumerate(blocks):
        if size and block.end - blocks[first].start > PORTION:
            if blocks[n - 1].end > at or block.start > at:
                return first, n
            first, size = n, 0
        size += 1
    return first, len(blocks)


def locator(blocks: list[Block], start: int, end: int) -> str:
    """“p. 4”, or “paragraph 12” where the copy has no pages."""
    touched = [block for block in blocks if block.start < end and block.end > start]
    if not touched:
        return ""
    first, last = touched[0], touched[-1]
    if first.page:
        return f"p. {first.page}" if first.page == last.page else f"pp. {first.page}–{last.page}"
    same = first.number == last.number
    return f"paragraph {first.number}" if same else f"paragraphs {first.number}–{last.number}"
