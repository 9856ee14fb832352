"""A table as CSV and as JSON, row by row, so that its length does not matter."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from django.core.serializers.json import DjangoJSONEncoder

from explainer.api.data.columns import Column
from explainer.api.data.table import Table
from sources.spreadsheet import cell

SEPARATOR = "|"  # between the words of a list in one cell; no slug can hold it


def write_csv(out: BinaryIO, table: Table, rows: Iterable[dict], bom: bool = False) -> None:
    """RFC 4180, UTF-8, one line of names. ``bom`` is the mark by which spreadsheets know UTF-8."""
    text = io.TextIOWrapper(out, "utf-8", newline="")
    text.write("\ufeff" if bom else "")
    lines = csv.writer(text)
    lines.writerow([column.name for column in table.columns])
    for row in rows:
        lines.writerow([csv_cell(column, row[column.name]) for column in table.columns])
    text.detach()


def csv_cell(column: Column, value) -> str:
    """Nothing where nothing is known; dates as ISO 8601 or EDTF; yes and no as true and false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if column.kind == "list":
        # A name may hold the separator; a slug cannot.
        return cell(SEPARATOR.join(str(word).replace(SEPARATOR, "/") for word in value))
    if column.kind == "object":
        return cell(as_json(value))
    return cell(value.isoformat() if isinstance(value, date) else str(value))


def write_json(out: BinaryIO, table: Table, rows: Iterable[dict]) -> None:
    """One array, an object a line."""
    out.write(b"[")
    for n, row in enumerate(rows):
        out.write(b",\n" if n else b"\n")
        out.write(as_json({column.name: row[column.name] for column in table.columns}).encode())
    out.write(b"\n]\n")


def as_json(value) -> str:
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
