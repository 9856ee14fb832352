"""Choose a source inside a citation, or enter a new one there without leaving the page."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from sources.choices import PublisherKind
from sources.models import Publisher, Source


class NewSourceForm(WagtailAdminModelForm):
    """The least a source needs. It is published at once if nothing stands against it."""

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
        if new and Publisher.objects.filter(slug=slugify(new)[:80]).exists():
            raise ValidationError({"new_publisher": "A publisher of that name is in the list already."})
        return data

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            for problem in self.instance.publication_problems():
                self.add_error(None, str(problem))

    @transaction.atomic
    def save(self, commit=True):
        if name := self.cleaned_data.get("new_publisher"):
            self.instance.publisher = Publisher.objects.create(
                name=name, slug=slugify(name)[:80] or "publisher", kind=self.cleaned_data["new_publisher_kind"]
            )
        source = super().save(commit=commit)
        if commit:
            source.save_revision(user=self.for_user).publish(user=self.for_user)
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
