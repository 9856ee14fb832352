from explainer.systems.models import System
from sources.viewsets import RecordViewSet


class SystemViewSet(RecordViewSet):
    model = System
    icon = "table"
    menu_label = "Systems"
    menu_order = 119
    add_to_admin_menu = True
    list_display = ["name", "layer", "standing", "output", "state", *RecordViewSet.status_columns]
    list_filter = ["standing", "layer", "output", "state", "live"]
    ordering = ["name"]
    list_export = ["slug", "name", "name_original", "standing", "layer", "keeper", "output", "state", "tell", "what"]

    def get_queryset(self, request):
        return System.objects.select_related("layer")
