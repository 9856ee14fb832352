"""What a row of a table rests on: its sources, and what stands there."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError

from sources.exchange.rows import Change
from sources.exchange.tables.columns import words
from sources.exchange.tables.known import Documents, NotKnown
from sources.models import Citation, Source

SIDE = ("says", "locator", "quotation")


@dataclass
class Passage:
    source: str  # key or address
    says: str = ""
    locator: str = ""
    quotation: str = ""
    translation: str = ""

    def citation(self, kind: type[Citation], documents: Documents) -> Citation:
        return kind(**asdict(self) | {"source": documents.of(self.source)})


class BadCell(ValueError):
    """Begins with the column."""


def passages(cells: dict[str, str]) -> list[Passage]:
    """Raises BadCell."""
    named = words(cells.get("sources", ""))
    found = [Passage(name) for name in named]
    for column in SIDE:
        cell = cells.get(column, "")
        values = [cell] if len(named) < 2 else [part.strip() for part in cell.split("|")] if cell else []
        if values and not named and cell:
            raise BadCell(f"Column {column}: it belongs to a source, and the column sources is empty.")
        if values and named and len(values) != len(named):
            raise BadCell(f"Column {column}: it has {len(values)} parts for {len(named)} sources. Put | between them.")
        for passage, value in zip(found, values, strict=False):
            setattr(passage, column, value)
    told = _told(cells.get("citations", ""))
    in_full = {passage.source for passage in told}
    return [*told, *(passage for passage in found if passage.source not in in_full or passage.says)]


def _told(cell: str) -> list[Passage]:
    """As the open data write them into one cell."""
    if not cell:
        return []
    try:
        rows = json.loads(cell)
        found = [Passage(**{name: row.get(name, "") for name in Passage.__dataclass_fields__}) for row in rows]
        if not all(isinstance(value, str) for passage in found for value in asdict(passage).values()):
            raise TypeError
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadCell("Column citations: it is no list of passages as the open data write it.") from error
    return found


def named_in(items: Iterable[dict]) -> set[str]:
    """Every source that rows name, readable or not: what cannot be read is told of its row."""
    found = set()
    for item in items:
        found.update(words(item["cells"].get("sources", "")))
        try:
            found.update(passage.source for passage in _told(item["cells"].get("citations", "")))
        except BadCell:
            continue
    return found


def added(cells: dict, cited: Iterable[Source], documents: Documents, kind: type[Citation]) -> tuple[list[Passage], list[str]]:
    """Passages in documents that are not among those ``cited``; and what is wrong with them, beginning with the column."""
    known = {source.stands_as.pk for source in cited}
    found, problems = [], []
    try:
        named = passages(cells)
    except BadCell as error:
        return [], [str(error)]
    for passage in named:
        try:
            citation = passage.citation(kind, documents)
        except NotKnown as error:
            problems.append(f"Column sources: {error}")
            continue
        if citation.source.pk in known:
            continue
        if not passage.says:
            problems.append(f"Column says: it is empty. What does “{citation.source}” say of this?")
        try:
            citation.clean_fields(exclude={one.name for one in kind._meta.get_fields()} - {"locator", "quotation", "translation"})
        except ValidationError as error:
            problems += [f"Column {name}: {reason}" for name, reasons in error.message_dict.items() for reason in reasons]
        found.append(passage)
    return found, problems


def as_change(found: list[Passage], documents: Documents) -> list[Change]:
    """Sources are added and never taken away."""
    if not found:
        return []
    lines = [f"{documents.of(one.source)}{', ' if one.locator else ''}{one.locator}: {one.says}" for one in found]
    return [Change("sources", "Sources, added", "", "\n".join(lines))]
