"""The keys of a source follow what is saved of it, published or in a draft, in the same transaction."""

import re
import unicodedata
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from wagtail.models import Revision

from sources.choices import LinkKind
from sources.identity.addresses import address_key
from sources.intake.words import document_number, doi_of_address
from sources.models import Source, SourceKey
from sources.models.key import KeyKind

Keys = dict[tuple[str, str], str]  # (kind, value) → kind of link


def number_key(number: str) -> str:
    """Brackets, spaces and leading zeros of a document number differ from copy to copy."""
    if found := document_number(number):
        return re.sub(r"\W", "", found[0].replace("〔", "year").replace("〕", "no"))
    folded = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", number).casefold())
    return folded[:200] if len(folded) >= 4 and any(letter.isdigit() for letter in folded) else ""


def keys(url: str, links: Iterable[tuple[str, str]], number: str) -> Keys:
    """``links`` are (kind, address). A report of a document is another document, so it is not recognised by that."""
    found: Keys = {}
    for link, address in [*((kind, address) for kind, address in links if kind != LinkKind.REPORT), ("", url)]:
        if key := address_key(address):
            found[KeyKind.ADDRESS, key] = link
        if key := doi_of_address(address):
            found[KeyKind.DOI, key] = link
    if key := number_key(number):
        found[KeyKind.NUMBER, key] = ""
    return found


def keys_of(source: Source) -> Keys:
    return keys(source.url, [(link.kind, link.url) for link in source.links.all()], source.document_number)


def keys_of_draft(content: dict) -> Keys:
    """Of a revision as it is stored."""
    links = [(link.get("kind", ""), link.get("url") or "") for link in content.get("links", [])]
    return keys(content.get("url") or "", links, content.get("document_number") or "")


def keep(source_id: int, wanted: Keys) -> None:
    """One query if nothing changed."""
    known = {(row.kind, row.value): row for row in SourceKey.objects.filter(source_id=source_id)}
    gone = [row.pk for key, row in known.items() if key not in wanted or row.link != wanted[key]]
    if gone:
        SourceKey.objects.filter(pk__in=gone).delete()
    new = [key for key in wanted if key not in known or known[key].link != wanted[key]]
    if new:
        SourceKey.objects.bulk_create(
            SourceKey(source_id=source_id, kind=kind, value=value, link=wanted[kind, value]) for kind, value in new
        )


def refresh(source: Source) -> None:
    """From what the database holds: the record, and its latest draft."""
    source = Source.objects.select_related("latest_revision").get(pk=source.pk)
    draft = keys_of_draft(source.latest_revision.content) if source.latest_revision else {}
    keep(source.pk, draft | keys_of(source))


def connect() -> None:
    post_save.connect(_source_saved, sender=Source)
    post_save.connect(_revision_saved, sender=Revision)


def _source_saved(instance, raw=False, update_fields=None, **kwargs):
    # Of named columns only: bookkeeping. Its rows are at hand in memory, although they are written after it.
    if not raw and update_fields is None:
        keep(instance.pk, keys_of(instance))


def _revision_saved(instance, raw=False, created=False, **kwargs):
    if created and not raw and instance.base_content_type_id == ContentType.objects.get_for_model(Source).pk:
        source = Source.objects.filter(pk=instance.object_id).first()
        if source:
            keep(source.pk, keys_of_draft(instance.content) | keys_of(source))
