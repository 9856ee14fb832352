from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "explainer.actors"
    label = "actors"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from explainer.actors import signals

        signals.connect()
