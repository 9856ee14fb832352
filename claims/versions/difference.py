"""What is different between two texts, word by word; in scripts without spaces, sign by sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# A sign of Chinese, Japanese or Korean; a word, or a mark, with the space behind it; the end of a line.
TOKEN = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]|[^\W_]+(?:['’][^\W_]+)*[^\S\n]*|\n|[\W_][^\S\n]*"
)
# Of two texts longer than this together, frequent words are not looked at one by one: it would take seconds.
THOROUGH = 4_000_000
FEW = 2  # so few equal words between two changes are read as part of one
LONG, SHOWN = 500, 180  # letters: of what stayed the same, its ends are enough

Sign = Literal["=", "-", "+"]


@dataclass(frozen=True)
class Piece:
    sign: Sign
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in reading order: what stayed, what went, what came. None if they read the same."""
    a, b = TOKEN.findall(before), TOKEN.findall(after)
    # The space behind a word is no part of it: at the end of a sentence it has none.
    words = [[token.strip() or token for token in tokens] for tokens in (a, b)]
    if words[0] == words[1]:
        return []
    matcher = SequenceMatcher(None, *words, autojunk=len(a) * len(b) > THOROUGH)
    return list(_joined(matcher.get_opcodes(), a, b))


def _joined(steps: list, a: list[str], b: list[str]) -> Iterator[Piece]:
    """A sentence that was rewritten is easier read as one change than as confetti round every “the”."""
    gone, come = [], []
    for n, (step, a1, a2, b1, b2) in enumerate(steps):
        between = step == "equal" and 0 < n < len(steps) - 1 and b2 - b1 <= FEW and "\n" not in b[b1:b2]
        if step == "equal" and not between:
            yield from _change(gone, come)
            gone, come = [], []
            yield Piece("=", "".join(b[b1:b2]))
        else:
            gone += a[a1:a2]
            come += b[b1:b2]
    yield from _change(gone, come)


def _change(gone: list[str], come: list[str]) -> Iterator[Piece]:
    if gone:
        yield Piece("-", "".join(gone))
    if come:
        yield Piece("+", "".join(come))


def as_html(pieces: list[Piece]) -> SafeString:
    """With ``<del>`` and ``<ins>``. Of a long part that stayed as it was, the beginning and the end."""
    last = len(pieces) - 1
    return format_html_join("", "{}", ((_marked(piece, n == 0, n == last),) for n, piece in enumerate(pieces)))


def _marked(piece: Piece, first: bool, last: bool) -> SafeString | str:
    if piece.sign == "=":
        return _shortened(piece.text, first, last)
    inside = piece.text.strip()
    if not inside:
        return piece.text if piece.sign == "+" else ""
    before, _, after = piece.text.partition(inside)
    mark = "del" if piece.sign == "-" else "ins"
    return format_html("{}<{}>{}</{}>{}", before, mark, inside, mark, after or " ")


def _shortened(text: str, first: bool, last: bool) -> str:
    if len(text) <= LONG:
        return text
    head = "" if first else text[:SHOWN].rsplit(None, 1)[0]
    tail = "" if last else text[-SHOWN:].split(None, 1)[-1]
    return f"{head} […] {tail}"
