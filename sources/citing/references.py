"""The reference to a source as a page prints it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from sources.citing.csl import csl_item, in_its_own_words
from sources.citing.styles import STYLES, PrintedStyle, styled
from sources.models import Source


@dataclass(frozen=True)
class Reference:
    style: PrintedStyle
    html: SafeString
    language: str = ""  # where it is not that of the page


def references(source: Source, locator: str = "") -> list[Reference]:
    """In every style; with a locator, the reference to that passage."""
    item, own = csl_item(source), in_its_own_words(source)
    found = []
    for style in STYLES:
        chinese = style.key == "gbt7714"
        html = styled(own if chinese else item, style.key, locator)
        found.append(Reference(style, html, source.language if chinese and source.language.startswith("zh") else ""))
    return found


def references_of_page(item: dict) -> list[Reference]:
    """The same for a page of our own."""
    return [Reference(style, styled(item, style.key)) for style in STYLES]
