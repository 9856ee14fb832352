"""``python -m sources.intake.extract KIND``: bytes on standard input, text on standard output. Knows nothing of the site.

Leaves with 3 and a reason on standard output where the file is not what it says.
"""

import io
import resource
import sys
import zipfile
from collections.abc import Callable

REFUSED = 3  # the exit code; the reason is on standard output
CPU_SECONDS = 10
MEMORY = 700 * 1024 * 1024
ENOUGH = 60_000  # characters; more is refused by the check anyway
LARGEST_UNPACKED = 60 * 1024 * 1024


# Printers set some pairs of letters as one; whoever quotes or searches writes two.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


class Refused(Exception):
    pass


def from_text(data: bytes) -> str:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("it is not text.")
    for encoding in ("utf-8-sig", "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "gb18030", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("its letters are in no encoding we know; save it as UTF-8.")


def from_html(data: bytes) -> str:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(data[: 2 * 1024 * 1024], "html.parser")
    for part in page(["script", "style", "nav", "noscript", "template", "svg", "header", "footer", "form"]):
        part.decompose()
    body = page.find("article") or page.find("main") or page.body or page
    blocks = body.find_all(["p", "li", "h1", "h2", "h3", "h4", "blockquote", "td", "figcaption", "pre"])
    leaves = [block for block in blocks if not block.find(["p", "li", "td", "blockquote"])]
    return "\n\n".join(" ".join(block.get_text(" ").split()) for block in leaves) or body.get_text(" ")


def from_docx(data: bytes) -> str:
    from docx import Document
    from docx.table import Table

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise Refused("unpacked it is far larger than any text.")
        document = Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Refused("it is no Word document.") from error
    paragraphs = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            paragraphs += [cell.text for row in block.rows for cell in row.cells]
        else:
            paragraphs.append(block.text)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def from_pdf(data: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("it is locked with a password.")
        found, length = [], 0
        for page in reader.pages:
            found.append(page.extract_text().translate(LIGATURES))
            length += len(found[-1])
            if length > ENOUGH:
                break
    except (FileNotDecryptedError, DependencyError) as error:
        raise Refused("it is locked with a password.") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("it is no PDF, or a broken one.") from error
    return "\n\n".join(found)


KINDS = {"text": from_text, "html": from_html, "docx": from_docx, "pdf": from_pdf}


def bounded(read: Callable[[bytes], bytes], seconds: int, memory: int) -> int:
    """Run ``read`` on standard input within limits. Returns the exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        found, code = read(sys.stdin.buffer.read()), 0
    except Refused as reason:
        found, code = str(reason).encode(), REFUSED
    except MemoryError:
        found, code = b"it asks for too much memory.", REFUSED
    except Exception:
        # The readers of these formats have many ways to trip over a file that was made for it.
        found, code = b"it is broken.", REFUSED
    sys.stdout.buffer.write(found)
    return code


def main() -> int:
    return bounded(lambda data: KINDS[sys.argv[1]](data).encode("utf-8", "replace"), CPU_SECONDS, MEMORY)


if __name__ == "__main__":
    sys.exit(main())
