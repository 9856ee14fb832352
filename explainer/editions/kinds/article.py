"""Explainers: prose, with things of the other rooms in the midst of it."""

import datetime

from wagtail.rich_text import RichText

from explainer.articles.models import ArticleCitation, ArticleIndexPage, ArticlePage
from explainer.editions.embeds import EMBEDS, join, references, split
from explainer.editions.kinds import citation
from explainer.editions.kinds.base import Kind, rows
from explainer.editions.prose import ON_PAGE, to_html, to_markdown
from explainer.editions.schema import Field, article_body, day, line, number

WORDS = {embed.block: word for word, embed in EMBEDS.items()}


class ArticleRecords(Kind):
    name = "article"
    model = ArticlePage
    plain = ("title", "summary")
    body = "body"
    rows = {"citations": ()}
    fields = (
        Field("title", line, required=True),
        Field("position", number, required=True),
        Field("summary", line, required=True),
        Field("last_checked", day, required=True),
        Field("next_review", day, required=True),
        Field("citations", many=True, required=True, of=citation.KEYED),
        Field("body", article_body, required=True),
    )

    def references(self, record):
        return [(("body",), kind, key) for kind, key in references(record.get("body", ""))]

    def build(self, key, record, refs, instance=None):
        article = super().build(key, record, refs, instance)
        article.draft_title = article.title
        article.position = int(record["position"])
        for name in ("last_checked", "next_review"):
            setattr(article, name, datetime.date.fromisoformat(record[name]))
        article.body = [self._block(word, value, refs) for word, value in split(record["body"])]
        article.citations = rows(ArticleCitation, record["citations"], lambda row: citation.to_keyed_columns(row, refs))
        return article

    @staticmethod
    def _block(word, value, refs):
        if word == "text":
            return "text", RichText(to_html(value, ON_PAGE))
        embed = EMBEDS[word]
        found = [refs.get(kind, key) for kind, key in embed.references(value)]
        if word == "catalog":
            return embed.block, {"catalog": found[0], "group": found[1] if len(found) > 1 else None}
        return embed.block, found if embed.many else found[0]

    def read(self, article):
        return super().read(article) | {
            "position": str(article.position),
            "last_checked": article.last_checked.isoformat(),
            "next_review": article.next_review.isoformat(),
            "citations": citation.from_keyed_rows(article.citations),
            "body": join([self._part(block) for block in article.body]),
        }

    @staticmethod
    def _part(block):
        value = block.value
        if block.block_type == "text":
            return "text", to_markdown(value.source, ON_PAGE)
        if block.block_type == "catalog":
            shown = [value["catalog"], value["group"]]
        else:
            shown = list(value) if EMBEDS[WORDS[block.block_type]].many else [value]
        return WORDS[block.block_type], [record.slug for record in shown if record]

    def save(self, article, is_new):
        self.save_page(article, ArticleIndexPage.objects.get() if is_new else None)
