from django.shortcuts import get_object_or_404

from explainer.articles.models import ArticleIndexPage, ArticlePage
from sources.serving import serve


def index(request):
    """Every article, in the order in which to read them."""
    return serve(get_object_or_404(ArticleIndexPage.objects.live()), request)


def article(request, slug):
    return serve(get_object_or_404(ArticlePage.objects.live(), slug=slug), request)
