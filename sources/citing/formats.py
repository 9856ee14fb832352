"""CSL-JSON items as files: BibTeX for LaTeX, RIS for reference managers, CSL-JSON for everything newer."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import bibtexparser
import rispy
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from rispy.writer import RisWriter

RIS_TYPES = {
    "legislation": "STAT",
    "regulation": "STAT",
    "bill": "BILL",
    "report": "RPRT",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "post-weblog": "BLOG",
    "book": "BOOK",
    "motion_picture": "VIDEO",
    "webpage": "ELEC",
    "post": "ELEC",
}
BIBTEX_TYPES = {"article-newspaper": "article", "article-magazine": "article", "article-journal": "article", "book": "book"}
LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}


@dataclass(frozen=True)
class Format:
    name: str
    content_type: str
    write: Callable[[list[dict]], str]


def csl_json(items: list[dict]) -> str:
    items = [{name: value for name, value in item.items() if name != "edtf"} for item in items]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def ris(items: list[dict]) -> str:
    return rispy.dumps([_ris(item) for item in items], implementation=_Plain)


def bibtex(items: list[dict]) -> str:
    return bibtexparser.write_string(Library([_bibtex(item) for item in items]))


FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json; charset=utf-8", csl_json),
}


class _Plain(RisWriter):
    def set_header(self, count):
        """Without a number before each reference: the format has none."""
        return ""


def _ris(item: dict) -> dict:
    parts = _parts(item)
    found = {
        "type_of_reference": RIS_TYPES.get(item["type"], "GEN"),
        "id": item["id"],
        "title": item["title"],
        "translated_title": item.get("original-title"),
        "authors": [_written(name) for name in item.get("author", [])],
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "year": f"{parts[0]:04d}" if parts else None,
        "date": "/".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:]), *[""] * (4 - len(parts))])
        if parts
        else None,
        # Where Zotero looks for it: SN is the number of a report, M1 that of a law
        "issn" if item["type"] == "report" else "note": item.get("number"),
        "type_of_work": item.get("genre"),
        "doi": item.get("DOI"),
        "accession_number": item.get("archive_location"),
        "language": item.get("language"),
        "urls": [item["URL"]] if item.get("URL") else None,
        "notes": [item["note"]] if item.get("note") else None,
    }
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in found.items() if value}


def _bibtex(item: dict) -> Entry:
    kind = BIBTEX_TYPES.get(item["type"], "techreport" if item["type"] == "report" else "misc")
    holder = {"article": "journal", "techreport": "institution", "book": "publisher"}.get(kind, "howpublished")
    parts = _parts(item)
    notes = [item.get("original-title"), item.get("issued", {}).get("literal"), item.get("note")]
    found = {
        "author": " and ".join(_bibtex_name(name) for name in item.get("author", [])),
        "title": f"{{{latex(item['title'])}}}",  # braces within: capitals stay as they are
        holder: latex(item.get("container-title") or item.get("publisher") or ""),
        "number": latex(item.get("number", "")),
        "year": f"{parts[0]:04d}" if parts else "",
        "month": str(parts[1]) if len(parts) > 1 else "",
        "day": str(parts[2]) if len(parts) > 2 else "",
        "date": item.get("edtf", ""),  # BibLaTeX reads this, and the three above are for BibTeX
        "type": latex(item.get("genre", "")),
        "origtitle": latex(item.get("original-title", "")),
        "language": item.get("language", ""),
        "doi": item.get("DOI", ""),
        "url": item.get("URL", ""),
        "note": latex(". ".join(filter(None, notes))),
    }
    return Entry(kind, item["id"], [Field(name, value) for name, value in found.items() if value])


def _bibtex_name(name: dict) -> str:
    return f"{{{latex(name['literal'])}}}" if "literal" in name else f"{latex(name['family'])}, {latex(name['given'])}"


def _written(name: dict) -> str:
    return name.get("literal") or f"{name['family']}, {name['given']}"


def _parts(item: dict) -> list[int]:
    """Of a period, its beginning."""
    return item.get("issued", {}).get("date-parts", [[]])[0]


def latex(text: str) -> str:
    return "".join(LATEX.get(sign, sign) for sign in text)
