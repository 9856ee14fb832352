"""The data dictionary: the columns of a table, read off the schema of its rows."""

import datetime
import types
import typing
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from ninja import Schema

from sources.languages import told

# Type of a value → (its name here, in SQLite, in a Frictionless table schema)
TYPES = {
    bool: ("boolean", "INTEGER", "boolean"),
    int: ("integer", "INTEGER", "integer"),
    float: ("number", "REAL", "number"),
    Decimal: ("number", "REAL", "number"),
    datetime.datetime: ("datetime", "TEXT", "datetime"),
    datetime.date: ("date", "TEXT", "date"),
    str: ("string", "TEXT", "string"),
}
LIST = ("list", "TEXT", "string")
OBJECT = ("object", "TEXT", "string")
VALUES = " One of: "  # what stands between a meaning and the values of a closed list (explainer.api.schemas.choice)

# Columns that hold the slug of a row of another table. A list of slugs is mostly called as the table is.
POINTS_TO = {
    "claim": "claims",
    "source": "sources",
    "origin": "sources",
    "actor": "actors",
    "subject": "actors",
    "object": "actors",
    "operator": "actors",
    "place": "places",
    "within": "places",
    "catalog": "catalogs",
    "event": "events",
    "layer": "layers",
    "mixup": "mixups",
    "behaviour": "behaviours",
    "term": "glossary",
    "terms": "glossary",
    "relation": "relations",
    "system": "systems",
    "entry": "entries",
    "article": "articles",
}
# Table → what one of its rows is called
ONE_OF = {table: column for column, table in reversed(POINTS_TO.items())}


@dataclass(frozen=True)
class Column:
    name: str
    kind: str  # boolean, integer, number, datetime, date, string, list (of words), object (JSON)
    in_sqlite: str
    in_schema: str
    meaning: str

    @property
    def said(self) -> str:
        """The meaning, without the values of a closed list."""
        return self.meaning.partition(VALUES)[0]

    @property
    def explained(self) -> str:
        """The meaning in the language of the page. Values are the same in every language."""
        values = self.meaning.partition(VALUES)[2].rstrip(".")
        said = gettext(self.said) if self.said else ""
        if not values:
            return said
        # Translators: %(meaning)s is a whole sentence
        words = gettext("%(meaning)s One of: %(values)s.")
        return mark_safe(words % {"meaning": conditional_escape(said), "values": told(values)})  # noqa: S308


def columns_of(row: type[Schema]) -> list[Column]:
    return [Column(name, *_type(field.annotation), field.description or "") for name, field in row.model_fields.items()]


def _type(annotation) -> tuple[str, str, str]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return _type(next(one for one in arguments if one is not type(None)))
    if origin is typing.Annotated:
        return _type(arguments[0])
    if origin is typing.Literal:
        return TYPES[str]
    if origin is list:
        return LIST if _type(arguments[0]) == TYPES[str] else OBJECT
    for kind, names in TYPES.items():
        if isinstance(annotation, type) and issubclass(annotation, kind):
            return names
    return OBJECT
