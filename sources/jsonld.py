"""Structured data of schema.org on a page: JSON inside a script element that nothing runs."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# Inside a script element these would end it, or be read as HTML.
ESCAPES = {ord(c): f"\\u{ord(c):04X}" for c in "<>&\u2028\u2029"}
CONTEXT = "https://schema.org"


def json_ld(data: dict) -> SafeString | str:
    if get_language() != settings.LANGUAGE_CODE:
        return ""  # the same things under another address; machines are told of them once
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above


def graph(*things: dict | None) -> dict:
    """What a page says of itself, as one whole."""
    return {"@context": CONTEXT, "@graph": [thing for thing in things if thing]}


def known(thing: dict) -> dict:
    """Only what is known: no empty words, no empty lists."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def site(name: str) -> dict:
    """Who answers for the pages, by the name under which the page about the site tells more."""
    home = settings.PUBLIC_URL + "/"
    return {"@type": "Organization", "@id": f"{home}#organization", "name": name, "url": home}


def breadcrumbs(*crumbs: str) -> dict:
    """The way to a page: name, address, name, address, and last the name of the page, which needs none."""
    steps = [(str(crumbs[n]), crumbs[n + 1] if n + 1 < len(crumbs) else "") for n in range(0, len(crumbs), 2)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            known({"@type": "ListItem", "position": n, "name": name, "item": address and settings.PUBLIC_URL + address})
            for n, (name, address) in enumerate(steps, 1)
        ],
    }
