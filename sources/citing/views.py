from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from sources.citing.filed import filed_item
from sources.citing.formats import FORMATS
from sources.models import Source


def cite_source(request, slug, extension):
    source = Source.objects.published().select_related("publisher").prefetch_related("links").filter(slug=slug).first()
    if source is None:
        kept = get_object_or_404(Source.objects.published(), merged_from__slug=slug)
        return redirect("sources:cite", kept.slug, extension, permanent=True)
    return as_file([filed_item(source)], slug, extension)


def as_file(items: list[dict], name: str, extension: str) -> HttpResponse:
    made = FORMATS[extension]
    response = HttpResponse(made.write(items), content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response
