from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from explainer.desk.reports import SECTIONS


def entry(report, user) -> dict:
    return {
        "report": report,
        "address": report.address(),
        "number": report.number(user, **report.counted),
        "counted": report.address(**report.counted),
    }


class OverviewView(WagtailAdminTemplateMixin, TemplateView):
    """Every report this user may see, each with its number."""

    template_name = "desk/overview.html"
    page_title = "Desk reports"
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        user = self.request.user
        sections = [
            (name, [entry(report, user) for report in reports if report.may_see(user)]) for name, reports in SECTIONS.items()
        ]
        return super().get_context_data(sections=[(name, rows) for name, rows in sections if rows], **kwargs)
