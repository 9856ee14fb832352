"""Actors, relations and maps in the admin."""

from django.db.models import Count, Q
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from explainer.actors.models import Actor, ActorMap, Relation
from sources.viewsets import RecordViewSet


class ActorViewSet(RecordViewSet):
    model = Actor
    icon = "group"
    menu_label = "Actors"
    list_display = [
        "name",
        "name_original",
        "kind",
        "sector",
        Column("relations", label="Relations", accessor="relation_count"),
        *RecordViewSet.status_columns,
    ]
    list_filter = ["kind", "sector", "live"]
    ordering = ["name"]
    list_export = ["slug", "name", "name_original", "kind", "sector", "role", "wikidata"]

    def get_queryset(self, request):
        out, into = (
            Count(name, filter=Q(**{f"{name}__live": True}), distinct=True) for name in ("relations_from", "relations_to")
        )
        return Actor.objects.annotate(relation_count=out + into)


class RelationViewSet(RecordViewSet):
    model = Relation
    icon = "link"
    menu_label = "Relations"
    list_display = [
        "__str__",
        "verb",
        "status",
        "period",
        Column("state", label="State", accessor=RecordViewSet.status_columns[0].accessor, sort_key="live"),
        RecordViewSet.status_columns[1],
    ]
    list_filter = ["verb", "status", "live"]
    ordering = ["subject__name", "slug"]
    list_export = ["slug", "sentence", "verb", "status", "period", "note"]

    def get_queryset(self, request):
        return Relation.objects.select_related("subject", "object")


class ActorMapViewSet(RecordViewSet):
    model = ActorMap
    icon = "snippet"
    menu_label = "Maps"
    list_display = ["title", "position", Column("actors", label="Actors", accessor="actor_count"), *RecordViewSet.status_columns]
    ordering = ["position", "title"]

    def get_queryset(self, request):
        return ActorMap.objects.annotate(actor_count=Count("nodes"))


class ActorGroup(SnippetViewSetGroup):
    menu_label = "Actors"
    menu_icon = "group"
    menu_order = 116
    items = (ActorViewSet, RelationViewSet, ActorMapViewSet)
