"""Measures the retrieval of the site on a public benchmark: the code that answers readers, nothing else.

A set is a folder with ``claims.tsv`` (id, text, title, speaker), ``queries.tsv`` (id, text, relevant ids joined by |)
and ``nomatch.tsv`` (id, text, kind). Kinds ``judged-match`` and ``cross-unchecked`` are left out: a reader found true
matches among them. False answers are counted on kind ``plain`` where a set has it.
"""

import csv
import math
import resource
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from claims.matching.lexical import Wording
from claims.matching.matcher import Matcher
from claims.matching.meaning import Meaning

NEEDED = {"claims.tsv": ("id", "text", "title"), "queries.tsv": ("id", "text", "relevant"), "nomatch.tsv": ("id", "text", "kind")}
UNUSABLE = {"judged-match", "cross-unchecked"}
DEPTH = 50
FALSE_ANSWERS = 0.01


class BadSet(ValueError):
    """A folder that is no set: names the file and the reason."""


@dataclass
class Set:
    name: str
    claims: list[dict[str, str]]
    queries: list[tuple[str, set[str]]]
    nomatch: list[str]

    @classmethod
    def read(cls, folder: Path) -> "Set":
        tables = {name: list(_rows(folder / name, columns)) for name, columns in NEEDED.items()}
        usable = [row for row in tables["nomatch.tsv"] if row["kind"] not in UNUSABLE]
        plain = [row for row in usable if row["kind"] == "plain"] or usable
        if not (tables["claims.tsv"] and tables["queries.tsv"] and plain):
            raise BadSet(f"{folder}: claims, queries and sentences without a match are all needed; one of them is empty.")
        queries = [(row["text"], set(row["relevant"].split("|"))) for row in tables["queries.tsv"]]
        return cls(folder.name, tables["claims.tsv"], queries, [row["text"] for row in plain])

    def wordings(self) -> list[Wording]:
        met = Counter(row.get("speaker", "") for row in self.claims)
        return [
            Wording(row["id"], row["text"], row["title"], math.log(met[row["speaker"]]) if row.get("speaker") else 0.0)
            for row in self.claims
        ]


def sets_in(path: Path) -> list[Set]:
    """All sets in a folder, or the one that it is itself."""
    folders = [path] if (path / "claims.tsv").is_file() else sorted(p.parent for p in path.glob("*/claims.tsv"))
    if not folders:
        raise BadSet(f"{path}: no folder with a claims.tsv in it.")
    return [Set.read(folder) for folder in folders]


def measure(one: Set, meaning: Meaning | None = None) -> dict[str, float]:
    began = time.perf_counter()
    matcher = Matcher(one.wordings(), meaning=meaning)
    index_s = time.perf_counter() - began
    took: list[float] = []

    def ask(sentence):
        at = time.perf_counter()
        found = matcher.match(sentence, DEPTH)
        took.append((time.perf_counter() - at) * 1000)
        return found

    answers = [(ask(text), relevant) for text, relevant in one.queries]
    false = [found[0].score if (found := ask(text)) else 0.0 for text in one.nomatch]
    right = [found[0].score for found, relevant in answers if found and found[0].claim in relevant]
    ranks = [[n for n, match in enumerate(found, 1) if match.claim in relevant] for found, relevant in answers]
    return {
        "mrr": _mean([1 / found[0] if found else 0.0 for found in ranks]),
        "map5": _mean([_precision(found, len(relevant)) for found, (_, relevant) in zip(ranks, answers, strict=True)]),
        "hit1": _mean([bool(found) and found[0] == 1 for found in ranks]),
        "hit5": _mean([bool(found) and found[0] <= 5 for found in ranks]),
        "auroc_right": _auroc(right, false),
        "recall_at_1pct_false": sum(score > _threshold(false) for score in right) / len(answers),
        "p50_ms": _percentile(took, 50),
        "p95_ms": _percentile(took, 95),
        "index_s": index_s,
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _rows(path: Path, columns):
    if not path.is_file():
        raise BadSet(f"{path}: there is no such file.")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = [name for name in columns if name not in (rows.fieldnames or [])]
        if missing:
            raise BadSet(f"{path}: the first line does not name {', '.join(missing)}.")
        for row in rows:
            yield {name: value or "" for name, value in row.items() if name}


def _precision(ranks: list[int], relevant: int) -> float:
    """AP@5 of the CheckThat! labs: divided by the five, or fewer, that could be found."""
    return sum(n / rank for n, rank in enumerate(ranks, 1) if rank <= 5) / min(5, relevant)


def _auroc(positive: list[float], negative: list[float]) -> float:
    ordered = sorted(negative)
    wins = sum(bisect_left(ordered, score) + bisect_right(ordered, score) for score in positive)
    return wins / 2 / len(positive) / len(ordered) if positive else 0.0


def _threshold(false: list[float]) -> float:
    """At most this share of sentences without a match score higher."""
    return sorted(false, reverse=True)[int(FALSE_ANSWERS * len(false))]


def _percentile(values: list[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def _mean(values) -> float:
    return sum(values) / len(values)
