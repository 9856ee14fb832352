import django_filters
from django.utils.translation import gettext_lazy as _

from sources.choices import SourceKind, Tier
from sources.listing import Listing, RecordFilter, listing
from sources.models import Publisher, Source

SORTS = [("newest", _("Newest first")), ("oldest", _("Oldest first")), ("title", _("By title"))]


class SourceFilter(django_filters.FilterSet):
    tier = django_filters.ChoiceFilter(choices=Tier.choices, label=_("Tier"), empty_label=_("Any tier"))
    kind = django_filters.ChoiceFilter(choices=SourceKind.choices, label=_("Kind"), empty_label=_("Any kind"))
    publisher = RecordFilter(
        queryset=Publisher.objects.filter(sources__live=True).distinct(),
        to_field_name="slug",
        label=_("Publisher"),
        empty_label=_("Any publisher"),
    )
    sort = django_filters.ChoiceFilter(choices=SORTS, label=_("Order"), empty_label=None, method="in_order", initial="newest")

    class Meta:
        model = Source
        fields: list[str] = []

    def in_order(self, queryset, name, value):
        return {
            "newest": queryset.newest_first,
            "oldest": queryset.oldest_first,
            "title": lambda: queryset.order_by("title", "pk"),
        }[value]()


def source_listing(params) -> Listing:
    return listing(SourceFilter, params, Source.objects.published().select_related("publisher").newest_first())
