from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from wagtail import hooks

from claims.models import ClaimPage


def claim(request, slug):
    """A public claim by its key: straight to the page, where Wagtail's walk through the tree costs three queries more.

    The hooks that Wagtail runs before it serves a page run here too.
    """
    page = get_object_or_404(ClaimPage.objects.published(), slug=slug)
    for hook in hooks.get_hooks("before_serve_page"):
        result = hook(page, request, [], {})
        if isinstance(result, HttpResponse):
            return result
    return page.serve(request)
