"""Everything that rests on a source, drafts too: what somebody must look at when the source turns out to be wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import models

from sources.models import Citation, Derivation, Handled, Source, SourceCorrection

MADE_FROM = "Sources made from it"


@dataclass
class Use:
    """``record`` is what has to be looked at, such as an entry; ``page`` is what one opens to change it, such as its catalog."""

    record: models.Model
    page: models.Model
    heading: str
    citations: list = field(default_factory=list)
    in_draft: bool = False  # stands only in changes that are not public yet
    handled: Handled | None = None

    def __str__(self):
        if self.record == self.page:
            return str(self.record)
        return f"{self.record} ({self.page})"

    @property
    def key(self) -> tuple[int, int]:
        return ContentType.objects.get_for_model(self.record).pk, self.record.pk

    @property
    def name(self) -> str:
        """As a form sends it."""
        return "-".join(map(str, self.key))

    @property
    def is_public(self) -> bool:
        return bool(getattr(self.page, "live", True)) and not self.in_draft


def uses_of(correction: SourceCorrection) -> list[Use]:
    """What rests on its source now, each with the word of who looked at it; what was looked at and no longer rests on it last."""
    done = {(row.content_type_id, row.object_id): row for row in correction.handled.select_related("by")}
    found = resting_on(correction.source)
    for use in found:
        use.handled = done.pop(use.key, None)
    for row in done.values():
        if row.record is not None:
            found.append(Use(row.record, _page_of(row.record), "No longer rests on it", handled=row))
    return found


def resting_on(source: Source) -> list[Use]:
    uses: dict[tuple, Use] = {}
    for use in [*_cited(source), *_in_drafts(source), *_derived(source)]:
        known = uses.setdefault(use.key, use)
        if known is not use:
            known.citations += use.citations
    return list(uses.values())


def _cited(source: Source) -> Iterator[Use]:
    for kind in Citation.kinds():
        rows = (
            kind.objects.filter(source=source).select_related(kind.parent_field).order_by(f"{kind.parent_field}_id", "sort_order")
        )
        for row in rows:
            record = getattr(row, kind.parent_field.split("__")[0])
            yield Use(record, row.used_by, kind.use_heading, [row])


def _in_drafts(source: Source) -> Iterator[Use]:
    """Citations that an editor has written and nobody has published stand in no table, only in the newest revision."""
    for model, heading in _published_models().items():
        for record in model.objects.filter(has_unpublished_changes=True).select_related("latest_revision"):
            if record.latest_revision and _names(record.latest_revision.content, source.pk):
                yield Use(record, record, heading, in_draft=True)


def _published_models() -> dict[type[models.Model], str]:
    """What is published with citations in it → what its citations are called."""
    found: dict[type[models.Model], str] = {}
    for kind in Citation.kinds():
        model = kind
        for step in kind.parent_field.split("__"):
            model = model._meta.get_field(step).related_model
        found.setdefault(model, kind.use_heading)
    return found


def _names(content, key: int) -> bool:
    """Whether a row anywhere in a revision cites the source."""
    if isinstance(content, dict):
        return (content.get("source") == key and "says" in content) or any(_names(value, key) for value in content.values())
    return isinstance(content, list) and any(_names(value, key) for value in content)


def _derived(source: Source) -> Iterator[Use]:
    for row in Derivation.objects.filter(origin=source).select_related("source").order_by("source__title"):
        yield Use(row.source, row.source, MADE_FROM)


def _page_of(record: models.Model) -> models.Model:
    """What one opens to change a record that may be a row of something larger."""
    for kind in Citation.kinds():
        first, *rest = kind.parent_field.split("__")
        if kind._meta.get_field(first).related_model is type(record):
            for step in rest:
                record = getattr(record, step)
            return record
    return record
