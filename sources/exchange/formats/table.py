"""``python -m sources.exchange.formats.table``: a CSV file on standard input, its columns and rows as JSON on standard output.

In a process of its own, as ``sources.exchange.formats.parse``. Raw cells: what they mean is for the kind of import to say.
Source: https://www.rfc-editor.org/rfc/rfc4180; spreadsheets of many countries put a semicolon where it has a comma.
"""

import csv
import io
import json
import sys

from sources.exchange.formats.text import text_of
from sources.intake.extract import Refused, bounded

CPU_SECONDS = 12
MEMORY = 500 * 1024 * 1024
MOST = 2000  # rows
LONGEST = 50_000  # characters of a cell
WIDEST = 100  # columns


def read_table(data: bytes) -> dict:
    text = text_of(data)
    first = text.lstrip("\r\n").partition("\n")[0]
    csv.field_size_limit(LONGEST)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    columns: list[str] = []
    rows, line = [], 1
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                if not columns:
                    columns = _columns(cells)
                elif len(cells) != len(columns):
                    raise Refused(f"line {line} has {len(cells)} cells, and the first line names {len(columns)} columns.")
                else:
                    rows.append({"line": line, "cells": cells})
            if len(rows) > MOST:
                raise Refused(f"it holds more than {MOST:,} rows; that many are taken in at once.")
            line = lines.line_num + 1
    except csv.Error as error:
        reason = f"a cell is longer than {LONGEST:,} characters" if "limit" in str(error) else "its quotes do not fit together"
        raise Refused(f"line {line}: {reason}.") from error
    if not rows:
        raise Refused("it holds no row; the first line names the columns, and every other is a row.")
    return {"columns": columns, "rows": rows}


def _columns(cells: list[str]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    if len(names) > WIDEST:
        raise Refused(f"its first line names {len(names):,} columns.")
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Refused(f"its first line names the column “{twice[:40]}” twice.")
    return names


if __name__ == "__main__":
    sys.exit(bounded(lambda data: json.dumps(read_table(data)).encode(), CPU_SECONDS, MEMORY))
