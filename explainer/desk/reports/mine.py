"""What waits for one person: reached from the desk, not from the menu."""

from django.db.models import Exists, OuterRef, Q
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.models import Comment, CommentReply, Page, TaskState

from explainer.desk.reports.base import DeskReport, edit_address
from explainer.desk.reports.work import address_of


class ToApprove(DeskReport):
    slug = "to-approve"
    page_title = "Waits for your approval"
    words = "What others have sent for review and you may approve. What you last saved yourself is not among it."
    empty = "Nothing waits for your approval."
    header_icon = icon = "check"
    in_menu = False
    any_permission_required = ["change", "publish"]
    columns = [
        TitleColumn(
            "title", label="Sent for review", accessor="revision.object_str", get_url=lambda row: address_of(row.revision)
        ),
        Column("kind", label="Kind", accessor=lambda row: row.revision.content_type.name),
        Column("task", label="Step", accessor="task.name"),
        UserColumn("user", label="Last saved by", accessor="revision.user"),
        DateColumn("started_at", label="Waits since", sort_key="started_at"),
    ]
    default_ordering = "started_at"

    @classmethod
    def rows(cls, user):
        return (
            TaskState.objects.reviewable_by(user)
            .filter(Q(revision__user=None) | ~Q(revision__user=user))
            .select_related("revision__user__wagtail_userprofile", "revision__content_type", "task")
            .order_by("started_at", "pk")
        )


class OpenComments(DeskReport):
    slug = "comments"
    page_title = "Comments for you"
    words = "Comments nobody has resolved: on pages you own or follow, in threads you took part in, or with your name as @name."
    empty = "No comment waits for you."
    header_icon = icon = "comment"
    in_menu = False
    columns = [
        TitleColumn("text", label="Comment", get_url=lambda row: f"{edit_address(Page, row.page_id)}#comments"),
        Column("page", label="Page", accessor="page.title"),
        UserColumn("user", label="By"),
        DateColumn("created_at", label="Written", sort_key="created_at"),
    ]
    default_ordering = "created_at"

    @classmethod
    def rows(cls, user):
        name = f"@{user.get_username()}"
        replies = CommentReply.objects.filter(comment=OuterRef("pk"))
        concerns = (
            Q(page__owner=user)
            | Q(page__in=Page.objects.filter(subscribers__user=user, subscribers__comment_notifications=True))
            | Exists(replies.filter(user=user))
            | Q(user=user)
            | Q(text__icontains=name)
            | Exists(replies.filter(text__icontains=name))
        )
        from_others = ~Q(user=user) | Exists(replies.exclude(user=user))
        return (
            Comment.objects.filter(concerns, from_others, resolved_at=None)
            .select_related("page", "user__wagtail_userprofile")
            .order_by("created_at", "pk")
        )
