"""The first occurrence of each term in the prose of a page becomes a link to the glossary."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape, unescape

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>", re.I)
PROSE = re.compile(r"""\bclass=["'][^"']*\bprose\b""")
# Inside these a link would be wrong or in the way; what is quoted is not our wording.
CLOSED = frozenset(("a", "h1", "h2", "h3", "h4", "q", "blockquote", "button", "svg", "script", "style", "code"))
VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr", "source"))


def link_terms(html: str, phrases: Iterable[tuple[str, str]], meanings: Mapping[str, str] | None = None) -> str:
    """``html`` with links in the text of elements of class “prose”; ``phrases`` are (words, address), ``meanings`` by address.

    Of two phrases that begin at one place the longer wins. A term is linked once, by whichever of its phrases comes first.
    """
    find, addresses = _finder(tuple(phrases))
    if not addresses or 'class="prose' not in html:
        return html
    linked: set[str] = set()
    written, at = [], 0
    inside = 0  # open elements since the outermost prose one, that one included
    closed = 0  # of these, how many forbid links

    def link(match):
        address = addresses[match[0].casefold()]
        if address in linked:
            return match[0]
        linked.add(address)
        meaning = (meanings or {}).get(address, "")
        shown = f' data-meaning="{escape(meaning)}"' if meaning else ""
        return f'<a class="term" href="{escape(address)}"{shown}>{match[0]}</a>'

    for tag in TAG.finditer(html):
        text = html[at : tag.start()]
        written += [find.sub(link, text) if inside and not closed else text, tag[0]]
        at = tag.end()
        name, ends = tag[2].lower(), tag[1] == "/"
        if name in VOID or tag[3].endswith("/"):
            continue
        if inside or (not ends and PROSE.search(tag[3])):
            inside += -1 if ends else 1
            if name in CLOSED:
                closed = max(0, closed + (-1 if ends else 1)) if inside else 0
    written.append(html[at:])
    return "".join(written)


@lru_cache(maxsize=4)
def _finder(phrases: tuple[tuple[str, str], ...]) -> tuple[re.Pattern, dict[str, str]]:
    # As they stand in HTML; letters and digits beside a phrase would make it part of another word.
    addresses = {escape(unescape(words), quote=False).casefold(): address for words, address in phrases if words.strip()}
    longest_first = sorted(addresses, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)", re.I), addresses
