"""Sources, with their addresses, derivations and captures."""

import datetime
import re

from explainer.editions.kinds.base import RecordKind, lean, rows
from explainer.editions.schema import Field, choice, day, digest, edtf, line, moment, text, url
from sources.choices import ChangeKind, Corrected, DerivationKind, LinkKind, Reading, SourceKind, Tier
from sources.health.choices import Link
from sources.models import Capture, Derivation, LinkState, Source, SourceCorrection, SourceLink

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
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
        Field(
            "dead",
            many=True,
            of=(Field("url", url, required=True), Field("on", day, required=True), Field("why", line, required=True)),
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
            "corrections",
            many=True,
            of=(
                Field("date", day, required=True),
                Field("kind", choice(ChangeKind), required=True),
                Field("changed", choice(Corrected), required=True),
                Field("note", text, required=True),
                Field("closed", moment),
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
        Field("merged", line, many=True),
    )

    def problems(self, record, records):
        """The keys of records that were merged into it lead to it, so no record may have one of them."""
        return (
            [
                (("merged", n), f"“{key}” is a source of its own in these files; it cannot lead to another.")
                for n, key in enumerate(record.get("merged", []))
                if ("source", key) in records
            ]
            + [
                (("merged", n), f"“{key}” is not a key: small letters, digits and hyphens.")
                for n, key in enumerate(record.get("merged", []))
                if not KEY.fullmatch(key)
            ]
            + self._unnamed(record)
        )

    def before(self, record):
        return {row["origin"] for row in record.get("derivations", [])}

    @staticmethod
    def _unnamed(record):
        named = {record.get("url"), *(row["url"] for row in record.get("links", []))}
        return [
            (("dead", n, "url"), "The source does not name this address, so it cannot be said to be dead.")
            for n, row in enumerate(record.get("dead", []))
            if row["url"] not in named
        ]

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
            "dead": [self._dead(row) for row in source.link_states.filter(state=Link.DEAD).order_by("url")],
            "captures": [self._capture(row) for row in source.captures.usable().order_by("pk")],
            "corrections": [self._correction(row) for row in source.corrections.order_by("on", "pk")],
            "retired": lean(
                {
                    "date": source.retired_on.isoformat(),
                    "reason": source.retired_reason,
                    "replaced_by": source.replaced_by.slug if source.replaced_by else "",
                }
            )
            if source.retired_on
            else {},
            "merged": sorted(source.merged_from.values_list("slug", flat=True)),
        }

    @staticmethod
    def _dead(row):
        return lean({"url": row.url, "on": row.judged_at.date().isoformat() if row.judged_at else "", "why": row.judgement})

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

    @staticmethod
    def _correction(row):
        closed = row.closed_at.astimezone(datetime.UTC).strftime(MOMENT) if row.closed_at else ""
        told = {"date": row.on.isoformat(), "kind": row.kind, "changed": row.changed, "note": row.note, "closed": closed}
        return lean(told)

    def finish(self, source, record, refs):
        replaced_by = record.get("retired", {}).get("replaced_by")
        wanted = refs.get("source", replaced_by) if replaced_by else None
        if source.replaced_by != wanted:
            source.replaced_by = wanted
            source.save_revision().publish()
        self._keep_captures(source, record)
        self._keep_judgements(source, record)
        self._keep_merged(source, record)
        self._keep_corrections(source, record)

    @staticmethod
    def _keep_judgements(source, record):
        """That an address is dead was said by a person; how the others are, each site finds out for itself."""
        for row in record.get("dead", []):
            on = datetime.datetime.combine(datetime.date.fromisoformat(row["on"]), datetime.time(), datetime.UTC)
            state = LinkState.objects.filter(source=source, url=row["url"]).first() or LinkState(source=source, url=row["url"])
            state.state, state.judged_at, state.judgement = Link.DEAD, on, row["why"]
            state.save()

    @staticmethod
    def _keep_merged(source, record):
        """An address that once was public leads on. A record of that key that is there is left as it is."""
        for key in record.get("merged", []):
            if not Source.objects.filter(slug=key).exists():
                same = {name: getattr(source, name) for name in ("title", "language", "publisher", "tier", "kind", "reading")}
                Source(slug=key, live=False, merged_into=source, **same).save()

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
                    "taken_at": _moment(row["taken"]),
                },
            )

    @staticmethod
    def _keep_corrections(source, record):
        """Neither is a correction removed: a load adds those that are new, and closes what another desk has closed."""
        for row in record.get("corrections", []):
            closed = {"closed_at": _moment(row["closed"])} if "closed" in row else {}
            SourceCorrection.objects.update_or_create(
                source=source,
                on=datetime.date.fromisoformat(row["date"]),
                note=row["note"],
                defaults={"kind": row["kind"], "changed": row["changed"], **closed},
            )


def _moment(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, MOMENT).replace(tzinfo=datetime.UTC)
