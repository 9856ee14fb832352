"""Rows that belong to claims and their sources: evidence, appearances, verdicts, origins, and the words to sort by."""

import datetime

from django.db.models import QuerySet
from ninja import Field, Schema

from claims.choices import Stance, Verdict
from claims.models import Appearance, ClaimPage, Evidence, Figure, Layer, MixUp, VerdictChange
from explainer.api.collection import each
from explainer.api.data.table import Table
from explainer.api.kinds.claims import CountOut
from explainer.api.schemas import choice
from sources.choices import ChangeKind, DerivationKind
from sources.models import Derivation, Source


class OfClaim(Schema):
    claim: str = Field(description="Slug of the claim.")


class Passage(Schema):
    """Where in a document, and what stands there."""

    source: str = Field(description="Slug of the document.")
    locator: str = Field(description="Where in the document: article, page, paragraph.")
    says: str = Field(description="What the passage says, in the words of this site. Not a quotation.")
    quotation: str = Field(description="A short phrase, word for word, in the language of the document.")
    translation: str = Field(description="The quotation in the language of this site.")
    passage_url: str = Field(description="The document on the web, at the passage where a browser can find it.")


class EvidenceHead(OfClaim):
    key: str = Field(description="Short name of the evidence within its claim.")
    stance: str = choice("What it does to the claim.", Stance)


class EvidenceRow(Passage, EvidenceHead):
    """The columns of the last base come first."""


class FigureRow(CountOut, OfClaim):
    pass


class AppearanceHead(OfClaim):
    said_by: str = Field(description="Who made the claim, in what role.")
    said_on: str = Field(description="When, as an EDTF date; empty if not known.")
    first_known: bool = Field(description="Whether it is the earliest appearance known to us.")


class AppearanceRow(Passage, AppearanceHead):
    pass


class VerdictRow(OfClaim):
    verdict: str = choice("A value of the published scale.", Verdict)
    date: datetime.date = Field(description="The day since which it stands. The last of a claim is the one that holds.")
    kind: str = choice("Why it took the place of the one before; empty for the first of a claim.", ChangeKind)
    reason: str = Field(description="Why, in a sentence.")
    reviewer: str = Field(description="Who answers for it.")


class OriginRow(Schema):
    source: str = Field(description="Slug of the later document.")
    origin: str = Field(description="Slug of the document it goes back to.")
    how: str = choice("What the later one does with it.", DerivationKind)


class WordRow(Schema):
    slug: str = Field(description="Key of the word; the lists refer to it and it never changes.")
    name: str = Field(description="In full.")
    short: str = Field(description="In two or three words.")
    description: str = Field(description="What it means.")


def of_public_claims(model) -> QuerySet:
    return model.objects.filter(claim__in=ClaimPage.objects.published().values("pk")).select_related("claim")


def evidence() -> QuerySet:
    return of_public_claims(Evidence).select_related("source").order_by("claim__slug", "sort_order", "pk")


def appearances() -> QuerySet:
    return of_public_claims(Appearance).select_related("source").order_by("claim__slug", "sort_order", "pk")


def figures() -> QuerySet:
    return of_public_claims(Figure).order_by("claim__slug", "sort_order", "pk")


def verdicts() -> QuerySet:
    return of_public_claims(VerdictChange).order_by("claim__slug", "on", "sort_order", "pk")


def origins() -> QuerySet:
    public = Source.objects.published().values("pk")
    rows = Derivation.objects.filter(source__in=public, origin__in=public).select_related("source", "origin")
    return rows.order_by("source__slug", "sort_order", "pk")


def passage(row) -> dict:
    return {"source": row.source.slug} | {name: getattr(row, name) for name in list(Passage.model_fields)[1:]}


def evidence_row(row: Evidence) -> dict:
    return {"claim": row.claim.slug, "key": row.key, "stance": row.stance, **passage(row)}


def appearance_row(row: Appearance) -> dict:
    said = {"said_by": row.said_by, "said_on": row.said_on, "first_known": row.first_known}
    return {"claim": row.claim.slug, **said, **passage(row)}


def figure_row(row: Figure) -> dict:
    return {"claim": row.claim.slug, **row.facts}


def verdict_row(row: VerdictChange) -> dict:
    return {
        "claim": row.claim.slug,
        "verdict": row.verdict,
        "date": row.on,
        "kind": row.kind,
        "reason": row.reason,
        "reviewer": row.reviewer,
    }


def origin_row(row: Derivation) -> dict:
    return {"source": row.source.slug, "origin": row.origin.slug, "how": row.kind}


def word_row(row) -> dict:
    return {name: getattr(row, name) for name in WordRow.model_fields}


TABLES = [
    Table("evidence", "Evidence", "A passage that bears on a claim, and what it does to it", EvidenceRow, evidence,
          each(evidence_row)),
    Table("appearances", "Appearances", "A place where a claim was made", AppearanceRow, appearances, each(appearance_row)),
    Table("figures", "Figures", "A number that a piece of evidence gives, and how it was misread", FigureRow, figures,
          each(figure_row)),
    Table("verdicts", "Verdicts", "A verdict on a claim: the one that holds, and those before it", VerdictRow, verdicts,
          each(verdict_row)),
    Table("origins", "Origins", "A document that goes back to another", OriginRow, origins, each(origin_row)),
    Table("layers", "Layers", "A system that claims are sorted by", WordRow, Layer.objects.all, each(word_row)),
    Table("mixups", "Mix-ups", "A confusion that claims are sorted by", WordRow, MixUp.objects.all, each(word_row)),
]  # fmt: skip
