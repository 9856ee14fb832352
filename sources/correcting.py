"""The desk's work on a corrected source: what rests on it, gone through one by one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.snippets.views.snippets import CreateView, InspectView, SnippetViewSet

from sources.choices import Outcome
from sources.models import Source, SourceCorrection
from sources.resting import Use, uses_of

NOTE_LIMIT = 2000


def work_url(correction: SourceCorrection) -> str:
    return reverse("wagtailsnippets_sources_sourcecorrection:inspect", args=[correction.pk])


def progress(correction: SourceCorrection) -> str:
    if not correction.is_open:
        return "Closed"
    uses = uses_of(correction)
    return f"{sum(bool(use.handled) for use in uses)} of {len(uses)} looked at"


class RecordView(CreateView):
    """From the list of sources it comes with the source filled in; then straight to the work."""

    def get_initial_form_instance(self):
        source = self.request.GET.get("source", "")
        known = Source.objects.filter(pk=int(source)).first() if source.isdecimal() and len(source) < 15 else None
        return (
            SourceCorrection(source=known, opened_by=self.request.user)
            if known
            else SourceCorrection(opened_by=self.request.user)
        )

    def get_success_url(self):
        return work_url(self.object)


class WorkView(InspectView):
    """Everything that rests on the source, who has looked at it, and the button that says there is nothing to change."""

    template_name = "sources/admin/correction.html"

    def post(self, request, *args, **kwargs):
        if not self.user_has_permission("change"):
            raise PermissionDenied
        try:
            self.close() if "close" in request.POST else self.handle()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(work_url(self.object))

    def close(self) -> None:
        self.object.close(self.request.user)
        messages.success(self.request, "Closed. The page of the source says so.")

    def handle(self) -> None:
        sent = self.request.POST
        use = next((use for use in uses_of(self.object) if use.name == sent.get("use")), None)
        if use is None or sent.get("outcome") not in Outcome.values:
            raise ValidationError("That does not rest on the source any more, or the form was not complete. Nothing was kept.")
        handled = self.object.handle(use.record, self.request.user, sent["outcome"], sent.get("note", "").strip()[:NOTE_LIMIT])
        messages.success(self.request, f"{use}: {handled.get_outcome_display().lower()}.")

    def get_context_data(self, **kwargs):
        uses = uses_of(self.object)
        done = sum(bool(use.handled) for use in uses)
        return super().get_context_data(**kwargs) | {
            "correction": self.object,
            "groups": self._grouped(uses),
            "total": len(uses),
            "done": done,
            "left": len(uses) - done,
            "outcomes": Outcome,
            "may_change": self.user_has_permission("change") and self.object.is_open,
        }

    def _grouped(self, uses: list[Use]) -> list[tuple[str, list[tuple[Use, str]]]]:
        """By kind, each with the address of its form."""
        finder = AdminURLFinder(self.request.user)
        groups: dict[str, list] = {}
        for use in sorted(uses, key=lambda use: use.handled is not None):
            groups.setdefault(use.heading, []).append((use, finder.get_edit_url(use.page) or ""))
        return sorted(groups.items())


class SourceCorrectionViewSet(SnippetViewSet):
    model = SourceCorrection
    icon = "warning"
    menu_label = "Corrections"
    add_view_class = RecordView
    inspect_view_class = WorkView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = [
        TitleColumn("source", label="Source", get_url=work_url),
        "on",
        "kind",
        Column("changed", label="What was put right", accessor="get_changed_display"),
        Column("progress", label="What rests on it", accessor=progress),
        DateColumn("opened_at", label="Opened"),
    ]
    list_filter = {"kind": ["exact"], "changed": ["exact"], "closed_at": ["isnull"]}
    ordering = ["-on", "-pk"]
    search_fields = ["source__title", "note"]

    def get_queryset(self, request):
        return SourceCorrection.objects.select_related("source")
