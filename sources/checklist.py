"""The checklist by itself, for a form that has just been saved."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sources.gates import Gated
from sources.panels import checklist


def checklist_view(request, content_type_id: int, pk: int):
    model = get_object_or_404(ContentType, pk=content_type_id).model_class()
    if model is None or not issubclass(model, Gated):
        raise Http404("Nothing of this kind is published.")
    record = get_object_or_404(model, pk=pk)
    if not _may_edit(request.user, record):
        raise PermissionDenied
    draft = record.get_latest_revision_as_object()
    return render(request, "sources/admin/checklist.html", {"checklist": checklist(draft)})


def _may_edit(user, record) -> bool:
    if isinstance(record, Page):
        return record.permissions_for_user(user).can_edit()
    return policy_registry.get(type(record)).user_has_permission(user, "change")
