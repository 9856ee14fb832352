"""All tables in one SQLite file, which Datasette and any SQL tool opens."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from explainer.api.data.caveats import CAVEATS, licence_sentence
from explainer.api.data.columns import Column
from explainer.api.data.files import as_json
from explainer.api.data.table import Table
from explainer.api.data.tables import TABLES, references


def make_database(path: Path, about: dict[str, str]) -> None:
    """``about`` are names and values that say what it is, for the table ``_about``."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("PRAGMA synchronous = OFF")
        for table in TABLES.values():
            file.execute(definition(table))
        for table in TABLES.values():
            fill(file, table)
        explain(file, about)
        file.commit()
        file.execute("VACUUM")


def definition(table: Table) -> str:
    lines = [
        f'"{column.name}" {column.in_sqlite}' + (" PRIMARY KEY" if column.name == table.key else "") for column in table.columns
    ]
    for column, target in references(table):
        if column.kind != "list":
            lines.append(f'FOREIGN KEY ("{column.name}") REFERENCES "{target.name}" ("{target.key}")')
    return f'CREATE TABLE "{table.name}" ({", ".join(lines)})'


def fill(file: sqlite3.Connection, table: Table) -> None:
    marks = ", ".join("?" for _ in table.columns)
    pointing = {column.name for column, _ in references(table)}
    rows = ([value(one, row[one.name], one.name in pointing) for one in table.columns] for row in table.all_rows())
    file.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608 - names of ours
    for column, target in references(table):
        if column.kind != "list":
            file.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')
        elif table.key:
            join(file, table, column, target)


def join(file: sqlite3.Connection, table: Table, column: Column, target: Table) -> None:
    """A list of slugs as rows of its own beside the JSON: ``events_claims`` has an event and a claim in each row."""
    name, one = f"{table.name}_{column.name}", table.one
    other = target.one if target is not table else "other"
    file.execute(
        f'CREATE TABLE "{name}" ("{one}" TEXT REFERENCES "{table.name}" ("{table.key}"), '
        f'"{other}" TEXT REFERENCES "{target.name}" ("{target.key}"), PRIMARY KEY ("{one}", "{other}"))'
    )
    file.execute(
        f'INSERT INTO "{name}" SELECT DISTINCT t."{table.key}", word.value FROM "{table.name}" AS t, json_each(t."{column.name}") AS word'  # noqa: S608
    )
    file.execute(f'CREATE INDEX "{name}_{other}" ON "{name}" ("{other}")')


def explain(file: sqlite3.Connection, about: dict[str, str]) -> None:
    """What everything means, in the file itself."""
    file.execute('CREATE TABLE "_dictionary" ("table" TEXT, "column" TEXT, "type" TEXT, "description" TEXT)')
    file.executemany('INSERT INTO "_dictionary" VALUES (?, ?, ?, ?)', dictionary())
    file.execute('CREATE TABLE "_about" ("name" TEXT PRIMARY KEY, "value" TEXT)')
    told = about | {"Licence": licence_sentence()} | dict(CAVEATS)
    file.executemany('INSERT INTO "_about" VALUES (?, ?)', told.items())


def dictionary() -> Iterator[tuple[str, str, str, str]]:
    for table in TABLES.values():
        yield table.name, "", "table", table.about
        for column in table.columns:
            yield table.name, column.name, column.kind, column.meaning


def value(column: Column, given, points: bool):
    """Lists and objects as JSON; dates as they are written; yes and no as 1 and 0. What points nowhere is NULL."""
    if points and given == "":
        return None
    if given is None or isinstance(given, (str, int, float)):
        return given
    if column.kind in ("list", "object"):
        return as_json(given)
    return float(given) if isinstance(given, Decimal) else str(given)
