"""BibTeX and BibLaTeX, as Zotero and libraries write them."""

import re

import bibtexparser
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock
from pylatexenc.latex2text import LatexNodes2Text

from sources.exchange.formats.dates import edtf, understood
from sources.exchange.formats.extra import add_note, take_extra
from sources.exchange.formats.reference import LONGEST, BadEntry, Reference, one_line, refuse_too_many

TYPES = {
    "article": "article-journal", "audio": "song", "book": "book", "booklet": "pamphlet", "collection": "book",
    "conference": "paper-conference", "dataset": "dataset", "electronic": "webpage", "image": "graphic",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference", "inreference": "entry",
    "jurisdiction": "legal_case", "legislation": "legislation", "letter": "personal_communication", "manual": "report",
    "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture", "music": "song", "mvbook": "book",
    "online": "webpage", "patent": "patent", "periodical": "periodical", "phdthesis": "thesis",
    "proceedings": "book", "reference": "book", "report": "report", "review": "review", "software": "software",
    "standard": "standard", "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
}  # fmt: skip
PASSED_OVER = {"abstract", "file", "pages"}
SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
URL = re.compile(r"\\url\{([^{}]*)\}|(https?://\S+)")
BEGINNING = re.compile(r"^[ \t]*@(?!string|comment|preamble)[a-z]+[ \t]*[{(]", re.IGNORECASE | re.MULTILINE)
DETEX = LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def read_bibtex(text: str) -> list[Reference]:
    refuse_too_many(len(BEGINNING.findall(text)))
    # A percent sign begins a comment for LaTeX, not for BibTeX; the splitter of bibtexparser knows that.
    library = bibtexparser.parse_string(text)
    entries = sorted([*library.entries, *library.failed_blocks], key=lambda block: block.start_line)
    for n, block in enumerate(entries, 1):
        if block in library.failed_blocks:
            raise BadEntry(n, f"{_failure(block)} It begins at line {block.start_line + 1}.")
    return [reference_of(entry, n) for n, entry in enumerate(entries, 1)]


def _failure(block) -> str:
    if isinstance(block, DuplicateBlockKeyBlock):
        return f"its key “{block.key[:60]}” is that of an entry before it."
    if isinstance(block, DuplicateFieldKeyBlock):
        return f"it has the field “{min(block.duplicate_keys)[:60]}” twice."
    return "its braces, quotes or commas do not fit together."


def reference_of(entry, n: int) -> Reference:
    kind = entry.entry_type.lower()
    raw = {field.key.lower(): str(field.value) for field in entry.fields if field.key.lower() not in PASSED_OVER}
    if kind not in TYPES:
        raise BadEntry(n, f"its type “@{kind[:30]}” is none that is known here.")
    enclosed = {name.lower(): how for name, how in entry.parser_metadata.get("removed_enclosing", {}).items()}
    for name, value in raw.items():
        if len(value) > LONGEST:  # the signs of LaTeX take long to read
            raise BadEntry(n, f"its field “{name[:40]}” has {len(value):,} characters; at most {LONGEST:,} are read.")
        if enclosed.get(name) == "no-enclosing" and name != "month" and not value.isdecimal():
            raise BadEntry(
                n, f"its field “{name[:40]}” has abbreviations that are not defined, or put together with #; write it out."
            )

    def text(*names: str) -> str:
        return next((value for name in names if name in raw and (value := plain(raw[name]))), "")

    reference = Reference(
        id=entry.key,
        type=SUBTYPES.get(text("entrysubtype").lower(), TYPES[kind]),
        title=": ".join(filter(None, (text("title"), text("subtitle")))),
        original_title=text("origtitle"),
        authors=names(raw.get("author") or raw.get("editor") or ""),
        issued=date(raw),
        accessed=understood(text("urldate")),
        container=text("journal", "journaltitle", "booktitle", "maintitle"),
        publisher=text("publisher", "institution", "organization", "school", "howpublished"),
        genre=text("type"),
        number=text("number") if not text("volume") else "",
        language=text("language", "langid"),
        url=address(raw.get("url", "")),
        doi=address(raw.get("doi", "")),
        archive=text("archive", "library"),
        archive_location=text("archivelocation", "eprint") if "archive" in raw else "",
        tags=[tag for part in re.split("[,;]", text("keywords")) if (tag := part.strip())],
    )
    if found := URL.search(raw.get("howpublished", "")):
        reference.url = reference.url or (found[1] or found[2]).rstrip(".,;}")
        reference.publisher = "" if reference.url in reference.publisher else reference.publisher
    if reference.type == "document" and (reference.url or reference.container):
        reference.type = "webpage"
    for name in ("note", "annote", "annotation", "addendum"):
        said = plain(raw.get(name, ""), keep_lines=True)
        if said != reference.original_title:
            take_extra(reference, said)
    if origdate := text("origdate"):
        add_note(reference, f"First issued: {origdate}")
    return reference


def plain(value: str, keep_lines: bool = False) -> str:
    """Without the signs of LaTeX."""
    shown = DETEX.latex_to_text(value) if any(sign in value for sign in "\\{}$~-`'") else value
    return "\n".join(map(one_line, shown.splitlines())) if keep_lines else one_line(shown)


def address(value: str) -> str:
    """As it is, only that some programs escape in it what LaTeX would stumble over."""
    return re.sub(r"\\([_%&#~])", r"\1", one_line(value)).strip("{}")


def names(value: str) -> list[str]:
    found = []
    for name in split_multiple_persons_names(" ".join(value.split())):
        if name.startswith("{") and name.endswith("}") and name.count("{") == name.count("}"):
            found.append(plain(name))
            continue
        if name.strip().lower() == "others":
            continue
        parts = parse_single_name_into_parts(name, strict=False)
        family = plain(" ".join([*parts.von, *parts.last]))
        given = plain(" ".join([*parts.first, *parts.jr]))
        found.append(f"{family}, {given}" if family and given else family or given)
    return [line for line in found if line]


def date(raw: dict) -> str:
    if written := plain(raw.get("date", "")):
        return understood(written)
    year, month, day = (plain(raw.get(name, "")) for name in ("year", "month", "day"))
    if not year:
        return ""
    if month.isdecimal() and len(month) < 3:
        return (
            edtf("-".join([year, month.zfill(2), *([day.zfill(2)] if day.isdecimal() else [])]))
            or f"{year}-{month} {day}".strip()
        )
    return understood(" ".join(filter(None, (day, month, year))))
