"""“Add a source”: one screen with three ways in, and the page on which what was found is looked over."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from sources.identity.matches import candidates, with_address
from sources.intake.files import UnreadableFile
from sources.intake.findings import Findings
from sources.models import Intake, Publisher, Source
from sources.receiving import records
from sources.receiving.forms import AddressForm, FileForm, PasteForm, ReviewForm, described, known_publisher

REFRESH = 3  # seconds
PREVIEW = 20_000  # characters
LATELY = 8


class IntakeScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_required = "add"
    model = Intake
    header_icon = "download"
    index_url_name = ""

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": "Intake"},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def back_to_review(self, intake: Intake):
        return redirect(intake.get_absolute_url())


class AddView(IntakeScreen):
    page_title = "Add a source"
    template_name = "sources/intake/add.html"
    forms = (AddressForm, FileForm, PasteForm)

    def get_context_data(self, **kwargs):
        shown = {form.way: form for form in kwargs.pop("bound", [])}
        forms = {kind.way: shown.get(kind.way) or kind(prefix=kind.way) for kind in self.forms}
        lately = Intake.objects.select_related("by", "source").defer("text", "findings")[:LATELY]
        return super().get_context_data(**kwargs, forms=forms, lately=lately, all_url=reverse(self.index_url_name))

    def post(self, request):
        kind = next((kind for kind in self.forms if kind.way == request.POST.get("way")), AddressForm)
        form = kind(request.POST, request.FILES, prefix=kind.way)
        known = None
        if form.is_valid():
            known = self.known(form) if kind is AddressForm else None
            if not known:
                try:
                    return self.back_to_review(self.receive(form))
                except UnreadableFile as error:
                    form.add_error("file" if kind is FileForm else "text", str(error))
        context = self.get_context_data(
            bound=[form], known=known, known_url=AdminURLFinder(request.user).get_edit_url(known) if known else ""
        )
        return self.render_to_response(context, status=200 if known else 422)

    @staticmethod
    def known(form) -> Source | None:
        """Said before anything is fetched; who wants a new copy of it may still go on."""
        return None if form.cleaned_data["anyway"] else with_address(form.cleaned_data["address"])

    def receive(self, form) -> Intake:
        data, user = form.cleaned_data, self.request.user
        if isinstance(form, AddressForm):
            return records.receive_address(data["address"], user)
        if isinstance(form, FileForm):
            return records.receive_file(data["file"].name, data["file"].read(), user, data["address"])
        return records.receive_text(data["text"].replace("\r\n", "\n"), user, data["address"])


class ReviewView(IntakeScreen):
    page_title = "Look it over"
    template_name = "sources/intake/review.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.intake = get_object_or_404(Intake.objects.select_related("by", "source"), pk=kwargs["pk"])

    def get_page_subtitle(self):
        return str(self.intake)[:80]

    @cached_property
    def header_buttons(self):
        return [HeaderButton("Add another source", url=reverse("intake:add"), icon_name="plus")]

    @cached_property
    def publisher(self) -> Publisher | None:
        return known_publisher(Findings.from_json(self.intake.findings))

    @cached_property
    def matches(self):
        return candidates(described(self.intake, self.publisher.pk if self.publisher else None))

    def form(self, data=None) -> ReviewForm:
        return ReviewForm(data, intake=self.intake, matches=self.matches, publisher=self.publisher, for_user=self.request.user)

    def get_context_data(self, **kwargs):
        intake = self.intake
        if intake.state == "ready":
            kwargs.setdefault("form", self.form())
            kwargs["edit_urls"] = {
                match.source.pk: AdminURLFinder(self.request.user).get_edit_url(match.source) for match in self.matches
            }
            kwargs["pages"] = intake.text.count("\f") + 1 if "\f" in intake.text else 0
            kwargs["preview"] = intake.text[:PREVIEW]
        elif intake.source:
            kwargs["source_url"] = AdminURLFinder(self.request.user).get_edit_url(intake.source)
        return super().get_context_data(**kwargs, intake=intake, refresh=REFRESH if intake.is_running else 0)

    def post(self, request, pk):
        if request.POST.get("do") == "discard":
            records.discard(self.intake)
            messages.success(request, f"“{self.intake}” was discarded. Nothing of it is kept but this line.")
            return redirect(self.index_url_name)
        if request.POST.get("do") == "again":
            records.try_again(self.intake)
            return self.back_to_review(self.intake)
        try:
            return self.same(request.POST["same"]) if "same" in request.POST else self.new()
        except records.AlreadySettled:
            messages.error(request, "This was settled already, perhaps in another window.")
            return self.back_to_review(self.intake)

    def same(self, source_id: str):
        """“It is this one”: only one of those shown can be meant."""
        source = next((match.source for match in self.matches if str(match.source.pk) == source_id), None)
        if source is None:
            messages.error(self.request, "That source is not among those this document may be.")
            return self.back_to_review(self.intake)
        is_new = records.add_to(self.intake, source, self.request.user)
        what = "Its text was added to the stored copies of" if is_new else "The same text was stored already for"
        return self.to_source(source, f"{what} “{source}”.")

    def new(self):
        if self.intake.state != "ready":
            raise records.AlreadySettled
        form = self.form(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        source = form.instance
        with transaction.atomic():
            form.keep_publisher()
            records.make_source(self.intake, source, form.cleaned_data["doi"], form.derivations(), self.request.user)
        return self.to_source(source, f"“{source}” is a draft now, with its text stored. It is public once it is published.")

    def to_source(self, source: Source, message: str):
        messages.success(self.request, format_html("{}", message))
        return redirect(AdminURLFinder(self.request.user).get_edit_url(source) or self.index_url_name)
