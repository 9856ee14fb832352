"""A page in each language of the site."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from sources.languages import without_prefix


@dataclass(frozen=True)
class Here:
    """The page that is read, in one language. ``url`` is for machines, and leaves the choice in a list out."""

    code: str
    name: str
    address: str
    url: str
    here: bool


def address_in(code: str, path: str) -> str:
    """``path`` is that of the page in the language of the content."""
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"


def in_each(request) -> list[Here]:
    """The language of the content comes first. A preview has one language: it is no page yet."""
    if getattr(request, "is_preview", False):
        return []
    path = escape_uri_path(without_prefix(request.path))
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    found = []
    for code, name in settings.LANGUAGES:
        address = address_in(code, path)
        found.append(
            Here(code, name, f"{address}?{query}" if query else address, settings.PUBLIC_URL + address, code == get_language())
        )
    return found
