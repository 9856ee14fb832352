"""All that ``make test`` runs, in order, and at the end what it ran on. Nothing is left out in silence."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests import chromium, postgres

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CAPTURES = ROOT.parent / "shared" / "reference" / "seeds"
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "explainer.settings.production",
    "SECRET_KEY": "only-for-the-check-of-the-production-settings-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "example.org",
    "PUBLIC_URL": "https://example.org",
}
# A file of tests stays together; browsers are kept apart from other work, or they miss their time.
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile")
TEST = {"DJANGO_SETTINGS_MODULE": "explainer.settings.test"}


def main() -> int:
    fast = "--fast" in sys.argv
    done: list[str] = []
    started = time.monotonic()
    try:
        step("lint", [BIN / "ruff", "check", "."])
        step("format", [BIN / "ruff", "format", "--check", "."])
        step("templates", [BIN / "djlint", "templates", "--lint", "--quiet"])
        step("texts", manage("texts", "--compile"), TEST)
        step("migrations", manage("makemigrations", "--check", "--dry-run"), TEST)
        step("production settings", manage("check", "--deploy", "--fail-level", "WARNING"), PRODUCTION)
        captures(done)
        step("tests on SQLite", pytest("-m", "not e2e", *SIDE_BY_SIDE), TEST | {"DATABASE_URL": ""})
        done.append(f"tests on SQLite {sqlite_version()}")
        if fast:
            done.append("NOT run, because FAST=1: tests on PostgreSQL, tests in a browser")
        else:
            with postgres.server() as (address, what):
                step("tests on PostgreSQL", pytest("-m", "not e2e", *SIDE_BY_SIDE), TEST | {"DATABASE_URL": address})
                done.append(f"tests on PostgreSQL: {what}")
            path, version = chromium.find_or_install()
            step("tests in a browser", pytest("-m", "e2e"), TEST | {"DATABASE_URL": "", "CHROMIUM": path})
            done.append(f"tests in a browser: {version}")
    except (postgres.Missing, chromium.Missing) as error:
        print(f"\nerror: {error}", file=sys.stderr)
        return 1
    except Failed as error:
        print(f"\nerror: {error} failed.", file=sys.stderr)
        return 1
    print(f"\nAll passed in {time.monotonic() - started:.0f} s.")
    for line in done:
        print(f"  {line}")
    return 0


class Failed(Exception):
    """A step did not pass."""


def step(name: str, command: list, environment: dict | None = None) -> None:
    print(f"\n== {name}", flush=True)
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=os.environ | (environment or {}), check=False)
    if done.returncode:
        raise Failed(name)


def manage(*arguments) -> list:
    return [sys.executable, "manage.py", *arguments]


def pytest(*arguments) -> list:
    return [sys.executable, "-m", "pytest", *arguments]


def captures(done: list[str]) -> None:
    """Anchors are held against the stored texts where those are; they are not part of the repository."""
    if CAPTURES.is_dir():
        step("anchors", manage("check_edition", "china-social-credit", "--captures", CAPTURES), TEST)
        done.append("anchors of the first edition against the stored texts")
    else:
        done.append("NOT run, because the stored texts are not on this machine: anchors of the first edition")


def sqlite_version() -> str:
    import sqlite3

    return sqlite3.sqlite_version


if __name__ == "__main__":
    sys.exit(main())
