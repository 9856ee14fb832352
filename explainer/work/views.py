"""Background work in the admin: what waits, runs, is done or has failed, and what a person does about it."""

import django_filters
from django.contrib import messages
from django.db.models import Count, OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from explainer.work import deciding, words
from explainer.work.deciding import GIVEN_UP
from explainer.work.models import Attempt

STATES = [("waits", "Waits"), ("running", "Running"), ("failed", "Failed"), ("given-up", "Given up"), ("done", "Done")]


def failed():
    """Those that a person should look at."""
    return DBTaskResult.objects.failed().exclude(exception_class_path=GIVEN_UP)


class WorkPermission(PermissionCheckedMixin):
    permission_policy = ModelPermissionPolicy(DBTaskResult)
    any_permission_required = ["view", "change"]


class WorkFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label="State", choices=STATES, method="of_state")
    task = django_filters.ChoiceFilter(label="Task", field_name="task_path", choices=lambda: task_choices())

    class Meta:
        model = DBTaskResult
        fields = []

    def of_state(self, queryset, name, value):
        if value == "failed":
            return queryset.failed().exclude(exception_class_path=GIVEN_UP)
        if value == "given-up":
            return queryset.filter(exception_class_path=GIVEN_UP)
        status = {"waits": TaskResultStatus.READY, "running": TaskResultStatus.RUNNING, "done": TaskResultStatus.SUCCESSFUL}
        return queryset.filter(status=status[value])


def task_choices() -> list[tuple[str, str]]:
    paths = DBTaskResult.objects.order_by("task_path").values_list("task_path", flat=True).distinct()
    return [(path, words.what(DBTaskResult(task_path=path, args_kwargs={}, backend_name="desk"))) for path in paths]


class WorkListView(WorkPermission, ReportView):
    model = DBTaskResult
    page_title = "Background work"
    header_icon = "cogs"
    template_name = "work/list.html"
    index_url_name = "work:index"
    index_results_url_name = "work:results"
    filterset_class = WorkFilterSet
    default_ordering = "-enqueued_at"
    verbose_name_plural = "tasks"
    columns = [
        TitleColumn("what", label="Task", accessor=words.what, url_name="work:task", width="34%"),
        StatusTagColumn("state", label="State", accessor=words.state, primary=words.needs_attention),
        NumberColumn("attempt_count", label="Attempts", sort_key="attempt_count"),
        Column(
            "when",
            label="When",
            accessor=lambda row: words.when_in_words(row, timezone.now()),
            sort_key="enqueued_at",
            width="12%",
        ),
        Column("error", label="What went wrong last", accessor="last_error", classname="wrap-anywhere"),
    ]
    list_export = ["task_path", "status", "attempt_count", "enqueued_at", "started_at", "finished_at", "last_error"]

    def get_base_queryset(self):
        last = Attempt.objects.filter(result=OuterRef("pk")).order_by("-number").values("error")[:1]
        return DBTaskResult.objects.annotate(attempt_count=Count("attempts"), last_error=Subquery(last))

    def get_context_data(self, *args, **kwargs):
        alive, told = words.worker(timezone.now())
        return super().get_context_data(*args, worker_alive=alive, worker_words=told, **kwargs)


class TaskView(WorkPermission, WagtailAdminTemplateMixin, TemplateView):
    """One task with every attempt."""

    template_name = "work/task.html"
    page_title = "Background work"
    header_icon = "cogs"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("work:index"), "label": "Background work"},
            {"url": "", "label": words.what(self.result)},
        ]

    def get_context_data(self, **kwargs):
        self.result = get_object_or_404(DBTaskResult, pk=self.kwargs["pk"])
        state = words.state(self.result)
        return super().get_context_data(
            result=self.result,
            what=words.what(self.result),
            state=state,
            when=words.when(self.result),
            attempts=self.result.attempts.all(),
            arguments=self.result.args_kwargs,
            may_decide=self.user_has_permission("change"),
            can_be_tried=self.result.status == TaskResultStatus.FAILED or state == "Waits for its next attempt",
            can_be_given_up=self.result.status == TaskResultStatus.READY or state == "Failed",
            **kwargs,
        )


class DecisionView(WorkPermission, View):
    any_permission_required = None
    permission_required = "change"
    http_method_names = ["post"]
    decide = None
    done = ""

    def post(self, request, pk):
        get_object_or_404(DBTaskResult, pk=pk)
        try:
            type(self).decide(pk, request.user)
        except deciding.DecisionRefused as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, self.done)
        return redirect("work:task", pk)


class TryAgainView(DecisionView):
    decide = deciding.try_again
    done = "The task is tried again as soon as a worker is free."


class GiveUpView(DecisionView):
    decide = deciding.give_up
    done = "The task is given up. It stays in the list for 30 days."
