import dataclasses
from collections import Counter

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from schemathesis.pytest.plugin import SchemathesisFunction

from claims.matching import known
from explainer.languages.catalog import compile_stale
from explainer.search import vocabulary


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        compile_stale()


def pytest_collection_modifyitems(items):
    """Workers that run side by side know a test by its id alone: of two with one id, only one would be run, in silence."""
    for item in items:
        if isinstance(item, SchemathesisFunction):  # its name tells the operation; with pytest 9.2 its id leaves it out
            item._id = dataclasses.replace(item.id, params=item.operation_label)
    twice = [name for name, times in Counter(item.nodeid for item in items).items() if times > 1]
    if twice:
        raise pytest.UsageError("These ids stand for more than one test: " + ", ".join(twice))


@pytest.fixture(autouse=True)
def nothing_remembered(settings, tmp_path):
    """A test rolls its database back without a word to what was remembered of it."""
    settings.OPEN_DATA_DIR = tmp_path / "open-data"
    settings.CARD_DIR = tmp_path / "cards"
    cache.clear()
    known.forget()
    vocabulary.forget()


@pytest.fixture
def home(db):
    from tests import make

    return make.home()


@pytest.fixture
def admin_client_of(db, client):
    """A logged-in client: ``admin_client_of("editor")``, another role's account, or ``("superuser")``."""

    def log_in(role):
        from django.contrib.auth.models import Group

        from explainer.accounts import ROLES, ensure_roles

        ensure_roles()
        user = get_user_model().objects.create_user(
            username=role, password="a long pass phrase", is_superuser=role == "superuser"
        )
        user.groups.set(Group.objects.filter(name__in=[found.name for found in ROLES if found.account == role]))
        client.force_login(user)
        client.user = user
        return client

    return log_in
