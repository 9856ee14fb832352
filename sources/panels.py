"""Panels of admin forms that any gated record can have."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.admin.panels import Panel

from sources import approval


class ChecklistPanel(Panel):
    """What stands between this draft and the public: the gate's own list, before anybody tries."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "sources/admin/checklist.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"checklist": checklist(self.readable())}

        def readable(self):
            """What the form holds or, where that cannot be read (a date that is none), the draft as it was saved."""
            if self.form is not None and self.form.is_bound and not self.form.is_valid() and self.instance.pk:
                saved = type(self.instance)._default_manager.get(pk=self.instance.pk)
                return saved.get_latest_revision_as_object()
            return self.instance


def checklist(record) -> dict:
    """Of the draft in hand; kept on it, as a form may show it on several tabs."""
    if not record.pk:
        return {}
    if not hasattr(record, "_checklist"):
        problems = record.draft_problems()
        found = {
            "problems": [(problem, _field(problem.path)) for problem in problems],
            "along": record.drafts_along(),
            "address": reverse("sources_checklist", args=[ContentType.objects.get_for_model(record).pk, record.pk]),
            "in_force": approval.in_force(),
        }
        if approval.in_force():
            before = approval.public_version(record)
            changed = before is None or approval.digest_of(before) != approval.digest_of(record)
            found["standing"] = approval.standing(record) if changed else None
        record._checklist = found
    return record._checklist


def _field(path: tuple) -> str:
    """The field, or the row of an inline panel, where the form asks for it: ``evidence-2``."""
    return "-".join(str(part) for part in path[:2])
