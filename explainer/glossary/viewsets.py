from explainer.glossary.models import Term
from sources.viewsets import RecordViewSet


class TermViewSet(RecordViewSet):
    model = Term
    icon = "openquote"
    menu_label = "Glossary"
    menu_order = 119
    add_to_admin_menu = True
    list_display = ["name", "name_original", "pinyin", *RecordViewSet.status_columns]
    list_filter = ["live"]
    ordering = ["name"]
    list_export = ["slug", "name", "name_original", "pinyin", "meaning", "beware"]
