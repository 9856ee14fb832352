"""``python -m sources.intake.describe KIND [ADDRESS]``: bytes on standard input, text and findings as JSON on standard output.

For the desk. Like ``extract``, with its limits wider, and it knows nothing of the site.
"""

import json
import sys

from sources.intake.extract import Refused, bounded, from_text
from sources.intake.findings import Findings
from sources.intake.html import read_html
from sources.intake.office import add_first_lines, read_docx, read_pdf
from sources.intake.words import add_what_the_text_says

CPU_SECONDS = 40
MEMORY = 1300 * 1024 * 1024
MOST = 2_000_000  # characters


def describe(kind: str, data: bytes, address: str) -> dict:
    findings = Findings()
    if kind == "pdf":
        text = read_pdf(data, MOST, findings)
    elif kind == "docx":
        text = read_docx(data, findings)
    elif kind == "html":
        text = read_html(data, address, findings)
    else:
        text = from_text(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").encode("utf-8", "replace").decode()
    if not text.strip():
        raise Refused("it holds no text. A scan of a page is a picture; copy its text by hand.")
    if len(text) > MOST:
        raise Refused(f"it holds more than {MOST:,} characters.")
    if address:
        findings.add("url", address, "medium", "the address it was fetched from")
    if kind != "html":
        add_first_lines(findings, text)
    add_what_the_text_says(findings, text)
    return {"text": text, "findings": findings.as_json()}


def main() -> int:
    kind, address = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "")
    return bounded(lambda data: json.dumps(describe(kind, data, address)).encode(), CPU_SECONDS, MEMORY)


if __name__ == "__main__":
    sys.exit(main())
