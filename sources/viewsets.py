"""The record keeper's part of the admin."""

import django_filters
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from sources.chooser import SourceChooserViewSet
from sources.models import Capture, Citation, Publisher, Source


def status(source) -> str:
    """In two words; Wagtail's own column asks the database twice for each row."""
    if not source.live:
        return "Draft"
    return "Public, with draft" if source.has_unpublished_changes else "Public"


def number_of_uses():
    """Citations of every kind, each counted by itself: joined together, their numbers would multiply."""
    total = Value(0)
    for kind in Citation.kinds():
        rows = kind.objects.filter(source=OuterRef("pk")).order_by().values("source").annotate(n=Count("pk")).values("n")
        total = total + Coalesce(Subquery(rows), 0)
    return total


class RecordViewSet(SnippetViewSet):
    """A list of records as a desk wants it: 50 a page, their state in two words, no copies."""

    list_per_page = 50
    inspect_view_enabled = True
    copy_view_enabled = False
    status_columns = [Column("status", label="Status", accessor=status, sort_key="live"), UpdatedAtColumn()]


class SourceFilterSet(WagtailFilterSet):
    retired = django_filters.BooleanFilter(field_name="retired_on", lookup_expr="isnull", exclude=True, label="Retired")

    class Meta:
        model = Source
        fields = ["tier", "kind", "reading", "live", "publisher"]


class SourceViewSet(RecordViewSet):
    model = Source
    icon = "doc-full"
    menu_label = "Sources"
    list_display = [
        "title",
        "publisher",
        "tier",
        "issued",
        Column("used_in", label="Used in", accessor="use_count"),
        *RecordViewSet.status_columns,
    ]
    filterset_class = SourceFilterSet
    ordering = ["title"]
    list_export = ["slug", "title", "title_original", "publisher", "tier", "kind", "issued", "url"]
    chooser_viewset_class = SourceChooserViewSet
    chooser_per_page = 15

    def get_queryset(self, request):
        return Source.objects.select_related("publisher").annotate(use_count=number_of_uses())


class PublisherViewSet(SnippetViewSet):
    model = Publisher
    icon = "group"
    list_display = ["name", "name_original", "kind", Column("sources", label="Sources", accessor="source_count")]
    list_filter = ["kind"]
    ordering = ["name"]

    def get_queryset(self, request):
        return Publisher.objects.annotate(source_count=Count("sources", filter=Q(sources__live=True)))


class CaptureViewSet(SnippetViewSet):
    model = Capture
    icon = "lock"
    menu_label = "Stored copies"
    list_display = ["source", "origin", "taken_at"]
    search_fields = ["source__title", "origin", "file"]
    ordering = ["-taken_at"]


class SourceGroup(SnippetViewSetGroup):
    menu_label = "Sources"
    menu_icon = "doc-full"
    menu_order = 120
    items = (SourceViewSet, PublisherViewSet, CaptureViewSet)
