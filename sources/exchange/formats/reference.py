"""What is read out of one entry, whatever the format was."""

import re
from dataclasses import dataclass, field, fields

from sources.intake.extract import Refused

MOST = 2000  # entries of a file
LONGEST = 100_000  # characters of a field
# Control characters and halves of characters: no database takes all of them, and nobody can read any.
ILLEGIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class BadEntry(ValueError):
    """The entry with this number cannot be read, and so the file cannot. ``reason`` goes after a colon."""

    def __init__(self, n: int, reason: str):
        self.n, self.reason = n, reason
        super().__init__(f"entry {n}: {reason}")


@dataclass
class Reference:
    """Texts as they stand in the file; ``type`` is one of CSL's. Authors are lines: “Family, Given”, or an institution."""

    id: str = ""
    type: str = ""
    title: str = ""
    original_title: str = ""
    translated_title: str = ""
    authors: list[str] = field(default_factory=list)
    issued: str = ""
    accessed: str = ""
    container: str = ""
    publisher: str = ""
    authority: str = ""
    genre: str = ""
    number: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""
    archive: str = ""
    archive_location: str = ""
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


# CSL 1.0.2, all of them
TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()  # noqa: SIM905
)


def one_line(text: str) -> str:
    return " ".join(text.split())


def make_legible(reference: Reference, n: int) -> None:
    """Raises BadEntry of what nobody can have written as one field."""
    for one in fields(reference):
        value = getattr(reference, one.name)
        if (length := len(value) if isinstance(value, str) else sum(map(len, value))) > LONGEST:
            raise BadEntry(n, f"its {one.name.replace('_', ' ')} has {length:,} characters; at most {LONGEST:,} are read.")
        legible = ILLEGIBLE.sub("", value) if isinstance(value, str) else [ILLEGIBLE.sub("", line) for line in value]
        setattr(reference, one.name, legible)


def refuse_too_many(number: int) -> None:
    if number > MOST:
        raise Refused(f"it holds {number:,} references; at most {MOST:,} are taken in at once.")
