"""Catalogs in the admin, with the places and behaviours they are made of."""

from django.db.models import Count
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from explainer.catalogs.models import Behaviour, BehaviourGroup, CatalogPage
from explainer.places.viewsets import PlaceViewSet
from sources.exchange.offer import OffersImport


class CatalogIndexView(OffersImport, PageListingViewSet.index_view_class):
    imports = "entries"


class CatalogViewSet(PageListingViewSet):
    model = CatalogPage
    index_view_class = CatalogIndexView
    name = "catalog_list"
    icon = "list-ul"
    menu_label = "Catalogs"
    menu_order = 117
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Catalog", sort_key="title", classname="title"),
        Column("scheme", label="Scheme", width="22%"),
        Column("next_review", label="Next review", sort_key="next_review", width="12%"),
        Column("last_checked", label="Last checked", sort_key="last_checked", width="12%"),
        DateColumn("latest_revision_created_at", label="Updated", sort_key="latest_revision_created_at", width="12%"),
        PageStatusColumn("status", label="Status", sort_key="live", width="10%"),
    ]
    ordering = ["title"]


class BehaviourViewSet(SnippetViewSet):
    model = Behaviour
    icon = "tasks"
    menu_label = "Behaviours"
    list_display = ["name", "group", Column("entries", label="Entries", accessor="entry_count")]
    list_filter = ["group"]
    ordering = ["group__position", "position", "name"]
    list_per_page = 100

    def get_queryset(self, request):
        return Behaviour.objects.select_related("group").annotate(entry_count=Count("entries"))


class BehaviourGroupViewSet(SnippetViewSet):
    model = BehaviourGroup
    icon = "folder-open-inverse"
    menu_label = "Groups of behaviours"
    list_display = ["name", "short", Column("behaviours", label="Behaviours", accessor="behaviour_count")]
    ordering = ["position", "name"]
    sort_order_field = "position"

    def get_queryset(self, request):
        return BehaviourGroup.objects.annotate(behaviour_count=Count("behaviours"))


class PlaceGroup(SnippetViewSetGroup):
    menu_label = "Places"
    menu_icon = "site"
    menu_order = 118
    items = (PlaceViewSet, BehaviourViewSet, BehaviourGroupViewSet)
