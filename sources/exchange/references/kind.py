"""Import of references: CSL-JSON, RIS and BibTeX become drafts of sources."""

from collections import Counter

from django.urls import reverse

from sources.choices import PublisherKind, SourceKind, Tier
from sources.exchange.formats.reference import Reference
from sources.exchange.kinds import ImportKind, Told, read_apart, register
from sources.exchange.references import drafts
from sources.exchange.references.comparing import FIELDS, as_filed, changes
from sources.exchange.references.known import SURE, Known, fold
from sources.exchange.references.publishers import Publishers
from sources.exchange.references.types import issuer_of, tier_of
from sources.exchange.references.values import Values, values_of
from sources.exchange.revisions import why_no_draft
from sources.exchange.rows import CREATE, Row, State, settle
from sources.identity.addresses import address_key
from sources.models import Source

WAYS = {
    "key": "the key that we gave it",
    "doi": "the same DOI",
    "address": "the same address",
    "number": "the same document number",
    "title": "the same title, year and publisher",
}


@register
class References(ImportKind):
    name = "references"
    title = "Import references"
    things = ("source", "sources")
    icon = "doc-full"
    accepts = ".json,.ris,.bib,.bibtex,.txt"
    lead = (
        "From Zotero or another program: CSL-JSON (which loses least), RIS or BibTeX. You see what would happen before anything "
        "is kept; what is taken in are drafts."
    )
    option_choices = {"kind": SourceKind.choices, "tier": Tier.choices}

    def allowed(self, user):
        return user.has_perms(["sources.add_source", "sources.change_source"])

    def told(self):
        rows = [(label, *TOLD[name]) for name, label in FIELDS.items()]
        return Told("What is read, and where it stands", [*rows, *NOT_FIELDS])

    def read(self, name, data):
        found, _ = read_apart("sources.exchange.formats.parse", name, data)
        return found["format"], found["references"]

    def plan(self, items, form, user):
        read = [values_of(Reference(**item)) for item in items]
        known, publishers = Known(read), Publishers()
        matches = [known.of(values) for values in read]
        sources = {source.pk: source for found in matches for source, _ in found[:1]}
        filed = as_filed(list(sources.values()), form)
        rows, seen, new = [], {}, {}
        for n, (item, values, found) in enumerate(zip(items, read, matches, strict=True), 1):
            row = Row(n, f"entry {n}", values.title or values.key or "Without a title", about(values), item=item)
            row.notes = values.notes
            self._place(row, values, found, filed, user)
            self._within_file(row, values, seen)
            if CREATE in row.actions:
                publisher, note = publishers.of(values)
                row.notes = [*row.notes, note] if note else row.notes
                issuer = publisher.kind if publisher else new.setdefault(fold(values.publisher), issuer_of(values.kind))
                row.options = {"kind": values.kind, "tier": tier_of(values.kind, issuer)}
                if not publisher:
                    row.options["issuer"] = issuer
                    row.notes = [f"New publisher: {values.publisher} ({PublisherKind(issuer).label.lower()}).", *row.notes]
                if values.reliability:
                    row.notes = [values.reliability, *row.notes]
            rows.append(row)
        return rows

    @staticmethod
    def _place(row: Row, values: Values, found, filed, user) -> None:
        if values.problems:
            row.state, row.reasons = State.CANNOT, values.problems
            row.action = row.actions[0]
            return
        if not found:
            return
        source, ways = found[0]
        row.target, row.target_label = str(source.pk), source.title
        row.changes = changes(values, source, filed[source.pk])
        row.reasons = ["It has " + " and ".join(WAYS[way] for way in dict.fromkeys(ways)) + "."]
        sure = [other for other, how in found if SURE & set(how)]
        settle(row)
        reason = why_no_draft(source, user) if row.changes else ""
        if not SURE & set(ways) or (len(sure) > 1 and "key" not in ways):
            row.state = State.DUPLICATE
            row.reasons += [f"It may also be “{other.title}”." for other, _ in found[1:4]]
        elif reason:
            row.state = State.CANNOT
        if reason:
            row.reasons, row.changes = [*row.reasons, reason], []
        row.action = row.actions[0]

    @staticmethod
    def _within_file(row: Row, values: Values, seen: dict) -> None:
        """One document twice in one file is one document."""
        if row.state == State.CANNOT:
            return
        marks = {key for key in (address_key(values.url), values.doi, row.target and f"source {row.target}") if key}
        if not marks:
            marks = {(values.title.casefold(), values.issued, values.publisher.casefold(), values.authors)}
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        for mark in marks:
            seen.setdefault(mark, row.n)
        if earlier:
            row.state = State.DUPLICATE
            row.reasons = [f"It is the same document as entry {earlier} of this file.", *row.reasons]
            row.action = row.actions[0]

    def commit(self, rows, batch, user):
        publishers = Publishers()
        for row in rows:
            values = values_of(Reference(**row.item))
            if row.action == CREATE:
                row.done = drafts.make(row, values, publishers, batch, user)
            else:
                row.done = drafts.change(row, values, publishers, batch, user)

    def objections(self, rows, batch):
        return drafts.objections(rows, batch)

    def undo(self, rows, batch, user):
        drafts.take_back(rows, batch, user)

    def edit_url(self, target, user):
        return reverse(Source.snippet_viewset.get_url_name("edit"), args=[target])

    def summary(self, rows):
        new = Counter(
            note.removeprefix("New publisher: ").removesuffix(".")
            for row in rows
            if row.action == CREATE
            for note in row.notes
            if note.startswith("New publisher: ")
        )
        if new:
            names = ", ".join(sorted(new))
            heading = f"{len(new)} new publisher{'s' if len(new) > 1 else ''} would be made"
            yield heading, f"{names}. What each is, is a guess from what it issued; change it under Publishers."


def about(values: Values) -> str:
    kind = SourceKind(values.kind).label if values.kind else ""
    authors = values.authors.splitlines()
    names = f"{authors[0]} and {len(authors) - 1} more" if len(authors) > 3 else "; ".join(authors)
    return " · ".join(filter(None, (names, values.publisher, values.issued, kind)))


TOLD = {
    "title": ("The title; in its own language if it is not translated.", "title · TI · title"),
    "title_original": ("The title in its own language.", "original-title · TT · origtitle"),
    "authors": ("Names in their order and script.", "author · AU · author"),
    "publisher": ("Journal, paper or site; or who issued it.", "container-title, publisher · T2, PB · journal, institution"),
    "kind": ("Its type; more exactly its genre, if that is one of our kinds.", "type, genre · TY, M3 · type"),
    "document_number": ("Number of a report or law.", "number · SN, M1 · number"),
    "issued": ("With the precision it has.", "issued · DA, PY · date, year"),
    "language": ("As a code.", "language · LA · language"),
    "url": ("The document on the web.", "URL · UR · url"),
    "doi": ("Kept as one more address.", "DOI · DO · doi"),
    "archive": ("If it is an address; where a paper is held goes into the reliability note.", "archive_location · AN · –"),
}
NOT_FIELDS = [
    ("Extra", "Lines such as “original-title: …” in Zotero's field Extra are read as the fields they name.", "note · N1 · note"),
    (
        "Tags, notes, day of access",
        "Shown here and kept in the history of the source.",
        "keyword, note, accessed · KW, N1, Y2 · keywords",
    ),
    ("Abstract, attachments, pages", "Not taken in.", "–"),
]
