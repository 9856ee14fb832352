"""The first screen of the admin: what waits for this person, and what waits for the desk, each with its number."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from explainer.desk.reports.anchors import DriftedAnchors
from explainer.desk.reports.base import edit_address, size
from explainer.desk.reports.elsewhere import FAILED_WORK, FAILING_ADDRESSES, UNREAD_COPIES
from explainer.desk.reports.mine import OpenComments, ToApprove
from explainer.desk.reports.readers import ReaderReports
from explainer.desk.reports.reviews import Reviews, in_words
from explainer.desk.reports.suggestions import Suggestions
from explainer.desk.reports.work import Drafts, InReview, address_of, standing

MOST_SHOWN = 4


@dataclass(frozen=True)
class Line:
    words: str
    address: str
    note: str = ""


@dataclass(frozen=True)
class Pile:
    """One list of the desk. ``line`` says how one of its rows is told."""

    title: str
    report: object
    empty: str
    line: Callable[[object], Line] | None = None
    params: Callable = lambda user: {}
    is_urgent: bool = field(default=False)

    def shown(self, user) -> dict:
        params = self.params(user)
        rows = self.report.matching(user, **params)
        number = size(rows)
        lines = [self.line(row) for row in rows[:MOST_SHOWN]] if number and self.line else []
        return {"pile": self, "number": number, "lines": lines, "address": self.report.address(**params)}


def days_since(moment) -> str:
    days = (timezone.now() - moment).days
    return "since today" if not days else "for 1 day" if days == 1 else f"for {days} days"


FOR_YOU = [
    Pile(
        "To approve",
        ToApprove,
        "Nothing waits for your approval.",
        lambda row: Line(row.revision.object_str, address_of(row.revision), f"Waits {days_since(row.started_at)}"),
    ),
    Pile(
        "Sent by you",
        InReview,
        "Nothing of yours is in review.",
        lambda row: Line(row.object_str or "", address_of(row), standing(row)),
        lambda user: {"by": user.pk},
    ),
    Pile(
        "Your drafts",
        Drafts,
        "You have no unfinished draft.",
        lambda row: Line(row.object_str, address_of(row), f"Not touched {days_since(row.created_at)}"),
        lambda user: {"by": user.pk, "review": "no"},
    ),
    Pile(
        "Comments",
        OpenComments,
        "No comment waits for you.",
        lambda row: Line(row.text, edit_address(Page, row.page_id), row.page.title),
    ),
]
FOR_THE_DESK = [
    Pile(
        "Reviews overdue",
        Reviews,
        "No review is overdue.",
        lambda row: Line(row.title, edit_address(Page, row.pk), in_words(row)),
        lambda user: {"due": "overdue"},
        is_urgent=True,
    ),
    Pile(
        "Reviews due in 30 days",
        Reviews,
        "None is due in the next 30 days.",
        lambda row: Line(row.title, edit_address(Page, row.pk), in_words(row)),
        lambda user: {"due": "month"},
    ),
    Pile(
        "Reader reports",
        ReaderReports,
        "No report of a reader is open.",
        lambda row: Line(
            row.about,
            reverse("desk:reader_report", args=[row.pk]),
            f"{row.get_state_display()}; open {days_since(row.received_at)}",
        ),
        lambda user: {"state": "open"},
        is_urgent=True,
    ),
    Pile(
        "Addresses that fail",
        FAILING_ADDRESSES,
        "No address fails.",
        lambda row: Line(str(row.source), FAILING_ADDRESSES.address(), f"{row.failures} failures"),
        is_urgent=True,
    ),
    Pile(
        "Anchors that drifted",
        DriftedAnchors,
        "Every anchor finds its passage.",
        lambda row: Line(str(row.record), edit_address(type(row.record), row.record.pk), row.words),
        is_urgent=True,
    ),
    Pile(
        "Sentences to decide on",
        Suggestions,
        "No stored copy seems to tell a known claim.",
        lambda row: Line(row.sentence, Suggestions.address(decision="open"), row.claim.title),
        lambda user: {"decision": "open"},
    ),
    Pile("Copies nobody has read", UNREAD_COPIES, "Every stored copy has been read."),
    Pile("Background work that failed", FAILED_WORK, "All background work is done.", is_urgent=True),
]


class DeskPanel(Component):
    """Before everything else on the first screen."""

    name = "desk"
    template_name = "desk/home.html"
    order = 100

    class Media:
        css = {"all": ["admin/desk.css"]}

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {
            "for_you": [pile.shown(user) for pile in FOR_YOU if pile.report.may_see(user)],
            "for_the_desk": [pile.shown(user) for pile in FOR_THE_DESK if pile.report.may_see(user)],
        }
