"""``python -m sources.exchange.formats.parse``: a file on standard input, its format and references as JSON on standard output.

Runs in a process of its own with a bound on time and memory, since a file can be made to exhaust either. Leaves with 3 and a
reason on standard output where the file cannot be read.
"""

import json
import logging
import re
import sys
from dataclasses import asdict

from sources.exchange.formats.bibtex import read_bibtex
from sources.exchange.formats.csl import read_csl
from sources.exchange.formats.reference import BadEntry, Reference, make_legible, refuse_too_many
from sources.exchange.formats.ris import read_ris
from sources.exchange.formats.text import text_of
from sources.intake.extract import Refused, bounded

CPU_SECONDS = 12
MEMORY = 1000 * 1024 * 1024
READERS = {"json": read_csl, "ris": read_ris, "bib": read_bibtex}
RIS = re.compile(r"^(?:\d+\.\s*\n)?TY {1,2}-", re.MULTILINE)
BIBTEX = re.compile(r"^\s*@[A-Za-z]+\s*[{(]", re.MULTILINE)


def format_of(text: str) -> str:
    start = text.lstrip()[:1]
    if start and start in "[{":
        return "json"
    ris, bib = RIS.search(text), BIBTEX.search(text)
    if ris and (not bib or ris.start() < bib.start()):
        return "ris"
    if bib:
        return "bib"
    raise Refused("it is neither CSL-JSON, nor RIS, nor BibTeX.")


def references(text: str, form: str) -> list[Reference]:
    """Raises BadEntry or Refused."""
    found = READERS[form](text)
    if not found:
        raise Refused("it holds no reference.")
    refuse_too_many(len(found))
    for n, reference in enumerate(found, 1):
        make_legible(reference, n)
    return found


def parse(data: bytes) -> bytes:
    text = text_of(data)
    form = format_of(text)
    try:
        found = references(text, form)
    except BadEntry as error:
        raise Refused(str(error)) from error
    except RecursionError as error:
        raise Refused("its brackets are nested far too deep.") from error
    return json.dumps({"format": form, "references": [asdict(reference) for reference in found]}).encode()


def main() -> int:
    logging.disable()
    return bounded(parse, CPU_SECONDS, MEMORY)


if __name__ == "__main__":
    sys.exit(main())
