"""What an import does to sources, and how it is taken back. Nothing here publishes."""

from wagtail.signal_handlers import disable_reference_index_auto_update

from sources.choices import LinkKind, Reading
from sources.exchange.references.publishers import Publishers
from sources.exchange.references.types import issuer_of
from sources.exchange.references.values import Values
from sources.exchange.revisions import log_import, numbers_named, put_back, save_draft, why_not
from sources.exchange.rows import Row
from sources.models import Capture, Citation, Derivation, ImportBatch, Intake, Publisher, Source, SourceCorrection, SourceLink

PLAIN = ("title", "title_original", "language", "authors", "document_number", "issued", "url")


def make(row: Row, values: Values, publishers: Publishers, batch: ImportBatch, user) -> dict:
    """A new draft. Nobody here has read the document: it is known through others until somebody says otherwise."""
    publisher, _ = publishers.of(values)
    new = publisher is None
    publisher = publisher or publishers.make(values, row.options["issuer"])
    source = Source(
        **{name: getattr(values, name) for name in (*PLAIN, "reliability")},
        publisher=publisher,
        reading=Reading.SECONDHAND,
        kind=row.options["kind"],
        tier=row.options["tier"],
        live=False,
    )
    source.links = _links(values, source)
    source.save()
    with disable_reference_index_auto_update():  # nothing in it has changed since the line before
        revision = source.save_revision(user=user, clean=False)
    log_import(source, row, batch, user)
    return {"made": source.pk, "revision": revision.pk, "publisher": publisher.pk if new else None}


def change(row: Row, values: Values, publishers: Publishers, batch: ImportBatch, user) -> dict:
    """A draft of what is known, with the fields that somebody took."""
    source = Source.objects.get(pk=row.target)
    draft = source.get_latest_revision_as_object()
    made = None
    for taken in row.taken:
        if taken.name == "publisher":
            known, _ = publishers.of(values)
            made = None if known else publishers.make(values, issuer_of(draft.kind))
            draft.publisher = known or made
        elif taken.name in ("doi", "archive"):
            extra = Values(**{taken.name: getattr(values, taken.name)})
            draft.links = [*draft.links.all(), *_links(extra, draft)]
        else:
            setattr(draft, taken.name, getattr(values, taken.name))
    done = save_draft(source, draft, user)
    log_import(source, row, batch, user)
    return done | {"changed": source.pk, "publisher": made.pk if made else None}


def _links(values: Values, source: Source) -> list[SourceLink]:
    links = [SourceLink(kind=LinkKind.ARCHIVE, url=values.archive)] if values.archive else []
    if values.doi and values.doi not in source.url.lower():
        links.append(SourceLink(kind=LinkKind.MIRROR, url=f"https://doi.org/{values.doi}", label="DOI"))
    return links


# The way back


def objections(rows: list[Row], batch: ImportBatch) -> dict[int, str]:
    used = _in_use([row.done["made"] for row in rows if "made" in row.done])
    ids = [row.done.get("made") or row.done["changed"] for row in rows]
    sources = Source.objects.select_related("latest_revision__user").in_bulk(ids)
    drafts = _named_in_drafts(batch)
    found = {}
    for row in rows:
        pk = row.done.get("made") or row.done["changed"]
        reason = why_not(sources.get(pk), row.done["revision"])
        if not reason and "made" in row.done:
            reason = used.get(pk) or ("A draft cites it." if pk in drafts else "")
        if reason:
            found[row.n] = reason
    return found


def _in_use(ids: list[int]) -> dict[int, str]:
    """Source → what rests on it, in words."""
    found: dict[int, str] = {}
    asked = [
        *(
            (kind.objects.filter(source__in=ids), "source", f"It is cited ({kind.use_heading.lower()}).")
            for kind in Citation.kinds()
        ),
        (Derivation.objects.filter(origin__in=ids), "origin", "Another source is made from it."),
        (Capture.objects.filter(source__in=ids), "source", "A copy of its text is stored."),
        (Intake.objects.filter(source__in=ids), "source", "A document was taken in for it."),
        (SourceCorrection.objects.filter(source__in=ids), "source", "A correction of it is recorded."),
        (Source.objects.filter(replaced_by__in=ids), "replaced_by", "It replaces another source."),
        (Source.objects.filter(merged_into__in=ids), "merged_into", "Another source was merged into it."),
    ]
    for rows, field, reason in asked:
        for pk in rows.values_list(field, flat=True).distinct():
            found.setdefault(pk, reason)
    return found


def _named_in_drafts(batch: ImportBatch) -> set[int]:
    """Ids of sources that a draft written since names. The database protects only what is public."""
    return numbers_named(batch.done_at, {"source", "origin", "replaced_by"})


def take_back(rows: list[Row], batch: ImportBatch, user) -> None:
    # Never public and used by nothing: as if they had not been taken in. The batch keeps what it said.
    Source.objects.filter(pk__in=[row.done["made"] for row in rows if "made" in row.done]).delete()
    for row in rows:
        if "changed" in row.done:
            put_back(Source.objects.get(pk=row.done["changed"]), row.done, user)
    if new := {row.done["publisher"] for row in rows if row.done.get("publisher")}:
        in_drafts = numbers_named(batch.done_at, {"publisher"})
        Publisher.objects.filter(pk__in=new - in_drafts, sources=None).delete()
