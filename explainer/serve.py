"""Sets the site up and serves it: what ``make serve`` and ``make dev`` run.

Safe to stop at any moment and to start again: every step is a transaction or is done over from its beginning.
"""

import contextlib
import fcntl
import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> None:
    dev = "--dev" in arguments
    # Workers share the cores already; more threads in each only make them wait for one another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "explainer.settings.dev" if dev else "explainer.settings.local"
    from explainer.settings import environment

    host, port = environment.text("HOST", "127.0.0.1"), environment.port("PORT", 8000)
    refuse_taken_port(host, port)

    import django

    from explainer.languages.catalog import compile_stale

    django.setup()
    with only_one_at_a_time():
        compile_stale()
        prepare(dev)
    print(f"\n  Site   http://{shown(host)}:{port}/\n  Admin  http://{shown(host)}:{port}/admin/\n", flush=True)
    keep_worker()
    if dev:
        os.execv(sys.executable, [sys.executable, "manage.py", "runserver", f"{host}:{port}"])  # noqa: S606
    serve(host, port)


def refuse_taken_port(host: str, port: int) -> None:
    from explainer.settings.environment import BadEnvironment

    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise BadEnvironment("HOST", f"“{host}” is not an address of this machine.") from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            reason = f"port {port} on {host} cannot be used ({error.strerror.lower()}); stop what uses it, or set another PORT."
            raise BadEnvironment("PORT", reason) from error


@contextlib.contextmanager
def only_one_at_a_time():
    """Two starts on one data folder would load the edition twice."""
    from django.conf import settings

    with (Path(settings.DATA_DIR) / "serve.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(dev: bool) -> None:
    from django.conf import settings
    from django.core.management import CommandError, call_command
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise SystemExit(
            f"error: DATABASE_URL: the database cannot be reached ({str(error).strip().splitlines()[0]})."
        ) from error
    if has_unapplied_migrations():
        say("Preparing the database ...")
        call_command("migrate", verbosity=0)
    try:
        if not has_content():
            edition = settings.EDITION or first_edition()
            say(f"Loading the edition {edition} ...")
            call_command("load_edition", edition)
    except CommandError as error:
        raise SystemExit(f"error: {error}") from error
    from explainer.accounts import ensure_demo_accounts, ensure_roles

    ensure_roles()
    ensure_demo_accounts(say)
    if not dev:
        collect_static()
    learn_claims()
    index_once()
    connection.close()


def learn_claims() -> None:
    """Before the workers start, so that they share what is known and no reader waits for it."""
    from claims.matching.known import known
    from claims.matching.store import meaning

    if meaning():
        say("Preparing the semantic extra ...")
    known()


def index_once() -> None:
    """A site that was there before its search was, or was restored without it, gets its index."""
    from explainer.search.indexing import rebuild
    from explainer.search.models import Document

    if not Document.objects.exists():
        say("Indexing for the search ...")
        rebuild()


def has_unapplied_migrations() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def has_content() -> bool:
    from explainer.models import HomePage

    return HomePage.objects.exists()


def first_edition() -> str:
    from explainer.editions.read import names

    return names()[0]


def collect_static() -> None:
    """Collect, hash and compress static files, unless those collected last time are of the same making."""
    from django.conf import settings
    from django.core.management import call_command

    stamp, made_of = Path(settings.STATIC_ROOT) / ".made-of", static_fingerprint()
    if stamp.is_file() and stamp.read_text() == made_of:
        return
    say("Collecting static files ...")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(made_of)


def static_fingerprint() -> str:
    """Changes when a package does, one of our own static files, a part of one, or how they are made."""
    from django.conf import settings

    folders = [Path(entry[1] if isinstance(entry, tuple) else entry) for entry in settings.STATICFILES_DIRS]
    files = [settings.BASE_DIR / "requirements.txt", settings.BASE_DIR / "explainer/static_storage.py"]
    files += [path for folder in folders for path in sorted(folder.rglob("*"))]
    digest = hashlib.sha256()
    for path in files:
        if path.is_file():
            digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def serve(host: str, port: int) -> None:
    """Gunicorn in this process: what has been imported is shared by the workers."""
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):
        def load_config(self):
            options = {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": 2,
                "threads": 4,
                "worker_class": "gthread",
                "preload_app": True,
                "control_socket_disable": True,
                "loglevel": "warning",
                "proc_name": "explainer",
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self):
            from explainer.wsgi import application

            return application

    Server().run()


def keep_worker() -> None:
    """Background work runs beside the site, in processes that end with it; the site waits for none of them."""
    # Our own module and the number of this process.
    subprocess.Popen([sys.executable, "-m", "explainer.work.keeper", str(os.getpid())], cwd=ROOT)  # noqa: S603
    say("  Background work runs in a process beside it.\n")


def shown(host: str) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"[{host}]" if ":" in host else host


def say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
