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
    claims, background = told()
    extra = meaning()
    wordings = [wording for claim in claims for wording in claim.wordings(claim.phrases)]
    return Matcher(wordings, background, extra, embed=extra.remembered if extra else None)


@dataclass(frozen=True)
class Told:
    """A claim in all the ways it is told. ``met`` is the number of places where it was made: how often it was met, on the
    scale that the benchmark has for how often a speaker was."""

    slug: str
    statement: str
    title: str
    variants: list[str]
    phrases: list[str]
    met: int

    def wordings(self, phrases: list[str]) -> list[Wording]:
        prior = math.log1p(self.met)
        others = dict.fromkeys([self.title, *self.variants, *phrases])  # a short sentence says all of the short form
        return [
            Wording(self.slug, self.statement, self.title, prior),
            *(Wording(self.slug, text, "", prior) for text in others),
        ]


def told() -> tuple[list[Told], list[str]]:
    """The published claims, and what the site itself writes about them, from which the words of its subject are known."""
    claims = ClaimPage.objects.published().prefetch_related("variants", "evidence", "appearances").order_by("pk")
    found, background = [], []
    for claim in claims:
        variants, met = [row.wording for row in claim.variants.all()], len(claim.appearances.all())
        found.append(Told(claim.slug, claim.statement or claim.title, claim.title, variants, claim.phrase_list, met))
        background += [row.says for row in claim.evidence.all()]
        background += [text for field in (claim.short_answer, claim.documented) for text in _paragraphs(field)]
    return found, background


def _paragraphs(html: str) -> list[str]:
    return [p.get_text(" ") for p in BeautifulSoup(html, "html.parser").find_all(["p", "li"])]
