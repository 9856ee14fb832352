"""Every merge, with its way back."""

from collections.abc import Iterator

from django.urls import path, reverse
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button

from sources.merging.views import MergeView, UndoView
from sources.models import Merge, Source


def merge_button(record, user) -> Iterator[Button]:
    if isinstance(record, Source) and not record.merged_into_id and user.has_perm("sources.merge_source"):
        yield Button("Merge into…", url=reverse("merges:merge", args=[record.pk]), icon_name="resubmit", priority=60)


class MergeIndexView(IndexView):
    page_title = "Merges"

    def get_base_queryset(self):
        return Merge.objects.select_related("kept", "merged", "by", "undone_by").defer("moved")

    def get_list_more_buttons(self, instance):
        return []


class MergeViewSet(ModelViewSet):
    model = Merge
    name = "merges"
    icon = "resubmit"
    menu_label = "Merges"
    form_fields = ["reason"]
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = MergeIndexView
    edit_view_class = UndoView
    list_per_page = 50
    search_fields = ["kept__title", "merged__title", "reason"]
    list_filter = {"at": ["exact"], "undone_at": ["isnull"]}
    ordering = "-at"
    list_display = [
        TitleColumn("merged", label="This one", get_url=lambda merge: reverse("merges:edit", args=[merge.pk])),
        Column("kept", label="leads to"),
        Column("reason", label="Why"),
        UserColumn("by", label="By"),
        DateColumn("at", label="When", sort_key="at"),
        DateColumn("undone_at", label="Undone", sort_key="undone_at"),
    ]
    list_export = ["merged", "kept", "reason", "by", "at", "undone_by", "undone_at"]

    @property
    def merge_view(self):
        return self.construct_view(MergeView)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", self.merge_view, name="merge")]
