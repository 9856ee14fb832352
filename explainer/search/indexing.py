"""Writing what is public into the index, record by record or many at once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain

from django.db import connection, models, transaction

from explainer import statistics
from explainer.search.documents import KINDS, Draft, document_of, identity
from explainer.search.models import Document, Posting, Word

AT_ONCE = 200
_waiting: ContextVar[dict[tuple[type, int], None] | None] = ContextVar("waiting", default=None)


def changed(record: models.Model) -> None:
    """A record was saved: what the search knows of it follows."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting[type(record), record.pk] = None
        return
    draft = document_of(record)
    if draft is None:
        gone(record)
    else:
        write([draft])


def gone(record: models.Model) -> None:
    kind, number = identity(record)
    Document.objects.filter(kind=kind, number=number).delete()


@contextmanager
def at_the_end() -> Iterator[None]:
    """Records saved inside are indexed together as it ends; if it fails, not at all."""
    token = _waiting.set({})
    try:
        yield
        waiting = _waiting.get()
    finally:
        _waiting.reset(token)
    for model in KINDS:
        for keys in portions([pk for of, pk in waiting if of is model], AT_ONCE):
            of_records(records(model, keys))


def rebuild() -> int:
    """Make the index anew from everything public. Returns the number of documents."""
    with transaction.atomic():
        seen = set()
        for model in KINDS:
            for keys in portions(list(model._default_manager.filter(live=True).values_list("pk", flat=True)), AT_ONCE):
                seen.update(of_records(records(model, keys)))
        stale = [pk for pk, *name in Document.objects.values_list("pk", "kind", "number") if tuple(name) not in seen]
        for some in portions(stale, AT_ONCE):
            Document.objects.filter(pk__in=some).delete()
        statistics.refresh("search")
        Word.objects.filter(postings=None).delete()
    return len(seen)


def records(model: type[models.Model], keys: Iterable[int]):
    paths = KINDS[model][1]
    joined = [path for path in paths if not model._meta.get_field(path).is_relation or model._meta.get_field(path).many_to_one]
    return (
        model._default_manager.filter(pk__in=list(keys))
        .select_related(*joined)
        .prefetch_related(*(path for path in paths if path not in joined))
    )


def of_records(found: Iterable[models.Model]) -> list[tuple[str, int]]:
    """Index these; returns (kind, number) of each that is public."""
    drafts = {}
    for record in found:
        draft = document_of(record)
        if draft is None:
            gone(record)
        else:
            drafts[str(draft.kind), draft.number] = draft
    write(list(drafts.values()))
    return list(drafts)


@transaction.atomic
def write(drafts: list[Draft]) -> None:
    """Documents that are as they were are left alone."""
    known = {}
    for kind in {draft.kind for draft in drafts}:
        numbers = [draft.number for draft in drafts if draft.kind == kind]
        for row in Document.objects.filter(kind=kind, number__in=numbers).only("pk", "kind", "number", "made_of"):
            known[row.kind, row.number] = row
    drafts = [d for d in drafts if (d.kind, d.number) not in known or known[d.kind, d.number].made_of != d.made_of]
    if not drafts:
        return
    weights = [draft.weights() for draft in drafts]
    documents = [_document(draft, found) for draft, found in zip(drafts, weights, strict=True)]
    Posting.objects.filter(document__in=[row.pk for d in drafts if (row := known.get((d.kind, d.number)))]).delete()
    fields = [f.name for f in Document._meta.fields if f.name not in ("id", "kind", "number")]
    Document.objects.bulk_create(documents, update_conflicts=True, unique_fields=["kind", "number"], update_fields=fields)
    numbers = _numbers(dict(chain.from_iterable(weights)))
    _add_postings(
        (numbers[form], document.pk, weight, named)
        for document, found in zip(documents, weights, strict=True)
        for (form, _), (weight, named) in found.items()
    )


def _add_postings(rows: Iterable[tuple[int, int, float, bool]]) -> None:
    """There are tens of thousands, and the ORM takes most of the time to make an object of each."""
    columns = ", ".join(Posting._meta.get_field(name).column for name in ("word", "document", "weight", "named"))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {Posting._meta.db_table} ({columns}) VALUES (%s, %s, %s, %s)", list(rows))  # noqa: S608


def _document(draft: Draft, weights: dict) -> Document:
    return Document(
        kind=draft.kind,
        number=draft.number,
        key=draft.key,
        address=draft.address,
        title=draft.title,
        original=draft.original,
        language=draft.language,
        note=draft.note[:300],
        lead=draft.lead,
        text=draft.text,
        names=draft.names_folded,
        folded=draft.words_folded,
        facets={name: [value for value in values if value] for name, values in draft.facets.items()},
        length=round(sum(weight for weight, _ in weights.values())),
        made_of=draft.made_of,
    )


def _numbers(stems: dict[str, str]) -> dict[str, int]:
    """Form → key of its word; words that are new are added."""
    numbers = {}
    for some in portions(stems, 5000):
        numbers |= dict(Word.objects.filter(text__in=some).values_list("text", "pk"))
    new = [Word(text=form, stem=stem) for form, stem in stems.items() if form not in numbers]
    # Someone else may add the same word at this moment.
    Word.objects.bulk_create(new, ignore_conflicts=True, batch_size=5000)
    for some in portions([word.text for word in new], 5000):
        numbers |= dict(Word.objects.filter(text__in=some).values_list("text", "pk"))
    return numbers


def portions(things: Iterable, size: int) -> Iterator[list]:
    things = list(things)
    for start in range(0, len(things), size):
        yield things[start : start + size]
