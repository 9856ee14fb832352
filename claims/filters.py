import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.choices import Verdict
from claims.models import Appearance, ClaimPage, Layer, MixUp
from sources.fields import touching
from sources.listing import Listing, RecordFilter, listing
from sources.models import Source

SORTS = [("title", _("By title")), ("checked", _("Last checked first"))]


class ClaimFilter(django_filters.FilterSet):
    """Filters of the list of claims. Rooms above add their own to ``base_filters`` as their apps get ready."""

    verdict = django_filters.ChoiceFilter(choices=Verdict.choices, label=_("Verdict"), empty_label=_("Any verdict"))
    layer = RecordFilter(
        field_name="layers",
        queryset=Layer.objects.all(),
        to_field_name="slug",
        label=pgettext_lazy("a claim is about", "About"),
        empty_label=_("Any system"),
    )
    mixup = RecordFilter(
        field_name="mixups", queryset=MixUp.objects.all(), to_field_name="slug", label=_("Mix-up"), empty_label=_("Any mix-up")
    )
    source = RecordFilter(queryset=Source.objects.published(), to_field_name="slug", label=_("Source"), method="resting_on")
    year = django_filters.NumberFilter(label=_("Made in"), min_value=1, max_value=9999, method="made_in")
    sort = django_filters.ChoiceFilter(choices=SORTS, label=_("Order"), empty_label=None, method="in_order")

    class Meta:
        model = ClaimPage
        fields: list[str] = []

    def resting_on(self, queryset, name, value):
        return queryset.resting_on(value) if value else queryset

    def made_in(self, queryset, name, value):
        """Claims that were made, as far as an appearance tells, in that year."""
        made = Appearance.objects.exclude(said_on="").filter(touching("said", int(value)))
        return queryset.filter(pk__in=made.values("claim_id"))

    def in_order(self, queryset, name, value):
        if value == "checked":
            return queryset.order_by(F("last_checked").desc(nulls_last=True), "title", "pk")
        return queryset


def claim_listing(params) -> Listing:
    return listing(ClaimFilter, params, ClaimPage.objects.published().for_listing().order_by("title", "pk"))
