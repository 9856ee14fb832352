"""Tasks for the tests, of the kinds a worker meets."""

import os
import time
from pathlib import Path

from django_tasks import task

from sources.permanent import PermanentError


@task(backend="desk", queue_name="desk")
def add(a, b):
    """Add two numbers."""
    return a + b


@task(backend="desk", queue_name="desk")
def break_down(words="It broke."):
    """Fail each time."""
    raise OSError(words)


@task(backend="desk", queue_name="desk")
def hopeless():
    """Fail for good."""
    raise PermanentError("This page will never be there.")


@task(backend="desk", queue_name="desk")
def leave():
    """End the process."""
    raise SystemExit(3)


@task(backend="desk", queue_name="desk")
def give_an_object():
    """Return what no table can hold."""
    return object()


@task(backend="desk", queue_name="desk")
def sign_in(folder: str, n: int):
    """Write down who ran it; stay as long as a file says so."""
    with (Path(folder) / "runs").open("a") as runs:
        runs.write(f"{n} {os.getpid()}\n")
    while (Path(folder) / "stay").exists():
        time.sleep(0.02)
