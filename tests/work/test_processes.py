"""Workers as processes of their own: killed in the midst of a task, and two at one table."""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from explainer.work.models import LEASE, Worker
from tests.work import pieces

ROOT = Path(__file__).resolve().parents[2]


# Written for other processes to see; what is emptied afterwards are the tables of these alone.
pytestmark = pytest.mark.django_db(transaction=True, available_apps=["explainer.work", "django_tasks_db"])


@pytest.fixture
def start(tmp_path):
    started = []

    def start_worker(*arguments):
        command = [sys.executable, "manage.py", "work", "--interval", "0.05", *arguments]
        environment = os.environ | {"DATABASE_URL": address(), "DATA_DIR": str(tmp_path)}
        environment["DJANGO_SETTINGS_MODULE"] = "explainer.settings.test"
        started.append(subprocess.Popen(command, cwd=ROOT, env=environment))
        return started[-1]

    yield start_worker
    for process in started:
        process.kill()
        process.wait()


def address() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    user, password, host = (quote(str(database[name]), safe="") for name in ("USER", "PASSWORD", "HOST"))
    return f"postgres://{user}:{password}@{host}:{database['PORT']}/{database['NAME']}"


def wait_until(happened, what: str):
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until, f"waited in vain until {what}"
        time.sleep(0.05)


def runs(folder: Path) -> list[str]:
    return (folder / "runs").read_text().splitlines() if (folder / "runs").exists() else []


def test_a_worker_killed_in_the_midst_of_a_task_loses_nothing(start, tmp_path):
    (tmp_path / "stay").touch()
    task = pieces.sign_in.enqueue(str(tmp_path), 1)
    first = start()
    wait_until(lambda: runs(tmp_path), "the task runs")
    first.kill()
    first.wait()
    assert DBTaskResult.objects.get(pk=task.id).status == "RUNNING"
    (tmp_path / "stay").unlink()
    # As after its lease
    Worker.objects.update(seen_at=timezone.now() - LEASE * 2)
    start()
    wait_until(lambda: DBTaskResult.objects.get(pk=task.id).status == "SUCCESSFUL", "the task is done after all")
    assert [row.split()[0] for row in runs(tmp_path)] == ["1", "1"]
    assert [row.outcome for row in DBTaskResult.objects.get(pk=task.id).attempts.all()] == ["lost", "done"]


def test_two_workers_never_run_one_task_twice(start, tmp_path):
    (tmp_path / "stay").touch()
    for n in range(40):
        pieces.sign_in.enqueue(str(tmp_path), n)
    start(), start()
    wait_until(lambda: len(runs(tmp_path)) == 2, "both have one")
    (tmp_path / "stay").unlink()
    wait_until(lambda: not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists(), "all is done")
    assert Counter(int(row.split()[0]) for row in runs(tmp_path)) == dict.fromkeys(range(40), 1)
    assert len({row.split()[1] for row in runs(tmp_path)}) == 2


def test_a_worker_told_to_end_finishes_its_task_first(start, tmp_path):
    (tmp_path / "stay").touch()
    task = pieces.sign_in.enqueue(str(tmp_path), 1)
    worker = start()
    wait_until(lambda: runs(tmp_path), "the task runs")
    worker.terminate()
    (tmp_path / "stay").unlink()
    assert worker.wait(30) == 0
    assert DBTaskResult.objects.get(pk=task.id).status == "SUCCESSFUL"
    assert not Worker.objects.alive().exists()


def test_a_worker_ends_with_its_parent(start, tmp_path):
    """Its parent here is this process, and not the one it is told of."""
    assert start("--parent", "1").wait(30) == 0
