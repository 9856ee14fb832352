"""What the environment may set, read once and checked; a bad value is one clear sentence."""

import os
from pathlib import Path

import dj_database_url

BASE_DIR = Path(__file__).resolve().parents[2]


class BadEnvironment(SystemExit):
    """A variable holds something unusable. Ends the process with one line, not a traceback."""

    def __init__(self, name: str, reason: str):
        super().__init__(f"error: {name}: {reason}")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def switch(name: str, default: bool) -> bool:
    value = text(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise BadEnvironment(name, f"“{value}” is neither 1 (on) nor 0 (off).")
    return value == "1"


def port(name: str, default: int) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal() and 1 <= int(value) <= 65535):
        raise BadEnvironment(name, f"“{value}” is not a port number (1 to 65535).")
    return int(value)


def data_dir() -> Path:
    """Where everything that is not code lives; made if it is not there."""
    path = Path(text("DATA_DIR", str(BASE_DIR / "var"))).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadEnvironment("DATA_DIR", f"“{path}” cannot be used ({error.strerror}).") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise BadEnvironment("DATA_DIR", f"“{path}” cannot be written to.")
    return path


def database(data: Path) -> dict:
    """The default database: DATABASE_URL (postgres://… or sqlite:///…), or a SQLite file in the data folder."""
    value = text("DATABASE_URL", f"sqlite:///{data / 'explainer.sqlite3'}")
    try:
        config = dj_database_url.parse(value)
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise BadEnvironment(
            "DATABASE_URL", "this is not a database address; write postgres://user:password@host/name or sqlite:///path."
        ) from error
    engine = config.get("ENGINE", "").rpartition(".")[2]
    if engine == "sqlite3":
        return config | {"CONN_MAX_AGE": 600, "OPTIONS": SQLITE}
    if engine == "postgresql":
        return config | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    raise BadEnvironment("DATABASE_URL", f"“{value.partition(':')[0]}” is not supported; use PostgreSQL or SQLite.")


# Readers never wait for a writer (WAL); a writer waits up to 20 s for another and takes its lock at once, so that two
# transactions cannot both start as readers and then fail. Foreign keys are on; Django sees to that on every connection.
SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA mmap_size=134217728;",
}
