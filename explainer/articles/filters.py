import django_filters

from explainer.articles.models import ArticlePage
from sources.listing import Listing, listing


class ArticleFilter(django_filters.FilterSet):
    """There are few enough to read them all."""

    class Meta:
        model = ArticlePage
        fields: list[str] = []


def article_listing(params) -> Listing:
    return listing(ArticleFilter, params, ArticlePage.objects.in_order())
