"""Prose of a claim, as readers see it: rich text in which ``[^key]`` points to a piece of evidence."""

import re
from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

# What editors may use, and what an edition's Markdown can hold.
FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "blockquote"]
REFERENCE = re.compile(r"\[\^([a-z0-9-]+)\]")


def references(html: str) -> list[str]:
    """The keys pointed to, in order of first mention."""
    return list(dict.fromkeys(REFERENCE.findall(html)))


def render(html: str, numbers: Mapping[str, int]) -> SafeString:
    """Expand rich text for a page; ``numbers`` gives each piece of evidence its number.

    A key without a number (possible in a draft only) stays readable as typed.
    """

    def link(match):
        key = match[1]
        if key not in numbers:
            return match[0]
        return format_html('<a class="ref" href="#evidence-{}" aria-label="Evidence {}">{}</a>', key, numbers[key], numbers[key])

    return mark_safe(REFERENCE.sub(link, expand_db_html(html)))  # noqa: S308 - Wagtail's own HTML, keys are slugs
