"""Every import, with its way back."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from sources.exchange.kinds import KINDS, allowed_kinds
from sources.exchange.views import BatchView, ReadView, template
from sources.models import ImportBatch
from sources.permissions import seen_batches


class ImportFilterSet(WagtailFilterSet):
    class Meta:
        model = ImportBatch
        fields = ["state", "by"]


def counted(batch: ImportBatch) -> str:
    parts = [("created", "made"), ("updated", "changed")] if batch.done_at else [("new", "new"), ("update", "to fill")]
    parts += [] if batch.done_at else [("conflict", "in conflict"), ("duplicate", "perhaps known"), ("cannot", "with errors")]
    return ", ".join(f"{batch.counts[name]} {words}" for name, words in parts if batch.counts.get(name)) or "0 changes"


class ImportIndexView(IndexView):
    page_title = "Imports"

    def get_base_queryset(self):
        return seen_batches(self.request.user).select_related("by").defer("rows")

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(kind.title, url=reverse("imports:read", args=[kind.name]), icon_name=kind.icon, priority=n)
            for n, kind in enumerate(allowed_kinds(self.request.user))
        ]

    def get_list_more_buttons(self, instance):
        return []


class ImportViewSet(ModelViewSet):
    model = ImportBatch
    name = "imports"
    icon = "upload"
    menu_label = "Imports"
    menu_order = 11
    form_fields = ["file"]
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = ImportIndexView
    list_per_page = 50
    search_fields = ["file"]
    filterset_class = ImportFilterSet
    ordering = "-at"
    list_export = ["file", "kind", "format", "state", "by", "at", "done_at", "undone_by", "undone_at", "sha256"]
    list_display = [
        TitleColumn("what", label="What came in", accessor=str, get_url=lambda batch: batch.get_absolute_url()),
        Column("kind", label="Of", accessor=lambda batch: KINDS[batch.kind].things[1].capitalize(), width="9%"),
        StatusTagColumn("state", label="State", accessor="get_state_display", primary=lambda batch: batch.state == "preview"),
        Column("counts", label="Rows", accessor=counted),
        UserColumn("by", label="By"),
        DateColumn("at", label="When", sort_key="at", width="14%"),
    ]

    @property
    def add_view(self):
        return ReadView.as_view()

    @property
    def edit_view(self):
        return BatchView.as_view()

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("from/<slug:kind>/", self.add_view, name="read"),
            path("template/<slug:kind>/", template, name="template"),
        ]
