from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from explainer.actors.models import Actor, ActorMap, Relation
from sources.permissions import NoDeletionPolicy

# Before the viewsets, which would settle on the default policy.
for model in (Actor, Relation, ActorMap):
    register_permission_policy(model, NoDeletionPolicy(model))

from explainer.actors.viewsets import ActorGroup  # noqa: E402

register_snippet(ActorGroup)
