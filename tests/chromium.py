"""A real Chromium: the one of this machine, or one that can be installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


class Missing(Exception):
    """No browser can be had. The message says what to do."""


def find() -> str | None:
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    return str(MAC) if MAC.is_file() else None


def find_or_install() -> tuple[str, str]:
    """(path, version) of a Chromium."""
    path = find() or install()
    done = subprocess.run([path, "--version", "--no-sandbox"], capture_output=True, text=True, check=False)
    return path, done.stdout.strip() or path


def install() -> str:
    print("No Chromium on this machine; installing one ...", flush=True)
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
        ):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if path := find():
            return path
    # Playwright's own build, where its host can be reached.
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        if Path(path := playwright.chromium.executable_path).is_file():
            return path
    raise Missing(
        "No Chromium was found and none could be installed. Install chromium, or set CHROMIUM to its path, or run make test FAST=1."
    )
