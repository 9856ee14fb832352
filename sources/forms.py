"""Admin forms that meet the gate before the model does, so that an editor reads the reasons beside the form."""

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm


class GatedFormMixin:
    """When the button says more than “save draft”, every reason against publication is an error of the form."""

    def is_valid(self):
        valid = super().is_valid()
        if not valid or self.is_deferred_validation:
            return valid
        # Rows of inline panels reach the instance only here; saving once more later changes nothing.
        record = self.save(commit=False)
        for problem in record.draft_problems():
            self.add_error(None, str(problem))
        return not self.errors


class GatedModelForm(GatedFormMixin, WagtailAdminModelForm):
    pass


class GatedPageForm(GatedFormMixin, WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A script writes it while the title is typed. Whoever saves sooner gets the one that the page makes itself.
        if "slug" in self.fields and not self.instance.pk:
            self.fields["slug"].required = False
