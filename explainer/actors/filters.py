import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models import Layer
from explainer.actors.choices import ActorKind, Sector, Status, Verb
from explainer.actors.models import Actor, Relation
from sources.fields import touching
from sources.listing import Listing, RecordChoiceFilter, RecordFilter, listing


class RelationFilter(django_filters.FilterSet):
    layer = RecordFilter(
        queryset=Layer.objects.all(),
        to_field_name="slug",
        label=pgettext_lazy("a claim is about", "About"),
        empty_label=_("Any system"),
        method="about",
    )
    verb = django_filters.ChoiceFilter(
        choices=[(verb.value, _(verb.label)) for verb in Verb], label=_("What is done"), empty_label=_("Anything")
    )
    status = django_filters.ChoiceFilter(choices=Status.choices, label=_("How we know"), empty_label=_("Any status"))
    year = django_filters.NumberFilter(label=_("In the year"), method="in_year", min_value=1, max_value=9999)

    class Meta:
        model = Relation
        fields: list[str] = []

    def about(self, queryset, name, value):
        """Relations of which at least one end belongs to the system."""
        through = Actor.layers.through.objects.filter(layer=value).values("actor_id")
        return queryset.filter(Q(subject__in=through) | Q(object__in=through))

    def in_year(self, queryset, name, value):
        """Relations whose period touches the year; one without a period is not known to."""
        return queryset.exclude(period="").filter(touching("period", int(value)))


class ActorFilter(django_filters.FilterSet):
    sector = django_filters.ChoiceFilter(choices=Sector.choices, label=_("Public or private"), empty_label=_("Either"))
    kind = django_filters.ChoiceFilter(choices=ActorKind.choices, label=_("Kind"), empty_label=_("Any kind"))
    layer = RecordFilter(
        field_name="layers",
        queryset=Layer.objects.all(),
        to_field_name="slug",
        label=pgettext_lazy("a claim is about", "About"),
        empty_label=_("Any system"),
    )

    class Meta:
        model = Actor
        fields: list[str] = []


def with_ends(relations):
    """Relations with their actors, but without the pictures of these, which are large and not for lists."""
    return relations.select_related("subject", "object").defer("subject__neighbourhood", "object__neighbourhood")


def actor_listing(params) -> Listing:
    return listing(ActorFilter, params, Actor.objects.published().defer("neighbourhood").order_by("name", "pk"), per_page=60)


def relation_listing(params, queryset) -> Listing:
    ordered = with_ends(queryset).order_by("subject__name", "period_earliest", "slug")
    return listing(RelationFilter, params, ordered, per_page=50)


def actor_of_claims() -> RecordChoiceFilter:
    """For the list of claims: those that concern an actor."""
    actors = Actor.objects.published().filter(claims__live=True).distinct()
    return RecordChoiceFilter(
        field_name="actors", queryset=actors, to_field_name="slug", label=_("Actor"), empty_label=_("Anyone")
    )
