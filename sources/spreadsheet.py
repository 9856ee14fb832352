"""Texts as cells of a CSV file that a spreadsheet may open."""

import re

# What a spreadsheet would take for the beginning of a formula; the wide signs are those of East Asian editions.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A number, or a range of two with dots between, runs nothing and means what it says.
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(\.\.[-+]?\d+(\.\d+)?)?")


def cell(value: str) -> str:
    """``value`` with an apostrophe before what would run as a formula."""
    return f"'{value}" if value.startswith(FORMULA) and not NUMBER.fullmatch(value) else value
