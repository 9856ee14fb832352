import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models import Layer
from explainer.glossary.models import Term
from sources.listing import Listing, RecordFilter, listing


class TermFilter(django_filters.FilterSet):
    layer = RecordFilter(
        field_name="layers",
        queryset=Layer.objects.all(),
        to_field_name="slug",
        label=pgettext_lazy("a claim is about", "About"),
        empty_label=_("Any system"),
    )

    class Meta:
        model = Term
        fields: list[str] = []


def term_listing(params) -> Listing:
    return listing(TermFilter, params, Term.objects.published().order_by("name", "pk"))
