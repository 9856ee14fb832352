"""Rows that belong to catalogs: facts about a scheme, what a score brings, and the behaviours that entries speak of."""

import datetime

from django.db.models import QuerySet
from ninja import Field, Schema

from explainer.api.collection import each
from explainer.api.data.table import Table
from explainer.api.schemas import choice
from explainer.catalogs.choices import ConsequenceKind, EntryStatus, FactKind, State
from explainer.catalogs.models import Behaviour, CatalogPage, Consequence, Fact

CATALOG = Field(description="Slug of the catalog.")


class FactRow(Schema):
    catalog: str = CATALOG
    kind: str = choice("What was asked about the scheme.", FactKind)
    state: str = choice("The answer; not-found: we looked and found nothing. What has no row was not looked into.", State)
    value: str = Field(description="The answer in words.")
    date: str = Field(description="When, as an EDTF date or period.")
    checked: datetime.date | None = Field(description="The day we looked, if nothing was found.")


class ConsequenceRow(Schema):
    catalog: str = CATALOG
    kind: str = choice("Whether it is good or bad for whom it meets.", ConsequenceKind)
    what: str = Field(description="What a score or a list brings.")
    who: str = Field(description="Whom it is for.")
    status: str = choice("How well it is known, and whether it holds.", EntryStatus)
    period: str = Field(description="When it holds or held, as an EDTF date or period.")


class BehaviourRow(Schema):
    slug: str = Field(description="Key of the behaviour, the same in every catalog.")
    name: str = Field(description="As a short phrase.")
    group: str = Field(description="Key of the field of life it belongs to.")
    group_name: str = Field(description="That field in words.")


def of_public_catalogs(model) -> QuerySet:
    rows = model.objects.filter(catalog__in=CatalogPage.objects.published().values("pk")).select_related("catalog")
    return rows.order_by("catalog__slug", "sort_order", "pk")


def behaviours() -> QuerySet:
    return Behaviour.objects.select_related("group").order_by("group__position", "position", "slug")


def fact_row(row: Fact) -> dict:
    return {"catalog": row.catalog.slug} | {name: getattr(row, name) for name in ("kind", "state", "value", "date", "checked")}


def consequence_row(row: Consequence) -> dict:
    return {"catalog": row.catalog.slug} | {name: getattr(row, name) for name in ("kind", "what", "who", "status", "period")}


def behaviour_row(row: Behaviour) -> dict:
    return {"slug": row.slug, "name": row.name, "group": row.group.slug, "group_name": row.group.name}


TABLES = [
    Table("facts", "Facts about schemes", "The answer to one question about the scheme of one catalog", FactRow,
          lambda: of_public_catalogs(Fact), each(fact_row)),
    Table("consequences", "Rewards and sanctions", "Something that a score or a list brings in one catalog", ConsequenceRow,
          lambda: of_public_catalogs(Consequence), each(consequence_row)),
    Table("behaviours", "Behaviours", "What people do, as one thing for all catalogs", BehaviourRow, behaviours, each(behaviour_row)),
]  # fmt: skip
