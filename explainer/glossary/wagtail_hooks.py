from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from explainer.glossary.models import Term
from sources.permissions import NoDeletionPolicy

# Before the viewset, which would settle on the default policy.
register_permission_policy(Term, NoDeletionPolicy(Term))

from explainer.glossary.viewsets import TermViewSet  # noqa: E402

register_snippet(TermViewSet)
