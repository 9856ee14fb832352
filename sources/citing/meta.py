"""Highwire and Dublin Core tags, by which Zotero and library catalogues read a page.

Source: https://www.zotero.org/support/dev/exposing_metadata
"""


def meta_tags(item: dict) -> list[tuple[str, str]]:
    """Names and contents for the head of the page of a CSL-JSON item."""
    date = "-".join(f"{part:02d}" for part in item.get("issued", {}).get("date-parts", [[]])[0])
    names = [name.get("literal") or f"{name['family']}, {name['given']}" for name in item.get("author", [])]
    publisher = item.get("container-title") or item.get("publisher", "")
    tags = [
        ("citation_title", item["title"]),
        *(("citation_author", name) for name in names),
        ("citation_publication_date", date.replace("-", "/")),
        ("citation_publisher", publisher),
        ("citation_language", item.get("language", "")),
        ("citation_public_url", item.get("URL", "")),
        ("DC.title", item["title"]),
        *(("DC.creator", name) for name in names),
        ("DC.date", date),
        ("DC.publisher", publisher),
        ("DC.language", item.get("language", "")),
        ("DC.identifier", item.get("URL", "")),
        ("DC.type", "Text"),
    ]
    return [(name, content) for name, content in tags if content]
