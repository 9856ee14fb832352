from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Claims"

    def ready(self):
        from claims import signals  # noqa: F401 - connects them
