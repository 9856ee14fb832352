"""What stood in public is not rewritten: the history of a claim only grows at its end."""

import datetime
from collections import Counter
from collections.abc import Iterator

from claims.choices import Verdict
from sources.choices import ChangeKind
from sources.gates import Problem

# What a row is called, by its second part: its verdict, or the kind of a correction
NAMES = {
    "verdicts": lambda value: f"the verdict “{Verdict(value).label}”",
    "corrections": lambda value: f"the {ChangeKind(value).label.lower()}",
}


def history_problems(page, item: str) -> Iterator[Problem]:
    yield from _kinds(page, item)
    # What was never public has nothing to hold to; and a check of files asks no database.
    last = page.versions.order_by("-number").values_list("content", flat=True).first() if page.version else None
    if last:
        verdicts = [(row["on"], row["verdict"]) for row in last["verdicts"]]
        corrections = [(row["on"], row["kind"]) for row in last["corrections"]]
        yield from _rewritten(item, "verdicts", verdicts, page.verdict_history)
        yield from _rewritten(item, "corrections", corrections, page.correction_history)


def _kinds(page, item: str) -> Iterator[Problem]:
    order = list(page.verdicts.all())
    for n, row in enumerate(page.verdict_history):
        place, where = f"{item}, verdict {order.index(row) + 1}", ("verdicts", order.index(row))
        if n and not row.kind:
            kinds = ", ".join(kind.label.lower() for kind in ChangeKind)
            yield Problem(place, f"it takes the place of another, so it must say what kind of change it is: {kinds}.", where)
        if not n and row.kind:
            yield Problem(place, "it is the first of the claim: nothing changed before it, so it has no kind.", where)


def _rewritten(item: str, relation: str, stood: list[tuple], rows: list) -> Iterator[Problem]:
    now = [row.stood for row in rows]
    if now[: len(stood)] == stood:
        return
    missing = list((Counter(stood) - Counter(now)).elements())
    for on, value in missing:
        name = f"{NAMES[relation](value)} of {_day(on)}"
        yield Problem(item, f"{name} stood in public and may not be rewritten or removed. Add a row below it.", (relation,))
    if not missing:
        on, value = next(mine for mine, theirs in zip(now, stood, strict=False) if mine != theirs)
        name = f"{NAMES[relation](value)} of {_day(on)}"
        yield Problem(item, f"{name} comes before what stood in public already. A new row comes after it.", (relation,))


def _day(iso: str) -> str:
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
