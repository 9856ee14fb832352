"""Citations, wherever they stand: the same fields in every record."""

from explainer.editions.kinds.base import lean
from explainer.editions.schema import Field, key, line, text

FIELDS = (
    Field("source", refers_to="source", required=True),
    Field("locator", line),
    Field("says", text, required=True),
    Field("quotation", line),
    Field("translation", line),
    Field(
        "anchor",
        of=(Field("start", line, required=True), Field("end", line), Field("prefix", line), Field("suffix", line)),
    ),
)
KEYED = (Field("key", key, required=True), *FIELDS)
PLAIN = ("locator", "says", "quotation", "translation")
ANCHOR = ("start", "end", "prefix", "suffix")


def to_columns(record: dict, refs) -> dict:
    """The columns of a Citation row."""
    anchor = record.get("anchor", {})
    return {
        "source": refs.get("source", record["source"]),
        **{name: record.get(name, "") for name in PLAIN},
        **{f"anchor_{part}": anchor.get(part, "") for part in ANCHOR},
    }


def from_row(row) -> dict:
    return {
        "source": row.source.slug,
        **{name: getattr(row, name) for name in PLAIN},
        "anchor": lean({part: getattr(row, f"anchor_{part}") for part in ANCHOR}),
    }


def from_rows(rows) -> list[dict]:
    """Citations of one record, from its relation to them."""
    return [lean(from_row(row)) for row in rows.select_related("source")]


def to_keyed_columns(record: dict, refs) -> dict:
    return to_columns(record, refs) | {"key": record["key"]}


def from_keyed_rows(rows) -> list[dict]:
    return [lean({"key": row.key, **from_row(row)}) for row in rows.select_related("source")]
