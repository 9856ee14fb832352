from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "explainer.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Background work"

    def ready(self):
        from explainer.work import jobs

        jobs.register()
