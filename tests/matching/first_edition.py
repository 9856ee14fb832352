"""The matcher of the first edition, made from its files: what the site makes from its database, without the minute of loading."""

import re
from functools import cache

import yaml

from claims.matching.known import Told
from claims.matching.matcher import Matcher
from explainer.editions.read import find

REFERENCE = re.compile(r"\[\^[\w-]+\]|\]\([^)]*\)|[\[*#]")


@cache
def records() -> dict[str, dict]:
    found = {}
    for path in sorted((find("china-social-credit") / "claims").glob("*.md")):
        _, facts, prose = path.read_text(encoding="utf-8").split("---\n", 2)
        found[path.stem] = yaml.load(facts, yaml.CSafeLoader) | {"prose": prose}
    return found


@cache
def matcher() -> Matcher:
    wordings, background = [], []
    for slug, record in records().items():
        variants, phrases = [row["wording"] for row in record.get("variants", [])], record.get("phrases", [])
        claim = Told(slug, record["statement"], record["title"], variants, phrases, len(record["appearances"]))
        wordings += claim.wordings(phrases)
        background += [row["says"] for row in record["evidence"]]
        background += [REFERENCE.sub("", part) for part in record["prose"].split("\n\n") if not part.startswith("## ")]
    return Matcher(wordings, background)
