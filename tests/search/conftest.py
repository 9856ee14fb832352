import pytest
from django.db import transaction

from explainer.editions.load import load
from explainer.editions.read import read


@pytest.fixture(scope="module")
def first_edition(django_db_setup, django_db_blocker):
    """The first edition in the database, loaded once for all tests of a file and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(read("china-social-credit"))
        yield
        transaction.set_rollback(True)
