"""The worker beside the real site: there from the start, back when it dies, gone when the site is."""

import os
import signal
import sqlite3
import time

import pytest


def workers(site) -> list[int]:
    """Process numbers of the workers that live."""
    with sqlite3.connect(site.data / "explainer.sqlite3", timeout=20) as database:
        names = [name for (name,) in database.execute("SELECT name FROM work_worker WHERE ended_at IS NULL")]
    return [number for name in names if is_running(number := int(name.split("-")[-2]))]


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{number}/stat") as state:  # noqa: PTH123
        return state.read().rpartition(")")[2].split()[0] != "Z"


def wait_until(happened, what: str) -> None:
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until, f"waited in vain until {what}"
        time.sleep(0.2)


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGKILL])
def test_a_worker_comes_with_the_site_comes_back_and_goes_with_it(copy_of_site, kind):
    copy_of_site.start()
    wait_until(lambda: workers(copy_of_site), "a worker is there")
    (first,) = workers(copy_of_site)
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: workers(copy_of_site) and workers(copy_of_site) != [first], "another one is there")
    (second,) = workers(copy_of_site)
    # The site alone, and not the whole group
    os.kill(copy_of_site.process.pid, kind)
    wait_until(lambda: not is_running(second), "it is gone with the site")
    assert copy_of_site.output.count("Background work") == 1
