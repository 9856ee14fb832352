"""Drafts that name a merged source. A page is edited and published from its latest revision, so that has to follow too;
older revisions stay as they were, and a citation that comes back from one finds its way when it is saved."""

import hashlib
import json
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Revision, TaskState

from sources.models import Derivation, Source, SourceLink

NAMES = ("source", "origin", "replaced_by")


def rewrite(kept: Source, merged: Source, moved: dict) -> list[dict]:
    """Let every current draft name ``kept``. Returns, for each, the parts that changed as they were."""
    done = []
    type_id = ContentType.objects.get_for_model(Source).pk
    for revision in _current(kept, merged):
        content = json.loads(json.dumps(revision.content))
        if revision.base_content_type_id == type_id:
            if revision.object_id == str(merged.pk):
                continue  # it is not published while it is merged
            _rewrite_source(content, kept, merged, moved)
        else:
            for name, rows in content.items():
                if isinstance(rows, list):
                    content[name] = _replaced(rows, merged.pk, kept.pk)
        changed = [name for name in content if content[name] != revision.content.get(name)]
        if changed:
            before = {name: revision.content.get(name) for name in changed}
            done.append({"revision": revision.pk, "before": before, "after": {name: _digest(content[name]) for name in changed}})
            Revision.objects.filter(pk=revision.pk).update(content=content)
    return done


def restore(done: list[dict]) -> None:
    """Put back what nobody has changed since."""
    for row in done:
        revision = Revision.objects.filter(pk=row["revision"]).first()
        if revision:
            back = {
                name: value for name, value in row["before"].items() if _digest(revision.content.get(name)) == row["after"][name]
            }
            Revision.objects.filter(pk=revision.pk).update(content=revision.content | back)


def _current(kept: Source, merged: Source) -> Iterator[Revision]:
    """Revisions that can still be published as they are: the latest of each record, those scheduled or in review."""
    named = Q()
    for name in NAMES:
        named |= Q(as_text__contains=f'"{name}": {merged.pk}')
    own = Q(object_id=str(kept.pk), base_content_type=ContentType.objects.get_for_model(Source))
    in_review = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision")
    for revision in Revision.objects.annotate(as_text=Cast("content", TextField())).filter(named | own).order_by("pk"):
        waits = revision.approved_go_live_at or in_review.filter(revision=revision).exists()
        if waits or revision.is_latest_revision():
            yield revision


def _rewrite_source(content: dict, kept: Source, merged: Source, moved: dict) -> None:
    own = content.get("pk") == kept.pk
    rows = [row for row in content.get("derivations", []) if not (own and row.get("origin") == merged.pk)]
    if not any(row.get("origin") == kept.pk for row in rows):
        rows = [row | {"origin": kept.pk} if row.get("origin") == merged.pk else row for row in rows]
    content["derivations"] = [row for row in rows if row.get("origin") != merged.pk]
    if content.get("replaced_by") == merged.pk:
        content["replaced_by"] = None if own else kept.pk
    if own:
        links = SourceLink.objects.filter(pk__in=[*moved["new_links"], *(pk for pk, _ in moved["links"])]).order_by("sort_order")
        content["links"] = content.get("links", []) + [get_serializable_data_for_fields(link) for link in links]
        gone_over = Derivation.objects.filter(pk__in=moved["derivations"]).order_by("pk")
        content["derivations"] += [get_serializable_data_for_fields(row) for row in gone_over]


def _replaced(value, old: int, new: int):
    """Rows of citations, and of those within them."""
    if isinstance(value, list):
        return [_replaced(item, old, new) for item in value]
    if isinstance(value, dict):
        return {name: new if name == "source" and item == old else _replaced(item, old, new) for name, item in value.items()}
    return value


def _digest(value) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
