from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.actors.choices import Status, Verb
from explainer.actors.filters import RelationFilter, relation_listing, with_ends
from explainer.actors.models import Relation
from explainer.api.collection import Collection, each
from explainer.api.lists import absolute, answer
from explainer.api.schemas import PassageOut, Slug, choice, cited, passage
from sources.models.citation import attach_sources


class RelationRow(Schema):
    slug: str = Field(description="Key of the relation; it never changes.")
    url: str = Field(description="Where it stands on the page of its subject.")
    sentence: str = Field(description="The relation as a sentence, with what is uncertain said first.")
    subject: str = Field(description="Slug of the actor that does it.")
    verb: str = choice("What is done.", Verb)
    object: str = Field(description="Slug of the actor it is done to.")
    detail: str = Field(description="Words that follow the object in the sentence.")
    period: str = Field(description="When, as an EDTF date or period.")
    status: str = choice("How well it is known.", Status)
    note: str = Field(description="What a reader should know; where sources contradict each other, both sides.")
    sources: list[str] = Field(description="Slugs of the documents it rests on.")


class RelationOut(RelationRow):
    citations: list[PassageOut] = Field(description="The passages it rests on.")


def row_of(relation: Relation) -> dict:
    return {
        "slug": relation.slug,
        "url": absolute(relation.get_absolute_url()),
        "sentence": relation.sentence,
        "subject": relation.subject.slug,
        "verb": relation.verb,
        "object": relation.object.slug,
        "detail": relation.detail,
        "period": relation.period,
        "status": relation.status,
        "note": relation.note,
        "sources": cited(relation),
    }


RELATIONS = Collection(
    name="relations",
    title="Relations",
    about="What one actor does to another: subject, verb, object",
    row=RelationRow,
    filters=RelationFilter,
    listing=lambda params: relation_listing(params, Relation.objects.published()),
    rows=each(row_of, "citations__source"),
    page="/actors/?view=relations&",
)


@RELATIONS.one(RelationOut, "One relation with its sources")
def relation(request, slug: Slug):
    found = get_object_or_404(with_ends(Relation.objects.published()), slug=slug)
    attach_sources(citations := list(found.citations.all()))
    return answer(request, row_of(found) | {"citations": [passage(row) for row in citations]})
