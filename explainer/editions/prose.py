"""Prose between its two homes: Markdown in files, Wagtail's rich text in the database.

Both directions know the same small language (paragraphs, h3, lists, quotes, bold, italic, links), and Markdown written
here reads back as the same rich text. What lies outside it is refused with a reason, never dropped.
"""

import re
from html import escape

from bs4 import BeautifulSoup, NavigableString
from markdown_it import MarkdownIt

BLOCKS = {"p", "h2", "h3", "ul", "ol", "blockquote"}
# Which headings a text may have depends on where it stands: in a claim, the h2 are the file's own sections.
IN_SECTION, ON_PAGE = ("h3",), ("h2", "h3")
BOLD, ITALIC = {"b", "strong"}, {"i", "em"}
MARKDOWN = MarkdownIt("commonmark", {"html": False})
# Addresses are contracts, so a link to a record is the record's address.
SCHEMES = {
    "claim": "/claims/{}/",
    "source": "/sources/{}/",
    "page": "/{}/",
    "actor": "/actors/{}/",
    "timeline": "/timeline/{}/",
    "catalog": "/catalogs/{}/",
    "term": "/glossary/{}/",
    "system": "/systems/{}/",
    "article": "/explainers/{}/",
}
# First parts of addresses that are rooms, not pages of prose
TAKEN = frozenset(
    (
        "claims",
        "sources",
        "timeline",
        "actors",
        "catalogs",
        "glossary",
        "systems",
        "explainers",
        "check",
        "api",
        "data",
        "feeds",
        "admin",
    )
)
RECORD = re.compile(rf"({'|'.join(SCHEMES)}):([a-z0-9-]+)")
LINKABLE = re.compile(r"(https?://|mailto:|/|#)")


class ProseError(ValueError):
    """The prose holds something that this site does not print. The message says what."""


# Markdown → rich text


def to_html(markdown: str, headings=IN_SECTION) -> str:
    """Rich text as Wagtail stores it. Raises ProseError."""
    env: dict = {}
    tokens = MARKDOWN.parse(markdown, env)
    if env.get("references"):
        raise ProseError("link definitions ([name]: address) are not used here; write the address in the link.")
    for token in tokens:
        if token.type == "heading_open" and token.tag not in headings:
            raise ProseError(
                f"a heading of this size ({'#' * int(token.tag[1])}) is not used here; write {'#' * int(headings[0][1])}."
            )
    return "".join(_render(token) for token in tokens)


TAGS = {"strong": "b", "em": "i"}


def _render(token) -> str:
    kind = token.type
    if kind == "inline":
        return "".join(_render(child) for child in token.children)
    if kind == "text":
        return escape(token.content, quote=False)
    if kind == "softbreak":
        return " "
    if kind == "link_open":
        return f'<a href="{escape(_address(token.attrGet("href")))}">'
    if kind in ("paragraph_open", "paragraph_close"):
        return "" if token.hidden else f"<{'/' * (token.nesting < 0)}p>"
    tag = TAGS.get(token.tag, token.tag)
    if tag in BLOCKS | {"li", "b", "i", "a"} and kind.endswith(("_open", "_close")):
        return f"<{'/' * (token.nesting < 0)}{tag}>"
    raise ProseError(f"“{kind.removesuffix('_open').replace('_', ' ')}” ({token.tag or 'text'}) is not used here.")


def _address(href: str) -> str:
    if match := RECORD.fullmatch(href):
        return SCHEMES[match[1]].format(match[2])
    if not LINKABLE.match(href):
        raise ProseError(
            f"“{href}” is not an address. Write https://…, or one of {', '.join(f'{scheme}:key' for scheme in SCHEMES)}."
        )
    return href


# Rich text → Markdown


def to_markdown(html: str, headings=IN_SECTION) -> str:
    """Markdown that ``to_html`` turns into the same rich text. Raises ProseError."""
    soup = BeautifulSoup(html, "html.parser")
    if wrong := soup.find([tag for tag in ("h1", "h2", "h3", "h4", "h5", "h6") if tag not in headings]):
        raise ProseError(f"a heading <{wrong.name}> is not used here; take {headings[0]}.")
    return "\n\n".join(_blocks(soup))


def normal(markdown: str, headings=IN_SECTION) -> str:
    """The one way a dump would write this Markdown."""
    return to_markdown(to_html(markdown, headings), headings)


def _blocks(parent) -> list[str]:
    written, loose = [], []

    def flush():
        if text := _line(loose):
            written.append(text)
        loose.clear()

    for node in parent.children:
        if isinstance(node, NavigableString) or node.name not in BLOCKS:
            loose.append(node)
            continue
        flush()
        if node.name == "p":
            written += [text] if (text := _line(node.children)) else []
        elif node.name in ("h2", "h3"):
            # “#” at the end of a heading would close it.
            written += (
                ["#" * int(node.name[1]) + " " + re.sub(r" (#+)$", r" \\\1", text)] if (text := _line(node.children)) else []
            )
        elif node.name == "blockquote":
            inner = "\n\n".join(_blocks(node))
            written += [] if not inner else ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))]
        else:
            written += [text] if (text := _list(node)) else []
    flush()
    # Two lists of a kind in a row would read as one; every second one gets the other mark.
    for n in range(1, len(written)):
        if written[n].startswith("- ") and written[n - 1].startswith("- "):
            written[n] = re.sub(r"^-", "*", written[n], flags=re.M)
        elif re.match(r"1\. ", written[n]) and re.match(r"1\. ", written[n - 1]):
            written[n] = re.sub(r"^(\d+)\.", r"\1)", written[n], flags=re.M)
    return written


def _list(node) -> str:
    items = [item for item in node.children if getattr(item, "name", None) == "li" and item.get_text(strip=True)]
    lines = []
    for n, item in enumerate(items, 1):
        mark = "- " if node.name == "ul" else f"{n}. "
        nested = [child for child in item.children if getattr(child, "name", None) in ("ul", "ol")]
        paragraphs = [child for child in item.children if getattr(child, "name", None) in ("p", "blockquote", "h2", "h3")]
        if len(paragraphs) > 1 or any(child.name != "p" for child in paragraphs):
            raise ProseError("a list item holds one line and lists, no paragraphs of its own.")
        inline = paragraphs[0].children if paragraphs else [child for child in item.children if child not in nested]
        text = _line(inline)
        if not text:
            raise ProseError("a list item has no words of its own before its inner list.")
        lines.append(mark + text)
        for child in nested:
            lines += [" " * len(mark) + line for line in _list(child).split("\n") if line]
    return "\n".join(lines)


def _line(nodes) -> str:
    """Inline nodes as one line of Markdown."""
    runs = _tidy(_runs(nodes, bold=False, italic=False, href=None))
    text, open_marks, href = [], [], None
    for words, bold, italic, link in runs:
        wanted = (["**"] if bold else []) + (["_"] if italic else [])
        if link != href or wanted[: len(open_marks)] != open_marks:
            shared = 0
            if link == href:
                while shared < min(len(open_marks), len(wanted)) and open_marks[shared] == wanted[shared]:
                    shared += 1
            text += reversed(open_marks[shared:])
            open_marks = open_marks[:shared]
            if link != href:
                text += [f"]({_written(href)})"] if href else []
                text += ["["] if link else []
                href = link
        text += wanted[len(open_marks) :]
        open_marks = wanted
        text.append(_Words(words))
    text += reversed(open_marks)
    text += [f"]({_written(href)})"] if href else []
    return _start_of_line(_join(text))


class _Words(str):
    """Text, as against a mark."""


def _runs(nodes, bold, italic, href):
    for node in nodes:
        if isinstance(node, NavigableString):
            yield re.sub(r"\s+", " ", str(node)), bold, italic, href
        elif node.name in BOLD | ITALIC:
            yield from _runs(node.children, bold or node.name in BOLD, italic or node.name in ITALIC, href)
        elif node.name == "a":
            yield from _runs(node.children, bold, italic, _target(node))
        elif node.name == "br":
            yield " ", bold, italic, href
        elif node.name in ("span", "p"):
            yield from _runs(node.children, bold, italic, href)
        else:
            raise ProseError(f"<{node.name}> cannot be written as Markdown here.")


def _tidy(runs):
    """Merge equal neighbours, and move spaces at the edge of bold, italic or links outside, where Markdown can have them."""
    pieces = []
    for words, bold, italic, href in runs:
        if not words:
            continue
        lead, trail = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
        core = words.strip(" ")
        for text, marks in ((lead, None), (core, (bold, italic, href)), (trail if core else "", None)):
            if text:
                pieces.append((text, marks))
    merged = []
    for n, (text, marks) in enumerate(pieces):
        if marks is None:
            before = next((m for _, m in reversed(pieces[:n]) if m), None)
            after = next((m for _, m in pieces[n + 1 :] if m), None)
            marks = before if before == after and before else _shared(before, after)
        if merged and merged[-1][1] == marks:
            joined = merged[-1][0] + text
            merged[-1] = (re.sub(" +", " ", joined), marks)
        elif text == " " and merged and merged[-1][0].endswith(" "):
            continue
        else:
            merged.append((text, marks))
    if merged:
        merged[0] = (merged[0][0].lstrip(" "), merged[0][1])
        merged[-1] = (merged[-1][0].rstrip(" "), merged[-1][1])
    return [(text, *marks) for text, marks in merged if text]


def _shared(before, after):
    """The marks that both neighbours of a space have; it belongs to these and to no others."""
    if not before or not after or before[2] != after[2]:
        return (False, False, None)
    # Italic stands inside bold, so it spans the space only if bold does on both sides or on neither.
    italic = before[1] and after[1] and before[0] == after[0]
    return (before[0] and after[0], italic, before[2])


def _target(node) -> str:
    if node.get("linktype") == "page":
        from wagtail.models import Page

        page = Page.objects.filter(pk=node.get("id")).first()
        if page is None:
            raise ProseError(f"a link points to a page that is gone (number {node.get('id')}).")
        return page.url or ""
    if node.get("linktype"):
        raise ProseError(f"links to a {node['linktype']} are not used here.")
    return node.get("href", "")


def _written(href: str) -> str:
    for scheme, address in SCHEMES.items():
        pattern = re.escape(address).replace(r"\{\}", "([a-z0-9-]+)")
        if (match := re.fullmatch(pattern, href)) and not (scheme == "page" and match[1] in TAKEN):
            return f"{scheme}:{match[1]}"
    href = MARKDOWN.normalizeLink(href)
    return f"<{href}>" if re.search(r"[()]", href) else href


SPECIAL = re.compile(r"([\\`*_\[\]<])")
REFERENCE = re.compile(r"\[\^[a-z0-9-]+\]")
ENTITY = re.compile(r"&(?=#?\w+;)")
LINE_START = re.compile(r"^([-+#>=~]|\d{1,9}(?=[.)]))")


def _escape(words: str) -> str:
    written, at = [], 0
    for match in REFERENCE.finditer(words):
        written += [_escape_plain(words[at : match.start()]), match[0]]
        at = match.end()
        if words[at : at + 1] in ("(", ":"):  # or it would be a link, or the definition of one
            written.append("\\")
    return "".join(written) + _escape_plain(words[at:])


def _escape_plain(words: str) -> str:
    words = ENTITY.sub("&amp;", SPECIAL.sub(r"\\\1", words))
    return re.sub(r"!(?=$|\\?\[)", r"\\!", words)


def _start_of_line(line: str) -> str:
    return LINE_START.sub(lambda m: f"{m[1]}\\" if m[1].isdigit() else f"\\{m[1]}", line)


def _join(parts) -> str:
    """Marks and words in a row. A letter that touches a mark from outside is written as an entity where Markdown would
    otherwise not see the mark; inside, punctuation at the edge needs the same of its neighbour."""
    written = []
    for n, part in enumerate(parts):
        if not isinstance(part, _Words):
            written.append(part)
            continue
        before = _mark_near(parts, n, -1)
        after = _mark_near(parts, n, +1)
        head, body, tail = "", part, ""
        if body and before in ("**", "_") and _closes(parts, n - 1) and body[0].isalnum():
            head, body = f"&#{ord(body[0])};", body[1:]
        if body and after in ("**", "_") and not _closes(parts, n + 1) and body[-1].isalnum():
            tail, body = f"&#{ord(body[-1])};", body[:-1]
        written.append(head + _escape(body) + tail)
    return "".join(written)


def _mark_near(parts, n, step):
    return parts[n + step] if 0 <= n + step < len(parts) and not isinstance(parts[n + step], _Words) else None


def _closes(parts, n) -> bool:
    """Whether the mark at ``n`` closes a run (an odd number of the same mark stands before it)."""
    return sum(1 for part in parts[:n] if part == parts[n] and not isinstance(part, _Words)) % 2 == 1
