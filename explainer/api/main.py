from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404
from ninja import NinjaAPI, Swagger

from explainer.api.changes import router as changes
from explainer.api.check import router as check
from explainer.api.data.caveats import licence
from explainer.api.kinds import COLLECTIONS
from explainer.api.lists import BadQuery
from explainer.api.search import router as search

ABOUT = """Everything the site publishes, to read. No key.

- **Lists** have the filters of the site's own lists, by the same names, and are paged with `page` and `per_page`.
  `fields` chooses columns; rows then hold these and no others.
- **A value that means nothing** is refused with 422 and the reason; nothing is ignored in silence.
- **Dates of the world** are EDTF texts: `2014`, `2014-06`, `2013/2014`, `2020~`. An empty text says that nothing is recorded.
- **ETag**: send it back as `If-None-Match`, and what has not changed is not sent again.
- **Scripts of any site** may read all of it.
- **Version 1** stays: fields and addresses are added and never taken away. Closed lists of values may grow.
"""


def info() -> dict:
    given = licence()
    return {"license": {"name": given.name} | ({"url": given.url} if given.url else {})} if given else {}


api = NinjaAPI(
    title="Explainer",
    version="1.0.0",
    description=ABOUT,
    urls_namespace="api",
    docs=Swagger(settings={"persistAuthorization": False}),
    docs_decorator=csp_update({"img-src": ["data:"]}),  # the arrows of its lists
    servers=[{"url": settings.PUBLIC_URL, "description": "This site"}],
    openapi_extra={
        "info": info(),
        "tags": [{"name": name, "description": f"{collection.about}."} for name, collection in COLLECTIONS.items()]
        + [
            {"name": "changes", "description": "What was published, changed or withdrawn."},
            {"name": "search", "description": "Search everything public."},
            {"name": "check", "description": "Find known claims in a text."},
        ],
    },
)
for name, collection in COLLECTIONS.items():
    api.add_router(f"/{name}", collection.router)
api.add_router("/changes", changes)
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
