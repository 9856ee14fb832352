"""Places: one list, parents named by key."""

from decimal import Decimal

from explainer.editions.kinds.base import RecordKind, choice, lean
from explainer.editions.schema import Field, Invalid, key, line
from explainer.places.choices import Level
from explainer.places.models import Place


def degrees(value: str) -> str:
    try:
        return f"{Decimal(value).normalize():f}"
    except ArithmeticError as error:
        raise Invalid(f"“{value}” is not a number of degrees, such as 37.1653.") from error


class PlaceRecords(RecordKind):
    name = "place"
    model = Place
    plain = ("name", "name_original", "language", "level", "code", "wikidata", "tile")
    circle = ("within", "It lies within itself.")
    fields = (
        Field("key", key, required=True),
        Field("name", line, required=True),
        Field("name_original", line),
        Field("language", line),
        Field("level", choice(Level), required=True),
        Field("within", key, refers_to="place"),
        Field("code", line),
        Field("wikidata", line),
        Field("tile", line),
        Field("latitude", degrees),
        Field("longitude", degrees),
    )

    def before(self, record):
        return {record["within"]} if "within" in record else set()

    def build(self, key, record, refs, instance=None):
        place = super().build(key, record, refs, instance)
        place.within = refs.get("place", record["within"]) if "within" in record else None
        for name in ("latitude", "longitude"):
            setattr(place, name, Decimal(record[name]) if name in record else None)
        return place

    def read(self, place):
        return super().read(place) | lean(
            {
                "key": place.slug,
                "within": place.within.slug if place.within else "",
                **{
                    name: f"{value.normalize():f}" if (value := getattr(place, name)) is not None else ""
                    for name in ("latitude", "longitude")
                },
            }
        )
