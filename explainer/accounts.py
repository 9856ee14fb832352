"""Who may do what in the admin, and the accounts of a first run."""

import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Workflow, WorkflowContentType

from claims.models import Layer, MixUp
from explainer.actors.models import Actor, ActorMap, Relation
from explainer.catalogs.models import Behaviour, BehaviourGroup
from explainer.glossary.models import Term
from explainer.places.models import Place
from explainer.systems.models import System
from explainer.timeline.models import Event
from sources.models import Capture, Publisher, Source

# Wagtail's own groups: editors write and submit pages, moderators also approve and publish them.
EDITORS, REVIEWERS = "Editors", "Moderators"
ACTIONS = {EDITORS: ("view", "add", "change"), REVIEWERS: ("view", "add", "change", "publish")}
# What is reviewed before it is public, and what is a word or a note of the desk's own
RECORDS = (Source, Actor, Relation, ActorMap, Event, Place, Term, System)
LISTS = (Publisher, Capture, Layer, MixUp, Behaviour, BehaviourGroup)
DEMO_ACCOUNTS = {"editor": EDITORS, "reviewer": REVIEWERS}


@transaction.atomic
def ensure_roles() -> None:
    """Let both groups work with records, and send records through the same approval as pages. Changes nothing twice."""
    types = ContentType.objects.get_for_models(*RECORDS, *LISTS)
    for name, actions in ACTIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        codenames = [f"{action}_{model._meta.model_name}" for model in types for action in actions]
        # A source entered inside a citation is published at once if it passes the gate.
        codenames.append("publish_source")
        wanted = Permission.objects.filter(content_type__in=types.values(), codename__in=codenames)
        group.permissions.add(*wanted.exclude(group=group))
    workflow = Workflow.objects.active().first()
    if workflow:
        for model in RECORDS:
            WorkflowContentType.objects.get_or_create(content_type=types[model], defaults={"workflow": workflow})


def ensure_demo_accounts(say) -> None:
    """On a site without accounts, make one editor and one reviewer, and say their passwords: the only time they are known."""
    users = get_user_model().objects
    if users.exists():
        return
    with transaction.atomic():
        lines = []
        for name, group in DEMO_ACCOUNTS.items():
            password = secrets.token_urlsafe(12)
            user = users.create_user(username=name, password=password)
            user.groups.add(Group.objects.get(name=group))
            lines.append(f"    {name:<10} {password}")
        # Said before it is kept: stopped in between, the next start makes new ones.
        say("\n  Accounts for the admin, shown this once:\n" + "\n".join(lines))
