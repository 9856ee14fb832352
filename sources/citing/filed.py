"""A source in a file of references: what is printed of it, and what a reference manager keeps besides.

It holds all that ``sources.exchange`` reads, so that what goes out comes back as it was.
"""

from sources.choices import LinkKind
from sources.citing.csl import csl_item
from sources.intake.words import doi_of_address
from sources.models import Source


def filed_item(source: Source) -> dict:
    """CSL-JSON. Its ``id`` is the key of the source, by which it is known again; ``edtf`` is for formats that know it."""
    item = csl_item(source) | {"genre": source.get_kind_display()}
    links = list(source.links.all())
    if doi := next((doi for held in [source, *links] if (doi := doi_of_address(held.url))), ""):
        item["DOI"] = doi
    if archived := next((link.url for link in links if link.kind == LinkKind.ARCHIVE), ""):
        item["archive_location"] = archived
    if source.issued:
        item["edtf"] = source.issued
        if any(sign in source.issued for sign in "?%X.") or source.issued.endswith("/") or source.issued.startswith("/"):
            # CSL has no such dates; in this form Zotero keeps them in its field “Extra”.
            item["note"] = f"issued: {source.issued}"
    return item
