"""RIS, as Zotero and library catalogues write it.

Sources: https://en.wikipedia.org/wiki/RIS_(file_format), and the translator “RIS” of https://github.com/zotero/translators
for what stands where.
"""

import re

import rispy

from sources.exchange.formats.dates import edtf, understood
from sources.exchange.formats.extra import add_note, take_extra
from sources.exchange.formats.reference import BadEntry, Reference, one_line, refuse_too_many

TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "BILL": "bill", "BLOG": "post-weblog",
    "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "CTLG": "article-magazine", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book",
    "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "GEN": "document", "GOVDOC": "report", "HEAR": "hearing", "ICOMM": "post", "INPR": "article-journal",
    "JFULL": "article-journal", "JOUR": "article-journal", "LEGAL": "legal_case", "MANSCPT": "manuscript", "MAP": "map",
    "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "motion_picture", "MUSIC": "song",
    "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication", "RPRT": "report",
    "SER": "book", "SLIDE": "speech", "SOUND": "broadcast", "STAND": "standard", "STAT": "legislation", "THES": "thesis",
    "UNBILL": "bill", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
LAWS = {"STAT", "BILL", "CASE", "LEGAL", "HEAR", "UNBILL"}
PAPERS = {"RPRT", "GOVDOC", "STAND", "GEN"}
TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}- ?(.*)")
BEGINNING = re.compile(r"^TY {1,2}-", re.MULTILINE)
LINES = 3000  # of one entry
COUNTED = re.compile(r"\d+\.?")
# In the mapping of rispy: tag M1 is “note”, and SN is “issn”.
NUMBERS = {"laws": ("note", "section", "issn"), "papers": ("issn", "note", "number", "section"), "others": ("note",)}


def read_ris(text: str) -> list[Reference]:
    refuse_too_many(len(BEGINNING.findall(text)))
    found = rispy.loads("\n".join(whole(text)))
    return [reference_of(entry, n) for n, entry in enumerate(found, 1)]


def whole(text: str) -> list[str]:
    """The lines, every entry with a beginning and an end. rispy would leave out without a word what has not both."""
    lines, n, inside, length = [], 0, False, 0
    for at, line in enumerate(text.splitlines(), 1):
        match = TAG.fullmatch(line.strip("\ufeff"))
        if match and match[1] == "TY":
            if inside:
                raise BadEntry(n, f"it has no end; the line ER is missing before line {at}.")
            n, inside, length = n + 1, True, 0
        elif not inside and line.strip("\ufeff ") and not COUNTED.fullmatch(line.strip()):
            raise BadEntry(n + 1, f"line {at} stands outside of any entry; an entry begins with a line TY.")
        elif match and match[1] == "ER":
            inside = False
        length += 1
        if length > LINES:  # rispy joins the lines of a field one by one
            raise BadEntry(n, f"it has more than {LINES:,} lines.")
        lines.append(f"{match[1]}  - {match[2]}" if match else line)
    if inside:
        raise BadEntry(n, "it has no end; the file breaks off before its line ER.")
    return lines


def reference_of(entry: dict, n: int) -> Reference:
    kind = entry.get("type_of_reference", "").strip().upper()
    if kind not in TYPES:
        raise BadEntry(n, f"its type “{kind[:20]}” is none of RIS.")
    urls = entry.get("urls", [])
    reference = Reference(
        id=_first(entry, "id", "label"),
        type=TYPES[kind],
        title=_first(entry, "title", "primary_title"),
        original_title=_first(entry, "translated_title"),
        authors=[name for key in ("first_authors", "authors") for line in entry.get(key, []) if (name := _name(line))],
        issued=date(_first(entry, "date") or _first(entry, "year", "publication_year")),
        accessed=date(_first(entry, "access_date")),
        container=_first(entry, "secondary_title", "alternate_title3", "journal_name"),
        publisher=_first(entry, "publisher"),
        genre=_first(entry, "type_of_work"),
        number=_first(entry, *NUMBERS["laws" if kind in LAWS else "papers" if kind in PAPERS else "others"]),
        language=_first(entry, "language"),
        url=one_line(urls[0]) if urls else "",
        doi=_first(entry, "doi"),
        archive=_first(entry, "name_of_database"),
        archive_location=_first(entry, "accession_number"),
        tags=[one_line(tag) for tag in entry.get("keywords", []) if tag.strip()],
    )
    for url in urls[1:]:
        add_note(reference, f"Another address: {url}")
    for line in [*entry.get("unknown_tag", {}).get("M2", []), *entry.get("notes", [])]:
        take_extra(reference, line)
    return reference


def date(written: str) -> str:
    """2014/06/14/ and 2014///Spring: year, month, day and words, some of them empty."""
    if re.fullmatch(r"\d{4}(/\d{0,2}){0,2}(/.*)?", written):
        parts = [part.zfill(2) for part in written.split("/")[:3] if part]
        return edtf("-".join(parts)) or written[:80]
    return understood(written)


def _first(entry: dict, *keys: str) -> str:
    for key in keys:
        value = entry.get(key, "")
        if isinstance(value, list):
            value = value[0] if value else ""
        if value := one_line(value):
            return value
    return ""


def _name(line: str) -> str:
    return ", ".join(filter(None, (part.strip() for part in one_line(line).split(",", 1))))
