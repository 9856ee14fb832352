from django.apps import AppConfig


class SystemsConfig(AppConfig):
    name = "explainer.systems"
    label = "systems"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from explainer.systems.views import of_actor
        from sources.slots import fill

        fill("actor", of_actor)
