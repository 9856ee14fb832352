"""Drafts that an import makes of what is known, and their way back."""

from collections.abc import Iterator
from datetime import datetime

from wagtail.log_actions import log
from wagtail.models import Revision

from sources.approval import digest
from sources.exchange.rows import Row
from sources.models import ImportBatch


def why_no_draft(record, user) -> str:
    """Why an import may not make a draft of ``record`` now; empty if it may."""
    lock = record.get_lock()
    if lock and lock.for_user(user):
        return "It is locked, or waits for its day of publication; so no draft of it can be made."
    if record.current_workflow_state:
        return "It is in review, and must not change under its reader."
    return ""


def save_draft(record, draft, user) -> dict:
    """Save ``draft`` as the newest of ``record``. Returns what ``put_back`` needs."""
    before, had_draft = record.latest_revision_id, record.has_unpublished_changes
    if before is None:
        # What was there has no revision yet; without one there would be nothing to go back to.
        before = type(record)._default_manager.get(pk=record.pk).save_revision(clean=False, changed=False).pk
    revision = draft.save_revision(user=user, clean=False)
    record.refresh_from_db()
    return {"revision": revision.pk, "before": before, "had_draft": had_draft}


def log_import(record, row: Row, batch: ImportBatch, user) -> None:
    """The notes of the file stand in the history of the record, for whoever looks it over."""
    data = {"file": str(batch), "where": row.where, "notes": row.notes}
    log(instance=record, action="sources.import", user=user, revision=record.latest_revision, data=data, content_changed=True)


def why_not(record, revision: int) -> str:
    """Why what an import did to ``record`` cannot be undone; empty if nothing stands against it."""
    if record is None:
        return "It is not there any more."
    if getattr(record, "live_revision_id", None) == revision:
        return "It has been published since."
    if record.latest_revision_id != revision and not _says_the_same(record, revision):
        who = record.latest_revision.user if record.latest_revision else None
        return f"{who.get_full_name() or who.get_username()} has worked on it since." if who else "It has been worked on since."
    if record.current_workflow_state:
        return "It is in review."
    return ""


def _says_the_same(record, revision: int) -> bool:
    """Whether the newest draft says what that revision says: saved again, or changed and changed back."""
    was = Revision.objects.filter(pk=revision).first()
    newest = record.latest_revision
    return bool(was and newest) and digest(type(record), was.content) == digest(type(record), newest.content)


def put_back(record, done: dict, user) -> None:
    """The draft before becomes the newest again, as a revision of its own: the history keeps both."""
    before = Revision.objects.get(pk=done["before"])
    before.as_object().save_revision(user=user, clean=False, log_action="wagtail.revert", previous_revision=before)
    if not done["had_draft"]:
        type(record)._default_manager.filter(pk=record.pk).update(has_unpublished_changes=False)


def numbers_named(since: datetime, names: set[str]) -> set[int]:
    """Every number that stands under one of ``names`` in a draft written since then."""
    found: set[int] = set()
    for content in Revision.objects.filter(created_at__gte=since).values_list("content", flat=True).iterator(chunk_size=50):
        found.update(_numbers(content, names))
    return found


def _numbers(value, names: set[str]) -> Iterator[int]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in names and isinstance(inner, int):
                yield inner
            yield from _numbers(inner, names)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner, names)
