import re

from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from claims import prose
from claims.models import ClaimPage
from explainer.actors import exports
from explainer.actors.choices import Sector, Status
from explainer.actors.filters import actor_listing, relation_listing, with_ends
from explainer.actors.models import Actor, ActorIndexPage, ActorMap, Relation
from explainer.actors.picture import picture
from sources.models.citation import attach_sources
from sources.serving import serve

POINTER = re.compile(rf"\s*{prose.REFERENCE.pattern}")
ALL_ACTORS, ALL_RELATIONS = "actors", "relations"  # views of their own beside the curated maps


def index(request):
    """The map and its chapters, all actors, or all relations."""
    return serve(get_object_or_404(ActorIndexPage.objects.live()), request)


def by_sector() -> list[tuple[Sector, int]]:
    """Each sector with the number of its public actors."""
    counts = dict(Actor.objects.published().order_by().values_list("sector").annotate(Count("pk")))
    return [(sector, counts.get(sector.value, 0)) for sector in Sector]


def index_context(params) -> dict:
    maps = list(ActorMap.objects.published().prefetch_related("nodes").defer("layout"))
    wanted = params.get("view", "").replace("\0", "") or (maps[0].slug if maps else ALL_ACTORS)
    sectors = by_sector()
    context = {
        "maps": maps,
        "view": wanted,
        "sectors": sectors,
        "statuses": list(Status),
        "actor_count": sum(count for _, count in sectors),
        "relation_count": Relation.objects.published().count(),
    }
    if wanted == ALL_ACTORS:
        return context | {"listing": actor_listing(params)}
    if wanted == ALL_RELATIONS:
        listing = relation_listing(params, Relation.objects.published().prefetch_related("citations"))
        return context | {"listing": listing, "relations": with_sources(list(listing.page))}
    chosen = ActorMap.objects.published().filter(slug=wanted).first()
    if chosen is None:
        raise Http404(f"There is no view “{wanted}”.")
    return context | map_context(chosen, params)


def map_context(found: ActorMap, params=None) -> dict:
    """A map with its lines, of which a filter may leave some."""
    nodes = [row for row in found.nodes.select_related("actor") if row.actor.live]
    listing = relation_listing(params or {}, found.relations().prefetch_related("citations"))
    listing.per_page = 1000
    relations = list(listing.page)
    marks = {row.actor.slug: row.mark for row in nodes if row.mark}
    drawn = picture(found.layout, [row.actor for row in nodes], relations, marks=marks)
    relations.sort(key=lambda row: getattr(row, "number", 10_000))
    numbers = {row.slug: row.number for row in relations if hasattr(row, "number")}
    # A preview shows a key that points to no line; a reader, who filtered the line away, is not shown one.
    body = found.body if params is None else POINTER.sub(lambda match: match[0] if match[1] in numbers else "", found.body)
    return {
        "map": found,
        "picture": drawn,
        "listing": listing,
        "relations": with_sources(relations),
        "text": prose.render(body, numbers, "relation", gettext("Line")),
    }


def actor(request, slug):
    """One actor: what it is, whom it has to do with, and what happened."""
    record = get_object_or_404(Actor.objects.published().select_related("place"), slug=slug)
    return render(request, "actors/actor_detail.html", actor_context(record))


def actor_context(record: Actor) -> dict:
    citations = list(record.citations.all())
    attach_sources(citations)
    relations, others = [], []
    if record.pk:
        relations = list(
            with_ends(Relation.objects.published().of(record)).prefetch_related("citations").order_by("period_earliest", "slug")
        )
        others = list({row.pk: row for relation in relations for row in (relation.subject, relation.object)}.values())
    drawn = picture(record.neighbourhood, others, relations, centre=record)
    relations.sort(key=lambda row: getattr(row, "number", 10_000))
    claims = ClaimPage.objects.published().for_listing().filter(actors=record).order_by("title") if record.pk else []
    return {
        "actor": record,
        "citations": citations,
        "layers": list(record.layers.all()),
        "sector": Sector(record.sector) if record.sector else None,
        "relations": with_sources(relations),
        "picture": drawn,
        "statuses": list(Status),
        "claims": claims,
        "catalogs": list(record.catalogs.live().select_related("place")) if record.pk else [],
    }


def with_sources(relations: list[Relation]) -> list[Relation]:
    attach_sources([citation for relation in relations for citation in relation.citations.all()])
    return relations


def export(request, form):
    """The actors and relations of a view, or all, as a file: svg, csv, graphml, ftm.json."""
    wanted = request.GET.get("view", "").replace("\0", "")  # PostgreSQL refuses to look for it
    chosen = get_object_or_404(ActorMap.objects.published(), slug=wanted) if wanted else None
    if form == "svg":
        chosen = chosen or ActorMap.objects.published().first()
        if chosen is None:
            raise Http404("There is no map yet.")
        return exports.svg(chosen, map_context(chosen, request.GET))
    relations = chosen.relations() if chosen else Relation.objects.published()
    if form == "csv":
        relations = relations.prefetch_related("citations__source")
    relations = relation_listing(request.GET, relations).filters.qs
    actors = Actor.objects.published().defer("neighbourhood")
    actors = actors.filter(map_nodes__map=chosen) if chosen else actors
    return exports.FORMS[form](chosen.slug if chosen else "actors", actors.order_by("slug").select_related("place"), relations)
