"""The sources of the first edition as references, made from its files without a database."""

from functools import cache

import yaml

from explainer.editions.read import find
from sources.citing.csl import csl_item
from sources.models import Publisher, Source

PLAIN = ("title", "title_original", "language", "kind", "document_number", "issued", "url")


@cache
def items() -> list[dict]:
    folder = find("china-social-credit")
    rows = yaml.load((folder / "publishers.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    issuers = {row["key"]: row["name"] for row in rows}
    found = []
    for path in sorted((folder / "sources").glob("*.yaml")):
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        source = Source(slug=path.stem, **{name: str(record.get(name, "")) for name in PLAIN})
        source.publisher = Publisher(name=issuers[record["publisher"]])
        source.authors = "\n".join(record.get("authors", []))
        found.append(csl_item(source))
    return found
