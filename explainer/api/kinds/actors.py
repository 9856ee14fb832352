from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.actors.choices import ActorKind, Sector
from explainer.actors.filters import ActorFilter, actor_listing, with_ends
from explainer.actors.models import Actor, Relation
from explainer.api.collection import Collection, each
from explainer.api.kinds.relations import RELATIONS, RelationRow
from explainer.api.lists import absolute, answer
from explainer.api.schemas import PassageOut, Slug, choice, cited, passage, public, slug_of
from sources.models.citation import attach_sources


class ActorRow(Schema):
    slug: str = Field(description="Key of the actor; it never changes.")
    url: str = Field(description="Page of the actor on this site.")
    name: str = Field(description="Name in the language of this site.")
    name_original: str = Field(description="Name in its own script.")
    language: str = Field(description="Language of that name, as a code.")
    aliases: list[str] = Field(description="Other names.")
    kind: str = choice("What kind of body or person it is.", ActorKind)
    sector: str = choice("Public or private.", Sector)
    role: str = Field(description="What it does in this topic, in one sentence.")
    about: str = Field(description="More about it, in a few sentences.")
    layers: list[str] = Field(description="Slugs of the systems it belongs to.")
    period: str = Field(description="When it existed or was active, as an EDTF date or period.")
    place: str = Field(description="Slug of the place it belongs to.")
    website: str = Field(description="Its own site.")
    wikidata: str = Field(description="Its item in Wikidata.")
    credit_code: str = Field(description="Its number in the register of organisations.")
    claims: list[str] = Field(description="Slugs of the claims that concern it.")
    sources: list[str] = Field(description="Slugs of the documents that what is said of it rests on.")


class ActorOut(ActorRow):
    citations: list[PassageOut] = Field(description="The passages that what is said of it rests on.")
    relations: list[RelationRow] = Field(description="What it does to others, and others to it.")


def row_of(actor: Actor) -> dict:
    return {
        "slug": actor.slug,
        "url": absolute(actor.get_absolute_url()),
        "name": actor.name,
        "name_original": actor.name_original,
        "language": actor.language,
        "aliases": actor.alias_list,
        "kind": actor.kind,
        "sector": actor.sector,
        "role": actor.role,
        "about": actor.about,
        "layers": sorted(layer.slug for layer in actor.layers.all()),
        "period": actor.period,
        "place": slug_of(actor.place),
        "website": actor.url,
        "wikidata": actor.wikidata,
        "credit_code": actor.credit_code,
        "claims": public(actor.claims.all()),
        "sources": cited(actor),
    }


ACTORS = Collection(
    name="actors",
    title="Actors",
    about="State organs, courts, companies, pilots, outlets and persons in a public role",
    row=ActorRow,
    filters=ActorFilter,
    listing=actor_listing,
    rows=each(row_of, "layers", "place", "claims", "citations__source"),
    page="/actors/?view=actors&",
)


@ACTORS.one(ActorOut, "One actor with its relations")
def actor(request, slug: Slug):
    found = get_object_or_404(Actor.objects.published().defer("neighbourhood").select_related("place"), slug=slug)
    attach_sources(citations := list(found.citations.all()))
    around = with_ends(Relation.objects.published().of(found)).order_by("period_earliest", "slug")
    return answer(
        request,
        row_of(found) | {"citations": [passage(row) for row in citations], "relations": RELATIONS.rows(around)},
    )
