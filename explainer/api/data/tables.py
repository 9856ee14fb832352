"""Every table of open data: the lists of the site, and the rows that belong to them."""

from collections.abc import Iterator

from django.http import Http404, QueryDict

from explainer.api.collection import Collection
from explainer.api.data import citations, of_catalogs, of_claims
from explainer.api.data.columns import POINTS_TO, Column
from explainer.api.data.table import Table
from explainer.api.kinds import COLLECTIONS


def _listed(one: Collection) -> Table:
    return Table(one.name, one.title, one.about, one.row, lambda: one.listing(QueryDict()).filters.qs, one.rows, one)


TABLES: dict[str, Table] = {
    table.name: table
    for table in (*map(_listed, COLLECTIONS.values()), *of_claims.TABLES, *of_catalogs.TABLES, *citations.TABLES)
}


def table_or_404(name: str) -> Table:
    if name not in TABLES:
        raise Http404(f"There is no table “{name}”.")
    return TABLES[name]


def references(table: Table) -> Iterator[tuple[Column, Table]]:
    """Columns that name a row of another table, or several, each with that table."""
    for column in table.columns:
        if column.name == table.one:
            continue  # the claim of a claim is its wording
        target = TABLES.get(POINTS_TO.get(column.name, column.name if column.kind == "list" else ""))
        if target and target.key and column.kind in ("string", "list"):
            yield column, target


def words() -> Iterator[str]:
    """What describes the tables, in English here and in the files; the page of open data has it translated."""
    for table in TABLES.values():
        yield table.title
        yield table.about
        yield from (column.said for column in table.columns if column.said)
