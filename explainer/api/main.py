from django.http import Http404
from ninja import NinjaAPI, Swagger

from explainer.api.check import router as check
from explainer.api.kinds import claims, sources
from explainer.api.lists import BadQuery
from explainer.api.search import router as search

api = NinjaAPI(
    title="Explainer",
    version="1.0.0",
    description="Everything the site publishes, to read. No key. Within version 1 fields are added and never taken away.",
    urls_namespace="api",
    docs=Swagger(settings={"persistAuthorization": False}),
)
api.add_router("/claims", claims.router)
api.add_router("/sources", sources.router)
api.add_router("/search", search)
api.add_router("/check", check)


@api.exception_handler(BadQuery)
def bad_query(request, error):
    if error.status == 404:
        return api.create_response(request, {"detail": error.reason}, status=404)
    return api.create_response(request, {"detail": error.detail}, status=422)


@api.exception_handler(Http404)
def nothing_there(request, error):
    return api.create_response(request, {"detail": "There is nothing public by that name."}, status=404)
