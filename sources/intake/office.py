"""PDF and Word documents: their text, and what they say of themselves. Runs in the bounded process."""

import io
import re
import unicodedata

from sources.intake.dates import CHINESE, edtf_of
from sources.intake.extract import LIGATURES, Refused, from_docx
from sources.intake.findings import LOW, MEDIUM, Findings

PAGE_END = "\f"  # between the pages of a PDF, so that a passage can be given as “p. 3”
# Some fonts write 月 as the radical ⽉, which looks the same and is never found.
RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FE0)}
NO_TITLE = re.compile(
    r"untitled|microsoft word|\.(docx?|pdf|indd|wps|rtf|xlsx?)$|^(slide|document|doc|page) ?\d*$", re.IGNORECASE
)
NO_AUTHOR = re.compile(r"admin|administrator|user|microsoft|owner|unknown|author|\d+|.*scan.*", re.IGNORECASE)


def read_pdf(data: bytes, most: int, findings: Findings) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("it is locked with a password.")
        pages, length = [], 0
        for page in reader.pages:
            pages.append(page.extract_text().translate(LIGATURES).replace(PAGE_END, " ").strip())
            length += len(pages[-1]) + 1
            if length > most:
                raise Refused(f"it holds more than {most:,} characters.")
        about = reader.metadata
        if about:
            add_properties(
                findings, about.get("/Title"), about.get("/Author"), about.get("/CreationDate"), "properties of the PDF"
            )
    except (FileNotDecryptedError, DependencyError) as error:
        raise Refused("it is locked with a password.") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise Refused("it is no PDF, or a broken one.") from error
    return PAGE_END.join(pages).translate(RADICALS)


def read_docx(data: bytes, findings: Findings) -> str:
    from docx import Document

    text = from_docx(data)
    about = Document(io.BytesIO(data)).core_properties
    made = about.created.isoformat() if about.created else ""
    # The template that python-docx and some converters start from
    made = "" if made.startswith("2013-12-23") else made
    add_properties(findings, about.title, about.author, made, "properties of the document")
    return text


def add_properties(findings: Findings, title, author, made, where: str) -> None:
    title, author = str(title or "").strip(), str(author or "").strip()
    if title and not NO_TITLE.search(title):
        findings.add("title", title, MEDIUM, where)
    if author and not NO_AUTHOR.fullmatch(author) and author != "python-docx":
        findings.add("authors", "\n".join(re.split(r"\s*;\s*", author)), LOW, where)
    # The day the file was made is seldom the day the document was issued.
    findings.add("issued", edtf_of(str(made or "")), LOW, where)


def add_first_lines(findings: Findings, text: str) -> None:
    """What a document without marks has: its first lines, and a date near its beginning or its end."""
    lines = [line.strip() for line in text[:3000].splitlines() if line.strip()]
    title = next((line for line in lines[:8] if 6 <= len(line) <= 200 and not re.fullmatch(r"[\W\d]+", line)), "")
    findings.add("title", title.lstrip("# "), LOW, "first line of the text")
    for part, where in ((text[-600:], "the end of the text"), (text[:1500], "the beginning of the text")):
        if match := CHINESE.search(part):
            alone = any(CHINESE.fullmatch(line.strip()) for line in part.splitlines())
            findings.add("issued", edtf_of(match[0]), MEDIUM if alone else LOW, where)
