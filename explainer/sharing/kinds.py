"""The kinds of pages that have a card."""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page

from claims.models import ClaimPage
from explainer.articles.models import ArticlePage
from explainer.sharing.cards import Card, of_article, of_claim


@dataclass(frozen=True)
class Kind:
    model: type[Page]
    card: Callable[..., Card | None]


# By their place in an address
KINDS = {"claims": Kind(ClaimPage, of_claim), "explainers": Kind(ArticlePage, of_article)}


def kind_of(page) -> str | None:
    return next((name for name, kind in KINDS.items() if isinstance(page, kind.model)), None)
