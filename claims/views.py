from django.shortcuts import get_object_or_404

from claims.models import ClaimPage
from sources.serving import serve


def claim(request, slug):
    """A public claim by its key."""
    return serve(get_object_or_404(ClaimPage.objects.live(), slug=slug), request)
