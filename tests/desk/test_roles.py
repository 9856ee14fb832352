"""Role × object × action."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from claims.models import ClaimIndexPage, ClaimPage
from explainer.accounts import ROLES, ensure_roles
from explainer.desk.models import ApprovalByOthers
from sources.models import Source
from tests import make

pytestmark = pytest.mark.django_db

ROLE_NAMES = [role.name for role in ROLES]
# object → action → who may
TABLE = {
    "claim": {
        "add": ("Researchers", "Editors"),
        "change": ("Researchers", "Editors", "Second readers", "Publishers"),
        "approve": ("Editors", "Second readers", "Publishers"),
        "publish": ("Publishers",),
        "warn": ("Editors", "Publishers"),
        "delete": (),
    },
    "source": {
        "view": ROLE_NAMES,
        "add": ("Researchers", "Editors", "Data stewards"),
        "change": ROLE_NAMES,
        "approve": ("Editors", "Second readers", "Data stewards", "Publishers"),
        "publish": ("Publishers",),
        "warn": ("Editors", "Publishers"),
        "delete": (),
    },
    "event": {
        "add": ("Researchers", "Editors", "Data stewards"),
        "change": ROLE_NAMES,
        "approve": ("Editors", "Second readers", "Publishers"),
        "publish": ("Publishers",),
    },
    "layer": {
        "view": ROLE_NAMES,
        "change": ("Editors", "Data stewards"),
        "delete": (),
    },
    "stored copy": {
        "view": ROLE_NAMES,
        "add": ("Researchers", "Editors", "Data stewards"),
        "delete": (),
    },
    "account": {"view": (), "add": (), "change": ()},
}
ADDRESSES = {
    ("source", "view"): "/admin/snippets/sources/source/",
    ("source", "add"): "/admin/snippets/sources/source/add/",
    ("source", "change"): "/admin/snippets/sources/source/edit/{source}/",
    ("source", "delete"): "/admin/snippets/sources/source/delete/{source}/",
    ("event", "add"): "/admin/snippets/timeline/event/add/",
    ("event", "change"): "/admin/snippets/timeline/event/edit/{event}/",
    ("layer", "view"): "/admin/snippets/claims/layer/",
    ("layer", "change"): "/admin/snippets/claims/layer/edit/{layer}/",
    ("layer", "delete"): "/admin/snippets/claims/layer/delete/{layer}/",
    ("stored copy", "view"): "/admin/snippets/sources/capture/",
    ("stored copy", "add"): "/admin/snippets/sources/capture/add/",
    ("stored copy", "delete"): "/admin/snippets/sources/capture/delete/{capture}/",
    ("account", "view"): "/admin/users/",
    ("account", "add"): "/admin/users/new/",
    ("account", "change"): "/admin/users/{user}/",
    ("claim", "change"): "/admin/pages/{claim}/edit/",
    ("claim", "add"): "/admin/pages/add/claims/claimpage/{index}/",
    ("claim", "delete"): "/admin/pages/{claim}/delete/",
    ("claim", "warn"): "/admin/desk/warning/{claim_type}/{claim}/",
    ("source", "warn"): "/admin/desk/warning/{source_type}/{source}/",
}
ROWS = [(thing, action, role) for thing, actions in TABLE.items() for action in actions for role in ROLES]


@pytest.fixture
def things(home, django_user_model):
    claim, event = make.claim(), make.event()
    ClaimPage.objects.update(first_published_at=timezone.now())
    source = Source.objects.first()
    return {
        "claim_type": ContentType.objects.get_for_model(ClaimPage).pk,
        "source_type": ContentType.objects.get_for_model(Source).pk,
        "claim": claim.pk,
        "index": ClaimIndexPage.objects.get().pk,
        "source": source.pk,
        "event": event.pk,
        "layer": make.layer().pk,
        "capture": source.captures.create(text="A text.", origin="by hand").pk,
        "user": django_user_model.objects.create_user("somebody").pk,
    }


@pytest.mark.parametrize(("thing", "action", "role"), ROWS, ids=[f"{t}-{a}-{r.account}" for t, a, r in ROWS])
def test_who_may_do_what(things, admin_client_of, thing, action, role):
    client = admin_client_of(role.account)
    wanted = role.name in TABLE[thing][action]
    if action == "approve":
        name = "Second reading of sources" if thing == "source" else "Second reading"
        assert ApprovalByOthers.objects.filter(name=name, groups__user=client.user).exists() is wanted
    elif action == "publish":
        index = ClaimIndexPage.objects.get()
        may = {
            "claim": lambda: index.permissions_for_user(client.user).can_publish_subpage(),
            "source": lambda: client.user.has_perm("sources.publish_source"),
            "event": lambda: client.user.has_perm("timeline.publish_event"),
        }
        assert may[thing]() is wanted
    else:
        status = client.get(ADDRESSES[thing, action].format(**things)).status_code
        assert (status == 200) is wanted


def test_what_a_desk_gave_its_groups_itself_stays():
    ensure_roles()
    extra = Permission.objects.get(codename="add_user")
    group = Group.objects.get(name="Editors")
    group.permissions.add(extra)
    ensure_roles()
    assert extra in group.permissions.all()


@pytest.mark.parametrize("address", ["/admin/pages/{claim}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={claim}"])
def test_what_was_public_is_not_deleted_even_by_a_superuser(things, admin_client_of, address):
    claim = ClaimPage.objects.get(pk=things["claim"])
    answer = admin_client_of("superuser").post(address.format(**things), follow=True)
    assert "has been public, so it stays" in answer.text
    assert ClaimPage.objects.get() == claim
