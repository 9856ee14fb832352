from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from claims.checks import CHECKED
from claims.models import Layer, MixUp
from sources.permissions import NoDeletionPolicy

for model in (Layer, MixUp):
    register_permission_policy(model, NoDeletionPolicy(model))

from claims.viewsets import ClaimViewSet, VocabularyGroup  # noqa: E402

register_snippet(VocabularyGroup)


@hooks.register("register_admin_viewset")
def register_claims():
    return ClaimViewSet()


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action(CHECKED, "Check", "Checked it, and nothing changed")
