"""Who has how much to do."""

from django.contrib.auth import get_user_model
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import TitleColumn, UserColumn

from explainer.desk.reports.base import DeskReport
from explainer.desk.reports.readers import ReaderReports
from explainer.desk.reports.work import Drafts, InReview

# Name of the number → the list it counts, how that list is filtered, and which of its columns names the person
LISTS = {
    "drafts": (Drafts, {"review": "no"}, "by", "user"),
    "in_review": (InReview, {}, "by", "requested_by"),
    "reports": (ReaderReports, {"state": "open"}, "assigned_to", "assigned_to"),
}


def number_of(name: str, viewer):
    """How many rows of a list belong to each person."""
    report, params, _, column = LISTS[name]
    rows = report.matching(viewer, **params).filter(**{column: OuterRef("pk")})
    return Coalesce(Subquery(rows.order_by().values(column).annotate(n=Count("pk", distinct=True)).values("n")), 0)


class LoadColumn(TitleColumn):
    def __init__(self, name, label):
        report, params, person, _ = LISTS[name]

        def address(user):
            return report.address(**params, **{person: user.pk}) if getattr(user, name) else None

        super().__init__(name, label=label, get_url=address, sort_key=name)


class WorkloadFilterSet(WagtailFilterSet):
    class Meta:
        model = get_user_model()
        fields = ["groups"]


class Workload(DeskReport):
    slug = "workload"
    page_title = "Workload by person"
    words = "What each person has begun, has sent for review, or has taken on."
    empty = "There is nobody."
    header_icon = icon = "group"
    filterset_class = WorkloadFilterSet
    default_ordering = "username"
    columns = [
        UserColumn("user", label="Person", accessor=lambda user: user),
        LoadColumn("drafts", "Drafts"),
        LoadColumn("in_review", "In review"),
        LoadColumn("reports", "Reader reports"),
    ]

    @classmethod
    def rows(cls, user):
        people = get_user_model().objects.filter(is_active=True).select_related("wagtail_userprofile").order_by("username")
        return people.annotate(**{name: number_of(name, user) for name in LISTS})
