from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import DraftStateMixin, RevisionMixin

from explainer.desk import menus  # noqa: F401 - its hooks
from explainer.desk.conflict import stop_stale_save
from sources import approval
from sources.gates import Gated

PUBLISH = "action-publish"


@hooks.register("before_publish_page")
def refuse_before_scheduling(request, page):
    """Wagtail asks the page itself only when it becomes public; a date in the future is refused now."""
    if isinstance(page, Gated):
        page.get_latest_revision_as_object().refuse_unless_ready()


@hooks.register("before_edit_page")
def stop_stale_save_of_page(request, page):
    return stop_stale_save(request, page)


@hooks.register("before_edit_snippet")
def stop_stale_save_of_record(request, record):
    return stop_stale_save(request, record) if isinstance(record, RevisionMixin) else None


@hooks.register("construct_page_action_menu")
def offer_publication_of_pages(menu_items, request, context):
    _offer_publication(menu_items, context.get("page"))


@hooks.register("construct_snippet_action_menu")
def offer_publication_of_records(menu_items, request, context):
    if isinstance(context["model"], type) and issubclass(context["model"], DraftStateMixin):
        _offer_publication(menu_items, context.get("instance"))


def _offer_publication(menu_items, record) -> None:
    """A button that could only be refused is not shown: first somebody else approves."""
    if not approval.in_force():
        return
    if record is None or not record.pk or approval.problems(record.get_latest_revision_as_object()):
        menu_items[:] = [item for item in menu_items if item.name != PUBLISH]


# Nothing is deleted


@hooks.register("before_delete_page")
def keep_what_was_public(request, page):
    if page.get_descendants(inclusive=True).filter(Q(live=True) | Q(first_published_at__isnull=False)).exists():
        messages.error(request, f"“{page}” has been public, so it stays. Withdraw it with a reason, or take it down.")
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
def keep_all_that_was_public(request, action_type, objects, action):
    public = [page for page in objects if getattr(page, "live", False) or getattr(page, "first_published_at", None)]
    if action_type == "delete" and public:
        messages.error(request, f"“{public[0]}” has been public, so it stays. Nothing was deleted.")
        return redirect("wagtailadmin_home")
    return None
