import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction

from tests import make
from tests.api.everything import publish_one_of_each


@pytest.fixture(scope="module")
def one_of_each(django_db_setup, django_db_blocker):
    """Kind → slug of a public record, in the database for all tests of a file and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        make.home()
        yield publish_one_of_each()
        transaction.set_rollback(True)


@pytest.fixture
def one_connection():
    """For requests that do not come from Django's own client: the connection holds what is taken back, so it must stay."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)
