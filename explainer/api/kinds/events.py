from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from explainer.api.collection import Collection, each
from explainer.api.lists import absolute, answer
from explainer.api.schemas import PassageOut, Slug, choice, cited, passage, public
from explainer.timeline.choices import EventKind, Lane
from explainer.timeline.filters import EventFilter, event_listing
from explainer.timeline.models import Event
from sources.models.citation import attach_sources


class EventRow(Schema):
    slug: str = Field(description="Key of the event; it never changes.")
    url: str = Field(description="Page of the event on this site.")
    title: str = Field(description="What happened, as a short statement.")
    date: str = Field(description="When, as an EDTF date: 2014, 2014-06, 2014-06-14, or a period such as 2013/2014.")
    year: int = Field(description="The year it is listed under: that of its first day, or of its last if the first is not known.")
    lane: str = choice("Whether it happened, or was being said at the time.", Lane)
    kind: str = choice("What kind of event it is.", EventKind)
    text: str = Field(description="What happened, in one to three sentences.")
    actors: list[str] = Field(description="Slugs of the actors it concerns.")
    places: list[str] = Field(description="Slugs of the places it concerns.")
    claims: list[str] = Field(description="Slugs of the claims it bears on.")
    sources: list[str] = Field(description="Slugs of the documents it rests on.")


class EventOut(EventRow):
    citations: list[PassageOut] = Field(description="The passages it rests on.")


def row_of(event: Event) -> dict:
    return {
        "slug": event.slug,
        "url": absolute(event.get_absolute_url()),
        "title": event.title,
        "date": event.date,
        "year": event.year,
        "lane": event.lane,
        "kind": event.kind,
        "text": event.text,
        "actors": public(event.actors.all()),
        "places": public(event.places.all()),
        "claims": public(event.claims.all()),
        "sources": cited(event),
    }


EVENTS = Collection(
    name="events",
    title="Events",
    about="Dated events: what happened, and what was being said at the time",
    row=EventRow,
    filters=EventFilter,
    listing=event_listing,
    rows=each(row_of, "actors", "places", "claims", "citations__source"),
    page="/timeline/?",
)


@EVENTS.one(EventOut, "One event with its sources")
def event(request, slug: Slug):
    found = get_object_or_404(Event.objects.published().for_rows(), slug=slug)
    citations = list(found.citations.all())
    attach_sources(citations)
    return answer(request, row_of(found) | {"citations": [passage(row) for row in citations]})
