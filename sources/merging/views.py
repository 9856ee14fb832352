"""“Merge into…”: choose the other source, see what would go over, decide. And the way back."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from sources.identity.matches import Described, candidates
from sources.merging.moving import MergeRefused, merge, objections, undo, what_moves
from sources.models import Merge, Source


class MergeForm(forms.Form):
    kept = forms.ModelChoiceField(Source.objects.all(), label="The record that stays")
    reason = forms.CharField(
        max_length=1000,
        label="Why they are one document",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the desk, and for whoever undoes it.",
    )

    def __init__(self, *args, merged: Source, **kwargs):
        from wagtail.snippets.widgets import AdminSnippetChooser

        super().__init__(*args, **kwargs)
        self.merged = merged
        self.fields["kept"].widget = AdminSnippetChooser(Source)

    def clean_kept(self):
        if found := objections(self.cleaned_data["kept"], self.merged):
            raise forms.ValidationError(found)
        return self.cleaned_data["kept"]


class MergeScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_required = "change"
    model = Merge
    header_icon = "resubmit"
    index_url_name = ""

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("merges:index"), "label": "Merges"},
            {"url": "", "label": self.get_page_title()},
        ]


class MergeView(MergeScreen):
    page_title = "Merge two sources"
    template_name = "sources/intake/merge.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.merged = get_object_or_404(Source.objects.select_related("publisher"), pk=kwargs["pk"])

    def get_context_data(self, **kwargs):
        into = self.request.GET.get("into", "")
        kwargs.setdefault(
            "form", MergeForm(merged=self.merged, initial={"kept": into if into.isdecimal() and len(into) < 10 else None})
        )
        return super().get_context_data(
            **kwargs,
            merged=self.merged,
            matches=self.matches(),
            moves=what_moves(self.merged),
            objections=objections_of(self.merged),
            media=kwargs["form"].media,
        )

    def matches(self):
        """Those it may be, so that they need not be searched for."""
        merged = self.merged
        capture = merged.captures.exclude(text="").first()
        described = Described(
            url=merged.url,
            addresses=[link.url for link in merged.links.all()],
            number=merged.document_number,
            language=merged.language,
            title=merged.title,
            issued=merged.issued,
            publisher_id=merged.publisher_id,
            text=capture.text if capture else "",
        )
        return candidates(described, exclude=merged.pk)[:5]

    def post(self, request, pk):
        form = MergeForm(request.POST, merged=self.merged)
        if form.is_valid():
            kept = form.cleaned_data["kept"]
            try:
                merge(kept, self.merged, form.cleaned_data["reason"], request.user)
            except MergeRefused as error:
                form.add_error("kept", str(error))
            else:
                messages.success(request, f"“{self.merged}” now leads to “{kept}”. It can be undone under Sources, Merges.")
                return redirect(AdminURLFinder(request.user).get_edit_url(kept) or "merges:index")
        return self.render_to_response(self.get_context_data(form=form), status=422)


def objections_of(merged: Source) -> str:
    return f"It was merged into “{merged.merged_into}” already." if merged.merged_into_id else ""


class UndoView(MergeScreen):
    page_title = "A merge"
    template_name = "sources/intake/unmerge.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.merge = get_object_or_404(Merge.objects.select_related("kept", "merged", "by", "undone_by"), pk=kwargs["pk"])

    def get_context_data(self, **kwargs):
        finder = AdminURLFinder(self.request.user)
        moved = self.merge.moved
        citations = sum(len(ids) for ids in moved["citations"].values())
        counts = {
            "Citations": citations,
            "Addresses": len(moved["links"]) + len(moved["new_links"]),
            "Stored copies": len(moved["captures"]),
            "Derivations": len(moved["derivations"]) + len(moved["derived"]) + len(moved["removed"]),
            "Drafts that follow": len(moved["drafts"]),
        }
        return super().get_context_data(
            **kwargs,
            merge=self.merge,
            counts={heading: count for heading, count in counts.items() if count},
            kept_url=finder.get_edit_url(self.merge.kept),
            merged_url=finder.get_edit_url(self.merge.merged),
        )

    def post(self, request, pk):
        try:
            undo(self.merge, request.user)
        except MergeRefused as error:
            messages.error(request, str(error))
            return redirect("merges:edit", pk)
        messages.success(request, f"“{self.merge.merged}” and “{self.merge.kept}” are two sources again.")
        return redirect("merges:index")
