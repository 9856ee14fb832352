from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.api.collection import Collection, each
from explainer.api.lists import absolute, answer
from explainer.api.schemas import Slug, choice, public, slug_of
from explainer.catalogs.models import CatalogPage
from explainer.places.choices import Level
from explainer.places.filters import PlaceFilter, place_listing
from explainer.places.models import Place


class PlaceRow(Schema):
    slug: str = Field(description="Key of the place; it never changes.")
    url: str = Field(description="Page of the place on this site.")
    name: str = Field(description="Name in the language of this site.")
    name_original: str = Field(description="Name in its own script.")
    language: str = Field(description="Language of that name, as a code.")
    level: str = choice("What kind of place it is.", Level)
    within: str = Field(description="Slug of the place it lies in.")
    code: str = Field(description="Code of the administrative division.")
    wikidata: str = Field(description="Its item in Wikidata.")
    latitude: float | None = Field(description="Degrees north.")
    longitude: float | None = Field(description="Degrees east.")


class PlaceOut(PlaceRow):
    around: list[str] = Field(description="Slugs of the places it lies in, the nearest first.")
    parts: list[str] = Field(description="Slugs of the places right inside it.")
    catalogs: list[str] = Field(description="Slugs of the catalogs of the place and of every place in it.")
    actors: list[str] = Field(description="Slugs of the actors that belong to it.")
    events: list[str] = Field(description="Slugs of the events that concern it.")


def row_of(place: Place) -> dict:
    return {
        "slug": place.slug,
        "url": absolute(place.get_absolute_url()),
        "name": place.name,
        "name_original": place.name_original,
        "language": place.language,
        "level": place.level,
        "within": slug_of(place.within),
        "code": place.code,
        "wikidata": place.wikidata,
        "latitude": place.latitude and float(place.latitude),
        "longitude": place.longitude and float(place.longitude),
    }


PLACES = Collection(
    name="places",
    title="Places",
    about="Countries, provinces, cities, counties and villages",
    row=PlaceRow,
    filters=PlaceFilter,
    listing=place_listing,
    rows=each(row_of, "within"),
    page="",
)


@PLACES.one(PlaceOut, "One place and what belongs to it")
def place(request, slug: Slug):
    found = get_object_or_404(Place.objects.published().select_related("within__within__within"), slug=slug)
    inside = CatalogPage.objects.published().filter(place__in=found.with_all_inside())
    return answer(
        request,
        row_of(found)
        | {
            "around": [other.slug for other in found.public_around()],
            "parts": public(found.parts.all()),
            "catalogs": public(inside),
            "actors": public(found.actors.defer("neighbourhood")),
            "events": public(found.events.all()),
        },
    )
