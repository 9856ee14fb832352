"""The published claims as the matcher knows them: built from the database once, and again when a claim changes."""

import math
import threading
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.db.models import Count, Max

from claims.matching.lexical import Wording
from claims.matching.matcher import Matcher
from claims.matching.store import meaning
from claims.models import ClaimPage

_lock = threading.Lock()
_kept: "Known | None" = None


@dataclass(frozen=True)
class Known:
    """A matcher whose claims are the slugs of published pages. ``state`` tells whether it is still that of the site."""

    state: tuple
    matcher: Matcher


def known() -> Known:
    global _kept
    state = _state()
    if _kept is None or _kept.state != state:
        with _lock:
            if _kept is None or _kept.state != state:
                _kept = Known(state, _built())
    return _kept


def forget() -> None:
    """For tests, which take claims back without a trace."""
    global _kept
    _kept = None


def _state() -> tuple:
    newest = ClaimPage.objects.published().aggregate(Max("last_published_at"), Count("pk"), Max("pk"))
    return (*newest.values(), meaning() is not None)


def _built() -> Matcher:
    claims = ClaimPage.objects.published().prefetch_related("variants", "evidence", "appearances").order_by("pk")
    wordings, background = [], []
    for claim in claims:
        others = [*(row.wording for row in claim.variants.all()), *claim.phrase_list]
        wordings += wordings_of(claim.slug, claim.statement or claim.title, claim.title, others, len(claim.appearances.all()))
        background += [row.says for row in claim.evidence.all()]
        background += [text for field in (claim.short_answer, claim.documented) for text in _paragraphs(field)]
    extra = meaning()
    return Matcher(wordings, background, extra, embed=extra.remembered if extra else None)


def wordings_of(slug: str, statement: str, title: str, others: list[str], met: int) -> list[Wording]:
    """``met`` is the number of places where the claim was made: how often it was met, on the scale that the benchmark
    has for how often a speaker was."""
    prior = math.log1p(met)
    told = dict.fromkeys([title, *others])  # the short form is a wording too: a short sentence says all of it
    return [Wording(slug, statement, title, prior), *(Wording(slug, text, "", prior) for text in told)]


def _paragraphs(html: str) -> list[str]:
    return [p.get_text(" ") for p in BeautifulSoup(html, "html.parser").find_all(["p", "li"])]
