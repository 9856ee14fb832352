"""What a person decides about a task: to try it again, or to give it up."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log

from explainer.work.retry import put_back

TRY_AGAIN, GIVE_UP = "work.try_again", "work.give_up"


class GivenUp(Exception):
    """A person has given the task up."""


GIVEN_UP = f"{GivenUp.__module__}.{GivenUp.__qualname__}"


class DecisionRefused(ValidationError):
    """The message is a full sentence."""


@transaction.atomic
def try_again(pk, user) -> DBTaskResult:
    """At once. It is one more attempt, and not the beginning of as many as a new task has."""
    result = DBTaskResult.objects.select_for_update().get(pk=pk)
    if result.status not in (TaskResultStatus.FAILED, TaskResultStatus.READY):
        raise DecisionRefused("This task is running or done already.")
    put_back(result, timezone.now())
    log(instance=result, action=TRY_AGAIN, user=user)
    return result


@transaction.atomic
def give_up(pk, user) -> DBTaskResult:
    result = DBTaskResult.objects.select_for_update().get(pk=pk)
    if result.status == TaskResultStatus.RUNNING:
        raise DecisionRefused("This task is running; wait until it has ended.")
    if result.status == TaskResultStatus.SUCCESSFUL or result.exception_class_path == GIVEN_UP:
        raise DecisionRefused("This task is done or given up already.")
    result.set_failed(GivenUp("Given up by a person."))
    log(instance=result, action=GIVE_UP, user=user)
    return result
