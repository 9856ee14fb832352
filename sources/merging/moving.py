"""What goes over from one source to the other, and back. Each in one transaction; what went over is written down."""

import datetime
from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import Max
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.log_actions import log

from sources.choices import LinkKind
from sources.identity import keys
from sources.merging import drafts
from sources.models import Capture, Citation, Derivation, Merge, Source, SourceLink

# Of the record that goes: what the merge changes, to be put back by the undo
OWN = ("live", "retired_on", "retired_reason", "merged_into_id", "replaced_by_id")


class MergeRefused(Exception):
    """The message is a full sentence for the person who asked."""


def objections(kept: Source, merged: Source) -> list[str]:
    """Why the two cannot be merged, before anything is tried."""
    found = []
    if kept.pk == merged.pk:
        found.append("A source cannot be merged into itself; choose another.")
    for source in (merged, kept):
        if source.merged_into_id:
            found.append(f"“{source}” was merged into “{source.merged_into}” already.")
    if merged.live and not kept.live:
        found.append(f"“{merged}” is public and “{kept}” is not; publish that first, or merge them the other way round.")
    return found


def what_moves(merged: Source) -> dict[str, int]:
    """Heading → number, for the person who decides."""
    counts = {
        kind.use_heading or kind._meta.verbose_name_plural: kind.objects.filter(source=merged).count()
        for kind in Citation.kinds()
    }
    counts |= {
        "Addresses": merged.links.count() + bool(merged.url),
        "Stored copies": merged.captures.count(),
        "Origins it derives from": merged.derivations.count(),
        "Sources made from it": Derivation.objects.filter(origin=merged).count(),
    }
    return {heading: count for heading, count in counts.items() if count}


@transaction.atomic
def merge(kept: Source, merged: Source, reason: str, user) -> Merge:
    """``merged`` leads to ``kept`` from now on."""
    kept, merged = _locked(kept, merged)
    if found := objections(kept, merged):
        raise MergeRefused(" ".join(found))
    before = {
        name: str(value) if isinstance(value, datetime.date) else value for name in OWN for value in [getattr(merged, name)]
    }
    moved = {"before": before, "kept_replaced_by": kept.replaced_by_id, "citations": {}}
    for kind in Citation.kinds():
        if ids := _ids(kind.objects.filter(source=merged)):
            kind.objects.filter(pk__in=ids).update(source=kept)
            moved["citations"][kind._meta.label] = ids
    moved |= _move_addresses(kept, merged) | _move_derivations(kept, merged) | _move_the_rest(kept, merged)
    fields = {
        "live": False,
        "merged_into": kept,
        "retired_on": timezone.localdate(),
        "retired_reason": reason,
        "replaced_by": None,
    }
    Source.objects.filter(pk=merged.pk).update(**fields)
    if kept.replaced_by_id == merged.pk:
        Source.objects.filter(pk=kept.pk).update(replaced_by=None)
    if Source.objects.get(pk=kept.pk)._derives_in_a_circle():
        raise MergeRefused(f"One of the two goes back to the other by way of a third source; “{kept}” would be its own origin.")
    moved["drafts"] = drafts.rewrite(kept, merged, moved)
    made = Merge.objects.create(kept=kept, merged=merged, reason=reason, by=user, moved=moved)
    _tell(made, "sources.merge", user)
    return made


@transaction.atomic
def undo(merge: Merge, user) -> None:
    """Everything that went over goes back, and nothing else: what was added to the kept one since stays with it."""
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    kept, merged = _locked(merge.kept, merge.merged)
    if merge.undone_at:
        raise MergeRefused("This merge was undone already.")
    if kept.merged_into_id:
        raise MergeRefused(f"“{kept}” was itself merged into “{kept.merged_into}” since; undo that first.")
    moved = merge.moved
    for label, ids in moved["citations"].items():
        kind = next(kind for kind in Citation.kinds() if kind._meta.label == label)
        kind.objects.filter(pk__in=ids, source=kept).update(source=merged)
    _move_back(kept, merged, moved)
    Source.objects.filter(pk=kept.pk, replaced_by=None).update(replaced_by=moved["kept_replaced_by"])
    Source.objects.filter(pk__in=moved["replaces"], replaced_by=kept).update(replaced_by=merged)
    Source.objects.filter(pk__in=moved["merged_from"], merged_into=kept).update(merged_into=merged)
    Source.objects.filter(pk=merged.pk).update(**moved["before"])
    drafts.restore(moved["drafts"])
    merge.undone_at, merge.undone_by = timezone.now(), user
    merge.save(update_fields=["undone_at", "undone_by"])
    _tell(merge, "sources.undo_merge", user)


def _move_addresses(kept: Source, merged: Source) -> dict:
    """Links go over unless the kept one has their address already; the address of the merged one becomes a link."""
    known = {kept.url, *kept.links.values_list("url", flat=True)}
    place = (kept.links.aggregate(last=Max("sort_order"))["last"] or 0) + 1
    went = []
    for n, link in enumerate(SourceLink.objects.filter(source=merged).exclude(url__in=known).order_by("sort_order")):
        went.append([link.pk, link.sort_order])
        SourceLink.objects.filter(pk=link.pk).update(source=kept, sort_order=place + n)
        known.add(link.url)
    new = []
    if merged.url and merged.url not in known:
        link = SourceLink.objects.create(source=kept, kind=LinkKind.MIRROR, url=merged.url, sort_order=place + len(went))
        new.append(link.pk)
    return {"links": went, "new_links": new}


def _move_derivations(kept: Source, merged: Source) -> dict:
    """Both ends. What would make the kept one its own origin, or say one thing twice, is taken out and remembered."""
    origins = set(kept.derivations.values_list("origin_id", flat=True)) | {kept.pk}
    ids = _ids(Derivation.objects.filter(source=merged).exclude(origin__in=origins))
    Derivation.objects.filter(pk__in=ids).update(source=kept)
    sources = set(Derivation.objects.filter(origin=kept).values_list("source_id", flat=True)) | {kept.pk}
    doubled = Derivation.objects.filter(origin=merged, source__in=sources)
    removed = list(doubled.values("pk", "source_id", "origin_id", "kind", "note", "sort_order"))
    doubled.delete()
    derived = _ids(Derivation.objects.filter(origin=merged))
    Derivation.objects.filter(pk__in=derived).update(origin=kept)
    return {"derivations": ids, "derived": derived, "removed": removed}


def _move_the_rest(kept: Source, merged: Source) -> dict:
    captures = _ids(Capture.objects.filter(source=merged).exclude(sha256__in=kept.captures.values("sha256")))
    Capture.objects.filter(pk__in=captures).update(source=kept)
    replaces = _ids(Source.objects.filter(replaced_by=merged).exclude(pk=kept.pk))
    Source.objects.filter(pk__in=replaces).update(replaced_by=kept)
    merged_from = _ids(Source.objects.filter(merged_into=merged))
    Source.objects.filter(pk__in=merged_from).update(merged_into=kept)
    return {"captures": captures, "replaces": replaces, "merged_from": merged_from}


def _move_back(kept: Source, merged: Source, moved: dict) -> None:
    for pk, place in moved["links"]:
        SourceLink.objects.filter(pk=pk, source=kept).update(source=merged, sort_order=place)
    SourceLink.objects.filter(pk__in=moved["new_links"], source=kept).delete()
    taken = Derivation.objects.filter(source=merged).values_list("origin", flat=True)
    Derivation.objects.filter(pk__in=moved["derivations"], source=kept).exclude(origin__in=list(taken)).update(source=merged)
    Derivation.objects.filter(pk__in=moved["derived"], origin=kept).update(origin=merged)
    for row in moved["removed"]:
        pair = {name: row[name] for name in ("source_id", "origin_id")}
        if not Derivation.objects.filter(**pair).exists() and not Derivation.objects.filter(pk=row["pk"]).exists():
            Derivation.objects.create(**row)
    there = list(Capture.objects.filter(source=merged).values_list("sha256", flat=True))
    Capture.objects.filter(pk__in=moved["captures"], source=kept).exclude(sha256__in=there).update(source=merged)


def _locked(*sources: Source) -> list[Source]:
    found = {source.pk: source for source in Source.objects.select_for_update().filter(pk__in=[source.pk for source in sources])}
    return [found[source.pk] for source in sources]


def _ids(rows: models.QuerySet) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _tell(merge: Merge, action: str, user) -> None:
    """The log, and all that follows what is saved (keys, search): rows were moved without saving what they hang on."""
    for source in Source.objects.filter(pk__in=[merge.kept_id, merge.merged_id]):
        log(instance=source, action=action, user=user, data={"kept": merge.kept.slug, "merged": merge.merged.slug})
        keys.refresh(source)
        _saved(source)
    for record in _resting_on(merge):
        _saved(record)


def _resting_on(merge: Merge) -> Iterable[models.Model]:
    seen = set()
    for kind in Citation.kinds():
        for row in kind.objects.filter(pk__in=merge.moved["citations"].get(kind._meta.label, [])):
            record = row.used_by
            if (type(record), record.pk) not in seen:
                seen.add((type(record), record.pk))
                yield record


def _saved(record: models.Model) -> None:
    post_save.send(type(record), instance=record, created=False, raw=False, using=record._state.db, update_fields=None)
