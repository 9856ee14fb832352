"""Claims in the admin: a list that shows what a desk asks for, and the words claims are sorted by."""

import django_filters
from django.db.models import Count
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from claims.choices import Verdict
from claims.models import ClaimPage, Layer, MixUp


class ClaimFilterSet(PageFilterSet):
    verdict = django_filters.MultipleChoiceFilter(choices=Verdict.choices)
    review_due_by = django_filters.DateFilter(field_name="next_review", lookup_expr="lte", label="Review due by")

    class Meta:
        model = ClaimPage
        fields = ["layers", "mixups"]


class ClaimViewSet(PageListingViewSet):
    model = ClaimPage
    name = "claim_list"
    icon = "help"
    menu_label = "Claims"
    menu_order = 110
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Claim", sort_key="title", classname="title"),
        Column("verdict", label="Verdict", accessor="get_verdict_display", sort_key="verdict", width="14%"),
        Column("next_review", label="Next review", sort_key="next_review", width="12%"),
        Column("last_checked", label="Last checked", sort_key="last_checked", width="12%"),
        DateColumn("latest_revision_created_at", label="Updated", sort_key="latest_revision_created_at", width="12%"),
        PageStatusColumn("status", label="Status", sort_key="live", width="10%"),
    ]
    filterset_class = ClaimFilterSet
    ordering = ["title"]


class TermViewSet(SnippetViewSet):
    list_display = ["name", "short", Column("claims", label="Claims", accessor="claim_count")]
    ordering = ["position", "name"]
    sort_order_field = "position"

    def get_queryset(self, request):
        return self.model.objects.annotate(claim_count=Count("claims"))


class LayerViewSet(TermViewSet):
    model = Layer
    icon = "list-ul"
    menu_label = "Layers"


class MixUpViewSet(TermViewSet):
    model = MixUp
    icon = "rotate"
    menu_label = "Mix-ups"


class VocabularyGroup(SnippetViewSetGroup):
    menu_label = "Vocabulary"
    menu_icon = "tag"
    menu_order = 130
    items = (LayerViewSet, MixUpViewSet)
