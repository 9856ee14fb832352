"""Addresses of sources in the admin: their state, their checks, and what only a person says of them."""

import django_filters
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Case, When
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from sources.health.archive import ask_archive, take_up
from sources.health.choices import UNREACHABLE, Link
from sources.health.tasks import check_source_links
from sources.models import LinkState

JUDGE = "sources.judge_linkstate"
CHECKS_SHOWN = 30
# What somebody has to look at comes first.
FIRST = [When(state=state, then=rank) for rank, state in enumerate([Link.FAILING, Link.SUSPICIOUS, Link.DEAD, Link.MOVED])]


class MaySeeAddresses(PermissionCheckedMixin):
    permission_policy = ModelPermissionPolicy(LinkState)
    any_permission_required = ["view", "judge"]


def may_see(user) -> bool:
    return MaySeeAddresses.permission_policy.user_has_any_permission(user, MaySeeAddresses.any_permission_required)


class AddressFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(label="State", choices=Link.choices, widget=forms.CheckboxSelectMultiple)
    changed = django_filters.BooleanFilter(label="Text has changed", method="of_changed")

    class Meta:
        model = LinkState
        fields = []

    def of_changed(self, queryset, name, value):
        changed = LinkState.objects.changed().values("pk")
        return queryset.filter(pk__in=changed) if value else queryset.exclude(pk__in=changed)


class AddressListView(MaySeeAddresses, ReportView):
    model = LinkState
    page_title = "Addresses of sources"
    header_icon = "link"
    index_url_name = "addresses:index"
    index_results_url_name = "addresses:results"
    filterset_class = AddressFilterSet
    default_ordering = ("trouble", "source__title", "pk")
    is_searchable = True
    search_fields = ["url", "source__title", "source__slug"]
    verbose_name_plural = "addresses"
    columns = [
        TitleColumn("source", label="Source", sort_key="source__title", url_name="addresses:address", width="34%"),
        Column("url", label="Address", accessor=lambda link: shortened(link.url), classname="wrap-anywhere"),
        StatusTagColumn("state", label="State", accessor="get_state_display", primary=lambda link: link.state in UNREACHABLE),
        Column("changed", label="Text", accessor=lambda link: "Has changed" if link.is_changed else ""),
        DateColumn("checked_at", label="Last check", sort_key="checked_at"),
    ]
    list_export = [
        "url",
        "source.slug",
        "source.title",
        "state",
        "is_changed",
        "failures",
        "first_failed_at",
        "checked_at",
        "leads_to",
    ]

    def get_base_queryset(self):
        return LinkState.objects.select_related("source").annotate(trouble=Case(*FIRST, default=len(FIRST)))


def shortened(url: str) -> str:
    url = url.split("://", 1)[-1]
    return url if len(url) <= 70 else f"{url[:67]}…"


class AddressView(MaySeeAddresses, WagtailAdminTemplateMixin, TemplateView):
    template_name = "sources/admin/address.html"
    page_title = "Address"
    header_icon = "link"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("addresses:index"), "label": "Addresses of sources"},
            {"url": "", "label": shortened(self.link.url)},
        ]

    def get_context_data(self, **kwargs):
        self.link = get_object_or_404(LinkState.objects.select_related("source", "judged_by"), pk=self.kwargs["pk"])
        return super().get_context_data(
            link=self.link,
            checks=self.link.checks.all()[:CHECKS_SHOWN],
            source_url=reverse(self.link.source.snippet_viewset.get_url_name("edit"), args=[self.link.source_id]),
            may_judge=self.request.user.has_perm(JUDGE),
            can_be_dead=self.link.state not in (Link.DEAD, Link.REPLACED),
            can_be_alive=self.link.state in (Link.DEAD, Link.FAILING, Link.SUSPICIOUS),
            asks_archive=settings.ARCHIVE_REQUESTS and not self.link.archived_url,
            **kwargs,
        )


class JudgeAddressView(View):
    """What a person says: ``dead``, ``alive`` or ``accept`` (the text that stands there now is the document)."""

    http_method_names = ["post"]

    def post(self, request, pk):
        if not request.user.has_perm(JUDGE):
            raise PermissionDenied
        get_object_or_404(LinkState, pk=pk)
        why = request.POST.get("why", "")
        with transaction.atomic():
            link = LinkState.objects.select_for_update().get(pk=pk)
            said = {"dead": link.mark_dead, "alive": link.mark_alive, "accept": link.accept_text}.get(request.POST.get("said"))
            try:
                if said is None:
                    raise ValidationError("Say what you have found.")
                said(request.user, why, timezone.now())
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
            else:
                log(instance=link.source, action="sources.judge_address", user=request.user, data={"url": link.url, "why": why})
                messages.success(request, f"Noted: {link.get_state_display().lower()}.")
        return redirect("addresses:address", pk)


class CheckAddressesView(MaySeeAddresses, View):
    """All addresses of the source, soon: no request of ours waits for another site."""

    http_method_names = ["post"]

    def post(self, request, pk):
        link = get_object_or_404(LinkState, pk=pk)
        check_source_links.enqueue(link.source_id)
        messages.success(request, "The addresses of this source are checked as soon as a worker is free.")
        return redirect("addresses:address", pk)


class ArchiveView(View):
    http_method_names = ["post"]

    def post(self, request, pk):
        if not request.user.has_perm("sources.change_source"):
            raise PermissionDenied
        link = get_object_or_404(LinkState.objects.select_related("source"), pk=pk)
        if link.archived_url and request.POST.get("do") == "take-up":
            public = take_up(link, request.user)
            where = (
                "The source names the copy now"
                if public
                else "The copy stands in the draft of the source, to be published with it"
            )
            messages.success(request, f"{where}.")
        else:
            ask_archive.enqueue(link.pk)
            messages.success(request, "The archive is asked as soon as a worker is free.")
        return redirect("addresses:address", pk)
