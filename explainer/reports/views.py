"""``/report/``: a reader tells the desk of an error. No account, no cookie, nothing kept that names anybody unasked.

These pages are no pure functions of published content (DESIGN, rule 1), so nobody may keep a copy of them.
"""

from urllib.parse import urlsplit

from django.http import HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from explainer.reports import references
from explainer.reports.forms import LONGEST_TEXT, ReportForm
from explainer.reports.limits import admit
from explainer.reports.models import CONTACT_KEPT, TEXT_KEPT, ReaderReport

MOST_SENT = 2 * 1024 * 1024  # bytes of a whole form; below it what was typed comes back with the error


class PrivateView(View):
    """Never stored on the way, never listed by a search engine."""

    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response


def is_from_elsewhere(request) -> bool:
    """Whether another site sent the form; in place of a cookie, the browser says so itself. Old ones say nothing."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


@method_decorator([csrf_exempt, sensitive_post_parameters()], name="dispatch")
class ReportView(PrivateView):
    def get(self, request):
        return self.page(request, ReportForm(about=request.GET.get("about", "")))

    def post(self, request):
        if is_from_elsewhere(request):
            return HttpResponseForbidden(_("This form is only taken from its own page."), content_type="text/plain")
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_SENT:
            # Before anything of it is read.
            return render(request, "reports/refused.html", {"too_large": True, "most": LONGEST_TEXT}, status=413)
        form = ReportForm(request.POST)
        if not form.is_valid():
            return self.page(request, form, status=422)
        if not admit(request):
            return render(request, "reports/refused.html", {"text": form.cleaned_data["text"]}, status=429)
        return redirect(form.save())

    def page(self, request, form, status=200):
        context = {"form": form, "thing": form.thing, "most": LONGEST_TEXT} | PROMISES
        return render(request, "reports/report.html", context, status=status)


PROMISES = {"contact_days": CONTACT_KEPT.days, "text_days": TEXT_KEPT.days}


class StatusView(PrivateView):
    """Takes a number and leads to its page; says what is wrong with it if it is none."""

    def get(self, request, typed=""):
        typed = typed or request.GET.get("reference", "")
        reference = references.read(typed)
        report = ReaderReport.objects.filter(reference=reference).first() if reference else None
        if report and "typed" not in self.kwargs:
            return redirect(report)
        context = {"report": report, "typed": typed[:40], "is_number": bool(reference), **PROMISES}
        return render(request, "reports/status.html", context, status=404 if typed and not report else 200)
