"""What came in, as a list; its first screen is “Add a source”."""

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from sources.models import Intake
from sources.receiving.views import AddView, ReviewView


class IntakeFilterSet(WagtailFilterSet):
    class Meta:
        model = Intake
        fields = ["state", "way", "by"]


class IntakeIndexView(IndexView):
    page_title = "Intake"
    add_item_label = "Add a source"

    def get_base_queryset(self):
        return Intake.objects.select_related("by", "source").defer("text", "findings")

    def get_list_more_buttons(self, instance):
        return []


class IntakeViewSet(ModelViewSet):
    model = Intake
    name = "intake"
    icon = "download"
    menu_label = "Add a source"
    menu_order = 10
    form_fields = ["address"]
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = IntakeIndexView
    add_view_class = AddView
    edit_view_class = ReviewView
    list_per_page = 50
    search_fields = ["address", "file", "source__title"]
    filterset_class = IntakeFilterSet
    ordering = "-at"
    list_display = [
        TitleColumn("what", label="What came in", accessor=str, get_url=lambda intake: intake.get_absolute_url()),
        StatusTagColumn(
            "state",
            label="State",
            accessor="get_state_display",
            primary=lambda intake: not intake.is_open,
            sort_key="state",
        ),
        Column("source", label="Source", accessor=lambda intake: intake.source or ""),
        Column("error", label="What went wrong"),
        UserColumn("by", label="By"),
        DateColumn("at", label="When", sort_key="at", width="14%"),
    ]
    list_export = ["way", "address", "file", "state", "error", "source", "by", "at"]

    @cached_property
    def menu_url(self):
        return reverse(self.get_url_name("add"))
