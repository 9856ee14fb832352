from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, render

from claims import prose
from claims.models import ClaimPage
from explainer.catalogs.choices import ConsequenceKind, State
from explainer.catalogs.compare import comparison
from explainer.catalogs.coverage import answers, coverage
from explainer.catalogs.filters import catalog_listing
from explainer.catalogs.grid import grid
from explainer.catalogs.models import Behaviour, CatalogIndexPage, CatalogPage, Consequence, Entry, Fact
from explainer.catalogs.scale import draw
from explainer.places.models import Place
from sources.essays import numbered
from sources.models.citation import attach_sources
from sources.serving import serve


def index(request):
    """Every catalog, on a grid and in a table."""
    return serve(get_object_or_404(CatalogIndexPage.objects.live()), request)


def index_context(params) -> dict:
    listing = catalog_listing(params)
    rows = list(listing.page)
    counts = dict(Entry.objects.filter(catalog__in=rows).order_by().values_list("catalog").annotate(Count("pk")))
    for catalog in rows:
        catalog.answers = {answer.kind.value.replace("-", "_"): answer for answer in answers(catalog.facts.all())}
        catalog.coverage = coverage(catalog.facts.all())
        catalog.entry_count = counts.get(catalog.pk, 0)
    return {"listing": listing, "catalogs": rows, "grid": grid()}


def catalog(request, slug):
    """The catalog of a place; or, if it has none, what else is known of the place."""
    found = CatalogPage.objects.published().filter(slug=slug).first()
    if found is not None:
        return serve(found, request)
    place = get_object_or_404(Place.objects.published().select_related("within__within__within"), slug=slug)
    return render(request, "places/place_detail.html", place_context(place))


def place_context(place: Place) -> dict:
    inside = CatalogPage.objects.published().filter(place__in=place.with_all_inside()).select_related("place").order_by("title")
    return {"place": place, "catalogs": inside, "actors": place.actors.published()}


def catalog_context(found: CatalogPage) -> dict:
    citations = numbered(found.citations.all())
    numbers = {row.key: row.number for row in citations}
    facts, entries, consequences = rows_of(found)
    scale = draw(entries)
    groups: dict = {}
    for entry in sorted(
        entries, key=lambda entry: (entry.behaviour.group.position, entry.behaviour.position, entry.sort_order or 0)
    ):
        groups.setdefault(entry.behaviour.group, []).append(entry)
    scored = [entry for entry in entries if entry.bar]
    return {
        "catalog": found,
        "place": found.place,
        "citations": citations,
        "what_it_is": prose.render(found.what_it_is, numbers),
        "what_is_said": prose.render(found.what_is_said, numbers),
        "answers": answers(facts),
        "coverage": coverage(facts),
        "groups": list(groups.items()),
        "entries": entries,
        "scale": scale,
        "costs_most": min((row for row in scored if row.bounds()[0] < 0), key=lambda row: row.bounds()[0], default=None),
        "earns_most": max((row for row in scored if row.bounds()[1] > 0), key=lambda row: row.bounds()[1], default=None),
        "consequences": [(kind, [row for row in consequences if row.kind == kind]) for kind in ConsequenceKind],
        "actors": [row for row in found.place.actors.all() if row.live] if found.place_id else [],
        "claims": ClaimPage.objects.published().for_listing().filter(catalogs=found).order_by("title") if found.pk else [],
    }


def rows_of(found: CatalogPage) -> tuple[list[Fact], list[Entry], list[Consequence]]:
    """Its rows, with their citations and the sources of those. Works on rows in memory too, as a preview has them."""
    relations = []
    for name in ("facts", "entries", "consequences"):
        manager = getattr(found, name)
        # Rows in memory carry their citations with them, and cannot be asked for in one query.
        relations.append(list(manager.all() if manager.is_deferring else manager.prefetch_related("citations")))
    facts, entries, consequences = relations
    with_behaviours(entries)
    attach_sources([citation for rows in relations for row in rows for citation in row.citations.all()])
    return facts, entries, consequences


def with_behaviours(entries: list[Entry]) -> list[Entry]:
    behaviours = Behaviour.objects.select_related("group").in_bulk({entry.behaviour_id for entry in entries})
    for entry in entries:
        entry.behaviour = behaviours[entry.behaviour_id]
    return entries


def compare(request):
    """Two to four places side by side."""
    return render(request, "catalogs/compare.html", comparison(request.GET))


def behaviours(request):
    """Every behaviour, with the number of places whose catalogs speak of it."""
    public = Q(entries__catalog__in=CatalogPage.objects.published())
    rows = Behaviour.objects.select_related("group").annotate(
        place_count=Count("entries__catalog", filter=public & Q(entries__state=State.YES), distinct=True),
        none_count=Count("entries__catalog", filter=public & Q(entries__state=State.NO), distinct=True),
        looked_count=Count("entries__catalog", filter=public & Q(entries__state=State.NOT_FOUND), distinct=True),
    )
    groups: dict = {}
    for row in rows.order_by("group__position", "position", "name"):
        groups.setdefault(row.group, []).append(row)
    context = {"groups": list(groups.items()), "catalog_count": CatalogPage.objects.published().count()}
    return render(request, "catalogs/behaviours.html", context)


def behaviour(request, slug):
    """What one behaviour does in each place, and where it does nothing."""
    record = get_object_or_404(Behaviour.objects.select_related("group"), slug=slug)
    entries = list(
        Entry.objects.filter(behaviour=record, catalog__in=CatalogPage.objects.published())
        .select_related("catalog__place")
        .prefetch_related("citations")
        .order_by("catalog__place__name", "sort_order")
    )
    attach_sources([citation for entry in entries for citation in entry.citations.all()])
    for entry in entries:
        entry.behaviour = record
    draw(entries)
    spoken_of = {entry.catalog_id for entry in entries}
    by_state = [(state, [entry for entry in entries if entry.state == state]) for state in State]
    context = {
        "behaviour": record,
        "states": [(state, rows, len({row.catalog_id for row in rows})) for state, rows in by_state],
        "not_checked": list(
            CatalogPage.objects.published().exclude(pk__in=spoken_of).select_related("place").order_by("place__name")
        ),
        "place_count": len(spoken_of),
    }
    return render(request, "catalogs/behaviour.html", context)
