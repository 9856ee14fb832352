from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from explainer.timeline.models import Event
from sources.permissions import NoDeletionPolicy

# Before the viewset, which would settle on the default policy.
register_permission_policy(Event, NoDeletionPolicy(Event))

from explainer.timeline import importing  # noqa: E402, F401 - registers its kind of import
from explainer.timeline.viewsets import EventViewSet  # noqa: E402

register_snippet(EventViewSet)
