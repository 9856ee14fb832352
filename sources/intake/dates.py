"""Dates as documents write them, as EDTF. What is not clear is left alone."""

import calendar
import re

ISO = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])")
PDF = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
CHINESE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?")
COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
ENGLISH = re.compile(rf"(?:(\d{{1,2}}) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d{{1,2}})),? (\d{{4}})", re.IGNORECASE)


def edtf_of(written: str) -> str:
    """“2014-06-27T09:30:00+08:00” is 2014-06-27; “D:20140627” too. Empty if it is none of the forms we know."""
    for form in (CHINESE, PDF, COMPACT, ISO):
        if (match := form.match(written)) or (form is CHINESE and (match := form.search(written))):
            return date_of(*match.groups())
    if match := ENGLISH.search(written):
        day = match[1] or match[4]
        return date_of(match[5], str(MONTHS[(match[2] or match[3]).lower()]), day)
    return ""


def date_of(year: str, month: str | None, day: str | None) -> str:
    if not 1500 <= int(year) <= 2100:
        return ""
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return ""
    if not day:
        return f"{year}-{int(month):02d}"
    if not 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
        return ""
    return f"{year}-{int(month):02d}-{int(day):02d}"
