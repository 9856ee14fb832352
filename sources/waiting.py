"""Asking for work once: what waits already is not asked for again."""

from django.db import transaction
from django_tasks_db.models import DBTaskResult


def enqueue_once(task, *args) -> None:
    """When the transaction is through, unless the same is waiting to be done."""
    transaction.on_commit(lambda: None if is_waiting(task, *args) else task.enqueue(*args))


def is_waiting(task, *args) -> bool:
    return (
        DBTaskResult.objects.ready().filter(task_path=task.module_path, args_kwargs={"args": list(args), "kwargs": {}}).exists()
    )
