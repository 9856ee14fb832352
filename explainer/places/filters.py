import django_filters

from explainer.places.choices import Level
from explainer.places.models import Place
from sources.listing import Listing, RecordChoiceFilter, listing


class PlaceFilter(django_filters.FilterSet):
    level = django_filters.ChoiceFilter(choices=Level.choices, label="Level", empty_label="Any level")
    within = RecordChoiceFilter(
        queryset=Place.objects.published(), to_field_name="slug", label="In", empty_label="Anywhere", method="lies_in"
    )

    class Meta:
        model = Place
        fields: list[str] = []

    def lies_in(self, queryset, name, value):
        """The places inside another one, at any depth."""
        return queryset.filter(pk__in=value.with_all_inside() - {value.pk}) if value else queryset


def place_listing(params) -> Listing:
    return listing(PlaceFilter, params, Place.objects.published().select_related("within").order_by("name", "pk"))
