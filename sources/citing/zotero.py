"""What Zotero has to be told in its own words, so that it reads our pages as they are meant.

Source: the translators “Embedded Metadata”, “RDF” and “COinS” of https://github.com/zotero/translators and
``cleanAuthor`` and ``parseContextObject`` of https://github.com/zotero/utilities.
"""

import re

ITEM_TYPES = {
    "legislation": "statute",
    "regulation": "statute",
    "bill": "bill",
    "report": "report",
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "article-journal": "journalArticle",
    "post-weblog": "blogPost",
    "book": "book",
    "interview": "interview",
    "motion_picture": "videoRecording",
    "webpage": "webpage",
    "post": "forumPost",
}


def creator(name: dict) -> str:
    """A name in the order of a catalogue.

    The comma after an institution keeps its last word from becoming a family name; one within it would divide it.
    """
    if "literal" in name:
        return re.sub(r"\s*[,;]\s*", " – ", name["literal"]) + ","
    return f"{name['family']}, {name['given']}"


def dates(item: dict) -> list[str]:
    """The date as ISO 8601 and, of a period, its end."""
    return ["-".join(f"{part:02d}" for part in end) for end in item.get("issued", {}).get("date-parts", [])]
