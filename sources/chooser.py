"""Choose a source inside a citation, or enter a new one there without leaving the page."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.text import slugify
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from sources import approval
from sources.choices import PublisherKind
from sources.identity.matches import with_address
from sources.models import Publisher, Source


def names_known(source: Source) -> str:
    """The sentence that a document is known, with a link to its record."""
    address = AdminURLFinder().get_edit_url(source)
    return format_html('It is known already: <a href="{}" target="_blank" rel="noreferrer">{}</a>.', address or "", source)


class NewSourceForm(WagtailAdminModelForm):
    """The least a source needs. It is published together with the first page that cites it, approved with that."""

    publisher = forms.ModelChoiceField(
        Publisher.objects.all(), required=False, help_text="If it is not in the list, name it below.", empty_label="—"
    )
    new_publisher = forms.CharField(required=False, max_length=200, label="New publisher")
    new_publisher_kind = forms.ChoiceField(
        required=False, choices=[("", "—"), *PublisherKind.choices], label="Kind of new publisher"
    )

    class Meta:
        model = Source
        fields = [
            "title",
            "title_original",
            "language",
            "publisher",
            "new_publisher",
            "new_publisher_kind",
            "tier",
            "kind",
            "issued",
            "url",
            "reading",
            "reliability",
        ]
        widgets = {"reliability": forms.Textarea(attrs={"rows": 2})}

    def clean(self):
        data = super().clean()
        new, kind = data.get("new_publisher"), data.get("new_publisher_kind")
        if not data.get("publisher") and not new:
            raise ValidationError({"publisher": "Choose a publisher, or name a new one."})
        if data.get("publisher") and new:
            raise ValidationError({"new_publisher": "Choose a publisher or name a new one, not both."})
        if new and not kind:
            raise ValidationError({"new_publisher_kind": "Say what kind of publisher it is."})
        if new and Publisher.objects.filter(name__iexact=new).exists():
            raise ValidationError({"new_publisher": "A publisher of that name is in the list already."})
        if known := with_address(data.get("url") or ""):
            self.add_error("url", names_known(known))
        return data

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            for problem in self.instance.publication_problems():
                self.add_error(None, str(problem))

    def keep_publisher(self):
        """Make the new publisher that the form names, if it names one."""
        if name := self.cleaned_data.get("new_publisher"):
            slug, n = slugify(name)[:70] or "publisher", 1
            while Publisher.objects.filter(slug=slug if n == 1 else f"{slug}-{n}").exists():
                n += 1
            self.instance.publisher = Publisher.objects.create(
                name=name, slug=slug if n == 1 else f"{slug}-{n}", kind=self.cleaned_data["new_publisher_kind"]
            )

    @transaction.atomic
    def save(self, commit=True):
        self.keep_publisher()
        self.instance.live = False
        source = super().save(commit=commit)
        if commit:
            revision = source.save_revision(user=self.for_user)
            if not approval.in_force():
                revision.publish(user=self.for_user, skip_permission_checks=True)
        return source


class SourceChooserViewSet(SnippetChooserViewSet):
    icon = "doc-full"
    choose_one_text = "Choose a source"
    choose_another_text = "Choose another source"
    edit_item_text = "Edit this source"
    create_action_label = "Add source"
    creation_tab_label = "New source"
    search_tab_label = "Find a source"
    creation_form_class = NewSourceForm
