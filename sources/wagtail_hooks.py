from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from sources.models import Capture, Publisher, Source
from sources.permissions import NoDeletionPolicy

# Before the viewsets, which would settle on the default policy.
for model in (Source, Publisher, Capture):
    register_permission_policy(model, NoDeletionPolicy(model))

from sources.viewsets import SourceGroup  # noqa: E402

register_snippet(SourceGroup)
