"""Marking what was looked for in what is shown, and choosing the part of a long text that shows most of it."""

import html
import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from claims.matching.text import HAN, words
from explainer.search.analysis import is_han, stem_of

TOKEN = re.compile(rf"[{HAN}]+|(?:(?![{HAN}])\w)+(?:['’]\w+)?")
SHOWN = 240  # signs of a long text


def spans(text: str, stems: set[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for token in TOKEN.finditer(text):
        if is_han(token[0]):
            for at in range(token.start(), token.end()):
                if text[at : at + 2] in stems or text[at] in stems:
                    end = min(at + (2 if text[at : at + 2] in stems else 1), token.end())
                    if found and found[-1][1] >= at:
                        found[-1] = (found[-1][0], end)
                    else:
                        found.append((at, end))
        elif any(stem_of(word) in stems for word in words(token[0])):
            found.append(token.span())
    return found


def marked(text: str, stems: set[str]) -> SafeString:
    out, at = [], 0
    for start, end in spans(text, stems):
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*out, escape(text[at:])]))  # noqa: S308 - every part is escaped


def unmarked(text: SafeString) -> str:
    """What was marked, as plain text again."""
    return html.unescape(text.replace("<mark>", "").replace("</mark>", ""))


def excerpt(text: str, stems: set[str], anyway: bool = False) -> SafeString:
    """The part of the text that has most of what was looked for, marked; if it has nothing, nothing, or ``anyway`` its
    beginning."""
    text = " ".join(text.split())
    found = spans(text, stems)
    if not found and not anyway:
        return SafeString("")
    best = max((span[0] for span in found), key=lambda start: (_variety(text, found, start), -start), default=0)
    start, end = _window(text, best)
    part = ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")
    return marked(part, stems)


def _variety(text: str, found: list[tuple[int, int]], start: int) -> int:
    """How many different words stand within one excerpt from here."""
    return len({text[a:b].lower() for a, b in found if start <= a and b <= start + SHOWN - 60})


def _window(text: str, around: int) -> tuple[int, int]:
    start = max(0, around - 60)
    if start:
        blank = text.find(" ", start, around)
        start = blank + 1 if blank > 0 else around
    end = min(len(text), start + SHOWN)
    if end < len(text):
        blank = text.rfind(" ", around + 40, end)
        end = blank if blank > 0 else end
    return start, end
