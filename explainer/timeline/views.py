from django.http import Http404
from django.shortcuts import get_object_or_404, render

from explainer.timeline.choices import Lane
from explainer.timeline.filters import event_listing
from explainer.timeline.models import ChapterPage, Event, TimelinePage
from explainer.timeline.years import bars, by_year, count, count_rows
from sources.models.citation import attach_sources
from sources.serving import serve


def timeline(request):
    """Every event, by year, filtered."""
    return serve(get_object_or_404(TimelinePage.objects.live()), request)


def timeline_context(params) -> dict:
    listing = event_listing(params)
    return {
        **_shared(),
        "listing": listing,
        "years": by_year(with_sources(list(listing.page))),
        "bars": bars(count(listing.filters.qs)),
        "chapters": list(ChapterPage.objects.live().order_by("slug").only("title", "slug", "summary")),
    }


def year(request, year):
    """One year: its chapter if it has one, and its events."""
    chapter = ChapterPage.objects.live().filter(slug=f"{year:04}").first()
    if chapter:
        return serve(chapter, request)
    context = year_context(year, request.GET)
    if not context["exists"]:
        raise Http404(f"No event is listed under {year}.")
    return render(request, "timeline/year.html", context)


def year_context(year: int, params) -> dict:
    listing = event_listing(params, Event.objects.published().filter(year=year))
    counts = count(Event.objects.published())
    numbers = [row.number for row in counts]
    return {
        **_shared(),
        "year": year,
        "exists": year in numbers,
        "listing": listing,
        "years": by_year(with_sources(list(listing.page))),
        "bars": bars(counts),
        "before": max((number for number in numbers if number < year), default=None),
        "after": min((number for number in numbers if number > year), default=None),
    }


def event(request, slug):
    record = get_object_or_404(Event.objects.published(), slug=slug)
    return render(request, "timeline/event_detail.html", event_context(record))


def event_context(record: Event) -> dict:
    citations = list(record.citations.all())
    attach_sources(citations)
    return {
        "event": record,
        "citations": citations,
        "lane": Lane(record.lane) if record.lane else None,
        "actors": [row for row in record.actors.all() if row.live],
        "places": [row for row in record.places.all() if row.live],
        "claims": [row for row in record.claims.all() if row.live],
    }


def with_sources(events: list[Event]) -> list[Event]:
    attach_sources([citation for event in events for citation in event.citations.all()])
    return events


def _shared() -> dict:
    return {"lanes": list(Lane)}


# On the pages of others


def strip(parameter: str, record, limit: int = 60) -> tuple[str, dict] | None:
    """The events of a claim, an actor or a place: bars and a list. ``parameter`` is the filter that shows them all."""
    if not record.pk:
        return None
    events = list(Event.objects.published().filter(**{f"{parameter}s": record}).in_order()[: limit + 1])
    if not events:
        return None
    return "timeline/strip.html", {
        "events": events[:limit],
        "more": len(events) > limit,
        "bars": bars(count_rows(events)),
        "query": f"{parameter}={record.slug}",
    }
