"""Who may do what in the admin, and the accounts of a first run.

Nobody may delete (``sources.permissions``), and nobody publishes what only they have read (``sources.approval``): these two
are not a matter of roles.
"""

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowContentType, WorkflowPage, WorkflowTask

from claims.models import Layer, MixUp
from explainer.actors.models import Actor, ActorMap, Relation
from explainer.catalogs.models import Behaviour, BehaviourGroup
from explainer.desk.models import ApprovalByOthers
from explainer.glossary.models import Term
from explainer.places.models import Place
from explainer.reports.models import ReaderReport
from explainer.systems.models import System
from explainer.timeline.models import Event
from sources.models import Capture, LinkState, Publisher, Source, SourceCorrection

# What is reviewed before it is public
RECORDS = (Source, Actor, Relation, ActorMap, Event, Place, Term, System)
# The words that lists are sorted by
WORDS = (Layer, MixUp, Behaviour, BehaviourGroup)
# What documents are kept with
ARCHIVE = (Publisher, Capture)
LINKS = (LinkState,)
# What comes back: errors that readers report, documents that were corrected
RETURNS = (ReaderReport, SourceCorrection)

WRITE = ("view", "add", "change")


@dataclass(frozen=True)
class Role:
    """One group of the desk. ``pages`` are permissions on all pages; the others are (models, actions)."""

    name: str
    account: str  # of the first run
    about: str
    pages: tuple[str, ...] = ()
    models: tuple[tuple[tuple, tuple[str, ...]], ...] = ()
    extra: tuple[str, ...] = ()  # app_label.codename
    approves: bool = False
    approves_sources: bool = False


ROLES = (
    Role(
        "Researchers",
        "researcher",
        "gather sources and write drafts",
        pages=("add", "change"),
        models=((RECORDS, WRITE), (ARCHIVE, WRITE), (WORDS, ("view",)), (LINKS, ("view",)), (RETURNS, ("view",))),
        extra=("sources.check_capture",),
    ),
    Role(
        "Editors",
        "editor",
        "write, and approve what others wrote",
        pages=("add", "change", "lock"),
        models=((RECORDS, WRITE), (ARCHIVE, WRITE), (WORDS, WRITE), (LINKS, ("view",)), (RETURNS, WRITE)),
        extra=(
            "sources.change_importbatch",
            "sources.put_warning",
            "sources.check_capture",
            "sources.judge_linkstate",
            "django_tasks_database.view_dbtaskresult",
        ),
        approves=True,
        approves_sources=True,
    ),
    Role(
        "Second readers",
        "second-reader",
        "approve what others wrote",
        pages=("change",),
        models=(
            (RECORDS, ("view", "change")),
            (ARCHIVE, ("view",)),
            (WORDS, ("view",)),
            (LINKS, ("view",)),
            (RETURNS, ("view",)),
        ),
        approves=True,
        approves_sources=True,
    ),
    Role(
        "Data stewards",
        "steward",
        "keep sources, stored copies and lists in order",
        models=((RECORDS, WRITE), (ARCHIVE, WRITE), (WORDS, WRITE), (LINKS, ("view",)), (RETURNS, WRITE)),
        extra=(
            "sources.change_importbatch",
            "sources.check_capture",
            "sources.judge_linkstate",
            "sources.merge_source",
            "django_tasks_database.view_dbtaskresult",
            "django_tasks_database.change_dbtaskresult",
        ),
        approves_sources=True,
    ),
    Role(
        "Publishers",
        "publisher",
        "say when, and take down in an emergency",
        pages=("change", "publish", "lock", "unlock"),
        models=(
            (RECORDS, ("view", "change", "publish")),
            (ARCHIVE, ("view",)),
            (WORDS, ("view",)),
            (LINKS, ("view",)),
            (RETURNS, ("view",)),
        ),
        extra=(
            "sources.put_warning",
            "django_tasks_database.view_dbtaskresult",
        ),
        approves=True,
        approves_sources=True,
    ),
)
READING, READING_OF_SOURCES = "Second reading", "Second reading of sources"
# Groups and a workflow that Wagtail makes on its own, and that let authors approve
UNUSED_GROUPS = ("Moderators",)


@transaction.atomic
def ensure_roles() -> None:
    """Make the groups, their permissions and the workflows through which everything goes. What the desk itself has added to
    them stays."""
    root = Page.get_first_root_node()
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role.name)
        group.permissions.add(*_permissions(role))
        wanted = Permission.objects.filter(
            content_type__app_label="wagtailcore", content_type__model="page", codename__in=[f"{a}_page" for a in role.pages]
        )
        for permission in wanted:
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    Group.objects.filter(name__in=UNUSED_GROUPS, user=None).delete()
    reading = _workflow(READING, [role.name for role in ROLES if role.approves])
    of_sources = _workflow(READING_OF_SOURCES, [role.name for role in ROLES if role.approves_sources])
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": reading})
    for model in RECORDS:
        WorkflowContentType.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(model),
            defaults={"workflow": of_sources if model is Source else reading},
        )
    Workflow.objects.exclude(pk__in=[reading.pk, of_sources.pk]).filter(name="Moderators approval").update(active=False)


def _permissions(role: Role) -> list[Permission]:
    found = list(Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"))
    for models, actions in role.models:
        types = ContentType.objects.get_for_models(*models)
        codenames = [f"{action}_{model._meta.model_name}" for model in types for action in actions]
        found += Permission.objects.filter(content_type__in=types.values(), codename__in=codenames)
    for name in role.extra:
        label, codename = name.split(".")
        found.append(Permission.objects.get(content_type__app_label=label, codename=codename))
    return found


def _workflow(name: str, groups: list[str]) -> Workflow:
    workflow, _ = Workflow.objects.get_or_create(name=name)
    task = ApprovalByOthers.objects.filter(name=name).first() or ApprovalByOthers.objects.create(name=name)
    task.groups.set(Group.objects.filter(name__in=groups))
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    return workflow


def ensure_demo_accounts(say) -> None:
    """On a site without accounts, make one for each role, and say their passwords: the only time they are known."""
    users = get_user_model().objects
    if users.exists():
        return
    with transaction.atomic():
        lines = []
        for role in ROLES:
            password = secrets.token_urlsafe(12)
            user = users.create_user(username=role.account, password=password)
            user.groups.add(Group.objects.get(name=role.name))
            lines.append(f"    {role.account:<14} {password}    {role.about}")
        # Said before it is kept: stopped in between, the next start makes new ones.
        say("\n  Accounts for the admin, shown this once:\n" + "\n".join(lines))
