"""Who issued it: a publisher that is known, or a new one, suggested."""

from collections import defaultdict

from django.utils.text import slugify

from sources.exchange.references.known import fold
from sources.exchange.references.values import Values
from sources.identity.addresses import host_of
from sources.models import Publisher, SourceKey
from sources.models.key import KeyKind


class Publishers:
    """Three queries for a whole file."""

    def __init__(self):
        self.by_name: dict[str, Publisher] = {}
        by_id = Publisher.objects.order_by("-pk").in_bulk()
        for publisher in by_id.values():
            self.keep(publisher)
        self.by_host: dict[str, set[int]] = defaultdict(set)
        rows = SourceKey.objects.filter(kind=KeyKind.ADDRESS, link="").values_list("value", "source__publisher")
        for value, publisher_id in rows:
            self.by_host[value.partition("/")[0].partition("?")[0]].add(publisher_id)
        self.by_id = by_id

    def keep(self, publisher: Publisher) -> None:
        for name in (publisher.name, publisher.name_original, publisher.slug):
            if folded := fold(name):
                self.by_name[folded] = publisher

    def of(self, item: Values) -> tuple[Publisher | None, str]:
        """The known one, and a note if it goes by another name in the file."""
        if known := self.by_name.get(fold(item.publisher)):
            return known, ""
        host = host_of(item.url) if item.url else ""
        ids = self.by_host.get(host, set())
        if len(ids) != 1:
            return None, ""
        known = self.by_id[next(iter(ids))]
        return known, f"Publisher “{item.publisher}” taken for “{known}”, whose documents stand at {host}."

    def make(self, item: Values, kind: str) -> Publisher:
        stem = slugify(item.publisher)[:70] or slugify(host_of(item.url).replace(".", "-"))[:70] or "publisher"
        slug, n = stem, 1
        while Publisher.objects.filter(slug=slug).exists():
            n += 1
            slug = f"{stem}-{n}"
        publisher = Publisher.objects.create(slug=slug, name=item.publisher, kind=kind)
        self.keep(publisher)
        return publisher
