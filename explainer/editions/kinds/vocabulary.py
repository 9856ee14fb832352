"""Publishers, layers and mix-ups: short lists in one file each."""

from claims.models import Layer, MixUp
from explainer.editions.kinds.base import Kind
from explainer.editions.schema import Field, choice, key, line, number, text, url
from sources.choices import PublisherKind
from sources.models import Publisher


class PublisherRecords(Kind):
    name = "publisher"
    model = Publisher
    plain = ("name", "name_original", "language", "kind", "url", "note")
    fields = (
        Field("key", key, required=True),
        Field("name", line, required=True),
        Field("name_original", line),
        Field("language", line),
        Field("kind", choice(PublisherKind), required=True),
        Field("url", url),
        Field("note", text),
    )

    def read(self, instance):
        return {"key": instance.slug, **super().read(instance)}


class TermRecords(Kind):
    plain = ("name", "short", "description")
    fields = (
        Field("key", key, required=True),
        Field("position", number, required=True),
        Field("name", line, required=True),
        Field("short", line, required=True),
        Field("description", text, required=True),
    )

    def all(self):
        return self.model.objects.order_by("position", "slug")

    def build(self, key, record, refs, instance=None):
        instance = super().build(key, record, refs, instance)
        instance.position = int(record["position"])
        return instance

    def read(self, instance):
        return {"key": instance.slug, "position": str(instance.position), **super().read(instance)}


class LayerRecords(TermRecords):
    name = "layer"
    model = Layer


class MixUpRecords(TermRecords):
    name = "mixup"
    model = MixUp
