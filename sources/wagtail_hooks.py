from django.contrib import messages
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from sources.checklist import checklist_view
from sources.models import Capture, ImportBatch, Intake, Merge, Publisher, Source, SourceCorrection
from sources.permissions import ImportPolicy, IntakePolicy, MergePolicy, NoDeletionPolicy

# Before the viewsets, which would settle on the default policy.
for model in (Source, Publisher, Capture, SourceCorrection):
    register_permission_policy(model, NoDeletionPolicy(model))
register_permission_policy(Intake, IntakePolicy(Intake))
register_permission_policy(Merge, MergePolicy(Merge))
register_permission_policy(ImportBatch, ImportPolicy(ImportBatch))

from sources.exchange.references import kind as references  # noqa: E402, F401 - registers itself
from sources.health import admin  # noqa: E402, F401 - its hooks
from sources.identity.matches import SAME, Described, candidates  # noqa: E402
from sources.merging.viewset import merge_button  # noqa: E402
from sources.viewsets import SourceGroup  # noqa: E402

register_snippet(SourceGroup)


@hooks.register("register_admin_urls")
def captures_urls():
    return [path("captures/", include("sources.picking.urls"))]


@hooks.register("insert_editor_js")
def passage_picker():
    """On every form of the admin; it does nothing where no citation can be entered."""
    return format_html(
        '<link rel="stylesheet" href="{}"><passage-picker data-url="{}"></passage-picker><script type="module" src="{}"></script>',
        static("admin/passages.css"),
        reverse("sources_captures:dialog"),
        static("admin/passages.js"),
    )


@hooks.register("register_admin_urls")
def checklist_url():
    return [path("checklist/<int:content_type_id>/<int:pk>/", checklist_view, name="sources_checklist")]


@hooks.register("insert_global_admin_js")
def checklist_script():
    return format_html('<script type="module" src="{}"></script>', static("admin/checklist.js"))


@hooks.register("insert_global_admin_css")
def checklist_style():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/checklist.css"))


@hooks.register("register_log_actions")
def merges_in_the_log(actions):
    actions.register_action("sources.merge", "Merge", "Merged with another source")
    actions.register_action("sources.undo_merge", "Undo merge", "A merge was undone")


@hooks.register("register_log_actions")
def imports_in_the_log(actions):
    @actions.register_action("sources.import")
    class Imported(LogFormatter):
        label = "Import"

        def format_message(self, log_entry):
            data = log_entry.data
            return " ".join([f"Imported from {data['file']}, {data['where']}.", *data["notes"]])


@hooks.register("register_snippet_listing_buttons")
def merge_in_the_list(snippet, user, next_url=None):
    return merge_button(snippet, user)


@hooks.register("register_snippet_listing_buttons")
def read_a_stored_copy(snippet, user, next_url=None):
    if isinstance(snippet, Capture):
        yield Button("Read it", url=reverse("sources_captures:text", args=[snippet.pk]), icon_name="view", priority=40)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_if_known(request, instance):
    """A source just saved may be known under another record. Said, never acted on; not at each autosave."""
    if not isinstance(instance, Source) or "application/json" in request.headers.get("Accept", ""):
        return
    draft = instance.get_latest_revision_as_object()
    described = Described(draft.url, number=draft.document_number, language=draft.language)
    found = [match for match in candidates(described, exclude=instance.pk) if match.relation == SAME]
    if found:
        finder = AdminURLFinder(request.user)
        rows = ((finder.get_edit_url(match.source) or "", match.source, " ".join(match.reasons)) for match in found)
        links = format_html_join("; ", '<a href="{}">{}</a> ({})', rows)
        messages.warning(request, format_html("This may be known already: {}.", links))


@hooks.register("register_snippet_listing_buttons")
def record_a_correction(snippet, user, next_url=None):
    """In the list of sources."""
    if isinstance(snippet, Source) and user.has_perm("sources.add_sourcecorrection"):
        address = reverse("wagtailsnippets_sources_sourcecorrection:add")
        yield Button("Record a correction", url=f"{address}?source={snippet.pk}", icon_name="warning", priority=40)
