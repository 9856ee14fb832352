from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.api.collection import Collection, each
from explainer.api.kinds.corrections import SourceCorrectionOut, of_source
from explainer.api.lists import absolute, answer
from explainer.api.schemas import Slug, choice
from sources.chains import Link, goes_back_to, made_from
from sources.choices import DerivationKind, LinkKind, Reading, SourceKind, Tier
from sources.citing.csl import csl_item
from sources.filters import SourceFilter, source_listing
from sources.models import Source
from sources.origins import origins_of, same_origin


class SourceRow(Schema):
    slug: str = Field(description="Key of the document; it never changes.")
    url: str = Field(description="Page of the document on this site.")
    title: str = Field(description="Title in the language of this site.")
    title_original: str = Field(description="Title in the language of the document.")
    language: str = Field(description="Language of the document, as a code.")
    publisher: str = Field(description="Who issued it.")
    authors: list[str] = Field(description="Who wrote it, in reading order of the names.")
    tier: str = choice("How near it is to the thing itself.", Tier)
    kind: str = choice("What kind of document it is.", SourceKind)
    document_number: str = Field(description="Number of the document, as its issuer gives it.")
    issued: str = Field(description="When it was issued or published, as an EDTF date.")
    in_force: str = Field(description="When it holds or held, as an EDTF date or period.")
    document_url: str = Field(description="The document itself on the web.")
    reading: str = choice("How much of it we have read.", Reading)
    reliability: str = Field(description="Its known limits, corrections and interests.")
    retired: bool = Field(description="Whether it is no longer cited in new work.")


class LinkOut(Schema):
    kind: str = choice("What is there.", LinkKind)
    url: str = Field(description="Another address at which the document, or a form of it, can be opened.")
    label: str = Field(description="What it is, in words.")


class DerivationOut(Schema):
    """A document at the other end of a chain of derivations. Each stands here once, by its shortest chain."""

    source: str = Field(description="Slug of that document.")
    how: str = choice("What the later document does with the earlier one, in the step that leads there.", DerivationKind)
    through: list[str] = Field(description="Slugs of the documents in between, the nearest first; empty if there is none.")


class UseOut(Schema):
    """Something on this site that rests on the document."""

    url: str = Field(description="Page on this site.")
    title: str = Field(description="Title of that page.")
    kind: str = Field(description="What rests on it there, in words.")
    stance: str = Field(description="Of evidence: contradicts, supports or context. Else empty.")
    locator: str = Field(description="Where in the document: article, page, paragraph.")
    says: str = Field(description="What the passage says, in the words of this site. Not a quotation.")
    quotation: str = Field(description="A short phrase, word for word, in the language of the document.")
    translation: str = Field(description="The quotation in the language of this site.")
    passage_url: str = Field(description="The document on the web, at the passage where a browser can find it.")


class SourceOut(SourceRow):
    links: list[LinkOut] = Field(description="Other addresses at which it can be opened.")
    derives_from: list[DerivationOut] = Field(description="What it goes back to, near and far.")
    derived: list[DerivationOut] = Field(description="What was made from it, near and far; rebuttals and corrections too.")
    origins: list[str] = Field(description="Slugs of its independent origins: itself, if it repeats no other document.")
    one_origin_with: list[str] = Field(description="Slugs of the documents that count as one voice with it.")
    used_by: list[UseOut] = Field(description="Everything public that rests on it.")
    corrections: list[SourceCorrectionOut] = Field(
        description="What was put right in it, or in our record of it, the oldest first."
    )
    csl: dict = Field(description="As a reference in CSL-JSON.")


def row_of(source: Source) -> dict:
    return {
        "slug": source.slug,
        "url": absolute(source.get_absolute_url()),
        "title": source.title,
        "title_original": source.title_original,
        "language": source.language,
        "publisher": source.publisher.name,
        "authors": source.author_names,
        "tier": source.tier,
        "kind": source.kind,
        "document_number": source.document_number,
        "issued": source.issued,
        "in_force": source.in_force,
        "document_url": source.url,
        "reading": source.reading,
        "reliability": source.reliability,
        "retired": source.retired_on is not None,
    }


SOURCES = Collection(
    name="sources",
    title="Sources",
    about="Every document cited",
    row=SourceRow,
    filters=SourceFilter,
    listing=source_listing,
    rows=each(row_of),
    page="/sources/?",
)


@SOURCES.one(SourceOut, "One document, what rests on it, and where it comes from")
def source(request, slug: Slug):
    found = get_object_or_404(Source.objects.published().select_related("publisher").prefetch_related("links"), slug=slug)
    return answer(
        request,
        row_of(found)
        | {
            "links": [{"kind": link.kind, "url": link.url, "label": link.label} for link in found.links.all()],
            "derives_from": [_derivation(link) for link in goes_back_to(found)],
            "derived": [_derivation(link) for link in made_from(found)],
            "origins": _slugs(origins_of(found.pk)),
            "one_origin_with": _slugs(same_origin(found.pk)),
            "used_by": [_use(heading, row, found) for heading, rows in found.uses() for row in rows],
            "corrections": of_source(found),
            "csl": csl_item(found),
        },
    )


def _slugs(keys) -> list[str]:
    return list(Source.objects.published().filter(pk__in=keys).order_by("slug").values_list("slug", flat=True))


def _derivation(link: Link) -> dict:
    return {"source": link.source.slug, "how": link.row.kind, "through": [source.slug for source in link.through]}


def _use(heading: str, row, source: Source) -> dict:
    row.source = source
    return {
        "url": absolute(row.used_by.get_absolute_url()),
        "title": str(row.used_by),
        "kind": heading,
        "stance": getattr(row, "stance", ""),
        "locator": row.locator,
        "says": row.says,
        "quotation": row.quotation,
        "translation": row.translation,
        "passage_url": row.passage_url,
    }
