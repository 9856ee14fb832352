"""A source as an item of CSL-JSON (version 1.0.2).

Source: https://docs.citationstyles.org/en/stable/specification.html and its schema csl-data.json.
"""

from sources.choices import SourceKind
from sources.edtf import Edtf, Point
from sources.languages import in_content_language
from sources.models import Publisher, Source

TYPES = {
    SourceKind.LAW: "legislation",
    SourceKind.REGULATION: "regulation",
    SourceKind.JUDICIAL_INTERPRETATION: "regulation",
    SourceKind.PLAN: "report",
    SourceKind.POLICY: "report",
    SourceKind.NOTICE: "report",
    SourceKind.DRAFT_LAW: "bill",
    SourceKind.STATISTICS: "report",
    SourceKind.OFFICIAL_STATEMENT: "report",
    SourceKind.COMPANY_STATEMENT: "report",
    SourceKind.NEWS: "article-newspaper",
    SourceKind.FEATURE: "article-magazine",
    SourceKind.BLOG: "post-weblog",
    SourceKind.ESSAY: "article-magazine",
    SourceKind.PAPER: "article-journal",
    SourceKind.REPORT: "report",
    SourceKind.BOOK: "book",
    SourceKind.INTERVIEW: "interview",
    SourceKind.VIDEO: "motion_picture",
    SourceKind.WEBSITE: "webpage",
    SourceKind.SOCIAL_POST: "post",
}
# What these appear in is the publisher; of the others it is the issuer.
IN_SOMETHING = {"article-newspaper", "article-magazine", "article-journal", "post-weblog", "post", "webpage", "interview"}


@in_content_language
def csl_item(source: Source) -> dict:
    """Only what is known; nothing is filled in."""
    kind = TYPES[SourceKind(source.kind)]
    publisher = source.publisher.name
    item = {
        "id": source.slug,
        "type": kind,
        "title": source.title,
        "original-title": source.title_original,
        "author": [_name(line) for line in source.authors.splitlines() if line.strip()],
        "container-title" if kind in IN_SOMETHING else "publisher": publisher,
        "number": source.document_number,
        "issued": _date(source.issued_date),
        "language": source.language,
        "URL": source.url,
    }
    if not item["author"] and kind not in IN_SOMETHING:
        # A law or a report without a person is its issuer's.
        item["author"] = [{"literal": publisher}]
    return {name: value for name, value in item.items() if value}


@in_content_language
def in_its_own_words(source: Source) -> dict:
    """The same with its issuers as a document that is not in English names them: for a bibliography in its language."""
    item = csl_item(source)
    language = source.language.partition("-")[0]
    names = {source.publisher.name} | {name["literal"] for name in item.get("author", []) if "literal" in name}
    if language == "en":
        return item
    known = Publisher.objects.filter(name__in=names, language__startswith=language).exclude(name_original="")
    own = dict(known.values_list("name", "name_original"))
    for holder in ("container-title", "publisher"):
        if holder in item:
            item[holder] = own.get(item[holder], item[holder])
    for name in item.get("author", []):
        if "literal" in name:
            name["literal"] = own.get(name["literal"], name["literal"])
    return item


def _name(line: str) -> dict:
    family, comma, given = line.strip().partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": family.strip()}


def _date(date: Edtf | None) -> dict:
    """With the precision it is known in; a decade, or a period with an open end, is told in words."""
    if not date:
        return {}
    ends = [date.start, date.end] if date.is_interval else [date.start]
    if any(end is None or "X" in end.year for end in ends):
        return {"literal": str(date)}
    parts = {"date-parts": [_parts(end) for end in ends]}
    return parts | ({"circa": True} if any(end.mark for end in ends) else {})


def _parts(point: Point) -> list[int]:
    return [part for part in (int(point.year), point.month, point.day) if part]
