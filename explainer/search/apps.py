from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "explainer.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from explainer.search import signals

        signals.connect()
