"""Highwire and Dublin Core tags, by which Zotero and library catalogues read a page.

Source: https://www.zotero.org/support/dev/exposing_metadata. Without ``z:itemType`` Zotero takes whatever has a
``citation_title`` for an article in a journal.
"""

from sources.citing.zotero import ITEM_TYPES, creator, dates


def meta_tags(item: dict) -> list[tuple[str, str]]:
    """Names and contents for the head of the page of a CSL-JSON item."""
    date = next(iter(dates(item)), "")
    names = item.get("author", [])
    kind, container, publisher = item["type"], item.get("container-title", ""), item.get("publisher", "")
    tags = [
        ("z:itemType", ITEM_TYPES[kind]),
        ("citation_title", item["title"]),
        *(("citation_author", creator(name)) for name in names),
        ("citation_publication_date", date.replace("-", "/")),
        ("citation_journal_title", container if kind == "article-journal" else ""),
        ("citation_technical_report_institution", publisher if kind == "report" else ""),
        ("citation_technical_report_number", item.get("number", "") if kind == "report" else ""),
        ("citation_publisher", publisher),
        ("citation_language", item.get("language", "")),
        ("citation_public_url", item.get("URL", "")),
        ("DC.title", item["title"]),
        *(("DC.creator", name.get("literal") or creator(name)) for name in names),
        ("DC.date", date),
        ("DC.source", container),
        ("DC.publisher", publisher),
        ("DC.language", item.get("language", "")),
        ("DC.identifier", item.get("URL", "")),
    ]
    return [(name, content) for name, content in tags if content]
