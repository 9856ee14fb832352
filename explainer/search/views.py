from collections.abc import Iterator

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render

from explainer.search.backend import typed
from explainer.search.finding import FACETS, Found, find
from explainer.search.models import Document, Kind
from explainer.search.shown import facets, results
from sources.listing import PER_PAGE

IN_GROUP = {Kind.CLAIM: 5}
IN_OTHER_GROUPS = 3
SUGGESTED = 8


def search(request):
    """One box over everything public. Without a kind the results come in groups, the group of the best one first."""
    given = {name: typed(request.GET.get(name, "")) for name in ("kind", *FACETS)}
    kind = given.pop("kind")
    kind = kind if kind in Kind.values else ""
    found = find(request.GET.get("q", ""))
    hits = found.of(kind, **given)
    context = {
        "found": found,
        "kind": Kind(kind) if kind else None,
        "total": len(hits),
        "facets": facets(found, kind, given) if found.hits else [],
        "chosen": {name: value for name, value in given.items() if value},
        "read_as": list(found.read_as.items()),
    }
    if kind:
        page = Paginator(hits, PER_PAGE).get_page(request.GET.get("page", ""))
        context |= {"page_of_hits": page, "results": results(found, page.object_list), "query": _without_page(request)}
    else:
        context["groups"] = list(_groups(found, given))
    if not found.query.words:
        context["kinds"] = [(Kind(kind), count) for kind, count in _everything()]
    return render(request, "search/search.html", context)


def suggest(request):
    """What a reader may be looking for while typing: links, to be set under the box."""
    found = find(request.GET.get("q", ""), unfinished=True)
    called = sorted(found.hits, key=lambda hit: not hit.named)
    return render(request, "search/suggestions.html", {"found": found, "results": results(found, called[:SUGGESTED])})


def describe(request):
    """By which a browser adds the search of this site to its own (OpenSearch 1.1)."""
    public = {"public_url": settings.PUBLIC_URL}
    return render(request, "search/description.xml", public, content_type="application/opensearchdescription+xml")


def _groups(found: Found, chosen: dict[str, str]) -> Iterator[tuple]:
    by_kind: dict[str, list] = {}
    for hit in found.of("", **chosen):
        by_kind.setdefault(hit.kind, []).append(hit)
    for kind, hits in by_kind.items():
        most = IN_GROUP.get(Kind(kind), IN_OTHER_GROUPS)
        yield Kind(kind), results(found, hits[:most]), len(hits), len(hits) > most


def _without_page(request) -> str:
    params = request.GET.copy()
    params.pop("page", None)
    return params.urlencode() + "&" if params else ""


def _everything():
    counts = dict.fromkeys(Kind.values, 0)
    for kind in Document.objects.values_list("kind", flat=True):
        counts[kind] += 1
    return [(kind, count) for kind, count in counts.items() if count]
