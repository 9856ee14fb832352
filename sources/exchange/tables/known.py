"""Records that cells name, asked of the database once for a whole file."""

from collections import defaultdict
from collections.abc import Iterable

from sources.choices import LinkKind
from sources.exchange.references.known import parts
from sources.exchange.tables.columns import words
from sources.identity.addresses import address_key
from sources.models import Source, SourceKey
from sources.models.key import KeyKind


class NotKnown(ValueError):
    pass


class Named:
    """Records of one model by their keys."""

    def __init__(self, queryset, cells: Iterable[str]):
        self.noun = queryset.model._meta.verbose_name
        wanted = sorted({word for cell in cells for word in words(cell)})
        self.by_slug = {}
        for some in parts(wanted):
            self.by_slug |= {record.slug: record for record in queryset.filter(slug__in=some)}

    def of(self, cell: str) -> list:
        """Raises NotKnown."""
        found = []
        for word in words(cell):
            if word not in self.by_slug:
                raise NotKnown(f"no {self.noun} has the key “{word[:100]}”.")
            found.append(self.by_slug[word])
        return list(dict.fromkeys(found))


class Documents:
    """Sources by key or address, public or not."""

    def __init__(self, names: Iterable[str]):
        wanted = set(names)
        self.by_slug, self.by_address = {}, defaultdict(dict)
        sources = Source.objects.select_related("merged_into")
        for some in parts(sorted(wanted)):
            self.by_slug |= {source.slug: source for source in sources.filter(slug__in=some)}
        for some in parts(sorted({key for name in wanted if (key := address_key(name))})):
            rows = SourceKey.objects.filter(kind=KeyKind.ADDRESS, value__in=some).exclude(link=LinkKind.TRANSLATION)
            for row in rows.select_related("source__merged_into").order_by("source_id"):
                self.by_address[row.value][row.source.stands_as.pk] = row.source.stands_as

    def of(self, name: str) -> Source:
        """Raises NotKnown."""
        if found := self.by_slug.get(name):
            return found.stands_as
        key = address_key(name)
        found = list(self.by_address.get(key, {}).values()) if key else []
        if len(found) > 1:
            raise NotKnown(f"{len(found)} sources have the address {name[:100]}; give the key of the one that is meant.")
        if not found:
            raise NotKnown(f"no source has the {'address' if key else 'key'} “{name[:100]}”. Enter or import the source first.")
        return found[0]
