"""Every passage that something other than a claim rests on; those of claims have tables of their own, which say more."""

from django.db.models import QuerySet
from ninja import Field, Schema

from claims.models import Appearance, Evidence
from explainer.api.collection import each
from explainer.api.data.of_claims import Passage, passage
from explainer.api.data.table import Several, Table
from sources.models import Citation


class CitationHead(Schema):
    kind: str = Field(
        description="What rests on it: an actor, a relation, an event, a system, a term, an article, the chapter of a year, "
        "or of a catalog its text (catalog), a fact, an entry or a consequence."
    )
    slug: str = Field(description="Slug of that, or of the catalog it is a part of.")


class CitationRow(Passage, CitationHead):
    pass


def kinds() -> list[type[Citation]]:
    return [kind for kind in Citation.kinds() if kind not in (Evidence, Appearance)]


def of_public_records(kind: type[Citation]) -> QuerySet:
    """Citations whose record is public, as the model of the record understands it."""
    record = kind
    for step in kind.parent_field.split("__"):
        record = record._meta.get_field(step).related_model
    shown = record.objects.published() if hasattr(record.objects, "published") else record.objects.live()
    rows = kind.objects.filter(**{f"{kind.parent_field}__in": shown.values("pk")})
    return rows.select_related(kind.parent_field, "source").order_by(f"{kind.parent_field}__slug", "sort_order", "pk")


def citation_row(row: Citation) -> dict:
    return {"kind": row._meta.model_name.removesuffix("citation"), "slug": row.used_by.slug, **passage(row)}


TABLES = [
    Table("citations", "Other citations", "A passage that a record other than a claim rests on", CitationRow,
          lambda: Several([of_public_records(kind) for kind in kinds()]), each(citation_row)),
]  # fmt: skip
