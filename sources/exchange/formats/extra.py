"""Lines such as “original-title: 规划纲要”, by which Zotero keeps in its field “Extra” what it has no field for.

Source: https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra
"""

import re

from sources.exchange.formats.reference import TYPES, Reference, one_line

LINE = re.compile(r"\s*(?:\{:)?([A-Za-z][A-Za-z _-]{1,28}?)\s*:\s*(.+?)(?:\})?\s*")
# What a line may fill, if nothing else did
FILLS = {
    "original-title": "original_title",
    "translated-title": "translated_title",
    "title-translation": "translated_title",
    "container-title": "container",
    "publication-title": "container",
    "publisher": "publisher",
    "authority": "authority",
    "genre": "genre",
    "number": "number",
    "document-number": "number",
    "language": "language",
    "issued": "issued",
    "accessed": "accessed",
    "doi": "doi",
    "url": "url",
    "archive": "archive",
    "archive-location": "archive_location",
    "archive-place": "archive_location",
}
KEYS = ("citation-key", "citekey", "bibtex")
ENOUGH = 20  # lines kept as notes
LONGEST = 500


def take_extra(reference: Reference, text: str) -> None:
    """Fill what the lines say; what is left of them becomes notes for whoever looks the entry over."""
    for line in text.splitlines():
        match = LINE.fullmatch(line)
        key, value = (re.sub(r"[ _]+", "-", match[1].strip().lower()), match[2].strip()) if match else ("", "")
        if key == "type" and value.lower() in TYPES:
            reference.type = value.lower()
        elif key == "original-date":
            add_note(reference, f"First issued: {value}")
        elif key in KEYS:
            reference.id = reference.id or value
        elif key in FILLS:
            # What the line says is more than the field could hold.
            setattr(reference, FILLS[key], value)
        else:
            add_note(reference, line)


def add_note(reference: Reference, text: str) -> None:
    text = one_line(re.sub(r"<[^<>]{0,200}>", " ", text))[:LONGEST]
    if text and text not in reference.notes and len(reference.notes) < ENOUGH:
        reference.notes.append(text)
