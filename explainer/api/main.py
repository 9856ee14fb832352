from ninja import NinjaAPI, Swagger

from explainer.api.check import router as check

api = NinjaAPI(
    title="Explainer",
    version="1.0.0",
    description="Everything the site publishes, to read. No key. Within version 1 fields are added and never taken away.",
    urls_namespace="api",
    docs=Swagger(settings={"persistAuthorization": False}),
)
api.add_router("/check", check)
