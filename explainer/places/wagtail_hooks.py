from wagtail.permissions import register_permission_policy

from explainer.places.models import Place
from sources.permissions import NoDeletionPolicy

register_permission_policy(Place, NoDeletionPolicy(Place))
