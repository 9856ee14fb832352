"""What can be imported. Rooms above this layer add kinds of their own, see ``register``."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sources.exchange.rows import Row
from sources.intake.files import UnreadableFile, run_apart, tidy_name
from sources.models import ImportBatch

LARGEST = 5 * 1024 * 1024  # bytes
SECONDS = 40


@dataclass(frozen=True)
class Told:
    """What a file has to look like: (name, what it is, an example)."""

    heading: str
    rows: list[tuple[str, str, str]]


class ImportKind:
    """Base of the kinds of import. Nothing in ``read`` and ``plan`` writes; ``commit`` and ``undo`` run in a transaction."""

    name: str
    title: str  # of its page
    things: tuple[str, str]  # what a row makes: one, several
    order = 0  # among the others
    icon = "download"
    lead = ""
    accepts = ""
    template_columns: tuple[str, ...] = ()  # of a CSV file to start from
    option_choices: dict[str, list[tuple[str, str]]] = {}

    def allowed(self, user) -> bool:
        raise NotImplementedError

    def told(self) -> Told:
        raise NotImplementedError

    def read(self, name: str, data: bytes) -> tuple[str, list[dict]]:
        """(format, items) of a file. Raises UnreadableFile with a sentence that names the entry and the reason."""
        raise NotImplementedError

    def plan(self, items: list[dict], form: str, user) -> list[Row]:
        """Each item beside what is known now."""
        raise NotImplementedError

    def commit(self, rows: list[Row], batch: ImportBatch, user) -> None:
        """Do what each row ``does``, and keep in ``done`` what an undo needs."""
        raise NotImplementedError

    def objections(self, rows: list[Row], batch: ImportBatch) -> dict[int, str]:
        """Number of a row → why what it did cannot be undone."""
        raise NotImplementedError

    def undo(self, rows: list[Row], batch: ImportBatch, user) -> None:
        raise NotImplementedError

    def edit_url(self, target: str, user) -> str:
        """Where what is known, or was made, is edited."""
        return ""

    def summary(self, rows: list[Row]) -> Iterator[tuple[str, str]]:
        """What is worth saying of the whole before it is taken in: (in short, in full)."""
        return iter(())


def read_apart(module: str, name: str, data: bytes) -> tuple[dict, str]:
    """What a module of ours reads out of a file, in a process of its own; and what an error calls the file."""
    what = f"“{tidy_name(name)}”" if name else "The text"
    if len(data) > LARGEST:
        raise UnreadableFile(f"{what} is larger than {LARGEST // 1024 // 1024} MB. Take it in in parts.")
    return json.loads(run_apart(module, [], data, SECONDS, what)), what


KINDS: dict[str, ImportKind] = {}


def register(kind: type[ImportKind]) -> type[ImportKind]:
    KINDS[kind.name] = kind()
    return kind


def allowed_kinds(user) -> list[ImportKind]:
    return sorted((kind for kind in KINDS.values() if kind.allowed(user)), key=lambda kind: kind.order)
