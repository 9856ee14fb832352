"""The hooks by which the reports, the first screen and the reports of readers come into the admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from explainer.desk import readers
from explainer.desk.bearing import BearingView, bearing_button
from explainer.desk.home import DeskPanel
from explainer.desk.overview import OverviewView
from explainer.desk.reports import VIEWS
from explainer.desk.reports.readers import ReaderReports
from explainer.desk.reports.reviews import CheckedView
from explainer.desk.reports.suggestions import DecideView
from explainer.desk.warning import WarningView, warning_button
from sources.warning import LIFT, WARN


@hooks.register("register_admin_urls")
def urls():
    patterns = [
        path("", OverviewView.as_view(), name="overview"),
        path("checked/<int:pk>/", CheckedView.as_view(), name="checked"),
        path("suggestion/<int:pk>/", DecideView.as_view(), name="suggestion"),
        path("bearing/<int:pk>/", BearingView.as_view(), name="bearing"),
        path("warning/<int:content_type_id>/<int:pk>/", WarningView.as_view(), name="warning"),
        path("reader-reports/<int:pk>/", readers.ReaderReportView.as_view(), name="reader_report"),
        *(pattern for report in VIEWS for pattern in report.patterns()),
    ]
    return [path("desk/", include((patterns, "desk")))]


class ReportMenuItem(MenuItem):
    def __init__(self, report, order):
        super().__init__(report.page_title, report.address(), name=f"desk-{report.slug}", icon_name=report.icon, order=order)
        self.report = report

    def is_shown(self, request):
        return self.report.may_see(request.user)


@hooks.register("register_reports_menu_item")
def overview_menu_item():
    return MenuItem("All desk reports", reverse("desk:overview"), name="desk-overview", icon_name="clipboard-list", order=1)


def register_menu_item(order, report):
    hooks.register("register_reports_menu_item", lambda: ReportMenuItem(report, order))


for order, report in enumerate((report for report in VIEWS if report.in_menu), 2):
    register_menu_item(order, report)


@hooks.register("register_admin_menu_item")
def reader_reports_menu_item():
    item = ReportMenuItem(ReaderReports, order=140)
    item.url = ReaderReports.address(state="open")
    return item


# The desk lists what these two list, with what else waits beside it.
REPLACED = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@hooks.register("construct_homepage_panels")
def desk_first(request, panels):
    panels[:] = [DeskPanel(), *(panel for panel in panels if not isinstance(panel, REPLACED))]


@hooks.register("register_page_header_buttons")
def warn_on_page(page, user, view_name, next_url=None):
    return warning_button(page, user)


@hooks.register("register_page_header_buttons")
def what_bears_on_it(page, user, view_name, next_url=None):
    return bearing_button(page, user)


@hooks.register("register_snippet_listing_buttons")
def warn_in_the_list(snippet, user, next_url=None):
    return warning_button(snippet, user)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="reports", codename__in=["view_readerreport", "change_readerreport"])


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action(WARN, "Warn", "Put a warning on the page")
    actions.register_action(LIFT, "Lift warning", "Lifted the warning on the page")
    actions.register_action(readers.TAKE, "Take report", "Took a report of a reader")
    actions.register_action(readers.LEAVE, "Leave report", "Left a report of a reader to others")
    actions.register_action(readers.ANSWER, "Answer report", "Answered a report of a reader")
    actions.register_action(readers.ERASE, "Erase report", "Deleted what a reader wrote")
