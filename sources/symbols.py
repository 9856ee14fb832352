"""The small signs of the site: one family of drawings on 24 units, told apart by shape alone, at 12 px and in grey.

A sign never stands without its word, so it is hidden from those who listen. Lines are ``line``, grounds ``fill``, and
what is cut out of a ground ``cut``; their look is in ``explainer/styles/symbols.css``.
"""

from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

CROSS = '<path class="cut" d="M7.5 7.5l9 9m0-9l-9 9"/>'
TICK = "M6.8 12.6l3.6 3.6 7-7.6"
DISC = '<circle class="fill" cx="12" cy="12" r="11"/>'
RING = '<circle class="line" cx="12" cy="12" r="10"/>'
DASHES = '<circle class="line dash" cx="12" cy="12" r="10"/>'


class Symbol(models.TextChoices):
    """What an edition can give a word of its vocabulary to be known by."""

    SCROLL = "scroll", "Document"
    COURT = "court", "Scales"
    LIST = "list", "List"
    FIRM = "firm", "Office building"
    BANK = "bank", "Bank"
    PLACE = "place", "Place on a map"
    PHONE = "phone", "Telephone"
    CAMERA = "camera", "Camera"
    PERSON = "person", "Person"
    GLOBE = "globe", "Globe"
    SHIELD = "shield", "Shield"
    BOOK = "book", "Book"
    CHART = "chart", "Chart"
    LEAF = "leaf", "Leaf"


def _line(path: str) -> str:
    return f'<path class="line" d="{path}"/>'


DRAWINGS = {
    "verdict-false": DISC + CROSS,
    "verdict-mostly-false": RING
    + '<path class="fill" d="M12 2a10 10 0 1 1-10 10H12z"/><path class="cut thin" d="M12 12l5 5m0-5l-5 5"/>',
    "verdict-misleading": '<path class="fill" d="M12 1.5 23 21.5H1z"/><path class="cut" d="M12 8.5v6m0 3v.5"/>',
    "verdict-mixed": RING + '<path class="fill" d="M12 2a10 10 0 0 0 0 20z"/>',
    "verdict-mostly-true": RING + f'<path class="stroke" d="{TICK}"/>',
    "verdict-true": DISC + f'<path class="cut" d="{TICK}"/>',
    "verdict-outdated": RING + '<path class="stroke" d="M12 6v6.4l4.2 2.6"/>',
    "verdict-unproven": DASHES
    + '<path class="stroke" d="M8.8 9.4a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.4 1-1.4 2.2m0 2.6v.4"/>',
    "verdict-not-checkable": DASHES + '<path class="stroke" d="M7.5 12h9"/>',
    # How near a document stands to the thing itself: the fuller, the nearer.
    "tier-primary": '<circle class="fill" cx="12" cy="12" r="9"/>',
    "tier-secondary": '<circle class="line" cx="12" cy="12" r="8"/><path class="fill" d="M12 4a8 8 0 0 0 0 16z"/>',
    "tier-tertiary": '<circle class="line" cx="12" cy="12" r="8"/>',
    # What is written down, and what was said.
    "lane-documented": '<path class="fill" d="M4 1.5h11.5l4.5 4.5v16.5H4z"/><path class="cut thin" d="M8 10h8m-8 4.2h8m-8 4.2h5"/>',
    "lane-reported": _line("M2.5 4h19v12.5H12L6.5 21.5v-5h-4z"),
    "stance-supports": RING + '<path class="stroke" d="M12 7v10m-5-5h10"/>',
    "stance-contradicts": DISC + '<path class="cut" d="M7 12h10"/>',
    "stance-context": DASHES + '<path class="stroke" d="M8 10h8m-8 4h8"/>',
    # How sure a relation or an entry is: the line that the maps draw it with.
    "status-documented": _line("M1 12h22"),
    "status-reported": _line("M1 12h6m2.5 0h5m2.5 0h6"),
    "status-planned": '<path class="line dots" d="M2 12h21"/>',
    "status-disputed": _line("M1 12l3.7-4.5 3.7 9 3.7-9 3.7 9 3.7-9L23 12"),
    "status-ended": _line("M1 12h15m3-7v14"),
    "state-yes": '<path class="stroke bold" d="M3.5 13l5.5 5.5L20.5 6"/>',
    "state-no": '<path class="stroke bold" d="M5 5l14 14m0-14L5 19"/>',
    "state-not-found": RING + '<path class="stroke" d="M5 19L19 5"/>',
    "state-not-checked": '<path class="stroke" d="M7 8.2a5 5 0 1 1 7.2 4.5c-1.6.8-2.2 1.6-2.2 3.4m0 4v.6"/>',
    "layer-scroll": _line("M5 2.5h14v19H5z M9 7.5h6M9 12h6M9 16.5h3.5"),
    "layer-court": _line("M12 3v18M7 21h10M4 6.5h16M5 6.5l-3.2 7h6.4zM19 6.5l-3.2 7h6.4z"),
    "layer-list": _line("M3 5.5h1.5M9 5.5h12M3 12h1.5M9 12h12M3 18.5h1.5M9 18.5h12"),
    "layer-firm": _line("M4.5 21.5v-19h10v19M14.5 9.5h5v12M1.5 21.5h21M8 7h3M8 11.5h3M8 16h3"),
    "layer-bank": _line("M2.5 9.5 12 3l9.5 6.5zM5 9.5v9M9.7 9.5v9M14.3 9.5v9M19 9.5v9M2 21.5h20"),
    "layer-place": _line("M12 22.5s7.5-7.2 7.5-13a7.5 7.5 0 0 0-15 0c0 5.8 7.5 13 7.5 13z")
    + '<circle class="line" cx="12" cy="9.5" r="2.6"/>',
    "layer-phone": _line("M6 1.5h12v21H6zM10.5 18.8h3"),
    "layer-camera": _line("M1.5 6h13.5v12H1.5zM15 11l7.5-4v10L15 13z"),
    "layer-person": '<circle class="line" cx="12" cy="7.5" r="4.7"/>' + _line("M3.5 22c0-5 4-8 8.5-8s8.5 3 8.5 8"),
    "layer-globe": RING + _line("M2 12h20M12 2c-5.5 6-5.5 14 0 20M12 2c5.5 6 5.5 14 0 20"),
    "layer-shield": _line("M12 1.8 20.5 5v7c0 5-4 8.5-8.5 10.2C7.5 20.5 3.5 17 3.5 12V5z"),
    "layer-book": _line("M12 5.5C9 3 5 3 2 4v16c3-1 7-1 10 1.5 3-2.5 7-2.5 10-1.5V4c-3-1-7-1-10 1.5zM12 5.5v16"),
    "layer-chart": _line("M2.5 2v19.5H22M7 17.5v-5M12 17.5v-10M17 17.5V4"),
    "layer-leaf": _line("M4 20.5C4 9 10 3 21 3c0 11-5 17-14.5 15.5M4 20.5c2-5 5-8.5 9.5-11"),
}  # fmt: skip
# Other words for the same degree of certainty
DRAWINGS |= {
    "status-in-force": DRAWINGS["status-documented"],
    "status-announced": DRAWINGS["status-planned"],
    "status-unsupported": DRAWINGS["status-disputed"],
}
SIGNS = {
    name: mark_safe(f'<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{drawing}</svg>')  # noqa: S308
    for name, drawing in DRAWINGS.items()
}


def symbol(family: str, value: str) -> SafeString:
    """The drawing. Raises KeyError for a value of a closed list that nobody has drawn."""
    return SIGNS[f"{family}-{value}"]


def sign(family: str, value: str, word: str) -> SafeString:
    """Drawing and word, as every page shows them."""
    return format_html('<span class="{} {}-{}">{}{}</span>', family, family, value, symbol(family, value), word)
