"""Lists that other parts of the admin keep, and which the desk counts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.urls import reverse

from explainer.work import views as work
from explainer.work.wagtail_hooks import may_see as may_see_work
from sources.choices import CaptureState
from sources.health.choices import Link
from sources.health.views import may_see as may_see_addresses
from sources.models import Capture, LinkState


@dataclass(frozen=True)
class Elsewhere:
    """Speaks like a report. ``rows`` must be what the list shows at ``view`` with ``params``."""

    page_title: str
    words: str
    view: str | Callable[[], str]
    params: dict
    rows: Callable[[AbstractUser], QuerySet]
    may_see: Callable[[AbstractUser], bool]
    icon: str = "list-ul"
    in_menu: bool = field(default=False, init=False)
    counted: dict = field(default_factory=dict, init=False)
    counted_words: str = field(default="", init=False)

    def address(self) -> str:
        view = self.view if isinstance(self.view, str) else self.view()
        return f"{reverse(view)}?{urlencode(self.params)}"

    def number(self, user) -> int:
        return self.rows(user).count()

    def matching(self, user) -> QuerySet:
        return self.rows(user)


FAILING_ADDRESSES = Elsewhere(
    "Addresses that fail",
    "Addresses of sources that have failed for days. Somebody must look: only a person says that one is dead.",
    "addresses:index",
    {"state": Link.FAILING.value},
    lambda user: LinkState.objects.filter(state=Link.FAILING).select_related("source"),
    may_see_addresses,
    "link",
)
CHANGED_ADDRESSES = Elsewhere(
    "Addresses whose text has changed",
    "What stands there is not what was looked at; somebody must say whether it is still the document.",
    "addresses:index",
    {"changed": "true"},
    lambda user: LinkState.objects.changed().select_related("source"),
    may_see_addresses,
    "link",
)
UNREAD_COPIES = Elsewhere(
    "Stored copies nobody has read",
    "Copies of sources of which no person has said yet that they are the document.",
    lambda: Capture.snippet_viewset.get_url_name("list"),
    {"state": CaptureState.CAPTURED.value},
    lambda user: Capture.objects.filter(state=CaptureState.CAPTURED).select_related("source").defer("text"),
    lambda user: user.has_perm("sources.view_capture") or user.has_perm("sources.change_capture"),
    "lock",
)
FAILED_WORK = Elsewhere(
    "Background work that failed",
    "Tasks that were tried again and again and are still not done.",
    "work:index",
    {"state": "failed"},
    lambda user: work.failed(),
    may_see_work,
    "cogs",
)
