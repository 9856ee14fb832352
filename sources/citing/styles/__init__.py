"""References as they are printed, in the styles that are asked for most."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from sources.citing.styles.items import TRANSLATION, TRANSLATION_END, for_chinese, for_western
from sources.citing.styles.processor import BOLD, END, ITALIC, Style

FOLDER = Path(__file__).parent
MARKS = dict.fromkeys(map(ord, (ITALIC, BOLD, END, TRANSLATION, TRANSLATION_END)))
ENGLISH, CHINESE = "en-US", "zh-CN"


@dataclass(frozen=True)
class PrintedStyle:
    key: str
    name: str
    edition: str
    file: str


STYLES = (
    PrintedStyle("apa", "APA", "7th edition", "apa"),
    PrintedStyle("chicago", "Chicago", "18th edition, bibliography", "chicago-notes-bibliography"),
    PrintedStyle("mla", "MLA", "9th edition", "modern-language-association"),
    PrintedStyle("gbt7714", "GB/T 7714", "2015", "china-national-standard-gb-t-7714-2015-numeric"),
)
FILES = {style.key: style.file for style in STYLES}


def styled(item: dict, style: str, place: str = "") -> SafeString:
    """The reference as HTML: italics as ``<i>``, bold as ``<b>``, everything else escaped. ``place`` is that of a passage."""
    text = str(escape(_marked(item, style, place)))
    text = re.sub(f"{ITALIC}(.*?){END}", r"<i>\1</i>", re.sub(f"{BOLD}(.*?){END}", r"<b>\1</b>", text))
    return mark_safe(text)  # noqa: S308 - escaped above; the marks that became tags are ours and were taken out of the item


def plain(item: dict, style: str, place: str = "") -> str:
    """The same without italics and bold."""
    return _marked(item, style, place).translate(MARKS)


def _marked(item: dict, style: str, place: str) -> str:
    text = _made(json.dumps(item, ensure_ascii=False, sort_keys=True).translate(MARKS), style)
    return _with_place(text, style, place.translate(MARKS)) if place else text


def _with_place(text: str, style: str, place: str) -> str:
    """The passage before the address, joined as the style joins a page: bibliographies name whole documents."""
    before, after = {"mla": (", ", ", "), "gbt7714": (": ", ". ")}.get(style, (". ", ". "))
    head, address, rest = text.partition(" http")
    head, place = head.rstrip(" .,"), place.rstrip(" .,")
    if style == "gbt7714":
        place = re.sub(r"^pp?\. ?", "", place)
    if before == ". ":
        before, place = (" " if head.endswith(("?", "!", "”")) else before), capfirst(place)
    return f"{head}{before}{place}{after}{(address + rest).strip()}" if address else f"{head}{before}{place}."


@lru_cache(maxsize=4096)  # a reference takes some 10 ms to make and half a kilobyte to keep
def _made(item: str, style: str) -> str:
    item = json.loads(item)
    item = for_chinese(item) if style == "gbt7714" else for_western(item, style)
    chinese = style == "gbt7714" and item.get("language", "").startswith("zh")
    return _tidy(_style(style, CHINESE if chinese else ENGLISH).reference(item), style)


@cache
def _style(style: str, locale: str) -> Style:
    return Style(FOLDER / f"{FILES[style]}.csl", locale)


def _tidy(text: str, style: str) -> str:
    """What the processor leaves to be done: marks that meet at a seam, and punctuation within quotation marks."""
    text = re.sub(f" ?{TRANSLATION}(.*?){TRANSLATION_END}((?:{END}|”)*)", r"\2 \1", text)
    text = re.sub(f"{ITALIC}([^{END}]*[㐀-鿿][^{END}]*){END}", r"\1", text)  # Chinese has no italics
    text = re.sub(rf"([?!])((?:{END}|”)*)\.(?=\s|$)", r"\1\2", text)  # no full stop after “?”
    text = re.sub(rf"(?<!\.)\.({END}|[”’])*\.(?!\.)", r".\1", text)
    if style == "gbt7714":
        return text.removeprefix("[1]")  # its number in a list of one
    text = re.sub(r"((?:’|”)+)([.,])", r"\2\1", text)
    text = re.sub(r"\((.+?), \1\)", r"(\1)", text)  # a date in words, printed as year and as day
    return text.replace(", Circa ", ", circa ").replace("Retrieved http", "http")
