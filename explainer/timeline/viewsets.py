from django.db.models import Count
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from explainer.timeline.models import Event
from sources.exchange.offer import OffersImport
from sources.viewsets import RecordViewSet


class EventIndexView(OffersImport, IndexView):
    imports = "events"


class EventViewSet(RecordViewSet):
    model = Event
    index_view_class = EventIndexView
    icon = "calendar-alt"
    menu_label = "Events"
    menu_order = 114
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("date", label="Date", sort_key="date_earliest"),
        "lane",
        "kind",
        Column("citations", label="Citations", accessor="citation_count"),
        *RecordViewSet.status_columns,
    ]
    list_filter = ["lane", "kind", "live"]
    ordering = ["date_earliest", "title"]
    list_export = ["slug", "title", "date", "lane", "kind", "text"]

    def get_queryset(self, request):
        return Event.objects.annotate(citation_count=Count("citations"))
