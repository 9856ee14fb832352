"""What stands between a draft and the public.

A record that can be published says what is missing (``publication_problems``), and nobody publishes alone
(``sources.approval``). The model itself refuses: publishing, scheduling, saving as live, importing and scripting all end in
``publish`` or ``save`` and so in here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction

from sources.warning import Warned

UNPUBLISHED = "unpublished-source"


class Reason(str):
    """A sentence for the gate that also says which gate it is, where that can be waived or met later, and which other
    record it is about."""

    __slots__ = ("code", "record")

    def __new__(cls, words: str, code: str = "", record=None):
        made = super().__new__(cls, words)
        made.code, made.record = code, record
        return made

    def within(self, where: str) -> "Reason":
        """The same, said of a part."""
        return Reason(f"{where}: {self}", self.code, self.record)


@dataclass(frozen=True)
class Problem:
    """One reason against publication: which item, what is wrong with it as a full sentence, and, for a reader of files,
    the path of the field (("evidence", 2), counted from 0)."""

    item: str
    reason: str
    path: tuple = ()

    @property
    def code(self) -> str:
        return getattr(self.reason, "code", "")

    @property
    def record(self):
        return getattr(self.reason, "record", None)

    def __str__(self) -> str:
        return f"{self.item}: {self.reason}"


class PublicationRefused(ValidationError):
    """Publication was refused. ``record`` is the record, ``problems`` every reason at once."""

    def __init__(self, record, problems: list[Problem]):
        self.record, self.problems = record, problems
        super().__init__([ValidationError(str(problem), code="gate") for problem in problems])


class Gated(Warned):
    """Mixed in before Page or DraftStateMixin."""

    class Meta:
        abstract = True

    def publication_problems(self) -> list[Problem]:
        """What its content lacks."""
        return []

    def reasons_for_two(self) -> Iterator[str]:
        """Why two persons must approve it, and not one; each goes after “because”."""
        return iter(())

    def drafts_along(self) -> list[models.Model]:
        """Draft sources it cites, which are published with it."""
        from sources.models.citation import draft_sources

        return draft_sources(self)

    def draft_problems(self) -> list[Problem]:
        """What an editor still has to do before sending it on. A draft source is published with it, so only what that
        source lacks itself stands in the way."""
        along = {source.pk: source for source in self.drafts_along()}
        found = []
        for problem in self.publication_problems():
            source = along.get(problem.record.pk) if problem.code == UNPUBLISHED else None
            for reason in source.publication_problems() if source else [problem]:
                if reason not in found:
                    found.append(reason)
        return found

    def refuse_if_unpublishable(self) -> None:
        if problems := self.publication_problems():
            raise PublicationRefused(self, problems)

    def publish(self, revision, user=None, **kwargs):
        from sources import approval

        with transaction.atomic():
            # Also what is to be published later is refused now, while somebody is there to read why.
            wanted = revision.as_object()
            wanted.refuse_unless_ready()
            done = super().publish(revision, user=user, **kwargs)
            approval.note_voucher(wanted)
            return done

    def refuse_unless_ready(self) -> None:
        """Raises PublicationRefused. The draft sources it cites go ahead of it, if they were approved with it."""
        from sources import approval

        with transaction.atomic():
            for source in self.drafts_along():
                source.latest_revision.publish()
            self.refuse_if_unpublishable()
            approval.refuse_if_unapproved(self)

    def save(self, *args, **kwargs):
        # A save of named columns is bookkeeping by the framework (latest_revision, lock, ...), not a change of content.
        if not self.live or kwargs.get("update_fields"):
            return super().save(*args, **kwargs)
        with transaction.atomic():
            self.refuse_unless_ready()
            return super().save(*args, **kwargs)
