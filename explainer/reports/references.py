"""Numbers by which readers find their reports again: short, not to be guessed, and safe to read aloud.

Ten of 31 signs, without those that look alike; the last checks the others. 31 is a prime, so that every single wrong sign
and every pair of exchanged signs is noticed.
"""

import re
import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10


def new_reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH - 1))
    return signs + check_sign(signs)


def check_sign(signs: str) -> str:
    return SIGNS[sum(n * SIGNS.index(sign) for n, sign in enumerate(signs, 1)) % len(SIGNS)]


def read(typed: str) -> str:
    """The reference a person typed, whatever its case and however it is grouped; empty if it is none."""
    signs = re.sub(r"[\s\-\u2010-\u2015]", "", typed[:100]).upper()
    if len(signs) != LENGTH or set(signs) - set(SIGNS) or check_sign(signs[:-1]) != signs[-1]:
        return ""
    return signs


def grouped(reference: str) -> str:
    return f"{reference[:5]}-{reference[5:]}"
