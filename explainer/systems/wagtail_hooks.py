from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from explainer.systems.models import System
from sources.permissions import NoDeletionPolicy

# Before the viewset, which would settle on the default policy.
register_permission_policy(System, NoDeletionPolicy(System))

from explainer.systems.viewsets import SystemViewSet  # noqa: E402

register_snippet(SystemViewSet)
