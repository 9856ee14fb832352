"""Pages whose evidence somebody must go through again, and the act of having done so."""

import datetime

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, Min, Value
from django.db.models.functions import Coalesce
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.models import Page, get_page_models

from claims.checks import next_review, record_check
from explainer.desk.reports.base import DeskReport, EditColumn
from sources.models import Checked

DUE = [("overdue", "Overdue"), ("month", "Due in 30 days"), ("quarter", "Due in 90 days"), ("none", "No day set")]
DAYS = {"month": 30, "quarter": 90}
USUAL_MONTHS = 12


def checked_models() -> list[type[Page]]:
    return [model for model in get_page_models() if issubclass(model, Checked)]


def pages_to_review():
    """Public pages that we stand by, each with its days and with the months after which it is looked at again: the least of its layers'."""
    models = checked_models()

    def of_each(field):
        return Coalesce(*(f"{model._meta.model_name}__{field}" for model in models))

    months = Coalesce(Min("claimpage__layers__review_months"), Min("catalogpage__layer__review_months"), Value(USUAL_MONTHS))
    return (
        Page.objects.live()
        .type(*models)
        .exclude(claimpage__withdrawn_on__isnull=False)
        .select_related("content_type")
        .annotate(last_checked=of_each("last_checked"), next_review=of_each("next_review"), review_months=months)
        .order_by(F("next_review").asc(nulls_first=True), "title")
    )


class ReviewFilterSet(WagtailFilterSet):
    due = django_filters.ChoiceFilter(label="Due", choices=DUE, method="when_due")
    kind = django_filters.ChoiceFilter(label="Kind", choices=lambda: kinds(), method="of_kind")

    class Meta:
        model = Page
        fields = []

    def when_due(self, queryset, name, value):
        today = timezone.localdate()
        if value == "none":
            return queryset.filter(next_review=None)
        if value == "overdue":
            return queryset.filter(next_review__lt=today)
        return queryset.filter(next_review__range=(today, today + datetime.timedelta(days=DAYS[value])))

    def of_kind(self, queryset, name, value):
        return queryset.filter(content_type__model=value)


def kinds() -> list[tuple[str, str]]:
    return [(model._meta.model_name, model._meta.verbose_name.capitalize()) for model in checked_models()]


def in_words(page) -> str:
    if not page.next_review:
        return "No day set"
    days = (page.next_review - timezone.localdate()).days
    if days < 0:
        return f"Overdue by {-days} day{'s' if days < -1 else ''}"
    return "Due today" if days == 0 else f"In {days} day{'s' if days > 1 else ''}"


class CheckedColumn(BaseColumn):
    """One click, and the day of the next review beside it."""

    cell_template_name = "desk/checked_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context.get("request")
        return super().get_cell_context_data(instance, parent_context) | {
            "csrf_token": get_token(request),
            "back": request.get_full_path().replace("/results/", "/"),
            "next_review": next_review(timezone.localdate(), instance.review_months),
        }


class Reviews(DeskReport):
    slug = "reviews"
    counted, counted_words = {"due": "overdue"}, "overdue"
    page_title = "Reviews"
    words = "Public pages by the day of their next review. “Checked, nothing changed” moves both days and changes no word of the page."
    empty = "There is no public page to review."
    header_icon = icon = "calendar-check"
    filterset_class = ReviewFilterSet
    default_ordering = (F("next_review").asc(nulls_first=True), "title")
    columns = [
        EditColumn("title", label="Page", sort_key="title"),
        Column("kind", label="Kind", accessor="content_type.model_class._meta.verbose_name"),
        Column("last_checked", label="Last checked", sort_key="last_checked"),
        Column("next_review", label="Next review", sort_key="next_review"),
        Column("due", label="Due", accessor=in_words),
        CheckedColumn("checked", label="Went through it?"),
    ]

    @classmethod
    def rows(cls, user):
        return pages_to_review()


class CheckedView(View):
    """Says that a page was gone through today and is still right."""

    http_method_names = ["post"]

    def post(self, request, pk):
        page = get_object_or_404(Page.objects.live().type(*checked_models()), pk=pk).specific
        permissions = page.permissions_for_user(request.user)
        if not permissions.can_edit() or permissions.page_locked():
            raise PermissionDenied
        try:
            day = datetime.date.fromisoformat(request.POST.get("next_review", ""))
        except ValueError:
            messages.error(request, "Give the day of the next review as a date, such as 2027-05-01.")
        else:
            self.record(request, page, day)
        back = request.POST.get("back", "")
        safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return redirect(back if safe else Reviews.address())

    def record(self, request, page, day):
        try:
            record_check(page, request.user, timezone.localdate(), day)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, f"“{page.title}” is noted as checked today; its next review is due on {day:%-d %B %Y}.")
