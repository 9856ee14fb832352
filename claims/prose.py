"""Prose as readers see it: rich text in which ``[^key]`` points to a piece of evidence, or to whatever a page numbers."""

import re
from collections.abc import Mapping

from bs4 import BeautifulSoup
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from wagtail.rich_text import expand_db_html

from sources.languages import is_foreign

# The prose of a claim, in the order in which it is edited
PROSE_FIELDS = ("short_answer", "documented", "disagreements", "grew_out_of", "would_change_if")
# What editors may use, and what an edition's Markdown can hold.
FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "blockquote"]
REFERENCE = re.compile(r"\[\^([a-z0-9-]+)\]")


def references(html: str) -> list[str]:
    """The keys pointed to, in order of first mention."""
    return list(dict.fromkeys(REFERENCE.findall(html)))


def render(html: str, numbers: Mapping[str, int], anchor: str = "evidence", word: str = "") -> SafeString:
    """Expand rich text for a page; ``numbers`` gives each thing pointed to its number, ``anchor`` begins its id on the page.

    A key without a number (possible in a draft only) stays readable as typed.
    """

    said = word or gettext("Evidence")
    own = format_html(' lang="{}"', get_language()) if is_foreign() else ""

    def link(match):
        key = match[1]
        if key not in numbers:
            return match[0]
        n = numbers[key]
        return format_html('<a class="ref" href="#{}-{}"{} aria-label="{} {}">{}</a>', anchor, key, own, said, n, n)

    return mark_safe(REFERENCE.sub(link, expand_db_html(html)))  # noqa: S308 - Wagtail's own HTML, keys are slugs


def plain(html: str) -> str:
    """Prose as text, a line a paragraph, for machines: ``[^key]`` stays, and names a piece of evidence."""
    blocks = BeautifulSoup(expand_db_html(html), "html.parser").find_all(["p", "li", "h3", "blockquote"])
    return "\n".join(" ".join(block.get_text().split()) for block in blocks)
