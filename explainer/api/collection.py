"""One list of the site, told once for every form it comes in: API, tables of open data, feeds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import django_filters
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, QueryDict
from ninja import Field, Query, Router, Schema
from pydantic import ConfigDict, create_model

from explainer.api.lists import answer, list_query, page_of
from explainer.api.schemas import Problem, Problems
from sources.listing import Listing


class Page(Schema):
    count: int = Field(description="How many records the filter leaves, on all pages.")
    page: int = Field(description="This page, counted from 1.")
    pages: int = Field(description="How many pages there are.")
    next: str | None = Field(description="Address of the next page.")
    previous: str | None = Field(description="Address of the page before.")


class AsChosen(Schema):
    """A row has all its fields, or those that ``fields`` names: so its schema requires none."""

    model_config = ConfigDict(json_schema_extra=lambda schema: schema.pop("required", None))


def each(row_of: Callable[[object], dict], *needs) -> Callable[[Iterable], list[dict]]:
    """Rows made one by one, of records that are first given what ``needs`` names, each in one query for all of them."""

    def rows(records: Iterable) -> list[dict]:
        records = list(records)
        prefetch_related_objects(records, *needs)
        return [row_of(record) for record in records]

    return rows


@dataclass(frozen=True)
class Collection:
    """``rows`` makes records of ``listing`` into dicts of the fields of ``row``, whose descriptions are the data dictionary."""

    name: str  # its place in the API and among the tables: "claims"
    title: str
    about: str  # what one row is, in a sentence
    row: type[Schema]
    filters: type[django_filters.FilterSet]
    listing: Callable[[QueryDict], Listing]
    rows: Callable[[Iterable], list[dict]]
    page: str  # the list on the site, with the same filters; may carry a query that ends in "&"; empty if there is none

    @cached_property
    def answer(self) -> type[Schema]:
        """One page of the list."""
        row = create_model(f"Listed{self.row.__name__}", __base__=(AsChosen, self.row))
        return create_model(f"{self.row.__name__}Page", __base__=Page, results=(list[row], Field(description=f"{self.about}.")))

    @cached_property
    def router(self) -> Router:
        """Its addresses: the list, and one record in full, which the kind adds."""
        router = Router(tags=[self.name])
        query = list_query(self.filters)

        def get(request: HttpRequest, query: Query[query]):
            return answer(request, page_of(request, query, self.listing(request.GET), self.rows))

        responses = {200: self.answer, 404: Problem, 422: Problems}
        router.get("", response=responses, summary=self.about, operation_id=f"list_{self.name}")(get)
        return router

    def one(self, full: type[Schema], summary: str) -> Callable:
        """Decorates the view that gives a record in full, by its key below the list."""
        responses = {200: full, 404: Problem}
        return self.router.get("/{slug:slug}", response=responses, summary=summary, operation_id=f"get_{self.name}")
