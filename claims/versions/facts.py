"""What a reader learns from the page of a claim, as plain data. Two versions differ if their facts differ."""

from claims.prose import PROSE_FIELDS


def facts(page, evidence: list, appearances: list) -> dict:
    """Evidence and appearances are given in the order of the page, with their sources."""
    return {
        "title": page.title,
        "statement": page.statement,
        "verdicts": [
            {
                "verdict": row.verdict,
                "word": row.get_verdict_display(),
                "on": row.on.isoformat(),
                "kind": row.kind,
                "reason": row.reason,
                "reviewer": row.reviewer,
            }
            for row in page.verdict_history
        ],
        "corrections": [
            {"on": row.on.isoformat(), "kind": row.kind, "wrong": row.wrong, "now": row.now, "reviewer": row.reviewer}
            for row in page.correction_history
        ],
        "prose": {field: getattr(page, field) for field in PROSE_FIELDS},
        "variants": [{"key": row.key, "wording": row.wording, "answer": row.answer} for row in page.variants.all()],
        "figures": [row.facts for row in page.figures.all()],
        "evidence": [{"key": row.key, "stance": row.stance, **_passage(row)} for row in evidence],
        "appearances": [
            {"said_by": row.said_by, "said_on": row.said_on, "first_known": row.first_known, **_passage(row)}
            for row in appearances
        ],
        "waivers": [
            {
                "gate": row.get_gate_display(),
                "reason": row.reason,
                "given_by": row.given_by,
                "seconded_by": row.seconded_by,
                "on": row.on.isoformat(),
            }
            for row in page.waivers.all()
        ],
        "looked_for": page.counter_search,
        "withdrawn_on": page.withdrawn_on.isoformat() if page.withdrawn_on else "",
        "withdrawn_reason": page.withdrawn_reason,
        "place": page.scope_place,
        "period": page.scope_period,
        "layers": sorted(row.name for row in page.layers.all()),
        "mixups": sorted(row.name for row in page.mixups.all()),
        "last_checked": page.last_checked.isoformat() if page.last_checked else "",
        "next_review": page.next_review.isoformat() if page.next_review else "",
    }


def _passage(row) -> dict:
    source = row.source
    return {
        "source": source.slug,
        "source_title": source.title,
        "publisher": source.publisher.name,
        "issued": source.issued,
        "passage_url": row.passage_url,
        **{name: getattr(row, name) for name in ("locator", "says", "quotation", "translation")},
    }
