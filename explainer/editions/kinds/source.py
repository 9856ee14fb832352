"""Sources, with their addresses, derivations and captures."""

import datetime

from explainer.editions.kinds.base import RecordKind, lean, rows
from explainer.editions.schema import Field, choice, day, digest, edtf, line, moment, text, url
from sources.choices import DerivationKind, LinkKind, Reading, SourceKind, Tier
from sources.models import Capture, Derivation, Source, SourceLink

MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class SourceRecords(RecordKind):
    name = "source"
    model = Source
    rows = {"links": (), "derivations": ()}
    circle = ("derivations", "Its origins lead back to itself.")
    plain = (
        "title", "title_original", "language", "tier", "kind", "document_number",
        "issued", "in_force", "url", "rights", "reading", "reliability",
    )  # fmt: skip
    fields = (
        Field("title", line, required=True),
        Field("title_original", line),
        Field("language", line, required=True),
        Field("publisher", refers_to="publisher", required=True),
        Field("authors", line, many=True),
        Field("tier", choice(Tier), required=True),
        Field("kind", choice(SourceKind), required=True),
        Field("document_number", line),
        Field("issued", edtf),
        Field("in_force", edtf),
        Field("url", url),
        Field(
            "links",
            many=True,
            of=(
                Field("kind", choice(LinkKind), required=True),
                Field("url", url, required=True),
                Field("label", line),
                Field("date", edtf),
            ),
        ),
        Field("rights", line),
        Field("reading", choice(Reading), required=True),
        Field("reliability", text),
        Field(
            "derivations",
            many=True,
            of=(
                Field("origin", refers_to="source", required=True),
                Field("kind", choice(DerivationKind), required=True),
                Field("note", line),
            ),
        ),
        Field(
            "captures",
            many=True,
            of=(
                Field("file", line),
                Field("sha256", digest, required=True),
                Field("origin", line, required=True),
                Field("taken", moment, required=True),
                Field("note", text),
            ),
        ),
        Field(
            "retired",
            of=(
                Field("date", day, required=True),
                Field("reason", text, required=True),
                Field("replaced_by", refers_to="source"),
            ),
        ),
    )

    def before(self, record):
        return {row["origin"] for row in record.get("derivations", [])}

    def build(self, key, record, refs, instance=None):
        source = super().build(key, record, refs, instance)
        source.publisher = refs.get("publisher", record["publisher"])
        source.authors = "\n".join(record.get("authors", []))
        retired = record.get("retired", {})
        source.retired_on = datetime.date.fromisoformat(retired["date"]) if retired else None
        source.retired_reason = retired.get("reason", "")
        source.links = rows(SourceLink, record.get("links", []), dict)
        source.derivations = rows(
            Derivation,
            record.get("derivations", []),
            lambda row: {**row, "origin": refs.get("source", row["origin"])},
        )
        return source

    def read(self, source):
        return super().read(source) | {
            "publisher": source.publisher.slug,
            "authors": [name for name in map(str.strip, source.authors.splitlines()) if name],
            "links": [
                lean({"kind": row.kind, "url": row.url, "label": row.label, "date": row.date}) for row in source.links.all()
            ],
            "derivations": [
                lean({"origin": row.origin.slug, "kind": row.kind, "note": row.note}) for row in source.derivations.all()
            ],
            "captures": [self._capture(row) for row in source.captures.order_by("pk")],
            "retired": lean(
                {
                    "date": source.retired_on.isoformat(),
                    "reason": source.retired_reason,
                    "replaced_by": source.replaced_by.slug if source.replaced_by else "",
                }
            )
            if source.retired_on
            else {},
        }

    @staticmethod
    def _capture(row):
        return lean(
            {
                "file": row.file,
                "sha256": row.sha256,
                "origin": row.origin,
                "taken": row.taken_at.astimezone(datetime.UTC).strftime(MOMENT),
                "note": row.note,
            }
        )

    def finish(self, source, record, refs):
        replaced_by = record.get("retired", {}).get("replaced_by")
        wanted = refs.get("source", replaced_by) if replaced_by else None
        if source.replaced_by != wanted:
            source.replaced_by = wanted
            source.save_revision().publish()
        self._keep_captures(source, record)

    @staticmethod
    def _keep_captures(source, record):
        """Captures are evidence: a load adds and describes them, and never removes one or touches its text."""
        for row in record.get("captures", []):
            Capture.objects.update_or_create(
                source=source,
                sha256=row["sha256"],
                defaults={
                    "file": row.get("file", ""),
                    "origin": row["origin"],
                    "note": row.get("note", ""),
                    "taken_at": datetime.datetime.strptime(row["taken"], MOMENT).replace(tzinfo=datetime.UTC),
                },
            )
