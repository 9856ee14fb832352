"""Loading an edition: one transaction, idempotent, and never over an editor's work."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models.signals import post_save
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backends
from wagtail.search.index import get_indexed_instance, get_indexed_models
from wagtail.search.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from explainer import statistics
from explainer.actors.arrange import once_at_the_end
from explainer.editions.kinds import KINDS, References
from explainer.editions.models import LoadedRecord
from explainer.editions.problems import EditionError
from explainer.editions.prose import ProseError
from explainer.editions.read import Edition, Record, in_order
from explainer.editions.write import as_text, digest
from explainer.search import indexing
from sources import approval

AT_ONCE = 200


@dataclass
class Report:
    """What a load did, or would do: labels such as ``claim everyone-has-a-score``."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_alone: dict[str, str] = field(default_factory=dict)  # label → the difference, as a unified diff
    kept: list[str] = field(default_factory=list)  # in the database from an earlier load, no longer in the files


@transaction.atomic
def load(edition: Edition, *, dry_run: bool = False, overwrite: bool = False, approved_by: Iterable[User] = ()) -> Report:
    """Bring the database to what the edition says. Raises EditionError, with every reason, and then changes nothing.

    Where a desk works already, what is new or changed needs people of it who have read it: ``approved_by``.
    """
    loading = _Loading(edition, overwrite)
    has_desk = get_user_model().objects.exists()
    # Which record uses which, what a search finds and what maps look like is worked out once, not at each of many saves.
    with (
        disable_reference_index_auto_update(),
        search_index_at_the_end(),
        indexing.at_the_end(),
        once_at_the_end(),
        approval.vouched_for(f"edition {edition.folder.name}", approved_by, has_desk=has_desk),
    ):
        loading.everything()
        if loading.problems:
            raise EditionError(loading.problems)
    for instance in loading.written():
        ReferenceIndex.create_or_update_for_object(instance)
    if len(loading.report.added) + len(loading.report.changed) > AT_ONCE:
        statistics.refresh()
    if dry_run:
        transaction.set_rollback(True)
    return loading.report


@contextmanager
def search_index_at_the_end():
    """Collect what has to be indexed for the search and do it together: at each save the index reads all its entries."""
    saved: dict[type, set] = defaultdict(set)

    def remember(sender, instance, raw=False, **kwargs):
        if not raw:
            saved[sender].add(instance.pk)

    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
        post_save.connect(remember, sender=model, weak=False)
    try:
        yield
    finally:
        for model in models:
            post_save.disconnect(remember, sender=model)
            post_save.connect(post_save_signal_handler, sender=model)
    for model, keys in saved.items():
        for some in _portions(sorted(keys)):
            found = [instance for row in model.objects.filter(pk__in=some) if (instance := get_indexed_instance(row))]
            for kind in {type(instance) for instance in found}:
                for backend in get_search_backends(with_auto_update=True):
                    backend.add_bulk(kind, [instance for instance in found if type(instance) is kind])


def _portions(things: list) -> Iterator[list]:
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]


class _Loading:
    def __init__(self, edition: Edition, overwrite: bool):
        self.edition, self.overwrite = edition, overwrite
        self.report, self.problems, self.refs = Report(), [], References()
        self.bases = {(row.kind, row.key): row.digest for row in LoadedRecord.objects.all()}
        self.to_finish, self.loaded = [], []

    def everything(self) -> None:
        for kind in KINDS.values():
            for record in in_order(kind, self.edition.of(kind.name))[0]:
                self._attempt(self._one, record, kind, record)
        for kind, record, instance in self.to_finish if not self.problems else []:
            self._attempt(self._finish, record, kind, record, instance)
        LoadedRecord.objects.bulk_create(
            self.loaded, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["kind", "key"], update_fields=["digest"]
        )
        for kind_name, key in self.bases:
            if (kind_name, key) not in self.edition.records:
                self.report.kept.append(f"{kind_name} {key}")

    def written(self) -> Iterator:
        """What was added or changed, as it now is in the database."""
        for kind in KINDS.values():
            keys: dict[type, list] = defaultdict(list)
            for of_kind, _, instance in self.to_finish:
                if of_kind is kind and instance is not None:
                    keys[type(instance)].append(instance.pk)
            for model, all_keys in keys.items():
                for some in _portions(all_keys):
                    yield from model.objects.filter(pk__in=some).prefetch_related(*kind.row_paths())

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
        base = self.bases.get((kind.name, record.key))
        now, error = self._now(kind, instance)
        same = not error and now == record.values
        if not kind.is_public(instance) or kind.has_draft(instance):
            edited = "an unpublished version of it" if not kind.is_public(instance) else "unpublished changes to it"
        else:
            edited = "" if same or (not error and base == digest(as_text(kind, now))) else "changes to it"
        self.refs.instances[kind.name, record.key] = instance
        if edited and not self.overwrite:
            now, wanted = error or as_text(kind, now), as_text(kind, record.values)
            difference = _difference(now, wanted, f"site: {label}", record.file)
            self.report.left_alone[label] = f"An editor has {edited}.\n{difference}"
        elif same and not edited:
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
        made_of = digest(as_text(kind, record.values))
        if self.bases.get((kind.name, record.key)) != made_of:
            self.loaded.append(LoadedRecord(kind=kind.name, key=record.key, digest=made_of))

    @staticmethod
    def _now(kind, instance) -> tuple[dict, str]:
        """The record as a dump would write it now, or why it cannot: what an editor wrote may be more than a file can hold."""
        try:
            return kind.record(instance), ""
        except ProseError as error:
            return {}, f"(It cannot be written as a file: {error})"


def _difference(now: str, wanted: str, now_name: str, wanted_name: str) -> str:
    lines = difflib.unified_diff(now.splitlines(), wanted.splitlines(), now_name, wanted_name, lineterm="", n=1)
    return "\n".join(lines) or "The public version is the same as the file."
