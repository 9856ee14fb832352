"""Where the sentences of a text begin and end, in English and Chinese. Offsets are characters of the text given."""

import re
from collections.abc import Iterator

LONGEST = 600  # characters; what runs on longer is looked at in pieces
SHORTEST = 2
# A stop, the quotes and brackets that close with it, and then a blank or the end; Chinese stops need no blank.
# Each run of signs is looked at once, from its first: a page of full stops must not take a minute.
STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]{0,3}(?=\s)|(?<![。！？；])[。！？；]++[”’」』）]{0,3}|\n\s{0,20}\n|\n(?=\s{0,20}(?:[-*•–]|\d{1,2}[.)])\s)"
)
# After these a full stop does not end a sentence; nor after a single capital letter.
SHORTENED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "cf",
        "no",
        "art",
        "para",
        "p",
        "pp",
        "vol",
        "ed",
        "eds",
        "al",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "approx",
        "u.s",
        "u.k",
        "u.n",
    ]
)
LAST_WORD = re.compile(r"([\w.]{1,12})$")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    start = 0
    for stop in STOP.finditer(text):
        if stop[0].startswith(".") and len(stop[0]) == 1 and _goes_on(text, stop.start(), stop.end()):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, stop: int, end: int) -> bool:
    before = LAST_WORD.search(text, max(0, stop - 12), stop)
    word = before[1].lower() if before else ""
    if word in SHORTENED or (len(word) == 1 and word.isalpha() and before[1].isupper()):
        return True
    after = text[end : end + 3].lstrip()
    return bool(after) and after[0].islower() and "\n" not in text[end : end + 3]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in (", ", "; ", "，", " ", "\n"))
        cut = cut + 1 if cut > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end - start >= SHORTEST:
        yield start, end
