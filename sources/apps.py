from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Sources"

    def ready(self):
        from sources import signals  # noqa: F401 - connects them
        from sources.identity import keys
        from sources.spreadsheet import guard_exports

        keys.connect()
        guard_exports()
