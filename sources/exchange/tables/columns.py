"""The columns that a table may have, and what stands in the cells of one row."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from sources.exchange.rows import Change
from sources.intake.files import UnreadableFile
from sources.spreadsheet import bare

SEPARATOR = "|"  # between the words of a list in one cell, as in the open data


@dataclass(frozen=True)
class Column:
    """``choices`` is a closed list; ``compared`` says that the cell holds a field of the record as it is."""

    name: str
    about: str
    example: str = ""
    required: bool = False
    compared: bool = True
    choices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()

    def tidy(self, cell: str) -> str:
        """Without the guard against formulas. Of a closed list, the value, if it was called by its name."""
        value = bare(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
        by_name = {name.casefold(): value for value, name in self.choices}
        return by_name.get(value.casefold(), value)


# What a row rests on
SOURCES = (
    Column(
        "sources",
        "The documents it rests on, by key or address, with | between several. They must be known here already.",
        "plan-2014|https://example.org/story",
        compared=False,
    ),
    Column(
        "says",
        "What the passage says, in your own words; for several sources in their order, with | between.",
        "",
        compared=False,
    ),
    Column("locator", "Where in the document; several as above.", "art. 6|p. 14", compared=False),
    Column("quotation", "A few words, word for word; several as above.", "", compared=False),
)


def words(cell: str) -> list[str]:
    return [word for part in cell.split(SEPARATOR) if (word := part.strip())]


def cells_of(found: dict, columns: Iterable[Column], passed_over: set[str], must: set[str], what: str) -> list[dict]:
    """Rows as {"line", "cells": column → text}. Raises UnreadableFile where the columns are not those of such a table."""
    known = {column.name: column for column in columns}
    names = [ALIASES.get(name, name) for name in found["columns"]]
    for name in names:
        if name not in known and name not in passed_over:
            said = f"“{name[:40]}”" if name else "without a name"
            raise UnreadableFile(f"{what} has a column {said} that is not known here. Known are: {', '.join(known)}.")
    for name in sorted(must - set(names)):
        raise UnreadableFile(f"{what} has no column “{name}”.")
    return [
        {
            "line": row["line"],
            "cells": {
                name: value
                for name, cell in zip(names, row["cells"], strict=True)
                if name in known and (value := known[name].tidy(cell))
            },
        }
        for row in found["rows"]
    ]


ALIASES = {"key": "slug"}  # as the lists of the admin call it


def problems_of(instance, cells: dict[str, str], new: bool, columns: Iterable[Column]) -> list[str]:
    """What the model has against the cells, each beginning with its column. ``instance`` was filled with them."""
    columns = [column for column in columns if column.compared]
    found = [f"Column {column.name}: it is empty." for column in columns if new and column.required and column.name not in cells]
    for column in columns:
        value = cells.get(column.name, "")
        if value and column.choices and value not in dict(column.choices):
            allowed = ", ".join(key for key, _ in column.choices)
            found.append(f"Column {column.name}: “{value[:60]}” is none of {allowed}.")
    given = {column.name for column in columns if column.name in cells and not column.choices}
    try:
        instance.clean_fields(exclude={one.name for one in instance._meta.get_fields()} - given)
    except ValidationError as error:
        found += [f"Column {name}: {reason}" for name, reasons in error.message_dict.items() for reason in reasons]
    return found


def changes(columns: Iterable[Column], cells: dict[str, str], record) -> list[Change]:
    """Fields in which the file says something else than ``record``. An empty cell says nothing."""
    found = []
    for column in columns:
        theirs = cells.get(column.name, "")
        if not theirs or not column.compared:
            continue
        ours = as_text(getattr(record, column.name))
        if " ".join(theirs.split()) != " ".join(ours.split()):
            found.append(Change(column.name, column.label, ours, theirs))
    return found


def as_text(value) -> str:
    """As the open data write it."""
    return "" if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)
