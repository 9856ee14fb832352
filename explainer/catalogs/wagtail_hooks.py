from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from explainer.catalogs.models import Behaviour, BehaviourGroup
from explainer.places.models import Place
from sources.permissions import NoDeletionPolicy

# Before the viewsets, which would settle on the default policy.
for model in (Place, Behaviour, BehaviourGroup):
    register_permission_policy(model, NoDeletionPolicy(model))

from explainer.catalogs import importing  # noqa: E402, F401 - registers its kind of import
from explainer.catalogs.viewsets import CatalogViewSet, PlaceGroup  # noqa: E402

register_snippet(PlaceGroup)


@hooks.register("register_admin_viewset")
def register_catalogs():
    return CatalogViewSet()
