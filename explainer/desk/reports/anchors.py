"""Citations whose anchors no longer find their passage in the newest stored copy."""

from collections import defaultdict
from dataclasses import dataclass

import django_filters
from django.contrib.contenttypes.models import ContentType
from wagtail.admin.ui.tables import Column, DateColumn

from explainer.desk.reports.base import DeskReport, EditColumn, RowFilterSet
from sources.models import AnchorCheck, Citation

FOUND = [("none", "No passage"), ("several", "Several passages")]


@dataclass(frozen=True)
class Drifted:
    """One citation, with the record that it stands in."""

    check: AnchorCheck
    citation: Citation
    record: object

    @property
    def words(self) -> str:
        end = self.citation.anchor_end
        return f"“{self.citation.anchor_start} … {end}”" if end else f"“{self.citation.anchor_start}”"

    @property
    def found(self) -> str:
        return "several" if self.check.found else "none"

    @property
    def state(self) -> str:
        return self.check.state.capitalize()

    @property
    def nearest(self) -> str:
        return self.check.nearest.get("words", "")

    def __str__(self):
        return f"{self.record}: {self.words}"


def drifted() -> list[Drifted]:
    """In as many queries as there are kinds of citations, however many rows."""
    by_kind = defaultdict(list)
    for check in AnchorCheck.objects.drifted().select_related("source"):
        by_kind[check.content_type_id].append(check)
    found = []
    for type_id, checks in by_kind.items():
        kind = ContentType.objects.get_for_id(type_id).model_class()
        rows = kind.objects.select_related(kind.parent_field).in_bulk([check.object_id for check in checks])
        found += [Drifted(check, row, row.used_by) for check in checks if (row := rows.get(check.object_id)) and row.anchor_start]
    return sorted(found, key=lambda row: (row.check.broken_since, row.check.pk))


class DriftFilterSet(RowFilterSet):
    found = django_filters.ChoiceFilter(label="Found", choices=FOUND)

    class Meta:
        model = AnchorCheck
        fields = []


class DriftedAnchors(DeskReport):
    slug = "drifted-anchors"
    page_title = "Anchors that drifted"
    words = (
        "Citations whose first and last words find no passage, or several, in the newest stored copy of their source. "
        "In the form “Show in the stored copy” leads to the likeliest place and sets the words anew."
    )
    empty = "Every anchor finds its passage."
    header_icon = icon = "link"
    filterset_class = DriftFilterSet
    columns = [
        EditColumn("record", label="Stands in", of=lambda row: row.record),
        Column("source", label="Source", accessor="check.source"),
        Column("words", label="Looked for"),
        Column("state", label="Found"),
        Column("nearest", label="Likeliest place"),
        DateColumn("since", label="Since", accessor="check.broken_since"),
    ]

    @classmethod
    def rows(cls, user):
        return drifted()
