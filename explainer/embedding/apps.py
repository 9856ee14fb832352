from django.apps import AppConfig


class EmbeddingConfig(AppConfig):
    name = "explainer.embedding"
    label = "embedding"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from explainer.embedding.offers import discovery, offer
        from sources.slots import fill

        fill("embed", offer)
        fill("embed_head", discovery)
