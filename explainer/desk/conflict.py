"""Two editors on one record: a later save never overwrites an earlier one in silence.

Wagtail refuses an autosave of an old version; an ordinary save would put it on top. Here the later editor first sees what
the other has changed, and decides.
"""

import datetime

from django.shortcuts import render
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

ON_ITS_WAY = datetime.timedelta(minutes=1)
NOT_RESENT = ("csrfmiddlewaretoken", "save_over", "overwrite_revision_id", "loaded_revision_id", "loaded_revision_created_at")


def stop_stale_save(request, record):
    """A page that shows both versions, if ``request`` saves one that is older than the newest; otherwise None."""
    if request.method != "POST" or "application/json" in request.headers.get("Accept", ""):
        return None
    newest = record.revisions.order_by("-created_at", "-pk").first()
    if newest is None or not _is_stale(request.POST, newest) or _is_own_autosave(request, record, newest):
        return None
    if request.POST.get("save_over") == str(newest.pk):
        return None
    context = {
        "record": record,
        "newest": newest,
        "differences": _differences(request, newest.as_object()),
        "edit_url": AdminURLFinder(request.user).get_edit_url(record),
        "fields": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in NOT_RESENT and not name.startswith("action-")
        ],
    }
    return render(request, "desk/conflict.html", context, status=409)


def _is_stale(sent, newest) -> bool:
    if mine := sent.get("overwrite_revision_id"):
        return mine != str(newest.pk)
    if loaded := sent.get("loaded_revision_id"):
        at = sent.get("loaded_revision_created_at")
        # An autosave keeps the number of its revision and changes the time.
        return loaded != str(newest.pk) or (bool(at) and at != newest.created_at.isoformat())
    return False


def _is_own_autosave(request, record, newest) -> bool:
    """The form was sent while its own autosave was on its way: what is newer is what the same person typed just before."""
    if newest.user_id != request.user.pk or timezone.now() - newest.created_at > ON_ITS_WAY:
        return False
    loaded = request.POST.get("loaded_revision_id", "")
    since = record.revisions.filter(pk__gt=int(loaded)) if loaded.isdecimal() and len(loaded) < 19 else record.revisions.none()
    return not since.exclude(user=request.user).exists()


def _differences(request, theirs) -> list:
    """Field by field, from what is stored to what was sent; empty if what was sent cannot be read as a form."""
    viewset = getattr(theirs, "snippet_viewset", None)
    handler = theirs.get_edit_handler() if isinstance(theirs, Page) else viewset.get_edit_handler()
    form_class = handler.get_form_class()
    more = {"parent_page": theirs.get_parent()} if isinstance(theirs, Page) else {}
    form = form_class(
        request.POST, request.FILES, instance=type(theirs)._default_manager.get(pk=theirs.pk), for_user=request.user, **more
    )
    form.defer_required_fields()
    if not form.is_valid():
        return []
    mine = form.save(commit=False)
    compare = handler.get_bound_panel(instance=theirs, request=request, form=None).get_comparison()
    return [found for comparison in compare if (found := comparison(theirs, mine)).has_changed()]
