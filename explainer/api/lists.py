"""What every list of the API does alike: the filters of the site, paging, a choice of fields, conditional answers."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping

import django_filters
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from ninja import Field, Schema
from pydantic import create_model

from sources.languages import in_content_language
from sources.listing import Listing, RecordFilter

MOST_PER_PAGE = 100
SECONDS = 300  # an answer may be kept that long


class BadQuery(ValueError):
    """A parameter that means nothing here: its name and the reason."""

    def __init__(self, name: str, reason: str, status: int = 422):
        super().__init__(reason)
        self.name, self.reason, self.status = name, reason, status

    @property
    def detail(self) -> list[dict]:
        """In the shape of a refusal by the schema."""
        return [{"type": "value_error", "loc": ["query", self.name], "msg": self.reason}]


@in_content_language
def list_query(filterset_class) -> type[Schema]:
    """The query of a list: the filters of the site's own list, by the same names, then paging and fields."""
    return create_model(
        f"{filterset_class.__name__}Query",
        __base__=Schema,
        **{name: (str, _parameter(name, one)) for name, one in filterset_class.base_filters.items()},
        page=(int, Field(1, ge=1, le=1_000_000, description="Which page, counted from 1.")),
        per_page=(int, Field(20, ge=1, le=MOST_PER_PAGE, description="How many records a page has.")),
        fields=(
            str,
            Field(
                "",
                description="Names of fields to give, with commas between. All, if none is named.",
                json_schema_extra={"example": "slug,url"},
            ),
        ),
    )


def _parameter(name: str, one: django_filters.Filter) -> Field:
    words = f"{one.label or name.capitalize()}."
    values = [str(value) for value, _ in one.extra.get("choices", []) if value]
    if values:
        return Field("", description=words, json_schema_extra={"enum": ["", *values]})
    if isinstance(one, django_filters.NumberFilter):
        return Field("", description=f"{words} A year.", json_schema_extra={"example": "2014"})
    if isinstance(one, RecordFilter):
        return Field("", description=f"{words} The slug of a record.")
    return Field("", description=words)


def refuse_unknown(listing: Listing, given: Mapping[str, str]) -> None:
    """A page leaves out in silence what its filters do not understand; a program is told."""
    for name in listing.filters.base_filters:
        if (value := given.get(name, "")).strip() and name not in listing.params:
            raise BadQuery(name, f"“{value[:60]}” is no value of this filter.")


def page_of(request, query: Schema, listing: Listing, rows: Callable[[Iterable], list[dict]]) -> dict:
    refuse_unknown(listing, query.dict())
    listing.per_page, listing.page_number = query.per_page, str(query.page)
    page = listing.page
    if query.page > page.paginator.num_pages:
        raise BadQuery("page", f"There is no page {query.page}; the last is {page.paginator.num_pages}.", 404)

    def address(number):
        params = request.GET.copy()
        params["page"] = str(number)
        return f"{settings.PUBLIC_URL}{request.path}?{params.urlencode()}"

    return {
        "count": page.paginator.count,
        "page": query.page,
        "pages": page.paginator.num_pages,
        "next": address(query.page + 1) if page.has_next() else None,
        "previous": address(query.page - 1) if page.has_previous() else None,
        "results": [chosen(row, query.fields) for row in rows(page.object_list)],
    }


def chosen(row: dict, fields: str) -> dict:
    names = [name.strip() for name in fields.split(",") if name.strip()]
    for name in names:
        if name not in row:
            raise BadQuery("fields", f"There is no field “{name[:60]}”; there are {', '.join(row)}.")
    return {name: row[name] for name in names} if names else row


def answer(request, data: dict) -> HttpResponse:
    """JSON that is sent again only if it has changed."""
    body = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=etag, response=HttpResponse(body, content_type="application/json"))
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def refusal(error: BadQuery, form: str) -> HttpResponse:
    """What was wrong with the query, in JSON to who asked for JSON and else as a line of text."""
    if form == "json":
        return JsonResponse({"detail": error.detail}, status=error.status)
    return HttpResponse(f"{error.name}: {error.reason}\n", content_type="text/plain; charset=utf-8", status=error.status)


def absolute(path: str) -> str:
    return settings.PUBLIC_URL + path
