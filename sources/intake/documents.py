"""A document for the desk: from bytes or a pasted text to text and findings. Read in a process of its own, see ``files``."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import PurePath

from sources.intake.files import KINDS, UnreadableFile, run_apart, tidy_name
from sources.intake.findings import Findings
from sources.intake.sniff import WORDS, kind_of

LARGEST = 20 * 1024 * 1024  # bytes
LONGEST = 2_000_000  # characters
SECONDS = 60


@dataclass
class Document:
    text: str
    kind: str
    findings: Findings = field(default_factory=Findings)
    sha256: str = ""  # of the bytes; that of the text is worked out by its capture


def read_file(name: str, data: bytes) -> Document:
    """A file from somebody's disk. Its content must be what its name says."""
    name = tidy_name(name)
    said = KINDS.get(PurePath(name).suffix.lower())
    if not said:
        raise UnreadableFile(f"“{name}” cannot be read here: only .pdf, .docx, .html and .txt files can.")
    _refuse_if_too_large(f"“{name}”", data)
    found, instead = kind_of(data)
    if said == "html" and found == "text":
        found = "html"  # a piece of a page need not begin like one
    if found != said:
        raise UnreadableFile(
            f"“{name}” is not what its name says: it should be {WORDS[said]}, but its content is {instead or WORDS[found]}."
        )
    return _read(f"“{name}”", said, data)


def read_fetched(address: str, data: bytes, media_type: str = "") -> Document:
    """What stood at an address. Its content decides what it is; servers often get it wrong."""
    _refuse_if_too_large("What stands there", data)
    found, instead = kind_of(data)
    if not found:
        raise UnreadableFile(f"What stands there cannot be read: it is {instead}.")
    if found == "text" and "html" in media_type:
        found = "html"
    return _read("What stands there", found, data, address)


def read_pasted(text: str) -> Document:
    if len(text) > LONGEST:
        raise UnreadableFile(f"The text has {len(text):,} characters; at most {LONGEST:,} can be kept.")
    return _read("The text", "text", text.replace("\0", "").encode("utf-8", "replace"))


def _refuse_if_too_large(what: str, data: bytes) -> None:
    if len(data) > LARGEST:
        raise UnreadableFile(f"{what} is larger than {LARGEST // 1024 // 1024} MB.")


def _read(what: str, kind: str, data: bytes, address: str = "") -> Document:
    found = json.loads(run_apart("sources.intake.describe", [kind, address], data, SECONDS, what))
    return Document(found["text"], kind, Findings.from_json(found["findings"]), hashlib.sha256(data).hexdigest())
