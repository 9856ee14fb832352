"""One report of a reader: reading it, taking it on, answering it, erasing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from explainer.desk.reports.base import edit_address
from explainer.desk.reports.readers import ReaderReports
from explainer.reports.forms import AnswerForm
from explainer.reports.models import ReaderReport

CHANGE = "reports.change_readerreport"
TAKE, LEAVE, ANSWER, ERASE = "reports.take", "reports.leave", "reports.answer", "reports.erase"


class ReaderReportView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "desk/reader_report.html"
    header_icon = "mail"

    def dispatch(self, request, *args, **kwargs):
        if not ReaderReports.may_see(request.user) or (request.method == "POST" and not request.user.has_perm(CHANGE)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return f"Report {self.report.number}"

    def get_breadcrumbs_items(self):
        reports = {"url": ReaderReports.address(state="open"), "label": ReaderReports.page_title}
        return [*self.breadcrumbs_items, reports, {"url": "", "label": self.report.number}]

    def get_context_data(self, form=None, **kwargs):
        self.report = get_object_or_404(ReaderReport.objects.select_related("assigned_to"), pk=self.kwargs["pk"])
        thing = self.report.thing
        suggestion = {} if self.report.answer_url else {"answer_url": self.report.address if thing else ""}
        return super().get_context_data(
            report=self.report,
            thing=thing,
            edit_address=edit_address(type(thing), thing.pk) if thing else "",
            form=form or AnswerForm(instance=self.report, initial=suggestion),
            may_change=self.request.user.has_perm(CHANGE),
            is_mine=self.report.assigned_to == self.request.user,
            **kwargs,
        )

    def post(self, request, pk):
        done = {"take": self.take, "leave": self.leave, "answer": self.answer, "erase": self.erase}.get(request.POST.get("do"))
        if done is None:
            return redirect("desk:reader_report", pk)
        with transaction.atomic():
            report = get_object_or_404(ReaderReport.objects.select_for_update(), pk=pk)
            form = done(report)
        if form is not None:
            return self.render_to_response(self.get_context_data(form=form), status=422)
        return redirect(reverse("desk:reader_report", args=[pk]))

    def take(self, report):
        report.take(self.request.user)
        self.noted(report, TAKE, "It is yours. The reader sees that somebody is looking at it.")

    def leave(self, report):
        report.leave()
        self.noted(report, LEAVE, "It is nobody's again.")

    def answer(self, report):
        form = AnswerForm(self.request.POST, instance=report)
        if not form.is_valid():
            return form
        answer = form.cleaned_data
        report.close(self.request.user, answer["state"], answer["answer"], answer["answer_url"])
        self.noted(report, ANSWER, "Answered. Whoever has the number can read it now.", {"state": report.state})
        return None

    def erase(self, report):
        report.erase()
        self.noted(report, ERASE, "What the reader wrote is deleted.")

    def noted(self, report, action, words, data=None):
        log(report, action, user=self.request.user, data=data)
        messages.success(self.request, words)
