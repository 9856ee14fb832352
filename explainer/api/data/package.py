"""What a machine must know of the tables: a Frictionless package, Datasette's metadata, schema.org, and all of it as a ZIP.

Sources: https://specs.frictionlessdata.io/tabular-data-package/, https://docs.datasette.io/en/stable/metadata.html,
https://schema.org/Dataset
"""

import json
import zipfile
from pathlib import Path

from django.template.loader import render_to_string

from explainer.api.data.caveats import CAVEATS, licence, licence_sentence
from explainer.api.data.files import write_csv, write_json
from explainer.api.data.kept import Kept, kept
from explainer.api.data.state import last_published, site_name
from explainer.api.data.table import Table
from explainer.api.data.tables import TABLES, references
from explainer.api.lists import absolute
from sources.citing.filed import filed_item
from sources.citing.formats import FORMATS
from sources.models import Source

NAME = "explainer"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP knows: the same content makes the same bytes


def kept_table(table: Table, form: str, bom: bool = False) -> Kept:
    """The whole of a table, as CSV or JSON."""

    def make(path: Path) -> None:
        with path.open("wb") as out:
            if form == "csv":
                write_csv(out, table, table.all_rows(), bom)
            else:
                write_json(out, table, table.all_rows())

    return kept(f"{table.name}{'-bom' if bom else ''}.{form}", make)


def kept_references(extension: str) -> Kept:
    """Every document cited, as a reference for other programs."""

    def make(path: Path) -> None:
        cited = Source.objects.published().select_related("publisher").prefetch_related("links").order_by("slug")
        path.write_text(FORMATS[extension].write([filed_item(source) for source in cited]), "utf-8")

    return kept(f"references.{extension}", make)


def kept_package() -> Kept:
    return kept("datapackage.json", lambda path: path.write_text(as_text(package()), "utf-8"))


def package() -> dict:
    address = absolute("/data/")
    found = {
        "profile": "tabular-data-package",
        "name": NAME,
        "id": address,
        "title": f"{site_name()}: open data",
        "description": "\n\n".join([licence_sentence(), *(f"{heading}. {text}" for heading, text in CAVEATS)]),
        "homepage": address,
        "version": str(last_published() or ""),
        "contributors": [{"title": site_name(), "path": absolute("/"), "role": "publisher"}],
        "sources": [{"title": "Every document cited", "path": absolute("/data/sources.csv")}],
        "resources": [resource(table) for table in TABLES.values()],
    }
    if given := licence():
        found["licenses"] = [{"name": given.name, "path": given.url} if given.url else {"name": given.name}]
    return {name: value for name, value in found.items() if value}


def resource(table: Table) -> dict:
    file = kept_table(table, "csv")
    schema = {
        "fields": [{"name": one.name, "type": one.in_schema, "description": one.meaning} for one in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = table.key
    if keys := [
        {"fields": column.name, "reference": {"resource": target.name if target is not table else "", "fields": target.key}}
        for column, target in references(table)
        if column.kind != "list"
    ]:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": f"{table.about}.",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.path.stat().st_size,
        "hash": f"sha256:{file.digest}",
        "rows": table.count(),
        "schema": schema,
    }


def datasette_metadata() -> dict:
    """For ``datasette explainer.sqlite --metadata metadata.json``."""
    given = licence()
    tables = {
        table.name: {
            "title": table.title,
            "description": f"{table.about}.",
            "columns": {column.name: column.meaning for column in table.columns},
            **({"label_column": table.label} if table.label else {}),
        }
        for table in TABLES.values()
    }
    return {
        "title": f"{site_name()}: open data",
        "description": licence_sentence(),
        "source": site_name(),
        "source_url": absolute("/data/"),
        **({"license": given.name, "license_url": given.url} if given else {}),
        "databases": {NAME: {"tables": tables}},
    }


def kept_zip() -> Kept:
    return kept(f"{NAME}.zip", make_zip)


def make_zip(path: Path) -> None:
    """Every table, the package that describes them, the references, and how to read it all."""
    parts = [(f"{table.name}.csv", kept_table(table, "csv").path) for table in TABLES.values()]
    parts += [("datapackage.json", kept_package().path), ("sources.csl.json", kept_references("json").path)]
    readme = render_to_string("data/readme.txt", about())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(_member("README.txt"), readme)
        for name, part in sorted(parts):
            with part.open("rb") as read, file.open(_member(name), "w") as write:
                while piece := read.read(1 << 20):
                    write.write(piece)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, LONG_AGO)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def about() -> dict:
    """For the page and the README."""
    return {
        "name": site_name(),
        "address": absolute("/data/"),
        "published": last_published(),
        "tables": list(TABLES.values()),
        "caveats": CAVEATS,
        "licence": licence(),
        "licence_sentence": licence_sentence(),
    }


def as_text(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
