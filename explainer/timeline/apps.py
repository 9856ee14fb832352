from functools import partial

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "explainer.timeline"
    label = "timeline"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from explainer.timeline.views import strip
        from sources.slots import fill

        for slot in ("claim", "actor", "place"):
            fill(slot, partial(strip, slot))
