from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "explainer.sharing"
    label = "sharing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from explainer.sharing import signals
        from explainer.sharing.slots import link
        from sources.slots import fill

        signals.connect()
        fill("packet", link)
