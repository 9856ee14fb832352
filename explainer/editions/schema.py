"""What a record of an edition may hold: fields, their types, and how each is read from text.

One declaration serves reading, checking and dumping; a test compares it with the tables of README.md.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from explainer.editions.embeds import normal_body
from explainer.editions.prose import IN_SECTION, ON_PAGE, ProseError, normal
from sources.edtf import EdtfError
from sources.edtf import parse as parse_edtf

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Invalid(ValueError):
    """The value is not what the field takes. The message is a full sentence."""


# Types of scalar: text in, the same text in its one form out


def text(value: str) -> str:
    return "\n".join(line.rstrip() for line in value.strip().split("\n"))


def line(value: str) -> str:
    value = value.strip()
    if "\n" in value:
        raise Invalid("This takes a single line.")
    return value


def key(value: str) -> str:
    if not KEY.fullmatch(value):
        raise Invalid(f"“{value}” is not a key: lower-case letters, digits and single hyphens.")
    return value


def edtf(value: str) -> str:
    try:
        return parse_edtf(value).text
    except EdtfError as error:
        raise Invalid(str(error)) from error


def day(value: str) -> str:
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise Invalid(f"“{value}” is not a day; write 2026-11-22.") from error


def moment(value: str) -> str:
    try:
        parsed = datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError as error:
        raise Invalid(f"“{value}” is not a moment; write 2026-11-22T13:00:00Z.") from error
    return parsed.strftime("%Y-%m-%dT%H:%M:%SZ")


def url(value: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError as error:
        raise Invalid(f"“{value}” is not a web address.") from error
    return value


def digest(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise Invalid("A SHA-256 is 64 hexadecimal digits in lower case.")
    return value


def yes(value: str) -> str:
    if value != "yes":
        raise Invalid("This is “yes” or left out.")
    return value


def prose(value: str, headings=IN_SECTION) -> str:
    try:
        return normal(value, headings)
    except ProseError as error:
        raise Invalid(str(error)) from error


def page_prose(value: str) -> str:
    return prose(value, ON_PAGE)


def article_body(value: str) -> str:
    try:
        return normal_body(value)
    except ProseError as error:
        raise Invalid(str(error)) from error


def number(value: str) -> str:
    if not (value.isdecimal() and value.isascii() and int(value) < 10_000):
        raise Invalid(f"“{value}” is not a whole number from 0 to 9999.")
    return str(int(value))


def whole_number(value: str) -> str:
    """Below zero too."""
    if not re.fullmatch(r"-?(0|[1-9]\d{0,8})", value):
        raise Invalid(f"“{value}” is not a whole number.")
    return value


def count(value: str) -> str:
    if not re.fullmatch(r"0|[1-9]\d{0,14}", value):
        raise Invalid(f"“{value}” is not a number in figures alone, such as 17500000.")
    return value


def choice(choices) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in choices.values:
            raise Invalid(f"“{value}” is not one of: {', '.join(choices.values)}.")
        return value

    return read


@dataclass(frozen=True)
class Field:
    """One key of a record. ``refers_to`` names the kind of record a value must be the key of; ``of`` gives the fields of
    a nested record; ``many`` makes it a list, ``as_set`` one whose order means nothing."""

    name: str
    read: Callable[[str], str] | None = None
    required: bool = False
    refers_to: str = ""
    of: tuple["Field", ...] = ()
    many: bool = False
    as_set: bool = False


@dataclass
class Reader:
    """Reads a parsed document against fields; collects what is wrong as (path, message)."""

    problems: list[tuple[tuple, str]] = field(default_factory=list)
    references: list[tuple[tuple, str, str]] = field(default_factory=list)

    def record(self, data, fields: tuple[Field, ...], path: tuple = ()) -> dict:
        """The record in its one form: fields in order, values normal, what is empty left out."""
        if not isinstance(data, dict):
            self.problems.append((path, "Here a list of “key: value” lines is expected."))
            return {}
        names = {f.name for f in fields}
        for name in data:
            if name not in names:
                self.problems.append(
                    ((*path, name), f"There is no such key here. Known keys: {', '.join(f.name for f in fields)}.")
                )
        found = {}
        for f in fields:
            if f.name in data:
                value = self._value(data[f.name], f, (*path, f.name))
                if value not in ("", [], {}, None):
                    found[f.name] = value
            if f.required and data.get(f.name) in (None, "", [], {}):
                self.problems.append(((*path, f.name), "This is missing."))
        return found

    def _value(self, data, f: Field, path: tuple):
        if f.many:
            if data == "":
                return []
            if not isinstance(data, list):
                self.problems.append((path, "Here a list is expected, one “- ” for each item."))
                return []
            items = [self._one(item, f, (*path, n)) for n, item in enumerate(data)]
            if f.as_set:
                for n, item in enumerate(items):
                    if item and item in items[:n]:
                        self.problems.append(((*path, n), f"“{item}” stands in this list twice."))
            return sorted(items) if f.as_set else items
        return self._one(data, f, path)

    def _one(self, data, f: Field, path: tuple):
        if f.of:
            return self.record(data, f.of, path)
        if not isinstance(data, str):
            self.problems.append((path, "Here a single value is expected."))
            return ""
        if not data.strip():
            return ""
        try:
            value = (f.read or text)(data)
        except Invalid as error:
            self.problems.append((path, str(error)))
            return ""
        if f.refers_to:
            self.references.append((path, f.refers_to, value))
        return value
