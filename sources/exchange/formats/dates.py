"""Dates as references write them, as EDTF where that is sure. Otherwise as they stand, for a person to look at."""

import re

from sources.edtf import EdtfError, parse
from sources.intake.dates import date_of, edtf_of

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
MONTH = rf"({'|'.join(MONTHS)})[a-z]*\.?"
DAY_MONTH = re.compile(rf"(\d{{1,2}})\.? {MONTH},? (\d{{4}})", re.IGNORECASE)
MONTH_DAY = re.compile(rf"{MONTH} (\d{{1,2}}),? (\d{{4}})", re.IGNORECASE)
MONTH_YEAR = re.compile(rf"{MONTH},? (\d{{4}})", re.IGNORECASE)
YEARS = re.compile(r"(\d{4}) ?[-–—] ?(\d{4})")
ABOUT = re.compile(r"(?:c|ca|circa|about)\.? *(\d{4})", re.IGNORECASE)
WHOLE = re.compile(r"\d{4}([-/.]\d{1,2}){0,2}/?(T.*| \d.*)?|\d{8}|.*年.*")


def is_edtf(text: str) -> bool:
    try:
        return bool(parse(text))
    except EdtfError:
        return False


def edtf(written: str) -> str:
    """Empty if it is not understood."""
    written = " ".join(written.replace("[", "").replace("]", "").split())[:80]
    if is_edtf(written):
        return written
    if match := YEARS.fullmatch(written):
        found = f"{match[1]}/{match[2]}"
    elif match := ABOUT.fullmatch(written):
        found = f"{match[1]}~"
    elif match := DAY_MONTH.fullmatch(written):
        found = date_of(match[3], _month(match[2]), match[1])
    elif match := MONTH_DAY.fullmatch(written):
        found = date_of(match[3], _month(match[1]), match[2])
    elif match := MONTH_YEAR.fullmatch(written):
        found = date_of(match[2], _month(match[1]), None)
    else:
        found = edtf_of(written) if WHOLE.fullmatch(written) else ""
    return found if found and is_edtf(found) else ""


def _month(word: str) -> str:
    return str(MONTHS.index(word[:3].lower()) + 1)


def understood(written: str) -> str:
    """As EDTF if it can be, else as it stands."""
    return edtf(written) or " ".join(written.split())[:80]
