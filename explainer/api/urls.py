from django.http import JsonResponse
from django.urls import path, re_path

from explainer.api.main import api


def nothing_here(request):
    """A program that asks for an address that is none is not sent a page."""
    detail = "There is nothing at this address; /api/v1/docs says what there is."
    return JsonResponse({"detail": detail}, status=404)


urlpatterns = [path("v1/", nothing_here), path("v1/", api.urls), re_path("", nothing_here)]
