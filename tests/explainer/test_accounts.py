import pytest
from django.contrib.auth import authenticate, get_user_model

from explainer.accounts import ensure_demo_accounts, ensure_roles

pytestmark = pytest.mark.django_db


def test_a_first_run_makes_two_accounts_and_says_their_passwords_once():
    said = []
    ensure_roles()
    ensure_demo_accounts(said.append)
    words = said[0].split()
    for name in ("editor", "reviewer"):
        assert authenticate(username=name, password=words[words.index(name) + 1])
    ensure_demo_accounts(said.append)
    assert len(said) == 1


def test_nobody_is_a_superuser_by_default():
    ensure_roles()
    ensure_demo_accounts(lambda words: None)
    assert not get_user_model().objects.filter(is_superuser=True).exists()


def test_a_site_with_people_gets_no_demo_accounts():
    get_user_model().objects.create_user("owner")
    ensure_demo_accounts(lambda words: pytest.fail("said something"))
    assert get_user_model().objects.count() == 1


# user × what they do × whether the admin lets them
TABLE = [
    ("editor", "/admin/snippets/sources/source/add/", True),
    ("editor", "/admin/snippets/claims/layer/", True),
    *(
        ("editor", f"/admin/snippets/{model}/add/", True)
        for model in ("actors/actor", "timeline/event", "glossary/term", "systems/system", "places/place")
    ),
    ("editor", "/admin/users/", False),
    ("editor", "/admin/settings/", False),
    ("reviewer", "/admin/snippets/sources/source/add/", True),
    ("reviewer", "/admin/users/", False),
]


@pytest.mark.parametrize(("role", "address", "allowed"), TABLE)
def test_who_may_go_where(home, admin_client_of, role, address, allowed):
    status = admin_client_of(role).get(address).status_code
    assert (status == 200) is allowed


def test_an_editor_writes_claims_and_a_reviewer_publishes_them(home, admin_client_of):
    from claims.models import ClaimIndexPage

    permissions = ClaimIndexPage.objects.get().permissions_for_user
    editor, reviewer = admin_client_of("editor").user, admin_client_of("reviewer").user
    assert permissions(editor).can_add_subpage()
    assert not permissions(editor).can_publish_subpage()
    assert permissions(reviewer).can_publish_subpage()
