import datetime

from ninja import Field, Schema

from claims.corrections import CorrectionFilter, Told, What, correction_listing, told
from explainer.api.collection import Collection
from explainer.api.lists import absolute
from explainer.api.schemas import choice
from sources.choices import ChangeKind, Corrected


class CorrectionRow(Schema):
    title: str = Field(description="The claim in short, or the title of the document.")
    url: str = Field(description="Where it stands on this site.")
    what: str = choice("What was put right.", What)
    kind: str = choice("Why words that stood in public were changed.", ChangeKind)
    date: datetime.date = Field(description="The day of it.")
    claim: str = Field(description="Slug of the claim; empty if it is about a document.")
    source: str = Field(description="Slug of the document; empty if it is about a claim.")
    before: str = Field(description="What stood until then: a verdict in words, or what was wrong on the page of a claim.")
    now: str = Field(description="What stands since: a verdict in words, what a page says now, or what changed about a document.")
    reason: str = Field(description="Of a verdict: why, in one sentence.")
    reviewer: str = Field(description="Who answers for it; empty if it is about a document.")
    difference: str = Field(description="The page that shows, word by word, what it changed; empty if there is none.")


class CorrectionOut(Schema):
    """On the page of one claim."""

    kind: str = choice("Why words that stood in public were changed.", ChangeKind)
    date: datetime.date = Field(description="The day of it.")
    wrong: str = Field(description="What was wrong.")
    now: str = Field(description="What stands now.")
    reviewer: str = Field(description="Who answers for it.")


class SourceCorrectionOut(Schema):
    """On the page of one document."""

    kind: str = choice("Why words that stood in public were changed.", ChangeKind)
    changed: str = choice("What was put right.", Corrected)
    date: datetime.date = Field(description="When the document was corrected, or our record was found wrong.")
    note: str = Field(description="What changed.")
    closed: bool = Field(description="Whether everything that rests on the document has been looked at.")


def of_claim(claim) -> list[dict]:
    return [
        {"kind": row.kind, "date": row.on, "wrong": row.wrong, "now": row.now, "reviewer": row.reviewer}
        for row in claim.correction_history
    ]


def of_source(source) -> list[dict]:
    rows = source.corrections.order_by("on", "pk")
    return [
        {"date": row.on, "closed": not row.is_open} | {name: getattr(row, name) for name in ("kind", "changed", "note")}
        for row in rows
    ]


def row_of(one: Told) -> dict:
    row = one.row
    return {
        "title": one.about.title,
        "url": absolute(one.url),
        "what": one.what.value,
        "kind": row.kind,
        "date": row.on,
        "claim": "" if one.what == What.SOURCE else row.claim.slug,
        "source": row.source.slug if one.what == What.SOURCE else "",
        **_words(one),
        "difference": absolute(one.version.diff_url) if one.version else "",
    }


def _words(one: Told) -> dict:
    row, before = one.row, one.before.get_verdict_display() if one.before else ""
    if one.what == What.VERDICT:
        return {"before": before, "now": row.get_verdict_display(), "reason": row.reason, "reviewer": row.reviewer}
    if one.what == What.CLAIM:
        return {"before": row.wrong, "now": row.now, "reason": "", "reviewer": row.reviewer}
    return {"before": "", "now": row.note, "reason": "", "reviewer": ""}


CORRECTIONS = Collection(
    name="corrections",
    title="Corrections",
    about="Everything that was put right: verdicts that changed, what was wrong on a claim, and documents",
    row=CorrectionRow,
    filters=CorrectionFilter,
    listing=correction_listing,
    rows=lambda entries: [row_of(one) for one in told(entries)],
    page="/corrections/?",
)
