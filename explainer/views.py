from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from explainer.languages.pages import address_in
from explainer.missing import look_up

# Read once: they are needed when something else may have failed, and are as they are for everybody.
PLAIN = {status: (Path(settings.BASE_DIR) / f"templates/{status}.html").read_bytes() for status in (400, 403, 500)}


def healthz(request):
    """Answers while the process lives; says nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


def robots(request):
    reports = [f"Disallow: {address_in(code, '/report/')}" for code, _ in settings.LANGUAGES]
    lines = ["User-agent: *", "Disallow: /admin/", *reports, "", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def not_found(request, exception):
    missing = look_up(request)
    if missing.gone:
        return render(request, "410.html", {"missing": missing, "kind": missing.kind}, status=410)
    return render(request, "404.html", {"missing": missing}, status=404)


def server_error(request):
    return HttpResponse(PLAIN[500], status=500)


def bad_request(request, exception):
    return HttpResponse(PLAIN[400], status=400)


def forbidden(request, exception=None, reason=""):
    """For what is not permitted, and for forms without their token."""
    return HttpResponse(PLAIN[403], status=403)
