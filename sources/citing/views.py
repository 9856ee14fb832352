from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from sources.citing.csl import csl_item
from sources.citing.formats import FORMATS
from sources.models import Source


def cite_source(request, slug, extension):
    source = get_object_or_404(Source.objects.published().select_related("publisher"), slug=slug)
    return as_file([csl_item(source)], slug, extension)


def as_file(items: list[dict], name: str, extension: str) -> HttpResponse:
    made = FORMATS[extension]
    response = HttpResponse(made.write(items), content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response
