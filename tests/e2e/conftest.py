"""The real site, as ``make serve`` starts it, in a process and a data folder of its own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import chromium
from tests.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


def environment(data: Path, **more) -> dict:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY")
    }
    return kept | {"DATA_DIR": str(data)} | more


@dataclass
class Site:
    """One running site. ``output`` is the file of what it printed."""

    data: Path
    process: subprocess.Popen | None = None
    port: int = 0
    passwords: dict = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def output(self) -> str:
        return (self.data / "output").read_text()

    def start(self) -> float:
        """Start and wait until it answers. Returns the seconds it took."""
        self.port = free_port()
        started = time.monotonic()
        with (self.data / "output").open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "explainer.serve"],
                cwd=ROOT,
                env=environment(self.data, PORT=str(self.port)),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() - started > 300:
                pytest.fail(f"The site did not start:\n{self.output}")
            time.sleep(0.1)
        self.passwords |= dict(re.findall(r"^    ([a-z-]+) +(\S{16})(?: |$)", self.output, re.M))
        return time.monotonic() - started

    def answers(self) -> bool:
        try:
            return urllib.request.urlopen(f"{self.url}/healthz", timeout=5).status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, ""

    def stop(self, kind=signal.SIGTERM) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, kind)
            self.process.wait(timeout=30)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory):
    """A data folder as the first start leaves it, and the passwords it printed."""
    site = Site(tmp_path_factory.mktemp("first"))
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def site(first_start):
    return first_start


@pytest.fixture
def copy_of_site(first_start, tmp_path):
    """A stopped copy of the first site, to break."""
    data = tmp_path / "data"
    shutil.copytree(first_start.data, data)
    made = Site(data, passwords=dict(first_start.passwords))
    yield made
    made.stop()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path, _ = chromium.find_or_install()
    # Playwright's loop would make Django take every test after it for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, site):
    """``open_page("/claims/", width=360, scheme="dark")`` gives a page; requests to other hosts fail the test."""
    contexts, foreign = [], []

    def open_(path, width=1280, scheme="light", **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=site.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(45_000)
        page.on(
            "request",
            lambda request: None if request.url.startswith((site.url, "data:", "blob:")) else foreign.append(request.url),
        )
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert foreign == []
