"""Sentences of stored copies that seem to tell a known claim, and what a person makes of them."""

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn

from claims.models import Decision, Suggestion
from claims.suggesting.adding import NotAdded, add_appearance, decide
from explainer.desk.reports.base import DeskReport, EditColumn
from sources.picking.addresses import in_its_copy

STANCES = {"repeats": "tells it", "corrects": "corrects it"}


class SuggestionFilterSet(WagtailFilterSet):
    decision = django_filters.ChoiceFilter(label="Decision", choices=Decision.choices)

    class Meta:
        model = Suggestion
        fields = ["decision"]


class DecisionColumn(BaseColumn):
    cell_template_name = "desk/suggestion_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context.get("request")
        return super().get_cell_context_data(instance, parent_context) | {
            "csrf_token": get_token(request),
            "back": request.get_full_path().replace("/results/", "/"),
        }


class Suggestions(DeskReport):
    slug = "suggestions"
    counted, counted_words = {"decision": "open"}, "to decide"
    page_title = "Sentences that may tell a claim"
    words = (
        "Found by the same matching as “Check a text” in every stored copy. It is a suggestion only: read the sentence in its copy, "
        "then add it to the draft of the claim as an appearance, or put it aside."
    )
    empty = "No stored copy seems to tell a known claim."
    header_icon = icon = "comment"
    filterset_class = SuggestionFilterSet
    default_ordering = ("-score", "pk")
    columns = [
        TitleColumn("sentence", label="Sentence", get_url=lambda row: in_its_copy(row.capture, row.start), width="38%"),
        Column("source", label="Source", accessor="capture.source"),
        EditColumn("claim", label="Claim", of=lambda row: row.claim),
        Column("stance", label="It", accessor=lambda row: STANCES.get(row.stance, row.stance)),
        Column("score", label="Likely", accessor=lambda row: f"{row.score:.0%}", sort_key="score"),
        DecisionColumn("decision", label="Decision"),
    ]

    @classmethod
    def rows(cls, user):
        return Suggestion.objects.select_related("capture__source", "claim").defer("capture__text").order_by("-score", "pk")


class DecideView(View):
    """Adds a sentence to a draft, puts it aside, or takes it up again."""

    http_method_names = ["post"]

    def post(self, request, pk):
        if not Suggestions.may_see(request.user):
            raise PermissionDenied
        suggestion = get_object_or_404(Suggestion.objects.select_related("claim"), pk=pk)
        if not suggestion.claim.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        {"add": self.add, "aside": self.aside, "open": self.open}.get(request.POST.get("do"), self.nothing)(suggestion)
        back = request.POST.get("back", "")
        safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return redirect(back if safe else Suggestions.address(decision="open"))

    def add(self, suggestion):
        try:
            claim = add_appearance(suggestion, self.request.user, suggestion.claim.latest_revision_id)
        except NotAdded as reason:
            messages.error(self.request, str(reason))
        else:
            messages.success(self.request, f"It is a new appearance in the draft of “{claim}”. Say there what the passage says.")

    def aside(self, suggestion):
        if suggestion.decision == Decision.OPEN:
            decide(suggestion, Decision.DISMISSED, self.request.user)

    def open(self, suggestion):
        if suggestion.decision == Decision.DISMISSED:
            decide(suggestion, Decision.OPEN, self.request.user)

    def nothing(self, suggestion):
        messages.error(self.request, "The request was not understood. Nothing was changed.")
