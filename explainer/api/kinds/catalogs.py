import datetime
from collections.abc import Iterable

from django.db.models import Count, prefetch_related_objects
from django.http import QueryDict
from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from claims.prose import plain
from explainer.api.collection import Collection
from explainer.api.kinds.entries import ENTRIES, EntryRow
from explainer.api.lists import absolute, answer
from explainer.api.schemas import KeyedPassageOut, PassageOut, Slug, choice, passage, public, slug_of
from explainer.catalogs.choices import ConsequenceKind, EntryStatus, FactKind, State
from explainer.catalogs.filters import CatalogFilter, catalog_listing, entry_listing
from explainer.catalogs.models import CatalogPage, Entry
from explainer.places.choices import Level
from sources.models.citation import attach_sources


class CatalogRow(Schema):
    slug: str = Field(description="Key of the catalog: that of its place; it never changes.")
    url: str = Field(description="Page of the catalog on this site.")
    title: str = Field(description="Title of the page.")
    place: str = Field(description="Slug of the place.")
    level: str = choice("What kind of place it is.", Level)
    scheme: str = Field(description="Name of the scheme, in the language of this site.")
    scheme_original: str = Field(description="Name of the scheme in its own script.")
    language: str = Field(description="Language of that name, as a code.")
    summary: str = Field(description="What it is and what it is not, in one or two sentences.")
    operator: str = Field(description="Slug of the actor that runs it.")
    layer: str = Field(description="Slug of the system it belongs to.")
    entry_count: int = Field(description="How many behaviours it speaks of.")
    last_checked: datetime.date | None = Field(description="The day somebody last went through what it rests on.")
    claims: list[str] = Field(description="Slugs of the claims about it.")


class FactOut(Schema):
    kind: str = choice("What was asked about the scheme.", FactKind)
    state: str = choice("The answer. A question that is not here has not been looked into.", State)
    value: str = Field(description="The answer in words.")
    date: str = Field(description="When, as an EDTF date.")
    checked: datetime.date | None = Field(description="The day we looked, if nothing was found.")
    citations: list[PassageOut] = Field(description="The passages it rests on.")


class ConsequenceOut(Schema):
    kind: str = choice("Whether a score or a list brings something good or bad.", ConsequenceKind)
    what: str = Field(description="What it brings.")
    who: str = Field(description="Whom it is for.")
    status: str = choice("How well it is known, and whether it holds.", EntryStatus)
    period: str = Field(description="When it holds or held, as an EDTF date or period.")
    citations: list[PassageOut] = Field(description="The passages it rests on.")


class CatalogOut(CatalogRow):
    what_it_is: str = Field(description="What the scheme is, a line a paragraph, with [^key] where it points to a citation.")
    what_is_said: str = Field(description="What is said about it, in the same form.")
    citations: list[KeyedPassageOut] = Field(description="The passages these two texts rest on.")
    facts: list[FactOut]
    entries: list[EntryRow] = Field(description="What behaviour does.")
    consequences: list[ConsequenceOut] = Field(description="What a score or a list brings.")


def rows(records: Iterable[CatalogPage]) -> list[dict]:
    records = list(records)
    prefetch_related_objects(records, "place", "operator", "layer", "claims")
    counts = dict(Entry.objects.filter(catalog__in=records).order_by().values_list("catalog").annotate(Count("pk")))
    return [row_of(catalog, counts.get(catalog.pk, 0)) for catalog in records]


def row_of(catalog: CatalogPage, entry_count: int) -> dict:
    return {
        "slug": catalog.slug,
        "url": absolute(catalog.get_absolute_url()),
        "title": catalog.title,
        "place": catalog.place.slug,
        "level": catalog.place.level,
        "scheme": catalog.scheme,
        "scheme_original": catalog.scheme_original,
        "language": catalog.language,
        "summary": catalog.summary,
        "operator": slug_of(catalog.operator),
        "layer": catalog.layer.slug if catalog.layer else "",
        "entry_count": entry_count,
        "last_checked": catalog.last_checked,
        "claims": public(catalog.claims.all()),
    }


CATALOGS = Collection(
    name="catalogs",
    title="Catalogs",
    about="What a place scores: one local scheme, with what is known of it",
    row=CatalogRow,
    filters=CatalogFilter,
    listing=catalog_listing,
    rows=rows,
    page="/catalogs/?",
)


@CATALOGS.one(CatalogOut, "One catalog with its entries")
def catalog(request, slug: Slug):
    found = get_object_or_404(CatalogPage.objects.published(), slug=slug)
    (row,) = rows([found])
    citations = list(found.citations.all())
    facts = list(found.facts.prefetch_related("citations"))
    consequences = list(found.consequences.prefetch_related("citations"))
    attach_sources(citations + [passed for one in (*facts, *consequences) for passed in one.citations.all()])
    return answer(
        request,
        row
        | {
            "what_it_is": plain(found.what_it_is),
            "what_is_said": plain(found.what_is_said),
            "citations": [{"key": citation.key, **passage(citation)} for citation in citations],
            "facts": [_told(fact, "kind", "state", "value", "date", "checked") for fact in facts],
            "entries": ENTRIES.rows(entry_listing(QueryDict()).filters.qs.filter(catalog=found)),
            "consequences": [_told(one, "kind", "what", "who", "status", "period") for one in consequences],
        },
    )


def _told(record, *names: str) -> dict:
    values = {name: getattr(record, name) for name in names}
    return values | {"citations": [passage(citation) for citation in record.citations.all()]}
