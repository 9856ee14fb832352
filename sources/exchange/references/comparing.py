"""What a file says beside what we have.

A format cannot hold everything, and holds some of it in its own way. So a field differs only if it is neither what we have nor
what our own export in that format says of it: what goes out comes back without a change.
"""

import re

from sources.choices import LinkKind, SourceKind
from sources.citing.filed import filed_item
from sources.citing.formats import FORMATS
from sources.exchange.formats.parse import references
from sources.exchange.references.known import fold
from sources.exchange.references.values import Values, values_of
from sources.exchange.rows import Change
from sources.identity.addresses import address_key
from sources.identity.keys import keys_of, number_key
from sources.models import Source
from sources.models.key import KeyKind

FIELDS = {
    "title": "Title",
    "title_original": "Title in its own language",
    "authors": "Authors",
    "publisher": "Publisher",
    "kind": "Kind",
    "document_number": "Document number",
    "issued": "Issued",
    "language": "Language",
    "url": "Address",
    "doi": "DOI",
    "archive": "Archived copy",
}
# What no export of ours in that format holds; what it holds is compared.
NOT_HELD = {"json": [], "ris": [], "bib": ["archive"]}


def as_filed(sources: list[Source], form: str) -> dict[int, Values]:
    """What our own export in the format says of each, read back."""
    if not sources:
        return {}
    text = FORMATS[form].write([filed_item(source) for source in sources])
    return {source.pk: values_of(found) for source, found in zip(sources, references(text, form), strict=True)}


def changes(item: Values, source: Source, filed: Values) -> list[Change]:
    found = []
    for name, label in FIELDS.items():
        theirs = getattr(item, name)
        if not theirs or name in item.guesses or _same(name, theirs, getattr(filed, name)):
            continue
        ours = value_of(source, name)
        if not is_known(name, theirs, source):
            found.append(Change(name, label, shown(name, ours), shown(name, theirs)))
    return found


def value_of(source: Source, name: str) -> str:
    """Of what can be there several times, nothing: one more is added and replaces none."""
    if name in ("doi", "archive"):
        return ""
    return source.publisher.name if name == "publisher" else getattr(source, name)


def shown(name: str, value: str) -> str:
    return SourceKind(value).label if name == "kind" and value else value


def is_known(name: str, theirs: str, source: Source) -> bool:
    if name == "publisher":
        return fold(theirs) in {fold(source.publisher.name), fold(source.publisher.name_original)}
    if name == "archive":
        return theirs in [source.url, *(link.url for link in source.links.all() if link.kind == LinkKind.ARCHIVE)]
    if name in ("url", "doi"):
        kind, key = (KeyKind.ADDRESS, address_key(theirs)) if name == "url" else (KeyKind.DOI, theirs)
        return (kind, key) in keys_of(source)
    if name == "authors" and not source.authors:
        return fold(theirs) in {fold(source.publisher.name), fold(source.publisher.name_original)}
    if name == "title":
        return any(_same(name, theirs, ours) for ours in (source.title, source.title_original))
    return _same(name, theirs, value_of(source, name))


def _same(name: str, theirs: str, ours: str) -> bool:
    if theirs == ours:
        return True
    if not ours:
        return False
    if name == "issued":
        bare = theirs.rstrip("~?%")
        return bare == ours.rstrip("~?%") or ours.startswith(f"{bare}-")
    if name == "language":
        return theirs.partition("-")[0] == ours.partition("-")[0]
    if name == "document_number":
        return bool(number_key(theirs)) and number_key(theirs) == number_key(ours)
    if name == "authors":
        return [_words(line) for line in theirs.splitlines()] == [_words(line) for line in ours.splitlines()]
    if name in ("title", "title_original", "publisher"):
        return fold(theirs) == fold(ours)
    return False


def _words(name: str) -> list[str]:
    """“Li, Na” and “Na Li” are one name."""
    return sorted(word for part in re.split(r"[\s,.;·]+", name) if (word := fold(part)))
