"""What is known of places and of relations, and when somebody last looked."""

from dataclasses import dataclass

import django_filters
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from explainer.actors.choices import Status, Verb
from explainer.actors.models import Relation
from explainer.catalogs.choices import NOT_CHECKED, STATE_WORDS, FactKind
from explainer.catalogs.coverage import answers
from explainer.catalogs.models import CatalogPage, Entry, Fact
from explainer.desk.reports.base import DeskReport, EditColumn, RowFilterSet


def places(request=None) -> list[tuple[str, str]]:
    return list(CatalogPage.objects.order_by("title").values_list("slug", "title"))


@dataclass(frozen=True)
class Cell:
    """One question about one place."""

    catalog: CatalogPage
    question: FactKind
    state: str
    value: str = ""

    @property
    def place(self) -> str:
        return self.catalog.slug

    @property
    def word(self) -> str:
        return STATE_WORDS[self.state]


def cells() -> list[Cell]:
    """Every question about every place, in two queries."""
    catalogs = CatalogPage.objects.order_by("title").only("title", "slug").prefetch_related("facts")
    return [
        Cell(catalog, answer.kind, str(answer.state), answer.fact.value if answer.fact else "")
        for catalog in catalogs
        for answer in answers(catalog.facts.all())
    ]


class CellFilterSet(RowFilterSet):
    place = django_filters.ChoiceFilter(label="Catalog", choices=places)
    question = django_filters.ChoiceFilter(label="Question", choices=FactKind.choices)
    state = django_filters.ChoiceFilter(label="Answer", choices=list(STATE_WORDS.items()))

    class Meta:
        model = CatalogPage
        fields = []


class Cells(DeskReport):
    slug = "cells"
    counted, counted_words = {"state": NOT_CHECKED}, "never checked"
    page_title = "Questions about places"
    words = "Every question about every place and what is known: yes, no, looked and not found, or never checked."
    empty = "There is no catalog yet."
    header_icon = icon = "help"
    in_menu = False
    filterset_class = CellFilterSet
    columns = [
        EditColumn("catalog", label="Catalog", of=lambda cell: cell.catalog),
        Column("question", label="Question", accessor="question.label"),
        Column("state", label="Answer", accessor="word"),
        Column("value", label="In words"),
    ]

    @classmethod
    def rows(cls, user):
        return cells()


class Coverage(Cells):
    """Place by question; every mark and every number leads to the list of just those cells."""

    slug = "coverage"
    page_title = "Coverage of places"
    words = "What is known of each place. A mark leads to the answer, a number to the questions nobody has looked into."
    header_icon = icon = "table"
    in_menu = True
    paginate_by = None
    results_template_name = "desk/coverage.html"

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        rows: dict[CatalogPage, list[Cell]] = {}
        for cell in context["object_list"]:
            rows.setdefault(cell.catalog, []).append(cell)
        asked = {cell.question for cell in context["object_list"]}
        questions = [kind for kind in FactKind if kind in asked]
        return context | {
            "grid": [(catalog, found, unchecked(found)) for catalog, found in rows.items()],
            "questions": [(kind, unchecked([c for c in context["object_list"] if c.question == kind])) for kind in questions],
            "cells_address": Cells.address(),
            "not_checked": NOT_CHECKED,
        }


def unchecked(found: list[Cell]) -> int:
    return sum(cell.state == NOT_CHECKED for cell in found)


@dataclass(frozen=True)
class UndatedRow:
    """A row of a catalog that does not say when somebody looked."""

    catalog: CatalogPage
    kind: str
    what: str

    @property
    def place(self) -> str:
        return self.catalog.slug


class UndatedFilterSet(RowFilterSet):
    place = django_filters.ChoiceFilter(label="Catalog", choices=places)
    kind = django_filters.ChoiceFilter(label="Row", choices=[("Fact", "Fact"), ("Entry", "Entry")])

    class Meta:
        model = CatalogPage
        fields = []


class RowsUnchecked(DeskReport):
    slug = "rows-unchecked"
    page_title = "Rows of catalogs without a check"
    words = "Facts and entries of catalogs that do not say on which day somebody looked."
    empty = "Every row says when somebody looked."
    header_icon = icon = "list-ul"
    in_menu = False
    filterset_class = UndatedFilterSet
    columns = [
        EditColumn("catalog", label="Catalog", of=lambda row: row.catalog),
        Column("kind", label="Row"),
        Column("what", label="What it says"),
    ]

    @classmethod
    def rows(cls, user):
        found = []
        for model, field in ((Fact, "value"), (Entry, "wording")):
            rows = model.objects.filter(checked=None).select_related("catalog").order_by("catalog__title", "sort_order", "pk")
            found += [UndatedRow(row.catalog, model.__name__, getattr(row, field) or str(row)) for row in rows]
        return found


class RelationFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label="Status", choices=Status.choices)
    verb = django_filters.ChoiceFilter(label="Verb", choices=Verb.choices)

    class Meta:
        model = Relation
        fields = ["live"]


class RelationsUnchecked(DeskReport):
    slug = "relations-unchecked"
    page_title = "Relations without a check"
    words = "Relations that do not say on which day somebody last went through their citations."
    empty = "Every relation says when it was last checked."
    header_icon = icon = "link"
    in_menu = False
    filterset_class = RelationFilterSet
    columns = [
        EditColumn("sentence", label="Relation"),
        Column("status", label="Status", accessor="get_status_display"),
        Column("public", label="Public", accessor=lambda row: "Public" if row.live else "Draft"),
    ]

    @classmethod
    def rows(cls, user):
        return Relation.objects.filter(checked=None).select_related("subject", "object").order_by("subject__name", "slug")
