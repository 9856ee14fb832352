import pytest
from django.contrib.auth.models import Group, User

from explainer.accounts import ensure_roles


@pytest.fixture
def rule(settings):
    settings.TWO_PERSON_RULE = True


@pytest.fixture
def person(db):
    """``person("alice", "Editors")``; without a group a superuser."""
    ensure_roles()

    def make(name, group=""):
        user, _ = User.objects.get_or_create(username=name, defaults={"is_superuser": not group})
        if group:
            user.groups.add(Group.objects.get(name=group))
        return user

    return make


@pytest.fixture
def people(person):
    """Three editors."""
    return [person(name, "Editors") for name in ("alice", "bob", "carol")]
