"""What sources are used for, and which have no stored copy."""

import django_filters
from django.db.models import Exists, OuterRef
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn

from explainer.desk.reports.base import DeskReport, EditColumn
from sources.models import Capture, Source
from sources.viewsets import number_of_uses, status

USES = [("none", "Never used"), ("once", "Used once"), ("many", "Used five times or more")]


class SourceFilterSet(WagtailFilterSet):
    class Meta:
        model = Source
        fields = ["tier", "kind", "live"]


class UseFilterSet(SourceFilterSet):
    uses = django_filters.ChoiceFilter(label="Used", choices=USES, method="used")

    def used(self, queryset, name, value):
        return queryset.filter(**{"none": {"use_count": 0}, "once": {"use_count": 1}, "many": {"use_count__gte": 5}}[value])


class SourceReport(DeskReport):
    """Sources, with what tells them apart. Abstract."""

    filterset_class = SourceFilterSet
    default_ordering = "title"
    source_columns = [
        EditColumn("title", label="Source", sort_key="title"),
        Column("publisher", label="Publisher", sort_key="publisher__name"),
        Column("tier", label="Tier", accessor="get_tier_display", sort_key="tier"),
        Column("kind", label="Kind", accessor="get_kind_display"),
    ]
    columns = [*source_columns, Column("status", label="State", accessor=status)]


class SourceUse(SourceReport):
    slug = "source-use"
    counted, counted_words = {"uses": "none"}, "never used"
    page_title = "Use of sources"
    words = (
        "Every source with the number of citations that rest on it, in drafts too; those never used may be put to use or retired."
    )
    empty = "There is no source yet."
    header_icon = icon = "link"
    filterset_class = UseFilterSet
    default_ordering = "-use_count"
    columns = [
        *SourceReport.source_columns,
        NumberColumn("use_count", label="Citations", sort_key="use_count"),
        Column("status", label="State", accessor=status),
    ]

    @classmethod
    def rows(cls, user):
        return Source.objects.select_related("publisher").annotate(use_count=number_of_uses()).order_by("-use_count", "title")


class Uncaptured(SourceReport):
    slug = "uncaptured"
    page_title = "Sources without a stored copy"
    words = "Sources of which the desk holds no copy that could be used: should the document go, nobody could look it up again."
    empty = "Every source has a stored copy."
    header_icon = icon = "lock-open"

    @classmethod
    def rows(cls, user):
        copies = Capture.objects.usable().filter(source=OuterRef("pk"))
        return Source.objects.filter(~Exists(copies), retired_on=None).select_related("publisher").order_by("title")
