"""A reference hidden in a page as COinS, so that a reference manager offers everything on a list at once.

Source: ANSI/NISO Z39.88-2004 in the form of https://www.zotero.org/support/dev/exposing_metadata/coins. A plus sign is
lost: Zotero reads it as a blank, written out or not.
"""

from urllib.parse import quote

from sources.citing.zotero import ITEM_TYPES, creator, dates

FORMAT = "info:ofi/fmt:kev:mtx:"


def coins(item: dict) -> str:
    """What stands in the title of ``<span class="Z3988">``."""
    kind, title, holder = item["type"], item["title"], item.get("container-title") or item.get("publisher")
    if kind == "article-journal":
        own = [("rft_val_fmt", f"{FORMAT}journal"), ("rft.genre", "article"), ("rft.atitle", title), ("rft.jtitle", holder)]
    elif kind in ("book", "report"):
        own = [("rft_val_fmt", f"{FORMAT}book"), ("rft.genre", kind), ("rft.btitle", title), ("rft.pub", holder)]
    else:
        held_in = "rft.source" if "container-title" in item else "rft.publisher"
        own = [("rft_val_fmt", f"{FORMAT}dc"), ("rft.type", ITEM_TYPES[kind]), ("rft.title", title), (held_in, holder)]
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        *own,
        *(("rft.au", creator(name)) for name in item.get("author", [])),
        ("rft.date", "/".join(dates(item)) or item.get("issued", {}).get("literal")),
        ("rft.language", item.get("language")),
        ("rft_id", item.get("URL")),
    ]
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs if value)
