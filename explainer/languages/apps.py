from django.apps import AppConfig
from django.core.checks import register


class LanguagesConfig(AppConfig):
    name = "explainer.languages"
    label = "languages"

    def ready(self):
        from explainer.languages.checks import compiled

        register(compiled)
