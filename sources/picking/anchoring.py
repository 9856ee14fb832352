"""The shortest anchor that finds a passage in its copy, and nothing else there."""

import re
from dataclasses import dataclass
from itertools import islice, product

from sources.anchors import MAX_PASSAGE, MAX_WORDS, Anchor, fold, places_in_folded
from sources.picking.stored import Copy

# A word, or one Chinese character: what an anchor grows by.
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
STEP = re.compile(rf"[{HAN}]|[^\s{HAN}]+")
MAX_LETTERS = 80  # the fields of a citation hold no more
FEWEST = 3  # words; fewer are soon found elsewhere in the next copy
MAX_STEPS = 16  # in Chinese; elsewhere MAX_WORDS is reached before
HAN_A_WORD = 2
MOST_QUOTED = 10  # words
INVISIBLE = str.maketrans(dict.fromkeys("\xad\u200b"))


class Unanchorable(ValueError):
    """Says what to do instead."""


@dataclass(frozen=True)
class Passage:
    start: int
    end: int
    anchor: Anchor
    words: str


def passage(copy: Copy, start: int, end: int) -> Passage:
    """The passage from ``start`` to ``end``, out to whole words. Raises ``Unanchorable``."""
    start, end = whole_words(copy.text, start, end)
    if start >= end:
        raise Unanchorable("Select a passage first.")
    folded = copy.folded
    here = folded.to_folded(start), folded.to_folded(end - 1) + 1
    if here[1] - here[0] > MAX_PASSAGE:
        raise Unanchorable(f"A passage has at most {MAX_PASSAGE:,} characters; this one is longer. Select its most telling part.")
    words = tidy(copy.text[start:end])
    for anchor in _candidates(copy, start, end):
        if list(islice(places_in_folded(folded.text, anchor), 2)) == [here]:
            return Passage(start, end, anchor, words)
    raise Unanchorable("The same words stand in several places of this copy. Select a longer passage.")


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return start, end
    while start and _joined(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _joined(text[end - 1], text[end]):
        end += 1
    return start, end


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not (_is_han(left) or _is_han(right))


def _is_han(sign: str) -> bool:
    return bool(re.match(f"[{HAN}]", sign))


def _candidates(copy: Copy, start: int, end: int):
    """Anchors for the passage, the shortest first: by itself, then by what stands before and after it."""
    text = copy.text
    whole = tidy(text[start:end])
    if _fits(whole):
        own = [(whole, "")]
    else:
        heads, tails = _growing(_first_line(text, start, end)), _growing(_last_line(text, start, end), from_end=True)
        own = sorted(product(heads, tails), key=lambda pair: len(pair[0]) + len(pair[1]))
        # What overlaps would be looked for one behind the other.
        own = [pair for pair in own if len(fold(pair[0])) + len(fold(pair[1])) <= len(fold(whole))]
    before = _growing(_last_line(text, max(0, start - 200), start), from_end=True, least=1) if start else []
    after = _growing(_first_line(text, end, min(len(text), end + 200)), least=1)
    yield from (Anchor(*pair) for pair in own)
    for pair in own[:1] + own[-1:]:
        yield from (Anchor(*pair, prefix=words) for words in before)
        yield from (Anchor(*pair, suffix=words) for words in after)
        yield from (Anchor(*pair, prefix=a, suffix=b) for a, b in zip(before, after, strict=False))


def _first_line(text: str, start: int, end: int) -> str:
    """Up to where the paragraph ends: a browser looks for the words of one part of an anchor inside one paragraph."""
    return re.split(r"\n\s*\n|\f", text[start:end].lstrip(), maxsplit=1)[0]


def _last_line(text: str, start: int, end: int) -> str:
    return re.split(r"\n\s*\n|\f", text[start:end].rstrip())[-1]


def _growing(words: str, *, from_end: bool = False, least: int = FEWEST) -> list[str]:
    """The first words, one more each time, as far as an anchor may reach; from the end, the last."""
    steps = list(STEP.finditer(words))
    found = []
    for n in range(1, min(len(steps), MAX_STEPS) + 1):
        part = tidy(words[steps[-n].start() :] if from_end else words[: steps[n - 1].end()])
        if not _fits(part):
            break
        if word_count(part) >= least:
            found.append(part)
    return found or ([tidy(words)[-MAX_LETTERS:] if from_end else tidy(words)[:MAX_LETTERS]] if words.strip() else [])


def _fits(words: str) -> bool:
    return len(words) <= MAX_LETTERS and len(words.split()) <= MAX_WORDS and len(re.findall(f"[{HAN}]", words)) <= MAX_STEPS


def tidy(words: str) -> str:
    return " ".join(words.translate(INVISIBLE).split())


def word_count(words: str) -> float:
    han = len(re.findall(f"[{HAN}]", words))
    return han / HAN_A_WORD + len(re.sub(f"[{HAN}]", " ", words).split())


def quotation(words: str) -> str:
    """The passage itself if it is short enough to quote, else nothing."""
    return words if word_count(words) <= MOST_QUOTED else ""
