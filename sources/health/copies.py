"""Reading a stored copy: is it the document? A person says so."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from sources.choices import CaptureState
from sources.models import Capture

CHECK = "sources.check_capture"
# More than anybody reads on one screen; the whole is in its form.
MOST_SHOWN = 100_000
SAYINGS = {"document": CaptureState.CHECKED, "not": CaptureState.FAILED}


class ReadCopyView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_policy = ModelPermissionPolicy(Capture)
    any_permission_required = ["view", "change", "check"]
    template_name = "sources/admin/read_copy.html"
    page_title = "Is it the document?"
    header_icon = "lock"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.capture = get_object_or_404(Capture.objects.select_related("source", "checked_by"), pk=kwargs["pk"])

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(Capture.snippet_viewset.get_url_name("list")), "label": "Stored copies"},
            {"url": "", "label": str(self.capture.source)},
        ]

    def get_context_data(self, **kwargs):
        text = self.capture.text
        return super().get_context_data(
            capture=self.capture,
            text=text[:MOST_SHOWN],
            is_cut=len(text) > MOST_SHOWN,
            length=len(text),
            may_check=self.request.user.has_perm(CHECK),
            can_be_document=self.capture.sha256 and self.capture.state in (CaptureState.CAPTURED, CaptureState.FAILED),
            can_be_another=self.capture.state != CaptureState.FAILED,
            **kwargs,
        )

    def post(self, request, pk):
        if not request.user.has_perm(CHECK):
            raise PermissionDenied
        why = request.POST.get("why", "")
        with transaction.atomic():
            capture = Capture.objects.select_for_update().get(pk=pk)
            try:
                if request.POST.get("said") not in SAYINGS:
                    raise ValidationError("Say whether it is the document.")
                capture.move_to(SAYINGS[request.POST["said"]], user=request.user, why=why, now=timezone.now())
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
            else:
                log(
                    instance=capture, action="sources.check_capture", user=request.user, data={"state": capture.state, "why": why}
                )
                messages.success(request, f"Noted: {capture.get_state_display().lower()}.")
        return redirect("copies:read", pk)
