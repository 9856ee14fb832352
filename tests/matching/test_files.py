"""Files a reader drops: their text, or a clear reason why not."""

import io
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from sources.intake.files import LARGEST, UnreadableFile, text_of


def docx(*paragraphs):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = "In a table."
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def pdf(text="", password=""):
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (80 * 1024 * 1024))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"Everyone has a score.", "Everyone has a score."),
        ("a.TXT", "\ufeff信用".encode(), "信用"),
        ("a.txt", "信用分".encode("gb18030"), "信用分"),
        ("a.txt", "Score".encode("utf-16"), "Score"),
        ("a.html", b"<nav>Menu</nav><script>evil()</script><p>One <b>has</b> it.</p><p>Two.</p>", "One has it.\n\nTwo."),
        ("a.docx", docx("One.", "Two."), "One.\n\nTwo.\n\nIn a table."),
        ("a.pdf", pdf("Everyone has a score."), "Everyone has a score."),
    ],
)
def test_the_text_of_a_file(name, data, expected):
    assert text_of(name, data).strip() == expected


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.exe", b"MZ", "only .txt, .html, .docx and .pdf"),
        ("noname", b"text", "only .txt, .html, .docx and .pdf"),
        ("a.txt", b"\x7fELF\0\0\0", "it is not text"),
        ("a.docx", b"not a zip", "no Word document"),
        ("a.docx", bomb(), "larger than any text"),
        ("a.pdf", b"%PDF-1.7 and then nothing", "no PDF, or a broken one"),
        ("a.pdf", pdf("Secret.", password="x"), "locked with a password"),
        ("a.pdf", pdf(""), "holds no text"),
        ("a.txt", b"x" * (LARGEST + 1), "larger than 5 MB"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(name, data, reason):
    with pytest.raises(UnreadableFile, match=reason) as refused:
        text_of(f"/some/folder/{name}", data)
    assert f"“{name}”" in str(refused.value)


def test_the_made_up_pdf_is_one():
    assert len(PdfReader(io.BytesIO(pdf("x"))).pages) == 1
