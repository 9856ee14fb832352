from django.conf import settings
from django.http import HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader


def healthz(request):
    """Answers while the process lives; says nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


def robots(request):
    return HttpResponse("User-agent: *\nDisallow: /admin/\nDisallow: /report/\n", content_type="text/plain")


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    # No context processors: they may be what failed.
    return HttpResponseServerError(loader.get_template("500.html").render({"site_name": settings.WAGTAIL_SITE_NAME}))
