"""Loading an edition: one transaction, idempotent, and never over an editor's work."""

import difflib
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from explainer.actors.arrange import once_at_the_end
from explainer.editions.kinds import KINDS, References
from explainer.editions.models import LoadedRecord
from explainer.editions.problems import EditionError
from explainer.editions.prose import ProseError
from explainer.editions.read import Edition, Record, in_order
from explainer.editions.write import as_text, digest


@dataclass
class Report:
    """What a load did, or would do: labels such as ``claim everyone-has-a-score``."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_alone: dict[str, str] = field(default_factory=dict)  # label → the difference, as a unified diff
    kept: list[str] = field(default_factory=list)  # in the database from an earlier load, no longer in the files


@transaction.atomic
def load(edition: Edition, *, dry_run: bool = False, overwrite: bool = False) -> Report:
    """Bring the database to what the edition says. Raises EditionError, with every reason, and then changes nothing."""
    loading = _Loading(edition, overwrite)
    # Which record uses which, and what maps look like, is worked out once for each, not at each of many saves.
    with disable_reference_index_auto_update(), once_at_the_end():
        loading.everything()
    if loading.problems:
        raise EditionError(loading.problems)
    for instance in loading.written():
        ReferenceIndex.create_or_update_for_object(instance)
    if dry_run:
        transaction.set_rollback(True)
    return loading.report


class _Loading:
    def __init__(self, edition: Edition, overwrite: bool):
        self.edition, self.overwrite = edition, overwrite
        self.report, self.problems, self.refs = Report(), [], References()
        self.bases = {(row.kind, row.key): row.digest for row in LoadedRecord.objects.all()}
        self.to_finish = []

    def everything(self) -> None:
        for kind in KINDS.values():
            for record in in_order(kind, self.edition.of(kind.name))[0]:
                self._attempt(self._one, record, kind, record)
        for kind, record, instance in self.to_finish if not self.problems else []:
            self._attempt(self._finish, record, kind, record, instance)
        for kind_name, key in self.bases:
            if (kind_name, key) not in self.edition.records:
                self.report.kept.append(f"{kind_name} {key}")

    def written(self):
        """What was added or changed, as it now is in the database."""
        return [type(instance).objects.get(pk=instance.pk) for _, _, instance in self.to_finish if instance is not None]

    def _attempt(self, step, record: Record, *args) -> None:
        try:
            with transaction.atomic():
                step(*args)
        except KeyError:
            # What it refers to was refused, and that has been reported.
            if not self.problems:
                raise
        except ValidationError as error:
            for message in error.messages:
                self.problems.append(record.problem((), message))
        except IntegrityError as error:
            self.problems.append(record.problem((), f"The database refuses it: {error}."))

    def _one(self, kind, record: Record) -> None:
        label = f"{kind.name} {record.key}"
        instance = kind.find(record.key)
        if instance is None:
            instance = kind.build(record.key, record.values, self.refs)
            kind.save(instance, is_new=True)
            self.report.added.append(label)
            self._remember(kind, record, instance)
            return
        now, wanted = self._text(kind, instance), as_text(kind, record.values)
        base = self.bases.get((kind.name, record.key))
        if not kind.is_public(instance) or kind.has_draft(instance):
            edited = "an unpublished version of it" if not kind.is_public(instance) else "unpublished changes to it"
        else:
            edited = "" if now == wanted or base == digest(now) else "changes to it"
        self.refs.instances[kind.name, record.key] = instance
        if edited and not self.overwrite:
            difference = _difference(now, wanted, f"site: {label}", record.file)
            self.report.left_alone[label] = f"An editor has {edited}.\n{difference}"
        elif now == wanted and not edited:
            self.report.unchanged.append(label)
            self._remember(kind, record, instance, finish=False)
        else:
            instance = kind.build(record.key, record.values, self.refs, instance)
            kind.save(instance, is_new=False)
            self.report.changed.append(label)
            self._remember(kind, record, instance)

    def _remember(self, kind, record, instance, finish=True) -> None:
        self.refs.instances[kind.name, record.key] = instance
        self.to_finish.append((kind, record, instance if finish else None))

    def _finish(self, kind, record, instance) -> None:
        if instance is not None:
            kind.finish(instance, record.values, self.refs)
        LoadedRecord.objects.update_or_create(
            kind=kind.name, key=record.key, defaults={"digest": digest(as_text(kind, record.values))}
        )

    @staticmethod
    def _text(kind, instance) -> str:
        """The record as a dump would write it now. What an editor wrote may be more than a file can hold."""
        try:
            return as_text(kind, kind.record(instance))
        except ProseError as error:
            return f"(It cannot be written as a file: {error})"


def _difference(now: str, wanted: str, now_name: str, wanted_name: str) -> str:
    lines = difflib.unified_diff(now.splitlines(), wanted.splitlines(), now_name, wanted_name, lineterm="", n=1)
    return "\n".join(lines) or "The public version is the same as the file."
