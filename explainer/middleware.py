from django.contrib import messages
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import redirect
from django.utils.html import format_html_join
from wagtail.admin.admin_url_finder import AdminURLFinder

from sources.gates import PublicationRefused

# The admin's own screens carry inline scripts and styles; it still loads nothing from another host.
ADMIN_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)


class CompressMiddleware(GZipMiddleware):
    """Text goes out gzipped. Not that of the admin, which holds secrets of a session beside what somebody typed (the attack
    called BREACH); pictures and archives are packed as they are."""

    def process_response(self, request, response):
        kind = response.get("Content-Type", "").partition(";")[0]
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        return super().process_response(request, response) if text and not request.path.startswith("/admin/") else response


class AdminPolicyMiddleware:
    """Content-Security-Policy of the admin."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response["Content-Security-Policy"] = ADMIN_POLICY
        return response


class RefusedPublicationMiddleware:
    """Turns a refusal by the gate, wherever in the admin it happens, into a message at the record's form."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, PublicationRefused) or not request.path.startswith("/admin/"):
            return None
        reasons = format_html_join("", "<br>{}", ((str(problem),) for problem in exception.problems))
        messages.error(request, "Not published." + reasons, extra_tags="safe")
        return redirect(AdminURLFinder(request.user).get_edit_url(exception.record) or "wagtailadmin_home")
