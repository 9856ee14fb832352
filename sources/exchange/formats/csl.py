"""CSL-JSON, as Zotero exports it. What is read is held to the shape that its schema gives it.

Source: https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
"""

import json

from sources.exchange.formats.dates import edtf, understood
from sources.exchange.formats.extra import add_note, take_extra
from sources.exchange.formats.reference import TYPES, BadEntry, Reference, one_line
from sources.intake.extract import Refused

TEXTS = {
    "title": "title",
    "original-title": "original_title",
    "translated-title": "translated_title",
    "container-title": "container",
    "publisher": "publisher",
    "authority": "authority",
    "genre": "genre",
    "number": "number",
    "language": "language",
    "URL": "url",
    "DOI": "doi",
    "archive": "archive",
    "archive_location": "archive_location",
}
# Whoever is named stands for it, the first that is there
CREATORS = ("author", "director", "interviewer", "composer", "editor")


def read_csl(text: str) -> list[Reference]:
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise Refused("its brackets are nested far too deep.") from error
    except ValueError as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(f"it is no JSON: it breaks off{where}.") from error
    if isinstance(found, dict):
        found = found["items"] if isinstance(found.get("items"), list) else [found]
    if not isinstance(found, list):
        raise Refused("it is JSON, but no list of references.")
    return [reference_of(item, n) for n, item in enumerate(found, 1)]


def reference_of(item, n: int) -> Reference:
    if not isinstance(item, dict):
        raise BadEntry(n, "it is no object with fields.")
    if item.get("type") not in TYPES:
        given = f"“{str(item['type'])[:40]}”" if item.get("type") else "nothing"
        raise BadEntry(n, f"its “type” must be one of those of CSL, and is {given}.")
    reference = Reference(type=item["type"], id=_text(item, "id", n))
    for name, ours in TEXTS.items():
        setattr(reference, ours, _text(item, name, n))
    reference.authors = next((lines for role in CREATORS if (lines := names(item, role, n))), [])
    reference.issued, reference.accessed = (date(item, name, n) for name in ("issued", "accessed"))
    if original := date(item, "original-date", n):
        add_note(reference, f"First issued: {original}")
    tags = item.get("keyword", "")
    if not isinstance(tags, str):
        raise BadEntry(n, "its “keyword” must be a text.")
    reference.tags = [tag.strip() for tag in tags.replace(";", ",").split(",") if tag.strip()]
    if not isinstance(item.get("note", ""), str):
        raise BadEntry(n, "its “note” must be a text.")
    take_extra(reference, item.get("note", ""))
    return reference


def _text(item: dict, name: str, n: int) -> str:
    value = item.get(name, "")
    if value is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadEntry(n, f"its “{name}” must be a text.")
    return one_line(str(value))


def names(item: dict, role: str, n: int) -> list[str]:
    value = item.get(role, [])
    if not isinstance(value, list):
        raise BadEntry(n, f"its “{role}” must be a list of names.")
    return [line for name in value if (line := _name(name, role, n))]


def _name(name, role: str, n: int) -> str:
    if not isinstance(name, dict):
        raise BadEntry(n, f"its “{role}” must hold names with “family” and “given”, or “literal”.")
    parts = {key: _text(name, key, n) for key in name if key in PARTS}
    if literal := parts.get("literal"):
        return literal
    family = " ".join(filter(None, (parts.get("non-dropping-particle"), parts.get("family"))))
    given = " ".join(filter(None, (parts.get("given"), parts.get("dropping-particle"), parts.get("suffix"))))
    return f"{family}, {given}" if family and given else family or given


PARTS = {"family", "given", "literal", "dropping-particle", "non-dropping-particle", "suffix"}


def date(item: dict, name: str, n: int) -> str:
    value = item.get(name)
    if not value:
        return ""
    if isinstance(value, str):
        return understood(value)
    if not isinstance(value, dict):
        raise BadEntry(n, f"its “{name}” must be a date.")
    parts = value.get("date-parts")
    if not parts:
        written = value.get("raw") or value.get("literal") or ""
        return understood(str(written)) if isinstance(written, str | int) else ""
    if not isinstance(parts, list) or not all(isinstance(end, list) for end in parts):
        raise BadEntry(n, f"the “date-parts” of its “{name}” must be lists of numbers.")
    mark = "~" if value.get("circa") else ""
    ends = [end for part in parts[:2] if (end := _end(part))]
    found = "/".join(f"{end}{mark}" for end in ends)
    return edtf(found) or found[:80]


def _end(parts: list) -> str:
    """Year, month and day, as far as they are there."""
    shown = []
    for n, part in enumerate(parts[:3]):
        digits = str(part) if isinstance(part, int | str) and not isinstance(part, bool) else ""
        if not digits.isascii() or not digits.isdecimal() or not int(digits[:6]):
            break
        shown.append(digits.zfill(2 if n else 4))
    return "-".join(shown)
