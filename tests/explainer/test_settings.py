"""What the environment may say, and what is said of a bad value: one line that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(module, settings, **environment):
    base = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONUTF8")}
    code = f"import importlib; importlib.import_module('{settings}')"
    command = [sys.executable, "-m", module] if module else [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=base | environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PORT", "abc", "not a port number"),
        ("PORT", "70000", "not a port number"),
        ("PORT", "８０８０", "not a port number"),
        ("DATABASE_URL", "mysql://u@h/d", "not supported"),
        ("DATABASE_URL", "what", "not a database address"),
        ("HOST", "no-such-host.invalid", "not an address of this machine"),
        ("DATA_DIR", "/proc/nothing", "cannot be used"),
    ],
)
def test_a_bad_value_is_one_line_that_names_it(tmp_path, name, value, reason):
    done = start("explainer.serve", "", **{"DATA_DIR": str(tmp_path), "PORT": "1025"} | {name: value})
    lines = done.stderr.strip().splitlines()
    assert done.returncode != 0
    assert len(lines) == 1
    assert lines[0].startswith(f"error: {name}:")
    assert reason in lines[0]


def test_a_taken_port_is_one_line(tmp_path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = start("explainer.serve", "", DATA_DIR=str(tmp_path), PORT=str(port))
    assert done.returncode != 0
    assert done.stderr.strip() == (
        f"error: PORT: port {port} on 127.0.0.1 cannot be used (address already in use); stop what uses it, or set another PORT."
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_URL"])
def test_production_does_not_start_without_its_secrets(tmp_path, missing):
    given = {
        "SECRET_KEY": "x" * 50,
        "ALLOWED_HOSTS": "example.org",
        "PUBLIC_URL": "https://example.org",
        "DATA_DIR": str(tmp_path),
    }
    assert start("", "explainer.settings.production", **given).returncode == 0
    del given[missing]
    done = start("", "explainer.settings.production", **given)
    assert done.returncode != 0
    assert done.stderr.strip().splitlines()[-1].startswith(f"error: {missing}:")


def test_the_kept_secret_is_made_once_and_is_readable_by_its_owner_alone(tmp_path, monkeypatch):
    from explainer.settings.secret import kept_secret

    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = kept_secret(tmp_path)
    assert len(first) >= 50
    assert kept_secret(tmp_path) == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
    (tmp_path / "secret-key").write_text("")
    assert len(kept_secret(tmp_path)) >= 50
