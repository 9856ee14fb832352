from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.api.collection import Collection, each
from explainer.api.lists import absolute, answer
from explainer.api.schemas import PassageOut, Slug, choice, cited, passage, public
from explainer.systems.choices import Output, Standing, State
from explainer.systems.filters import SystemFilter, system_listing
from explainer.systems.models import System
from sources.models.citation import attach_sources


class SystemRow(Schema):
    slug: str = Field(description="Key of the system; it never changes.")
    url: str = Field(description="Page of the system on this site.")
    name: str = Field(description="Name in the language of this site.")
    name_original: str = Field(description="Name in its own script.")
    language: str = Field(description="Language of that name, as a code.")
    aliases: list[str] = Field(description="Other names.")
    standing: str = choice("How near it stands to the topic.", Standing)
    layer: str = Field(description="Slug of the layer it belongs to.")
    keeper: str = Field(description="Who keeps it, in words.")
    output: str = choice("What comes out of it.", Output)
    tell: str = Field(description="What a story about it mentions; so it can be recognised.")
    what: str = Field(description="What it is, in one or two sentences.")
    state: str = choice("Whether it runs.", State)
    scale_low: int | None = Field(description="Lowest value of its numbers, where a document gives it.")
    scale_high: int | None = Field(description="Highest value of its numbers, where a document gives it.")
    scale_start: int | None = Field(description="What everyone begins with, where a document says so.")
    actors: list[str] = Field(description="Slugs of the actors that have to do with it.")
    places: list[str] = Field(description="Slugs of the places that have it.")
    terms: list[str] = Field(description="Slugs of the words of the glossary that explain it.")
    claims: list[str] = Field(description="Slugs of the claims about it.")
    sources: list[str] = Field(description="Slugs of the documents that what is said of it rests on.")


class SystemOut(SystemRow):
    citations: list[PassageOut] = Field(description="The passages that what is said of it rests on.")


def row_of(system: System) -> dict:
    return {
        "slug": system.slug,
        "url": absolute(system.get_absolute_url()),
        "name": system.name,
        "name_original": system.name_original,
        "language": system.language,
        "aliases": system.alias_list,
        "standing": system.standing,
        "layer": system.layer.slug if system.layer else "",
        "keeper": system.keeper,
        "output": system.output,
        "tell": system.tell,
        "what": system.what,
        "state": system.state,
        "scale_low": system.scale_low,
        "scale_high": system.scale_high,
        "scale_start": system.scale_start,
        "actors": public(system.actors.all()),
        "places": public(system.places.all()),
        "terms": public(system.terms.all()),
        "claims": public(system.claims.all()),
        "sources": cited(system),
    }


SYSTEMS = Collection(
    name="systems",
    title="Systems",
    about="Systems a story may be about, and how to tell them apart",
    row=SystemRow,
    filters=SystemFilter,
    listing=system_listing,
    rows=each(row_of, "layer", "actors", "places", "terms", "claims", "citations__source"),
    page="/systems/?",
)


@SYSTEMS.one(SystemOut, "One system with its sources")
def system(request, slug: Slug):
    found = get_object_or_404(System.objects.published().select_related("layer"), slug=slug)
    attach_sources(citations := list(found.citations.all()))
    return answer(request, row_of(found) | {"citations": [passage(row) for row in citations]})
