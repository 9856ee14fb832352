import django_filters
from django.utils.translation import gettext_lazy as _

from claims.models import ClaimPage
from explainer.actors.models import Actor
from explainer.places.models import Place
from explainer.timeline.choices import EventKind, Lane
from explainer.timeline.models import Event
from sources.fields import begun_by, not_over_before
from sources.listing import Listing, RecordChoiceFilter, listing

PER_PAGE = 150  # a timeline torn into small pages is none


def of_events(column: str):
    """Ids of what public events belong to, as a query inside another one."""
    through = {"actor": Event.actors, "place": Event.places, "claimpage": Event.claims}[column].through
    return through.objects.filter(event__live=True).values(column)


class EventFilter(django_filters.FilterSet):
    lane = django_filters.ChoiceFilter(choices=Lane.choices, label=_("Lane"), empty_label=_("Both lanes"))
    kind = django_filters.ChoiceFilter(choices=EventKind.choices, label=_("Kind"), empty_label=_("Any kind"))
    actor = RecordChoiceFilter(
        field_name="actors",
        queryset=Actor.objects.published().filter(pk__in=of_events("actor")),
        to_field_name="slug",
        label=_("Actor"),
        empty_label=_("Anyone"),
    )
    place = RecordChoiceFilter(
        field_name="places",
        queryset=Place.objects.published().filter(pk__in=of_events("place")),
        to_field_name="slug",
        label=_("Place"),
        empty_label=_("Anywhere"),
    )
    claim = RecordChoiceFilter(
        field_name="claims",
        queryset=ClaimPage.objects.published().filter(pk__in=of_events("claimpage")).order_by("title"),
        to_field_name="slug",
        label=_("Claim"),
        empty_label=_("Any claim"),
    )
    # An event counts for every year it may have touched: “2014” is the whole of 2014.
    since = django_filters.NumberFilter(label=_("From year"), min_value=1, max_value=9999, method="from_year")
    until = django_filters.NumberFilter(label=_("To year"), min_value=1, max_value=9999, method="to_year")

    class Meta:
        model = Event
        fields: list[str] = []

    def from_year(self, queryset, name, value):
        return queryset.filter(not_over_before("date", int(value)))

    def to_year(self, queryset, name, value):
        return queryset.filter(begun_by("date", int(value)))


def event_listing(params, queryset=None) -> Listing:
    events = Event.objects.published() if queryset is None else queryset
    return listing(EventFilter, params, events.for_rows().in_order(), per_page=PER_PAGE)
