"""What lies with whom: drafts, reviews under way, and pages only one person has read."""

import datetime

import django_filters
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, WorkflowState

from explainer.desk.reports.base import DeskReport, edit_address
from sources.models import Record

STALE = datetime.timedelta(days=30)
STANDING = {WorkflowState.STATUS_IN_PROGRESS: "Waits", WorkflowState.STATUS_NEEDS_CHANGES: "Changes are asked for"}


def drafted_models() -> list[type]:
    """Whatever has drafts: pages, which are of one table, and the kinds of records."""
    return [Page, *(model for model in apps.get_models() if issubclass(model, Record))]


def revisions_of(column: str, **conditions):
    """The revisions that ``column`` of a page or record names: of one kind of thing each, and one for each thing."""
    wanted = Q()
    for model in drafted_models():
        wanted |= Q(pk__in=model._base_manager.filter(**conditions).exclude(**{column: None}).order_by().values(column))
    return Revision.objects.filter(wanted).select_related("user__wagtail_userprofile", "content_type", "base_content_type")


def in_review():
    """Whether what a revision is of lies with somebody else already."""
    active = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    return Exists(active.filter(base_content_type=OuterRef("base_content_type"), object_id=OuterRef("object_id")))


def address_of(row) -> str:
    model = row.content_type.model_class()
    return edit_address(model, row.object_id) if model else ""


class RevisionColumn(TitleColumn):
    def __init__(self, label):
        super().__init__("title", label=label, accessor="object_str", get_url=address_of, width="38%")


KIND = Column("kind", label="Kind", accessor=lambda row: row.content_type.name)


def people(request):
    return get_user_model().objects.order_by("username")


class DraftFilterSet(WagtailFilterSet):
    by = django_filters.ModelChoiceFilter(label="Last saved by", field_name="user", queryset=people)
    stale = django_filters.ChoiceFilter(label="Touched", choices=[("yes", "Not for 30 days")], method="untouched")
    review = django_filters.ChoiceFilter(
        label="In review", choices=[("no", "Not in review"), ("yes", "In review")], method="under_review"
    )

    class Meta:
        model = Revision
        fields = []

    def untouched(self, queryset, name, value):
        return queryset.filter(created_at__lt=timezone.now() - STALE)

    def under_review(self, queryset, name, value):
        return queryset.filter(is_in_review=value == "yes")


class Drafts(DeskReport):
    slug = "drafts"
    counted, counted_words = {"stale": "yes"}, "not touched for 30 days"
    page_title = "Drafts"
    words = "Pages and records with changes that are not public, by the day they were last saved."
    empty = "There is no draft."
    header_icon = icon = "draft"
    filterset_class = DraftFilterSet
    default_ordering = "created_at"
    columns = [
        RevisionColumn("Draft"),
        KIND,
        UserColumn("user", label="Last saved by"),
        DateColumn("created_at", label="Last saved", sort_key="created_at"),
        Column("review", label="In review", accessor=lambda row: "In review" if row.is_in_review else ""),
    ]

    @classmethod
    def rows(cls, user):
        return (
            revisions_of("latest_revision", has_unpublished_changes=True)
            .annotate(is_in_review=in_review())
            .order_by("created_at", "pk")
        )


class NeverSecondRead(DeskReport):
    slug = "never-second-read"
    page_title = "Never second-read"
    words = (
        "What is public as one person wrote it and published it too. What was loaded from an edition is not listed: "
        "who read that, its files do not say."
    )
    empty = "Whatever is public was published by somebody who did not write its last version."
    header_icon = icon = "user"
    columns = [
        RevisionColumn("Page or record"),
        KIND,
        UserColumn("user", label="Written and published by"),
        DateColumn("created_at", label="Written", sort_key="created_at"),
    ]
    default_ordering = "-created_at"

    @classmethod
    def rows(cls, user):
        def publisher(log):
            done = log.objects.filter(action="wagtail.publish", revision=OuterRef("pk"))
            return Subquery(done.order_by("-timestamp", "-pk").values("user")[:1])

        return (
            revisions_of("live_revision", live=True)
            .exclude(user=None)
            .annotate(published_by=Coalesce(publisher(PageLogEntry), publisher(ModelLogEntry)))
            .filter(published_by=F("user"))
            .order_by("-created_at", "pk")
        )


class ReviewFilterSet(WagtailFilterSet):
    by = django_filters.ModelChoiceFilter(label="Sent by", field_name="requested_by", queryset=people)
    status = django_filters.ChoiceFilter(label="State", choices=list(STANDING.items()))

    class Meta:
        model = WorkflowState
        fields = []


class InReview(DeskReport):
    slug = "in-review"
    page_title = "In review"
    words = "What has been sent for review and is not public yet, and where it stands."
    empty = "Nothing is in review."
    header_icon = icon = "tasks"
    filterset_class = ReviewFilterSet
    default_ordering = "created_at"
    columns = [
        TitleColumn("title", label="Sent for review", accessor="object_str", get_url=address_of, width="38%"),
        KIND,
        Column("state", label="State", accessor=lambda row: standing(row)),
        UserColumn("requested_by", label="Sent by"),
        DateColumn("created_at", label="Sent", sort_key="created_at"),
    ]

    @classmethod
    def rows(cls, user):
        named = Revision.objects.filter(pk=OuterRef("current_task_state__revision")).values("object_str")
        return (
            WorkflowState.objects.filter(status__in=STANDING)
            .select_related("content_type", "requested_by__wagtail_userprofile", "current_task_state__task")
            .annotate(object_str=Subquery(named))
            .order_by("created_at", "pk")
        )


def standing(row) -> str:
    waits_for = row.status == WorkflowState.STATUS_IN_PROGRESS and row.current_task_state
    return f"Waits: {waits_for.task.name}" if waits_for else STANDING[row.status]
