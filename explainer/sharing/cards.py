"""What a card shows of a page, and the address that follows from it."""

import datetime
import hashlib
from dataclasses import astuple, dataclass

from django.urls import reverse
from django.utils.formats import date_format

from claims.models import ClaimPage, VerdictChange
from explainer.articles.models import ArticlePage
from sources.languages import in_content_language

WIDTH, HEIGHT = 1200, 630
DRAWN = 1  # goes up with every change of how cards are drawn: a picture never changes under its address
DIGITS = 16  # of the hash in an address


@dataclass(frozen=True)
class Card:
    """All that a picture is made of."""

    kind: str  # what the page is, to a reader
    title: str
    word: str  # the verdict; empty for what has none
    mark: str  # value of the verdict, whose mark is drawn; empty for none
    text: str
    note: str
    site: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr((DRAWN, astuple(self))).encode()).hexdigest()[:DIGITS]

    @property
    def heading(self) -> str:
        """A claim is never told without its verdict."""
        return f"{self.word}: {self.title}" if self.word else self.title

    @property
    def alt(self) -> str:
        """What is on the picture, for those who do not see it."""
        if not self.word:
            return f"{self.title}. {self.text}"
        return f"Claim: {self.title} Verdict: {self.word}. {self.text}"


@in_content_language
def of_claim(page: ClaimPage, site: str, verdict: VerdictChange | None = None) -> Card | None:
    """None for a draft without a verdict. ``verdict``, if it is at hand, saves a query."""
    title = f"“{page.title}”"
    if page.withdrawn_on:
        note = f"Since {_day(page.withdrawn_on)} we no longer stand by this page."
        return Card("Claim", title, "Withdrawn", "", page.withdrawn_reason, note, site)
    if (verdict := verdict or page.current_verdict) is None:
        return None
    return Card("Claim", title, verdict.get_verdict_display(), verdict.verdict, verdict.reason, _checked(page), site)


@in_content_language
def of_article(page: ArticlePage, site: str) -> Card:
    return Card("Explainer", page.title, "", "", page.summary, _checked(page), site)


def address(kind: str, slug: str, card: Card) -> str:
    """Names what the card shows, so that whatever lies there is right for ever."""
    return reverse("sharing:card", args=[kind, slug, card.digest])


def _checked(page) -> str:
    return f"Last checked {_day(page.last_checked)}" if page.last_checked else ""


def _day(day: datetime.date) -> str:
    return date_format(day, "j F Y")
