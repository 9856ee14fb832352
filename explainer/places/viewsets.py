from wagtail.admin.ui.tables import Column

from explainer.places.models import Place
from sources.viewsets import RecordViewSet


class PlaceViewSet(RecordViewSet):
    model = Place
    icon = "site"
    menu_label = "Places"
    list_display = ["name", "name_original", "level", Column("within", label="Lies in"), "code", *RecordViewSet.status_columns]
    list_filter = ["level", "live"]
    ordering = ["name"]
    list_export = ["slug", "name", "name_original", "level", "code", "wikidata"]

    def get_queryset(self, request):
        return Place.objects.select_related("within")
