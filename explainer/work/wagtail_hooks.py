from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem

from explainer.work import deciding, views, words


@hooks.register("register_admin_urls")
def urls():
    patterns = [
        path("", views.WorkListView.as_view(), name="index"),
        path("results/", views.WorkListView.as_view(results_only=True), name="results"),
        path("<uuid:pk>/", views.TaskView.as_view(), name="task"),
        path("<uuid:pk>/again/", views.TryAgainView.as_view(), name="again"),
        path("<uuid:pk>/give-up/", views.GiveUpView.as_view(), name="give_up"),
    ]
    return [path("work/", include((patterns, "work")))]


def may_see(user) -> bool:
    return views.WorkPermission.permission_policy.user_has_any_permission(user, ["view", "change"])


class WorkMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def menu_item():
    return WorkMenuItem("Background work", reverse("work:index"), name="background-work", icon_name="cogs", order=1100)


class WorkSummaryItem(SummaryItem):
    """Shown when somebody has to do something about it: a task has failed, or tasks wait and no worker is there."""

    order = 900
    template_name = "work/summary.html"

    def is_shown(self):
        return may_see(self.request.user) and bool(self.failed or self.standstill)

    def __init__(self, request):
        super().__init__(request)
        self.failed = views.failed().count() if may_see(request.user) else 0
        alive, told = words.worker(timezone.now())
        self.standstill = "" if alive or not views.DBTaskResult.objects.ready().exists() else told

    def get_context_data(self, parent_context):
        return {"failed": self.failed, "standstill": self.standstill}


@hooks.register("construct_homepage_summary_items")
def summary(request, items):
    items.append(WorkSummaryItem(request))


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(
        content_type__app_label="django_tasks_database", codename__in=["view_dbtaskresult", "change_dbtaskresult"]
    )


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action(deciding.TRY_AGAIN, "Try again", "Let the task be tried again")
    actions.register_action(deciding.GIVE_UP, "Give up", "Gave the task up")
