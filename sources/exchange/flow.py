"""From a file to drafts and back: read → look over → take in, in one transaction → undo."""

import hashlib

from django.db import transaction
from django.utils import timezone

from sources.exchange.kinds import KINDS, ImportKind
from sources.exchange.rows import CREATE, SKIP, UPDATE, Row, State, as_json, count
from sources.models import ImportBatch
from sources.models.batch import BatchState


class Settled(Exception):
    """Somebody else was quicker; or the batch is past this step."""


class LooksDifferent(Exception):
    """What is known has changed since these rows were looked over; they are shown again."""

    def __init__(self, rows: list[Row]):
        self.rows = rows


class CannotUndo(Exception):
    def __init__(self, objections: dict[int, str]):
        self.objections = objections


def rows_of(batch: ImportBatch) -> list[Row]:
    return [Row(**row) for row in batch.rows]


def prepare(kind: ImportKind, name: str, data: bytes, user) -> ImportBatch:
    """Read and compare. Raises UnreadableFile, and then nothing is kept."""
    form, items = kind.read(name, data)
    rows = kind.plan(items, form, user)
    digest = hashlib.sha256(data).hexdigest()
    return ImportBatch.objects.create(
        kind=kind.name, format=form, file=name[:200], sha256=digest, by=user, counts=count(rows), rows=as_json(rows)
    )


@transaction.atomic
def choose(batch: ImportBatch, choices: dict[int, dict]) -> None:
    """Keep what was chosen: number of a row → {"action", "take": names of fields, options}. What is not on offer is ignored."""
    batch = _locked(batch, BatchState.PREVIEW)
    rows = rows_of(batch)
    option_choices = KINDS[batch.kind].option_choices
    for row in rows:
        chosen = choices.get(row.n)
        if chosen is None:
            continue
        if chosen.get("action") in row.actions:
            row.action = chosen["action"]
        for change in row.changes:
            change.take = change.name in chosen.get("take", ())
        for name in row.options:
            if chosen.get(name) in dict(option_choices.get(name, ())):
                row.options[name] = chosen[name]
    _keep(batch, rows)


@transaction.atomic
def choose_side(batch: ImportBatch, theirs: bool) -> None:
    """Where both have a value: that of the file, or ours."""
    batch = _locked(batch, BatchState.PREVIEW)
    rows = rows_of(batch)
    for change in (change for row in rows if row.state == State.CONFLICT for change in row.changes if change.is_conflict):
        change.take = theirs
    _keep(batch, rows)


def commit(batch: ImportBatch, user) -> ImportBatch:
    """All or nothing, and exactly what was looked over. Raises LooksDifferent if that can no longer be done."""
    with transaction.atomic():
        batch = _locked(batch, BatchState.PREVIEW)
        kind, rows = KINDS[batch.kind], rows_of(batch)
        now = kind.plan([row.item for row in rows], batch.format, user)
        for row, fresh in zip(rows, now, strict=True):
            fresh.choose_as(row)
        different = [fresh for row, fresh in zip(rows, now, strict=True) if fresh.seen != row.seen]
        if not different:
            kind.commit([row for row in rows if row.does != SKIP], batch, user)
            batch.state, batch.done_at = BatchState.DONE, timezone.now()
            batch.counts = count(rows) | {"created": _doing(rows, CREATE), "updated": _doing(rows, UPDATE)}
        else:
            rows, batch.counts = now, count(now)
        _keep(batch, rows)
    if different:
        raise LooksDifferent(different)
    return batch


@transaction.atomic
def undo(batch: ImportBatch, user, leave: bool = False) -> dict[int, str]:
    """Take back all that was done. What somebody has worked on since cannot be: then nothing is, unless ``leave`` says that
    the rest shall be. Returns what was left, and why."""
    batch = _locked(batch, BatchState.DONE)
    kind, rows = KINDS[batch.kind], rows_of(batch)
    done = [row for row in rows if row.done]
    objections = kind.objections(done, batch)
    if objections and not leave:
        raise CannotUndo(objections)
    kind.undo([row for row in done if row.n not in objections], batch, user)
    for row in done:
        row.done = row.done | ({"left": objections[row.n]} if row.n in objections else {"undone": True})
    batch.state, batch.undone_by, batch.undone_at = BatchState.UNDONE, user, timezone.now()
    batch.counts = batch.counts | {"left": len(objections)}
    _keep(batch, rows)
    return objections


def discard(batch: ImportBatch) -> None:
    """What was read is forgotten; that it was read is not."""
    preview = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.PREVIEW)
    if not preview.update(state=BatchState.DISCARDED, rows=[]):
        raise Settled


def _doing(rows: list[Row], what: str) -> int:
    return sum(row.does == what for row in rows)


def _locked(batch: ImportBatch, state: str) -> ImportBatch:
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state != state:
        raise Settled
    return batch


def _keep(batch: ImportBatch, rows: list[Row]) -> None:
    batch.rows = as_json(rows)
    batch.save()
