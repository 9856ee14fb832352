"""What the stored copies may have to do with one claim: sources that it does not cite yet, sentences that may tell it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from claims.models import ClaimPage, Decision
from claims.suggesting.bearing import candidates
from explainer.desk.reports.base import edit_address
from sources.models import Source
from sources.picking.addresses import in_its_copy


class BearingView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "desk/bearing.html"
    header_icon = "doc-full"
    page_title = "What may bear on it"

    def dispatch(self, request, *args, **kwargs):
        self.claim = get_object_or_404(ClaimPage, pk=kwargs["pk"])
        if not self.claim.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return str(self.claim)

    def get_breadcrumbs_items(self):
        claim = {"url": edit_address(ClaimPage, self.claim.pk), "label": str(self.claim)}
        return [*self.breadcrumbs_items, claim, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        found = [
            {
                "source": one.source,
                "edit": edit_address(Source, one.source.pk),
                "words": one.bearing.words if one.bearing else "",
                "address": in_its_copy(one.capture, one.bearing.start if one.bearing else 0) if one.capture else "",
            }
            for one in candidates(self.claim.get_latest_revision_as_object())
        ]
        sentences = self.claim.suggestions.filter(decision=Decision.OPEN).select_related("capture__source")
        told = [
            (row, in_its_copy(row.capture, row.start)) for row in sentences.defer("capture__text").order_by("-score", "pk")[:20]
        ]
        return super().get_context_data(claim=self.claim, found=found, told=told, **kwargs)


def bearing_button(page, user):
    """For the menu of a claim."""
    claim = getattr(page, "specific_class", None) is ClaimPage
    if claim and page.permissions_for_user(user).can_edit():
        yield Button("What may bear on it", url=reverse("desk:bearing", args=[page.pk]), icon_name="doc-full", priority=66)
