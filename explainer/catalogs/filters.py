import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from explainer.catalogs.choices import Effect, EntryStatus, State
from explainer.catalogs.models import Behaviour, BehaviourGroup, CatalogPage, Entry
from explainer.places.choices import Level
from explainer.places.models import Place
from sources.listing import Listing, RecordChoiceFilter, RecordFilter, listing


class CatalogFilter(django_filters.FilterSet):
    level = django_filters.ChoiceFilter(
        choices=Level.choices, field_name="place__level", label=_("Level"), empty_label=_("Any level")
    )
    within = RecordChoiceFilter(
        queryset=Place.objects.published().exclude(tile="").order_by("name"),
        to_field_name="slug",
        label=pgettext_lazy("lies in", "In"),
        empty_label=_("Anywhere"),
        method="lies_in",
    )
    q = django_filters.CharFilter(label=_("Name contains"), method="named")

    class Meta:
        model = CatalogPage
        fields: list[str] = []

    def lies_in(self, queryset, name, value):
        return queryset.filter(place__in=value.with_all_inside()) if value else queryset

    def named(self, queryset, name, value):
        return queryset.filter(place__name__icontains=value)


def catalog_listing(params) -> Listing:
    catalogs = CatalogPage.objects.published().select_related("place__within").prefetch_related("facts")
    return listing(CatalogFilter, params, catalogs.order_by("place__name", "pk"), per_page=50)


class EntryFilter(django_filters.FilterSet):
    place = RecordChoiceFilter(
        field_name="catalog__place",
        queryset=Place.objects.published().filter(catalog__live=True),
        to_field_name="slug",
        label=_("Place"),
        empty_label=_("Anywhere"),
    )
    behaviour = RecordChoiceFilter(
        queryset=Behaviour.objects.all(), to_field_name="slug", label=_("Behaviour"), empty_label=_("Anything")
    )
    group = RecordFilter(
        field_name="behaviour__group",
        queryset=BehaviourGroup.objects.all(),
        to_field_name="slug",
        label=_("Field of life"),
        empty_label=_("Any"),
    )
    effect = django_filters.ChoiceFilter(choices=Effect.choices, label=_("Effect"), empty_label=_("Any effect"))
    status = django_filters.ChoiceFilter(choices=EntryStatus.choices, label=_("How we know"), empty_label=_("Any status"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("Has an effect"), empty_label=_("Any answer"))

    class Meta:
        model = Entry
        fields: list[str] = []


def entry_listing(params) -> Listing:
    entries = Entry.objects.filter(catalog__in=CatalogPage.objects.published())
    in_order = entries.order_by(
        "catalog__place__name", "catalog_id", "behaviour__group__position", "behaviour__position", "sort_order", "pk"
    )
    return listing(EntryFilter, params, in_order.select_related("catalog__place", "behaviour__group"))


def place_of_claims() -> RecordChoiceFilter:
    """For the list of claims: those about what a place scores."""
    places = Place.objects.published().filter(catalog__live=True, catalog__claims__live=True).distinct()
    return RecordChoiceFilter(
        field_name="catalogs__place", queryset=places, to_field_name="slug", label=_("Place"), empty_label=_("Anywhere")
    )
