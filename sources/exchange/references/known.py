"""Which sources a reference may be. Asked once for a whole file, in a handful of queries."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from sources.choices import LinkKind
from sources.exchange.references.values import Values
from sources.identity.addresses import address_key
from sources.identity.keys import number_key
from sources.models import Source, SourceKey
from sources.models.key import KeyKind

SURE = {"key", "address", "doi"}  # what makes two records one; the rest is for a person to say
AT_ONCE = 400  # values in one query


def fold(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


class Known:
    """The sources that any of ``items`` may be; ``of`` says for one of them how it is known."""

    def __init__(self, items: Iterable[Values]):
        items = list(items)
        wanted = {
            KeyKind.ADDRESS: {key for item in items for url in (item.url, item.archive) if (key := address_key(url))},
            KeyKind.DOI: {item.doi for item in items if item.doi},
            KeyKind.NUMBER: {key for item in items if (key := number_key(item.document_number))},
        }
        self.by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        for kind, values in wanted.items():
            for some in parts(sorted(values)):
                rows = SourceKey.objects.filter(kind=kind, value__in=some).exclude(link=LinkKind.TRANSLATION)
                for source_id, value in rows.order_by("source_id").values_list("source_id", "value"):
                    self.by_key[kind, value].append(source_id)
        titles = {fold(title) for item in items for title in (item.title, item.title_original) if title}
        self.by_title: dict[str, set[int]] = defaultdict(set)
        years = {}
        rows = Source.objects.values_list(
            "pk", "title", "title_original", "issued", "publisher__name", "publisher__name_original"
        )
        for pk, title, own, issued, *names in rows:
            years[pk] = (issued[:4], {fold(name) for name in names if name})
            for folded in {fold(title), fold(own)} & titles:
                self.by_title[folded].add(pk)
        self.facts = years
        ids = {pk for found in (*self.by_key.values(), *self.by_title.values()) for pk in found}
        self.slugs = {}
        for some in parts(sorted({item.key for item in items if item.key})):
            self.slugs |= dict(Source.objects.filter(slug__in=some).values_list("slug", "pk"))
        self.sources = self._load(ids | set(self.slugs.values()))

    @staticmethod
    def _load(ids: set[int]) -> dict[int, Source]:
        """As their newest draft has them. What has none is the record itself, and costs no query."""
        found = {}
        for some in parts(sorted(ids)):
            query = Q(pk__in=some) | Q(merged_from__in=some)
            for source in Source.objects.filter(query).select_related("publisher", "latest_revision").prefetch_related("links"):
                found[source.pk] = source.get_latest_revision_as_object() if source.has_unpublished_changes else source
        return found

    def of(self, item: Values) -> list[tuple[Source, list[str]]]:
        """Each known source with the ways in which it is known: ``key``, ``address``, ``doi``, ``number``, ``title``."""
        found: dict[int, list[str]] = defaultdict(list)
        for pk in dict.fromkeys(
            pk
            for url in (item.url, item.archive)
            if (key := address_key(url))
            for pk in self.by_key.get((KeyKind.ADDRESS, key), ())
        ):
            found[pk].append("address")
        if item.doi:
            for pk in self.by_key.get((KeyKind.DOI, item.doi), ()):
                found[pk].append("doi")
        for pk in self.by_key.get((KeyKind.NUMBER, number_key(item.document_number)), ()):
            found[pk].append("number")
        folded = {fold(title) for title in (item.title, item.title_original) if title}
        same_title = {pk for title in folded for pk in self.by_title.get(title, ())}
        for pk in same_title:
            year, names = self.facts[pk]
            if year == item.year and (fold(item.publisher) in names or not item.publisher):
                found[pk].append("title")
        # A key of another program may be one of ours by chance; something else has to agree.
        pk = self.slugs.get(item.key)
        if pk and (pk in found or pk in same_title):
            found[pk].insert(0, "key")
        merged: dict[int, list[str]] = {}
        for pk, ways in found.items():
            source = self.sources[pk]
            ways += merged.get(source.merged_into_id or pk, [])
            merged[source.merged_into_id or pk] = ways
        ordered = sorted(merged.items(), key=lambda pair: min(map(ORDER.index, pair[1])))
        return [(self.sources[pk], ways) for pk, ways in ordered]


ORDER = ("key", "doi", "address", "number", "title")


def parts(values: list) -> Iterable[list]:
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))
