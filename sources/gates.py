"""What stands between a draft and the public.

A record that can be published says what is missing (``publication_problems``). The model itself refuses: publishing,
scheduling, saving as live, importing and scripting all end in ``publish`` or ``save`` and so in here.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models


@dataclass(frozen=True)
class Problem:
    """One reason against publication: which item, what is wrong with it as a full sentence, and, for a reader of files,
    the path of the field (("evidence", 2), counted from 0)."""

    item: str
    reason: str
    path: tuple = ()

    def __str__(self) -> str:
        return f"{self.item}: {self.reason}"


class PublicationRefused(ValidationError):
    """Publication was refused. ``record`` is the record, ``problems`` every reason at once."""

    def __init__(self, record, problems: list[Problem]):
        self.record, self.problems = record, problems
        super().__init__([ValidationError(str(problem), code="gate") for problem in problems])


class Gated(models.Model):
    """Mixed in before Page or DraftStateMixin."""

    class Meta:
        abstract = True

    def publication_problems(self) -> list[Problem]:
        raise NotImplementedError

    def refuse_if_unpublishable(self) -> None:
        if problems := self.publication_problems():
            raise PublicationRefused(self, problems)

    def publish(self, revision, *args, **kwargs):
        revision.as_object().refuse_if_unpublishable()
        return super().publish(revision, *args, **kwargs)

    def save(self, *args, **kwargs):
        # A save of named columns is bookkeeping by the framework (latest_revision, lock, ...), not a change of content.
        if self.live and not kwargs.get("update_fields"):
            self.refuse_if_unpublishable()
        return super().save(*args, **kwargs)
