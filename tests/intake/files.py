"""Files made for the tests, fair and hostile."""

import io
import zipfile
import zlib

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject


def pdf(*pages, password="", **about):
    """A PDF with a line of text a page; ``about`` are its properties, such as ``Title``."""
    writer = PdfWriter()
    for text in pages:
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
        add_page(writer, stream)
    writer.add_metadata({f"/{name}": value for name, value in about.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return written(writer)


def pdf_bomb():
    """A few hundred kilobytes that unpack to 300 MB of text."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj\n" * 20_000) for _ in range(270))
    stream = StreamObject()
    stream._data = b"" + packed + packer.flush()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream[NameObject("/Length")] = NumberObject(len(stream._data))
    writer = PdfWriter()
    add_page(writer, stream)
    return written(writer)


def add_page(writer, stream):
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    page = writer.add_blank_page(300, 300)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    page[NameObject("/Contents")] = writer._add_object(stream)


def written(writer):
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def docx(*paragraphs, **about):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for name, value in about.items():
        setattr(document.core_properties, name, value)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def docx_bomb(size=400 * 1024 * 1024):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(size // 2**20):
            part.write(b" " * 2**20)
    return made.getvalue()


def docx_of_entities():
    """A Word document whose text is one entity that stands for another, and so on: “a billion laughs”."""
    fair, made = io.BytesIO(docx("x")), io.BytesIO()
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    evil = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">{rows}]>'
    with zipfile.ZipFile(fair) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                data = (evil + data.decode().partition("?>")[2]).replace(">x<", ">&e11;<").encode()
            new.writestr(part.filename, data)
    return made.getvalue()
