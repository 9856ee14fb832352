"""Reports of readers, for those who may read them."""

import django_filters
from django.db.models import Case, When
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn

from explainer.desk.reports.base import DeskReport
from explainer.desk.reports.work import people
from explainer.reports.models import OPEN, ReaderReport, State

STATES = [("open", "Open"), *State.choices]


class ReaderReportFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label="State", choices=STATES, method="of_state")
    assigned_to = django_filters.ModelChoiceFilter(label="Taken by", queryset=people, null_label="Nobody")

    class Meta:
        model = ReaderReport
        fields = []

    def of_state(self, queryset, name, value):
        return queryset.filter(state__in=OPEN if value == "open" else [value])


class ReaderReports(DeskReport):
    """The list and its CSV say nothing of what readers wrote."""

    slug = "reader-reports"
    counted, counted_words = {"state": "open"}, "open"
    page_title = "Reader reports"
    words = (
        "Errors that readers have told of. Only the desk sees what they wrote, and it is deleted as the form has promised them."
    )
    empty = "No reader has reported an error."
    header_icon = icon = "mail"
    in_menu = False  # it has a place of its own in the main menu
    filterset_class = ReaderReportFilterSet
    columns = [
        TitleColumn("number", label="Number", url_name="desk:reader_report"),
        Column("about", label="About", width="34%"),
        StatusTagColumn("state", label="State", accessor="get_state_display", primary=lambda row: row.is_open),
        Column("age", label="Days", sort_key="received_at"),
        UserColumn("assigned_to", label="Taken by"),
        DateColumn("received_at", label="Received"),
        Column("closed_at", label="Closed", accessor=lambda row: row.closed_at.date() if row.closed_at else None),
    ]

    @classmethod
    def may_see(cls, user) -> bool:
        return user.has_perm("reports.view_readerreport") or user.has_perm("reports.change_readerreport")

    @classmethod
    def rows(cls, user):
        """The open ones first, of them the oldest; then those that are closed, the newest first."""
        since = Case(When(state__in=OPEN, then="received_at"))
        order = (since.asc(nulls_last=True), "-received_at", "-pk")
        return ReaderReport.objects.select_related("assigned_to__wagtail_userprofile").defer("text", "contact").order_by(*order)
