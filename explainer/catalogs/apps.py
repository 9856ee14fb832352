from django.apps import AppConfig


class CatalogsConfig(AppConfig):
    name = "explainer.catalogs"
    label = "catalogs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from claims.filters import ClaimFilter
        from explainer.catalogs.filters import place_of_claims

        ClaimFilter.base_filters["place"] = place_of_claims()
