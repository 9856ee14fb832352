from django.shortcuts import get_object_or_404
from ninja import Schema

from explainer.api.collection import Collection
from explainer.api.lists import absolute, answer
from explainer.api.schemas import Problem
from sources.citing.csl import csl_item
from sources.filters import SourceFilter, source_listing
from sources.models import Source
from sources.origins import same_origin


class SourceRow(Schema):
    slug: str
    url: str
    title: str
    title_original: str
    language: str
    publisher: str
    tier: str
    kind: str
    issued: str
    document_url: str
    reading: str
    reliability: str
    retired: bool


class LinkOut(Schema):
    kind: str
    url: str
    label: str


class DerivationOut(Schema):
    how: str
    source: str


class UseOut(Schema):
    """Something on this site that rests on the source."""

    url: str
    title: str
    kind: str
    stance: str
    locator: str
    says: str


class SourceOut(SourceRow):
    links: list[LinkOut]
    derives_from: list[DerivationOut]
    derived: list[DerivationOut]
    one_origin_with: list[str]
    used_by: list[UseOut]
    csl: dict


def row_of(source: Source) -> dict:
    return {
        "slug": source.slug,
        "url": absolute(source.get_absolute_url()),
        "title": source.title,
        "title_original": source.title_original,
        "language": source.language,
        "publisher": source.publisher.name,
        "tier": source.tier,
        "kind": source.kind,
        "issued": source.issued,
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
    rows=lambda page: [row_of(source) for source in page],
    page="/sources/?",
)
router = SOURCES.router()


@router.get("/{slug:slug}", response={200: SourceOut, 404: Problem}, summary="One document and everything that rests on it")
def source(request, slug: str):
    found = get_object_or_404(
        Source.objects.published()
        .select_related("publisher")
        .prefetch_related("links", "derivations__origin", "derived__source"),
        slug=slug,
    )
    origins = Source.objects.published().filter(pk__in=same_origin(found.pk)).order_by("slug")
    return answer(
        request,
        row_of(found)
        | {
            "links": [{"kind": link.kind, "url": link.url, "label": link.label} for link in found.links.all()],
            "derives_from": [{"how": row.kind, "source": row.origin.slug} for row in found.derivations.all() if row.origin.live],
            "derived": [{"how": row.kind, "source": row.source.slug} for row in found.derived.all() if row.source.live],
            "one_origin_with": list(origins.values_list("slug", flat=True)),
            "used_by": [_use(heading, row) for heading, rows in found.uses() for row in rows],
            "csl": csl_item(found),
        },
    )


def _use(heading: str, row) -> dict:
    return {
        "url": absolute(row.used_by.get_absolute_url()),
        "title": str(row.used_by),
        "kind": heading,
        "stance": getattr(row, "stance", ""),
        "locator": row.locator,
        "says": row.says,
    }
