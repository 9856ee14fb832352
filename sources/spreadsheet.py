"""Texts as cells of a CSV file that a spreadsheet may open."""

import re

# What a spreadsheet would take for the beginning of a formula; the wide signs are those of East Asian editions.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A number, or a range of two with dots between, runs nothing and means what it says.
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(\.\.[-+]?\d+(\.\d+)?)?")


def cell(value: str) -> str:
    """``value`` with an apostrophe before what would run as a formula."""
    return f"'{value}" if _is_guarded(value) and not NUMBER.fullmatch(value) else value


def bare(cell: str) -> str:
    """What ``cell`` made this of."""
    return cell[1:] if cell.startswith("'") and _is_guarded(cell[1:]) else cell


def _is_guarded(value: str) -> bool:
    # An apostrophe of its own gets one more, or it would be taken for a guard on the way back.
    return value.lstrip("'").startswith(FORMULA)


def guard_exports() -> None:
    """Every list of the admin that Wagtail writes as a file passes here, its own lists and ours; it has no setting for that.

    Of a workbook it sees to formulas itself, but stumbles over signs that a workbook cannot hold.
    """
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from wagtail.admin.views.mixins import SpreadsheetExportMixin

    prepare = SpreadsheetExportMixin.preprocess_field_value

    def prepare_and_guard(self, field, value, export_format):
        found = prepare(self, field, value, export_format)
        if not isinstance(found, str):
            return found
        return cell(found) if export_format == self.FORMAT_CSV else ILLEGAL_CHARACTERS_RE.sub("", found)

    SpreadsheetExportMixin.preprocess_field_value = prepare_and_guard
