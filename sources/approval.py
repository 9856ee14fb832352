"""The two-person rule: what is published has been read by somebody who did not write it.

An approval holds for one content, not for one revision: saving again without a change, or choosing another day for
publication, needs no new one; changing a word does. What was approved and published once is approved for that once: to go
back to it later needs a reader again. The models ask here whenever something becomes public, by whatever way.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder

from sources.gates import Problem, PublicationRefused, Reason
from sources.models.approval import Approval

# Where and when a record is public is not what it says; nor is who went through it again, and when (``claims.checks``).
BOOKKEEPING = {
    "pk", "live", "has_unpublished_changes", "first_published_at", "last_published_at", "latest_revision", "live_revision",
    "latest_revision_created_at", "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by", "owner",
    "content_type", "path", "depth", "numchild", "url_path", "draft_title", "translation_key", "locale", "alias_of",
    "wagtail_admin_comments", "last_checked", "next_review",
}  # fmt: skip


class ApprovalRefused(PublicationRefused):
    """Somebody may not approve; the reasons say why."""


def in_force() -> bool:
    return settings.TWO_PERSON_RULE


# The content


def digest(model, content: dict) -> str:
    """SHA-256 of what a reader would see of ``content``, a serialised instance of ``model``."""
    plain = json.loads(json.dumps(_essence(model, content), cls=DjangoJSONEncoder))
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def digest_of(instance) -> str:
    return digest(type(instance), instance.serializable_data())


def _essence(model, content: dict) -> dict:
    fields = {found.name: found for found in model._meta.get_fields()}
    kept = {}
    for name, value in content.items():
        about = fields.get(name)
        if name in BOOKKEEPING or (about is not None and about.concrete and not about.editable):
            continue
        if about is not None and about.one_to_many and isinstance(value, list):
            own = about.field.name
            value = [_essence(about.related_model, {k: v for k, v in row.items() if k != own}) for row in value]
        elif about is not None and about.many_to_many:
            value = sorted(value)
        if value not in ("", None, []) and value is not False:
            kept[name] = value
    return kept


# Who has written, who has read


def public_version(instance):
    """The record as the database holds it, if it is public there; otherwise None."""
    if not instance.pk:
        return None
    return type(instance)._default_manager.filter(pk=instance.pk, live=True).first()


def _last_published(instance) -> tuple:
    """(id of the public revision, time), from the database: a draft remembers what was so when it was written."""
    rows = type(instance)._default_manager.filter(pk=instance.pk).values_list("live_revision_id", "last_published_at")
    return rows.first() or (None, None)


def editors(instance) -> set[int]:
    """Ids of those who changed it since it was last published. Saving without a change is no change."""
    live_revision, published_at = _last_published(instance)
    revisions = instance.revisions.order_by("pk")
    if live_revision:
        revisions = revisions.filter(pk__gte=live_revision)
    elif published_at:
        revisions = revisions.filter(created_at__gt=published_at)
    found, before = set(), None
    for pk, user, content in revisions.values_list("pk", "user_id", "content").iterator(chunk_size=20):
        now = digest(type(instance), content)
        if user and now != before and pk != live_revision:
            found.add(user)
        before = now
    return found


def approvals(instance, of: str) -> list[Approval]:
    """Approvals of the content with the digest ``of``, given since the record was last published."""
    rows = Approval.objects.filter(content_type=_type(instance), object_id=str(instance.pk), digest=of).select_related("by")
    if published_at := _last_published(instance)[1]:
        rows = rows.filter(at__gt=published_at)
    return list(rows)


@dataclass
class Standing:
    """How far a content is from being approved."""

    needed: int
    reasons: list[str]  # why more than one is needed
    given: list[Approval]  # those that count
    editors: set[int]

    @property
    def missing(self) -> int:
        # An edition vouches for the whole of its records.
        return 0 if any(row.by_id is None for row in self.given) else max(0, self.needed - len(self.given))


def standing(instance) -> Standing:
    """Where ``instance``, with its content as it is in memory, stands."""
    wrote, seen, given = editors(instance), set(), []
    for row in approvals(instance, digest_of(instance)):
        if row.by_id is None or (row.by_id not in wrote and row.by_id not in seen):
            seen.add(row.by_id)
            given.append(row)
    reasons = list(instance.reasons_for_two())
    return Standing(2 if reasons else 1, reasons, given, wrote)


def problems(instance) -> list[Problem]:
    """Why ``instance`` as it stands in memory may not be public under the rule; empty if it may."""
    if not in_force():
        return []
    before = public_version(instance)
    if before is not None and digest_of(before) == digest_of(instance):
        return []
    found = standing(instance)
    if not found.missing:
        return []
    people = "one person" if found.needed == 1 else "two persons"
    why = f", because {' and '.join(found.reasons)}" if found.reasons else ""
    given = f" So far: {', '.join(row.name for row in found.given)}." if found.given else " Nobody has so far."
    reason = f"{people} who did not write it must have approved this version{why}.{given}"
    return [Problem(_item(instance), Reason(reason, "approval"))]


def _item(instance) -> str:
    words = instance._meta.verbose_name
    return f"{words[:1].upper()}{words[1:]} “{instance}”"


# Approving


def newest_draft(instance):
    """As the database has it now, whatever the instance in hand remembers."""
    revision = instance.revisions.order_by("-created_at", "-pk").first()
    return revision.as_object() if revision else instance


def may_approve(instance, user) -> bool:
    """Whether the rule lets this person approve the newest draft of ``instance``; of their permissions it knows nothing."""
    if not in_force():
        return True
    draft = newest_draft(instance)
    found = standing(draft)
    return user.pk not in found.editors and user.pk not in {row.by_id for row in found.given}


def approve(instance, user, comment: str = "") -> Standing:
    """Record that ``user`` approves the newest draft of ``instance`` and the draft sources that are to be published with
    it. Raises ApprovalRefused if they wrote any of it."""
    draft = newest_draft(instance)
    along = draft.drafts_along()
    refused = []
    for record in (draft, *along):
        if user.pk in editors(record) and in_force():
            refused.append(
                Problem(_item(record), Reason(f"{user} wrote part of it, and so cannot approve it.", "approval", record))
            )
    if refused:
        raise ApprovalRefused(draft, refused)
    for record in (draft, *along):
        if user.pk not in {row.by_id for row in approvals(record, digest_of(record))}:
            _record(record, user, str(user), comment)
    return standing(draft)


def _record(instance, user, name: str, comment: str = "") -> Approval:
    return Approval.objects.create(
        content_type=_type(instance), object_id=str(instance.pk), digest=digest_of(instance), by=user, name=name, comment=comment
    )


def _type(instance) -> ContentType:
    return ContentType.objects.get_for_model(type(instance), for_concrete_model=False)


# Files vouch for themselves once, people for what they read


@dataclass
class Voucher:
    """Who answers for what is loaded from files: ``people`` of the desk or, where there is no desk yet, the edition itself."""

    name: str
    people: list
    has_desk: bool

    def covers(self, instance) -> bool:
        return not self.has_desk or len(self.people) >= (2 if list(instance.reasons_for_two()) else 1)


_voucher: ContextVar[Voucher | None] = ContextVar("voucher", default=None)


@contextmanager
def vouched_for(name: str, people: Iterable = (), *, has_desk: bool) -> Iterator[None]:
    """Within this, what is published from files counts as approved by ``people``; each of them is kept with each record.
    Where there is no desk yet, ``name`` stands for them."""
    token = _voucher.set(Voucher(name, list(people), has_desk))
    try:
        yield
    finally:
        _voucher.reset(token)


def refuse_if_unapproved(instance) -> None:
    """Raises PublicationRefused."""
    voucher = _voucher.get()
    if voucher is None or not in_force():
        found = problems(instance)
    elif voucher.covers(instance):
        found = []
    else:
        why = f", because {' and '.join(reasons)}" if (reasons := list(instance.reasons_for_two())) else ""
        people = "two persons" if why else "a person"
        found = [Problem(_item(instance), Reason(f"{people} of the desk must vouch for it{why}.", "approval"))]
    if found:
        raise PublicationRefused(instance, found)


def note_voucher(instance) -> None:
    """Keep who vouched for what has just been published."""
    voucher = _voucher.get()
    if voucher is not None and in_force():
        for person in voucher.people or [None]:
            _record(instance, person, str(person) if person else voucher.name)
