"""A file's bytes as text."""

from sources.intake.extract import Refused

PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")  # ZIP and what is made of it, gzip, the old files of offices


def text_of(data: bytes) -> str:
    """UTF-8, or UTF-16 with its mark. A guess between others would garble names without a word."""
    if data.startswith(PACKED):
        raise Refused("it is an archive or a workbook, whatever its name says; save it as text.")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not wide:
        raise Refused("it is no text.")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused(f"it is not in UTF-8 (line {line}). Export it again, with the character encoding UTF-8.") from error
    if "\0" in text:
        raise Refused("it is no text.")
    return text
