from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "explainer.actors"
    label = "actors"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from claims.filters import ClaimFilter
        from explainer.actors import signals
        from explainer.actors.filters import actor_of_claims

        signals.connect()
        ClaimFilter.base_filters["actor"] = actor_of_claims()
