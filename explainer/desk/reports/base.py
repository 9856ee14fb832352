"""What the reports of the desk share. A report says what it lists, in which columns and with which filters; the rest is here.

The number of a report, its list and its CSV all come from ``rows`` and the same filters, so they cannot differ.
"""

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import path, reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry


class RowFilterSet(WagtailFilterSet):
    """Filters of rows that are no records: each compares a filter's value with the attribute that it names."""

    def filter_queryset(self, queryset):
        chosen = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", [])}
        return [
            row
            for row in queryset
            if all(str(getattr(row, self.filters[name].field_name)) == str(value) for name, value in chosen.items())
        ]


class DeskReport(ReportView):
    slug = ""  # of its address
    words = ""  # what it lists, as one sentence
    empty = "Nothing is listed here."
    icon = "list-ul"
    in_menu = True  # the others are found from the overview
    # What the overview counts of it, if not all: the filter, and what those are
    counted: dict = {}
    counted_words = ""
    any_permission_required = ["add", "change", "publish"]
    template_name = "desk/report.html"

    @classmethod
    def rows(cls, user):
        """Everything it can list, for this user, as a queryset or a list."""
        raise NotImplementedError

    # Its number and its address, for whoever links to it

    @classmethod
    def may_see(cls, user) -> bool:
        """Whoever works on pages or keeps the sources."""
        return user.has_perm("sources.view_source") or policy_registry.get_by_type(Page).user_has_any_permission(
            user, cls.any_permission_required
        )

    @classmethod
    def address(cls, **params) -> str:
        return reverse(f"desk:{cls.slug}") + (f"?{urlencode(params)}" if params else "")

    @classmethod
    def matching(cls, user, **params):
        """The rows that its list shows at ``address(**params)``."""
        rows = cls.rows(user)
        if not params:
            return rows
        query = QueryDict(mutable=True)
        query.update(params)
        filters = cls.filterset_class(query, request=None)
        assert filters.is_valid(), filters.errors
        return filters.filter_queryset(rows)

    @classmethod
    def number(cls, user, **params) -> int:
        return size(cls.matching(user, **params))

    @classmethod
    def patterns(cls):
        return [
            path(f"{cls.slug}/", cls.as_view(), name=cls.slug),
            path(f"{cls.slug}/results/", cls.as_view(results_only=True), name=f"{cls.slug}_results"),
        ]

    # The view

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    def user_has_any_permission(self, permissions):
        return self.may_see(self.request.user)

    def get_base_queryset(self):
        return self.rows(self.request.user)

    def order_queryset(self, queryset):
        return super().order_queryset(queryset) if isinstance(queryset, QuerySet) else queryset

    def get_index_url(self):
        return reverse(f"desk:{self.slug}")

    def get_index_results_url(self):
        return reverse(f"desk:{self.slug}_results")

    def get_breadcrumbs_items(self):
        overview = {"url": reverse("desk:overview"), "label": "Desk reports"}
        return [*self.breadcrumbs_items, overview, {"url": "", "label": self.page_title}]

    @property
    def no_results_message(self):
        return "Nothing fits this choice." if self.is_filtering else self.empty

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, words=self.words, **kwargs)

    # CSV and XLSX: the columns of the table

    @property
    def exported(self):
        return {column.name: column for column in self.columns if hasattr(column, "get_value")}

    @property
    def list_export(self):
        return list(self.exported)

    def to_row_dict(self, item):
        return {name: plain(column.get_value(item)) for name, column in self.exported.items()}

    def get_heading(self, queryset, field):
        return str(self.exported[field].label)

    def get_filename(self):
        return self.slug


def size(rows) -> int:
    return rows.count() if isinstance(rows, QuerySet) else len(rows)


def plain(value):
    """What a spreadsheet can hold: of anything but numbers, days and texts its name."""
    simple = value is None or isinstance(value, int | float | str) or hasattr(value, "isoformat")
    return value if simple else str(value)


def edit_address(model, pk) -> str:
    """The form of a page or a record."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    viewset = getattr(model, "snippet_viewset", None)
    return reverse(viewset.get_url_name("edit"), args=[pk]) if viewset else ""


class EditColumn(TitleColumn):
    """What a row is about, as a link to its form. ``of`` is the record, if it is not the row itself."""

    def __init__(self, name, of=lambda row: row, **kwargs):
        super().__init__(
            name, get_url=lambda row: edit_address(type(of(row)), of(row).pk) if of(row) else None, width="34%", **kwargs
        )
