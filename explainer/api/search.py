"""``GET /api/v1/search``: the search of the site as JSON."""

from django.core.paginator import Paginator
from ninja import Field, Query, Router, Schema

from explainer.api.lists import BadQuery, absolute, answer
from explainer.api.schemas import Problem, Problems
from explainer.search.finding import FACETS, find
from explainer.search.highlight import unmarked
from explainer.search.models import Kind
from explainer.search.shown import HEADINGS, facets, results

router = Router(tags=["search"])
KINDS = ", ".join(Kind.values)


class SearchQuery(Schema):
    q: str = Field("", max_length=2000, description="Words in any order, pinyin, or a phrase in quotation marks.")
    kind: str = Field("", description=f"One of: {KINDS}.")
    layer: str = Field("", description=HEADINGS["layer"])
    verdict: str = Field("", description=HEADINGS["verdict"])
    mixup: str = Field("", description=HEADINGS["mixup"])
    tier: str = Field("", description=HEADINGS["tier"])
    form: str = Field("", description=HEADINGS["form"])
    language: str = Field("", description=f"{HEADINGS['language']} of a source, as a code.")
    lane: str = Field("", description=HEADINGS["lane"])
    sector: str = Field("", description=HEADINGS["sector"])
    page: int = Field(1, ge=1, le=1_000_000, description="Which page, counted from 1.")
    per_page: int = Field(20, ge=1, le=100, description="How many results a page has.")


class ResultOut(Schema):
    kind: str = Field(description=f"One of: {KINDS}.")
    slug: str
    url: str
    title: str
    title_original: str
    verdict: str = Field(description="Of a claim; else empty.")
    note: str = Field(description="What it is in a few words: the publisher and date of a source, the date of an event.")
    excerpt: str = Field(description="The part of its text that has most of what was looked for.")


class ValueOut(Schema):
    value: str
    label: str
    count: int


class Results(Schema):
    query: str = Field(description="What was looked for, without signs that mean nothing.")
    read_as: dict[str, str] = Field(description="Words that stand nowhere, and what was looked for instead.")
    partly: bool = Field(description="Nothing has all the words; these have most of them.")
    count: int
    page: int
    pages: int
    facets: dict[str, list[ValueOut]]
    results: list[ResultOut]


@router.get("", response={200: Results, 404: Problem, 422: Problems}, summary="Search everything public", operation_id="search")
def search(request, query: Query[SearchQuery]):
    if query.kind and query.kind not in Kind.values:
        raise BadQuery("kind", f"“{query.kind[:60]}” is no kind; there are {KINDS}.")
    chosen = {name: getattr(query, name).strip() for name in FACETS}
    found = find(query.q)
    pages = Paginator(found.of(query.kind, **chosen), query.per_page)
    if query.page > pages.num_pages:
        raise BadQuery("page", f"There is no page {query.page}; the last is {pages.num_pages}.", 404)
    return answer(
        request,
        {
            "query": found.query.text,
            "read_as": found.read_as,
            "partly": found.partly,
            "count": pages.count,
            "page": query.page,
            "pages": pages.num_pages,
            "facets": {
                facet.name: [{"value": value.value, "label": value.label, "count": value.count} for value in facet.values]
                for facet in facets(found, query.kind, chosen)
            },
            "results": [_result(result) for result in results(found, pages.page(query.page).object_list)],
        },
    )


def _result(result) -> dict:
    return {
        "kind": result.kind.value,
        "slug": result.key,
        "url": absolute(result.address),
        "title": unmarked(result.title),
        "title_original": unmarked(result.original),
        "verdict": result.verdict.value if result.verdict else "",
        "note": result.note,
        "excerpt": unmarked(result.excerpt),
    }
