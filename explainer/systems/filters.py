import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models import Layer
from explainer.systems.choices import Output, Standing, State
from explainer.systems.models import System
from sources.listing import Listing, RecordFilter, listing


class SystemFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("The story says"), method="named")
    output = django_filters.ChoiceFilter(choices=Output.choices, label=_("The story shows"), empty_label=_("Anything"))
    layer = RecordFilter(queryset=Layer.objects.all(), to_field_name="slug", label=_("Layer"), empty_label=_("Any system"))
    standing = django_filters.ChoiceFilter(choices=Standing.choices, label=_("How near"), empty_label=_("All"))
    state = django_filters.ChoiceFilter(choices=State.choices, label=_("Does it run"), empty_label=_("Any"))

    class Meta:
        model = System
        fields: list[str] = []

    def named(self, queryset, name, value):
        fields = ("name", "name_original", "aliases", "tell", "what")
        return queryset.filter(Q(*((f"{field}__icontains", value) for field in fields), _connector=Q.OR))


def system_listing(params) -> Listing:
    systems = System.objects.published().select_related("layer").order_by("name", "pk")
    return listing(SystemFilter, params, systems, per_page=200)  # a sorting page torn apart sorts nothing
