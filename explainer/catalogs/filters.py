import django_filters

from explainer.catalogs.models import CatalogPage
from explainer.places.choices import Level
from explainer.places.models import Place
from sources.listing import Listing, RecordChoiceFilter, listing


class CatalogFilter(django_filters.FilterSet):
    level = django_filters.ChoiceFilter(choices=Level.choices, field_name="place__level", label="Level", empty_label="Any level")
    within = RecordChoiceFilter(
        queryset=Place.objects.published().exclude(tile="").order_by("name"),
        to_field_name="slug",
        label="In",
        empty_label="Anywhere",
        method="lies_in",
    )
    q = django_filters.CharFilter(label="Name contains", method="named")

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


def place_of_claims() -> RecordChoiceFilter:
    """For the list of claims: those about what a place scores."""
    places = Place.objects.published().filter(catalog__live=True, catalog__claims__live=True).distinct()
    return RecordChoiceFilter(
        field_name="catalogs__place", queryset=places, to_field_name="slug", label="Place", empty_label="Anywhere"
    )
