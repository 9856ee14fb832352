"""What a file is by its content, whatever its name says. It is looked at here, and not opened."""

WORDS = {"pdf": "a PDF", "docx": "a Word document", "html": "a web page", "text": "plain text"}
# What is known and not read, by its first bytes, and what to do about it
UNREAD = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file; save it as .docx or PDF"),
    (b"{\\rtf", "an RTF file; save it as .docx or PDF"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture; copy its text by hand"),
    (b"\xff\xd8\xff", "a picture; copy its text by hand"),
    (b"GIF8", "a picture; copy its text by hand"),
    (b"II*\0", "a picture; copy its text by hand"),
    (b"Rar!", "an archive; unpack it first"),
    (b"7z\xbc\xaf", "an archive; unpack it first"),
    (b"\x1f\x8b", "an archive; unpack it first"),
)
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<?xml", b"<body")


def kind_of(data: bytes) -> tuple[str, str]:
    """(kind, "") of what can be read, or ("", what it is instead)."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf", ""
    for mark, words in UNREAD:
        if head.startswith(mark):
            return "", words
    if head.startswith(b"PK"):
        return ("docx", "") if b"word/document.xml" in data else ("", "an archive or another kind of Office file")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return looks_like_html(data[:2048].decode("utf-16", "ignore").encode()), ""
    if b"\0" in data:
        return "", "no text, but a file of another kind"
    return looks_like_html(head), ""


def looks_like_html(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    while start.startswith(b"<!--") and b"-->" in start:
        start = start.partition(b"-->")[2].lstrip()
    return "html" if start.startswith(MARKUP) else "text"
