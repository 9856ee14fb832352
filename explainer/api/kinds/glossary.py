from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.api.collection import Collection, each
from explainer.api.lists import absolute, answer
from explainer.api.schemas import PassageOut, Slug, cited, passage, public
from explainer.glossary.filters import TermFilter, term_listing
from explainer.glossary.models import Term
from sources.models.citation import attach_sources


class TermRow(Schema):
    slug: str = Field(description="Key of the term; it never changes.")
    url: str = Field(description="Page of the term on this site.")
    term: str = Field(description="The word as the texts of this site use it.")
    name_original: str = Field(description="The word in its own script.")
    language: str = Field(description="Language of that, as a code.")
    pinyin: str = Field(description="How it is read, with tone marks.")
    meaning: str = Field(description="What it means, in one to three sentences.")
    beware: str = Field(description="The mistranslation or misunderstanding to beware of.")
    phrases: list[str] = Field(description="Forms in which it stands in running text.")
    layers: list[str] = Field(description="Slugs of the systems it belongs to.")
    claims: list[str] = Field(description="Slugs of the claims that turn on it.")
    sources: list[str] = Field(description="Slugs of the documents in which it stands or is explained.")


class TermOut(TermRow):
    citations: list[PassageOut] = Field(description="The passages in which it stands or is explained.")


def row_of(term: Term) -> dict:
    return {
        "slug": term.slug,
        "url": absolute(term.get_absolute_url()),
        "term": term.name,
        "name_original": term.name_original,
        "language": term.language,
        "pinyin": term.pinyin,
        "meaning": term.meaning,
        "beware": term.beware,
        "phrases": term.phrases,
        "layers": sorted(layer.slug for layer in term.layers.all()),
        "claims": public(term.claims.all()),
        "sources": cited(term),
    }


GLOSSARY = Collection(
    name="glossary",
    title="Glossary",
    about="Words of the topic: what they mean, and how they are mistaken",
    row=TermRow,
    filters=TermFilter,
    listing=term_listing,
    rows=each(row_of, "layers", "claims", "citations__source"),
    page="/glossary/?",
)


@GLOSSARY.one(TermOut, "One term with its sources")
def term(request, slug: Slug):
    found = get_object_or_404(Term.objects.published(), slug=slug)
    attach_sources(citations := list(found.citations.all()))
    return answer(request, row_of(found) | {"citations": [passage(row) for row in citations]})
