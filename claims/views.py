from django.shortcuts import get_object_or_404

from claims.models import ClaimPage
from sources.serving import serve


def claim(request, slug):
    """A public claim by its key. Several parts of the page ask for its verdicts."""
    return serve(get_object_or_404(ClaimPage.objects.live().prefetch_related("verdicts"), slug=slug), request)
