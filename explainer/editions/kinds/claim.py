"""Claims: facts in the front matter, prose under four headings."""

import datetime

from claims.choices import Degree, Gate, Stance, Verdict
from claims.models import (
    Appearance,
    ClaimIndexPage,
    ClaimPage,
    Correction,
    Evidence,
    Figure,
    Variant,
    VerdictChange,
    Waiver,
)
from explainer.editions.kinds import citation
from explainer.editions.kinds.base import Kind, lean, rows
from explainer.editions.prose import to_html, to_markdown
from explainer.editions.schema import Field, choice, count, day, edtf, key, line, prose, text, yes
from sources.choices import ChangeKind

SECTIONS = {
    "short_answer": "Short answer",
    "documented": "What is documented",
    "disagreements": "Where sources disagree",
    "grew_out_of": "What it grew out of",
    "would_change_if": "This would change if",
}


# Names in the files, where the columns are called otherwise
COLUMNS = {
    "place": "scope_place",
    "period": "scope_period",
    "looked_for": "counter_search",
    "private_person": "private_person_reason",
    "withdrawn_reason": "withdrawn_reason",
}
CORRECTION = ("kind", "wrong", "now", "reviewer")  # beside its date


class ClaimRecords(Kind):
    name = "claim"
    model = ClaimPage
    plain = ("title", "statement")
    sections = SECTIONS
    rows = {"variants": (), "evidence": (), "figures": (), "appearances": (), "verdicts": (), "corrections": (), "waivers": ()}
    fields = (
        Field("title", line, required=True),
        Field("statement", text, required=True),
        Field("layers", refers_to="layer", many=True, as_set=True, required=True),
        Field("mixups", refers_to="mixup", many=True, as_set=True),
        Field("place", line, required=True),
        Field("period", edtf, required=True),
        Field("private_person", text),
        Field(
            "variants",
            many=True,
            of=(
                Field("key", key, required=True),
                Field("wording", line, required=True),
                Field("answer", prose, required=True),
            ),
        ),
        Field("phrases", line, many=True),
        Field("last_checked", day, required=True),
        Field("next_review", day, required=True),
        Field(
            "verdicts",
            many=True,
            required=True,
            of=(
                Field("verdict", choice(Verdict), required=True),
                Field("date", day, required=True),
                Field("kind", choice(ChangeKind)),
                Field("reason", text, required=True),
                Field("reviewer", line, required=True),
            ),
        ),
        Field("withdrawn_on", day),
        Field("withdrawn_reason", text),
        Field("looked_for", text),
        Field(
            "waivers",
            many=True,
            of=(
                Field("gate", choice(Gate), required=True),
                Field("reason", text, required=True),
                Field("given_by", line, required=True),
                Field("seconded_by", line, required=True),
                Field("date", day, required=True),
            ),
        ),
        Field(
            "corrections",
            many=True,
            of=(
                Field("date", day, required=True),
                Field("kind", choice(ChangeKind), required=True),
                Field("wrong", text, required=True),
                Field("now", text, required=True),
                Field("reviewer", line, required=True),
            ),
        ),
        Field(
            "appearances",
            many=True,
            required=True,
            of=(
                *citation.FIELDS[:1],
                Field("said_by", line, required=True),
                Field("said_on", edtf),
                Field("first_known", yes),
                *citation.FIELDS[1:],
            ),
        ),
        Field(
            "figures",
            many=True,
            of=(
                Field("counted", line, required=True),
                Field("up_to", edtf, required=True),
                Field("degree", choice(Degree)),
                Field("value", count, required=True),
                Field("given_by", key, required=True),
                Field("read_as", line),
                Field("read_over", edtf),
                Field("read_by", key),
            ),
        ),
        Field(
            "evidence",
            many=True,
            required=True,
            of=(Field("key", key, required=True), Field("stance", choice(Stance), required=True), *citation.FIELDS),
        ),
        Field("short_answer", prose, required=True),
        Field("documented", prose, required=True),
        Field("disagreements", prose),
        Field("grew_out_of", prose),
        Field("would_change_if", prose),
    )

    def build(self, key, record, refs, instance=None):
        claim = super().build(key, record, refs, instance)
        claim.draft_title = claim.title
        for name in SECTIONS:
            setattr(claim, name, to_html(record.get(name, "")))
        for name in ("last_checked", "next_review"):
            setattr(claim, name, datetime.date.fromisoformat(record[name]))
        claim.layers = [refs.get("layer", name) for name in record["layers"]]
        claim.mixups = [refs.get("mixup", name) for name in record.get("mixups", [])]
        for name, column in COLUMNS.items():
            setattr(claim, column, record.get(name, ""))
        claim.private_person = bool(claim.private_person_reason)
        claim.withdrawn_on = datetime.date.fromisoformat(record["withdrawn_on"]) if "withdrawn_on" in record else None
        claim.waivers = rows(
            Waiver,
            record.get("waivers", []),
            lambda row: (
                {name: row[name] for name in ("gate", "reason", "given_by", "seconded_by")}
                | {"on": datetime.date.fromisoformat(row["date"])}
            ),
        )
        claim.variants = rows(Variant, record.get("variants", []), lambda row: row | {"answer": to_html(row["answer"])})
        claim.phrases = "\n".join(record.get("phrases", []))
        claim.verdicts = rows(
            VerdictChange,
            record["verdicts"],
            lambda row: {
                "verdict": row["verdict"],
                "on": datetime.date.fromisoformat(row["date"]),
                "kind": row.get("kind", ""),
                "reason": row["reason"],
                "reviewer": row["reviewer"],
            },
        )
        claim.corrections = rows(
            Correction,
            record.get("corrections", []),
            lambda row: {name: row[name] for name in CORRECTION} | {"on": datetime.date.fromisoformat(row["date"])},
        )
        claim.figures = rows(Figure, record.get("figures", []), lambda row: row | {"value": int(row["value"])})
        claim.evidence = rows(
            Evidence,
            record["evidence"],
            lambda row: citation.to_columns(row, refs) | {"key": row["key"], "stance": row["stance"]},
        )
        claim.appearances = rows(
            Appearance,
            record["appearances"],
            lambda row: (
                citation.to_columns(row, refs)
                | {"said_by": row["said_by"], "said_on": row.get("said_on", ""), "first_known": "first_known" in row}
            ),
        )
        return claim

    def read(self, claim):
        return super().read(claim) | {
            "layers": sorted(row.slug for row in claim.layers.all()),
            "mixups": sorted(row.slug for row in claim.mixups.all()),
            **{name: getattr(claim, column) for name, column in COLUMNS.items()},
            "withdrawn_on": claim.withdrawn_on.isoformat() if claim.withdrawn_on else "",
            "waivers": [
                {
                    "gate": row.gate,
                    "reason": row.reason,
                    "given_by": row.given_by,
                    "seconded_by": row.seconded_by,
                    "date": row.on.isoformat(),
                }
                for row in claim.waivers.all()
            ],
            "variants": [
                {"key": row.key, "wording": row.wording, "answer": to_markdown(row.answer)} for row in claim.variants.all()
            ],
            "phrases": claim.phrase_list,
            "last_checked": claim.last_checked.isoformat(),
            "next_review": claim.next_review.isoformat(),
            "verdicts": [
                lean(
                    {
                        "verdict": row.verdict,
                        "date": row.on.isoformat(),
                        "kind": row.kind,
                        "reason": row.reason,
                        "reviewer": row.reviewer,
                    }
                )
                for row in claim.verdicts.all()
            ],
            "corrections": [
                {"date": row.on.isoformat(), **{name: getattr(row, name) for name in CORRECTION}}
                for row in claim.corrections.all()
            ],
            "appearances": [self._appearance(row) for row in claim.appearances.select_related("source")],
            "figures": [lean(row.facts | {"value": str(row.value)}) for row in claim.figures.all()],
            "evidence": [
                lean({"key": row.key, "stance": row.stance, **citation.from_row(row)})
                for row in claim.evidence.select_related("source")
            ],
            **{name: to_markdown(getattr(claim, name)) for name in SECTIONS},
        }

    @staticmethod
    def _appearance(row):
        values = citation.from_row(row)
        return lean(
            {
                "source": values.pop("source"),
                "said_by": row.said_by,
                "said_on": row.said_on,
                "first_known": "yes" if row.first_known else "",
                **values,
            }
        )

    def save(self, claim, is_new):
        self.save_page(claim, ClaimIndexPage.objects.get() if is_new else None)
