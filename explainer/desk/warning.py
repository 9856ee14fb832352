"""The admin's screen for a warning on a public page, and the button that leads to it."""

from django import forms
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from explainer.desk.reports.base import edit_address
from sources.gates import Gated
from sources.warning import LONGEST, PERMISSION, lift, warn


class WarningForm(forms.Form):
    words = forms.CharField(
        label="What readers should know",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One or two sentences: what may be wrong, and that it is being looked at. It stands above the page at once.",
    )


class WarningView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "desk/warning.html"
    header_icon = "warning"
    page_title = "A warning on the page"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        model = get_object_or_404(ContentType, pk=kwargs["content_type_id"]).model_class()
        if model is None or not issubclass(model, Gated):
            raise Http404("Nothing of this kind is published.")
        self.record = get_object_or_404(model, pk=kwargs["pk"], live=True)
        self.back = edit_address(model, self.record.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return str(self.record)

    def get_breadcrumbs_items(self):
        record = {"url": self.back, "label": str(self.record)}
        return [*self.breadcrumbs_items, record, {"url": "", "label": self.page_title}]

    def get_context_data(self, form=None, **kwargs):
        form = form or WarningForm(initial={"words": self.record.warning})
        return super().get_context_data(record=self.record, form=form, back=self.back, **kwargs)

    def post(self, request, **kwargs):
        if request.POST.get("do") == "lift":
            if self.record.warning:
                lift(self.record, request.user)
            messages.success(request, f"No warning stands on “{self.record}”.")
            return redirect(self.back)
        form = WarningForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        warn(self.record, request.user, form.cleaned_data["words"])
        messages.success(request, f"The warning stands on “{self.record}” from now on.")
        return redirect(self.back)


def warning_button(record, user):
    """For the menus of pages and records."""
    if isinstance(record, Gated) and record.pk and record.live and user.has_perm(PERMISSION):
        kind = ContentType.objects.get_for_model(type(record), for_concrete_model=False)
        label = "Change or lift the warning" if record.warning else "Put a warning on it"
        yield Button(label, url=reverse("desk:warning", args=[kind.pk, record.pk]), icon_name="warning", priority=70)
