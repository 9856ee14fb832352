"""A table of open data: what a row is, its columns, and the rows, a few at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from django.db.models import QuerySet
from ninja import Schema

from explainer.api.collection import Collection
from explainer.api.data.columns import ONE_OF, Column, columns_of

AT_ONCE = 200  # rows in memory


@dataclass(frozen=True)
class Several:
    """Records of several models in one row after another."""

    querysets: list[QuerySet]

    def count(self) -> int:
        return sum(records.count() for records in self.querysets)

    def iterator(self, chunk_size: int) -> Iterator:
        return chain.from_iterable(records.iterator(chunk_size) for records in self.querysets)


@dataclass(frozen=True)
class Table:
    name: str
    title: str
    about: str  # what one row is, in a sentence
    row: type[Schema]
    records: Callable[[], QuerySet | Several]
    rows: Callable[[Iterable], Iterable[dict]]
    collection: Collection | None = None  # has filters, a page and a place in the API

    @cached_property
    def columns(self) -> list[Column]:
        return columns_of(self.row)

    @property
    def key(self) -> str:
        """The column that names a row, if one does."""
        return "slug" if self.columns[0].name == "slug" else ""

    @property
    def one(self) -> str:
        """What a row is called."""
        return ONE_OF.get(self.name, self.name)

    @property
    def label(self) -> str:
        """The column by which people know a row."""
        return next((column.name for column in self.columns if column.name in ("name", "title", "sentence", self.one)), "")

    @property
    def page(self) -> str:
        """The list on the site."""
        return self.collection.page.rstrip("?&") if self.collection else ""

    def count(self) -> int:
        return self.records().count()

    def all_rows(self, records: QuerySet | None = None) -> Iterator[dict]:
        """Those of ``records``, or all."""
        found = (self.records() if records is None else records).iterator(chunk_size=AT_ONCE)
        while chunk := list(islice(found, AT_ONCE)):
            yield from self.rows(chunk)
