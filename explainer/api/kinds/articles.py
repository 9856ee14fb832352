import datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from claims.prose import plain
from explainer.api.collection import Collection, each
from explainer.api.lists import absolute, answer
from explainer.api.schemas import KeyedPassageOut, Slug, cited, passage
from explainer.articles.filters import ArticleFilter, article_listing
from explainer.articles.models import ArticlePage
from sources.models.citation import attach_sources


class ArticleRow(Schema):
    slug: str = Field(description="Key of the explainer; it never changes.")
    url: str = Field(description="The explainer on this site.")
    title: str = Field(description="Title.")
    summary: str = Field(description="The answer, in one or two sentences.")
    position: int = Field(description="Its place in the order in which to read them.")
    last_checked: datetime.date | None = Field(description="The day somebody last went through what it rests on.")
    sources: list[str] = Field(description="Slugs of the documents it rests on.")


class ArticleOut(ArticleRow):
    text: str = Field(description="Its prose, a line a paragraph, with [^key] where it points to a citation.")
    citations: list[KeyedPassageOut] = Field(description="The passages it rests on.")


def row_of(article: ArticlePage) -> dict:
    return {
        "slug": article.slug,
        "url": absolute(article.get_absolute_url()),
        "title": article.title,
        "summary": article.summary,
        "position": article.position,
        "last_checked": article.last_checked,
        "sources": cited(article),
    }


ARTICLES = Collection(
    name="articles",
    title="Explainers",
    about="Longer texts that explain a part of the topic",
    row=ArticleRow,
    filters=ArticleFilter,
    listing=article_listing,
    rows=each(row_of, "citations__source"),
    page="/explainers/?",
)


@ARTICLES.one(ArticleOut, "One explainer with its sources")
def article(request, slug: Slug):
    found = get_object_or_404(ArticlePage.objects.live(), slug=slug)
    attach_sources(citations := list(found.citations.all()))
    return answer(
        request,
        row_of(found)
        | {
            "text": "\n".join(plain(part.value.source) for part in found.body if part.block_type == "text"),
            "citations": [{"key": row.key, **passage(row)} for row in citations],
        },
    )
