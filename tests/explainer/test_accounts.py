import pytest
from django.contrib.auth import authenticate, get_user_model

from explainer.accounts import ROLES, ensure_demo_accounts, ensure_roles

pytestmark = pytest.mark.django_db


def test_a_first_run_makes_an_account_for_each_role_and_says_their_passwords_once():
    said = []
    ensure_roles()
    ensure_demo_accounts(said.append)
    words = said[0].split()
    for name in (role.account for role in ROLES):
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
