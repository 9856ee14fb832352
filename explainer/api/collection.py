"""One list of the site, told once for every form it comes in: API, tables of open data, feeds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import django_filters
from django.http import HttpRequest, QueryDict
from ninja import Query, Router, Schema
from pydantic import create_model

from explainer.api.lists import answer, list_query, page_of
from explainer.api.schemas import Problem, Problems
from sources.listing import Listing


class Page(Schema):
    count: int
    page: int
    pages: int
    next: str | None
    previous: str | None


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
    page: str  # the list on the site, with the same filters; may carry a query that ends in "&"

    @cached_property
    def answer(self) -> type[Schema]:
        """One page of the list."""
        return create_model(f"{self.row.__name__}Page", __base__=Page, results=(list[self.row], ...))

    def router(self) -> Router:
        """A router with the list as its root; one record is added by the kind."""
        router = Router(tags=[self.name])
        query = list_query(self.filters)

        def get(request: HttpRequest, query: Query[query]):
            return answer(request, page_of(request, query, self.listing(request.GET), self.rows))

        responses = {200: self.answer, 404: Problem, 422: Problems}
        router.get("", response=responses, summary=self.about, operation_id=f"list_{self.name}")(get)
        return router
