"""Figures worth recognising: “17.5 million”, “1750万”, “350 to 950”, and never a year."""

import re

SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "mn": 1e6}
HAN_SCALE = {"千": 1e3, "万": 1e4, "亿": 1e8}
NUMBER = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,6})?)"
    r"(?:\s?(thousand|million|billion|trillion|bn|mn|m)\b|\s?([千万亿])|\s?(%|percent\b|per cent\b)|(?![\w.,]?\d))",
    re.IGNORECASE,
)


def figures(text: str) -> set[float]:
    """Values that say something by themselves: scaled, with a percent sign, or of three digits and more."""
    return {value for value, _, _ in found_in(text)}


def found_in(text: str) -> list[tuple[float, int, int]]:
    """Value (a share of 100 is negative, so that 20 % is not 20), start and end."""
    found = []
    for match in NUMBER.finditer(text):
        digits, scale, han, percent = match.groups()
        value = float(digits.replace(",", ""))
        if percent:
            found.append((-value, *match.span()))
        elif scale or han:
            value *= SCALE[scale.lower()] if scale else HAN_SCALE[han]
            found.append((round(value, 3), *match.span()))
        elif value >= 100 and not _is_year(digits):
            found.append((value, *match.span()))
    return found


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and 1800 <= int(digits) <= 2100
