"""Pages whose prose rests on numbered citations: what they have in common."""

from collections import Counter

from sources.gates import Problem
from sources.models.citation import KeyedCitation, attach_sources, citation_problems


def numbered(citations) -> list[KeyedCitation]:
    """The citations with their sources, each with ``number`` as it stands in the list."""
    rows = list(citations)
    attach_sources(rows)
    for n, row in enumerate(rows, 1):
        row.number = n
    return rows


def essay_problems(item: str, texts: dict[str, tuple[str, list[str]]], citations: list[KeyedCitation]) -> list[Problem]:
    """What stands against prose and the citations it points to. ``texts``: field → its name and the keys it points to."""
    problems = citation_problems(item, citations)
    keys = Counter(row.key for row in citations)
    problems += [
        Problem(item, f"{times} citations share the key “{key}”.", ("citations",)) for key, times in keys.items() if times > 1
    ]
    for field, (name, pointed_to) in texts.items():
        problems += [
            Problem(item, f"“{name}” points to [^{key}], but no citation has that key.", (field,))
            for key in pointed_to
            if key not in keys
        ]
    return problems
