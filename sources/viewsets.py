"""The record keeper's part of the admin."""

import django_filters
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn, UpdatedAtColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet, SnippetViewSetGroup

from sources.choices import CaptureState
from sources.chooser import SourceChooserViewSet
from sources.citing.filed import filed_item
from sources.citing.formats import FORMATS
from sources.citing.views import as_file
from sources.correcting import SourceCorrectionViewSet
from sources.exchange.offer import OffersImport
from sources.exchange.viewset import ImportViewSet
from sources.health.admin import address_menu_item
from sources.merging.viewset import MergeViewSet
from sources.models import Capture, Citation, Publisher, Source
from sources.panels import ChecklistPanel
from sources.receiving.viewset import IntakeViewSet


def status(source) -> str:
    """In two words; Wagtail's own column asks the database twice for each row."""
    if getattr(source, "merged_into_id", None):
        return "Merged"
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


class RecordEditView(EditView):
    @cached_property
    def header_more_buttons(self):
        """What a list offers to do with a record, its form offers too."""
        offers = hooks.get_hooks("register_snippet_listing_buttons")
        return [*super().header_more_buttons, *(button for offer in offers for button in offer(self.object, self.request.user))]


class RecordViewSet(SnippetViewSet):
    """A list of records as a desk wants it: 50 a page, their state in two words, no copies."""

    edit_view_class = RecordEditView
    list_per_page = 50
    inspect_view_enabled = True
    copy_view_enabled = False

    def get_edit_handler(self):
        handler = super().get_edit_handler()
        if isinstance(handler, ObjectList):
            handler = ObjectList([ChecklistPanel(), *handler.children], base_form_class=handler.base_form_class).bind_to_model(
                self.model
            )
        return handler

    status_columns = [Column("status", label="Status", accessor=status, sort_key="live"), UpdatedAtColumn()]


class SourceFilterSet(WagtailFilterSet):
    retired = django_filters.BooleanFilter(field_name="retired_on", lookup_expr="isnull", exclude=True, label="Retired")

    class Meta:
        model = Source
        fields = ["tier", "kind", "reading", "live", "publisher"]


class SourceIndexView(OffersImport, IndexView):
    """What is listed, also as references for other programs."""

    imports = "references"
    FORMATS = (*IndexView.FORMATS, *FORMATS)

    @cached_property
    def header_more_buttons(self):
        files = [
            Button(f"Download {made.name}", url=self.get_export_url(ending), icon_name="download", priority=110 + n)
            for n, (ending, made) in enumerate(FORMATS.items())
        ]
        return [*super().header_more_buttons, *files]

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if spreadsheet_format in FORMATS:
            sources = queryset.select_related("publisher").prefetch_related("links")
            return as_file([filed_item(source) for source in sources], "sources", spreadsheet_format)
        return super().as_spreadsheet(queryset, spreadsheet_format)


class SourceViewSet(RecordViewSet):
    model = Source
    index_view_class = SourceIndexView
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


def is_unread(capture) -> bool:
    return capture.state == CaptureState.CAPTURED


class CaptureViewSet(SnippetViewSet):
    model = Capture
    edit_view_class = RecordEditView
    icon = "lock"
    menu_label = "Stored copies"
    list_display = [
        "source",
        StatusTagColumn("state", accessor="get_state_display", primary=is_unread, label="State"),
        "origin",
        "taken_at",
    ]
    list_filter = ["state"]
    search_fields = ["source__title", "origin", "file"]
    ordering = ["-taken_at"]


class SourceGroup(SnippetViewSetGroup):
    menu_label = "Sources"
    menu_icon = "doc-full"
    menu_order = 120
    items = (IntakeViewSet, ImportViewSet, SourceViewSet, PublisherViewSet, CaptureViewSet, MergeViewSet, SourceCorrectionViewSet)

    def get_submenu_items(self):
        return [*super().get_submenu_items(), address_menu_item()]
