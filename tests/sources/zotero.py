"""How Zotero reads a page, retold from its source so that a test can ask what would arrive in a library.

``cleanAuthor`` and ``parseContextObject`` of github.com/zotero/utilities, “Embedded Metadata” and the choice of a type
in “RDF” of github.com/zotero/translators, as far as what our pages have goes.
"""

import re
from urllib.parse import unquote

KNOWN_TYPES = {
    "statute",
    "bill",
    "report",
    "newspaperArticle",
    "magazineArticle",
    "journalArticle",
    "blogPost",
    "book",
    "interview",
    "videoRecording",
    "webpage",
    "forumPost",
}
OF_FORMAT = {"journal": "journalArticle", "dc": "webpage"}


def clean_author(name: str) -> tuple[str, str]:
    """(family name, given name); only a name with a comma in it is taken to be turned round."""
    turned = "," in name
    name = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if turned:
        family, *given = re.split(", ?", name)
        return family, _with_full_stops(given[0]) if given else ""
    given, _, family = name.rpartition(" ")
    return family, _with_full_stops(given)


def _with_full_stops(given: str) -> str:
    parts = re.split(r"[\s.]+|(?=-)", given)
    return " ".join(f"{part}." if re.fullmatch("-?[A-ZЀ-Я]", part) else part for part in parts).replace(" -", "-").strip()


def authors(contents: list[str]) -> list[tuple[str, str]]:
    """Of the tags ``citation_author``. A semicolon divides; so does a comma between two names of several words."""
    found = []
    for content in contents:
        names = re.split(r"\s*;\s*", content)
        divided = re.split(r"\s*,\s*", content)
        if len(names) == len(contents) == 1 < len(divided) and " " in divided[0] and " " in divided[1]:
            names = divided
        found += [clean_author(name) for name in names if re.search(r"[^\s,-.;]", name)]
    return found


def context_object(text: str) -> dict:
    """An OpenURL context object, as in the title of a COinS."""
    parts = text.split("&")
    pairs = [part.split("=") for part in parts]
    read = [(pair[0], unquote(re.sub(r"\+|%2[bB]", " ", pair[1]))) for pair in pairs]
    shape = dict(read)["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:")
    item = {"creators": []}
    item["itemType"] = OF_FORMAT.get(shape) or ("report" if "rft.genre=report" in parts else "book")
    for key, value in read:
        kind = item["itemType"]
        if key == "rft_id" and re.match("https?://", value):
            item["url"] = value
        elif (key == "rft.btitle" and kind in ("book", "report")) or (key == "rft.atitle" and kind == "journalArticle"):
            item["title"] = value
        elif key == "rft.title":
            item["publicationTitle" if kind == "journalArticle" else "title"] = value
        elif (key == "rft.jtitle" and kind == "journalArticle") or key == "rft.source":
            item["publicationTitle"] = value
        elif key == "rft.au":
            item["creators"].append(clean_author(value))
        elif key in ("rft.pub", "rft.publisher"):
            item["publisher"] = value
        elif key in ("rft.date", "rft.language"):
            item[key.removeprefix("rft.")] = value
        elif key == "rft.type" and value in KNOWN_TYPES:
            item["itemType"] = value
    return item


HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}


def embedded(tags: list[tuple[str, str]]) -> dict:
    """The tags in the head of a page: what is said in Highwire's words beats Dublin Core."""
    first = dict(reversed(tags))
    item = {"creators": authors([content for name, content in tags if name == "citation_author"])}
    item["publicationTitle"] = first.get("DC.source")
    item |= {field: first[name] for name, field in HIGHWIRE.items() if name in first}
    if "citation_journal_title" in first:
        item["itemType"] = "journalArticle"
    elif "citation_technical_report_institution" in first:
        item["itemType"] = "report"
    elif first.get("z:itemType") in KNOWN_TYPES:
        item["itemType"] = first["z:itemType"]
    else:  # a DC.type of “Text” would not help: the guess from citation_title comes before it
        item["itemType"] = "journalArticle"
    return item
