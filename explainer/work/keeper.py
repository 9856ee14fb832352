"""``python -m explainer.work.keeper PID``: keeps one worker at work beside the site, the process PID, and ends with it.

A process of its own, without Django: whatever happens to a worker, or to the site, it is there to see it.
"""

import os
import signal
import subprocess
import sys
import time

LOOK = 0.5
PATIENCE = 25  # seconds a worker has to end
LONGEST_WAIT = 60


class Keeper:
    def __init__(self, site: int):
        self.site = site
        self.told_to_end = False
        self.worker: subprocess.Popen | None = None

    def keep(self) -> None:
        wait = 1.0
        while not self.is_over():
            started = time.monotonic()
            self.worker = start_worker()
            while self.worker.poll() is None and not self.is_over():
                time.sleep(LOOK)
            if self.is_over():
                break
            if self.worker.returncode == 0:
                continue
            wait = 1.0 if time.monotonic() - started > LONGEST_WAIT else min(wait * 2, LONGEST_WAIT)
            print(f"The worker for background work ended ({self.worker.returncode}); again in {wait:.0f} s.", flush=True)
            until = time.monotonic() + wait
            while time.monotonic() < until and not self.is_over():
                time.sleep(LOOK)
        self.end_worker()

    def is_over(self) -> bool:
        return self.told_to_end or os.getppid() != self.site

    def end_worker(self) -> None:
        if self.worker and self.worker.poll() is None:
            self.worker.terminate()
            try:
                self.worker.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.worker.kill()

    def end(self, *_) -> None:
        self.told_to_end = True


def start_worker() -> subprocess.Popen:
    # Our own command; an interrupt from the keyboard goes to all, and it is the keeper who tells the worker.
    return subprocess.Popen([sys.executable, "manage.py", "work", "--parent", str(os.getpid())])  # noqa: S603


def main(site: int) -> None:
    keeper = Keeper(site)
    signal.signal(signal.SIGTERM, keeper.end)
    signal.signal(signal.SIGINT, keeper.end)
    keeper.keep()


if __name__ == "__main__":
    main(int(sys.argv[1]))
