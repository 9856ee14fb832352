"""Publishers, layers and mix-ups: short lists in one file each."""

from claims.models import Layer, MixUp
from explainer.editions.kinds.base import Kind
from explainer.editions.schema import Field, Invalid, choice, key, line, number, text, url
from sources.choices import PublisherKind
from sources.models import Publisher
from sources.symbols import Symbol


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


USUAL_MONTHS = Layer._meta.get_field("review_months").default


def months(value: str) -> str:
    allowed = [str(number) for number, _ in Layer._meta.get_field("review_months").choices]
    if value not in allowed:
        raise Invalid(f"“{value}” is none of {', '.join(allowed)}.")
    return value


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
    plain = (*TermRecords.plain, "symbol", "keeper")
    fields = (*TermRecords.fields, Field("symbol", choice(Symbol)), Field("keeper", line), Field("review_months", months))

    def build(self, key, record, refs, instance=None):
        layer = super().build(key, record, refs, instance)
        layer.review_months = int(record.get("review_months", USUAL_MONTHS))
        return layer

    def read(self, layer):
        months = layer.review_months
        return super().read(layer) | {"review_months": "" if months == USUAL_MONTHS else str(months)}


class MixUpRecords(TermRecords):
    name = "mixup"
    model = MixUp
