"""One row of an import: what stands in the file beside what is known, and what is to be done with it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.db import models


class State(models.TextChoices):
    CANNOT = "cannot", "Error"
    CONFLICT = "conflict", "Conflict"
    DUPLICATE = "duplicate", "Duplicate"
    UPDATE = "update", "Update"
    NEW = "new", "New"
    UNCHANGED = "unchanged", "Unchanged"

    @property
    def meaning(self) -> str:
        return {
            "cannot": "cannot be taken in as it stands",
            "conflict": "known, and something differs",
            "duplicate": "may be known; you say",
            "update": "known, and the file fills gaps",
            "new": "not known yet",
            "unchanged": "known, with nothing to add",
        }[self.value]


SKIP, CREATE, UPDATE = "skip", "create", "update"


@dataclass
class Change:
    """One field of something known. What is empty with us is filled unless somebody says no; where both have a value ours
    stays unless somebody says otherwise."""

    name: str
    label: str
    ours: str
    theirs: str
    take: bool = False

    @property
    def is_conflict(self) -> bool:
        return bool(self.ours)


@dataclass
class Row:
    n: int
    where: str  # in the file: “entry 3”, “line 5”
    title: str
    about: str = ""
    state: str = State.NEW
    item: dict = field(default_factory=dict)  # what was read, as its kind of import understands it
    reasons: list[str] = field(default_factory=list)  # why it is in that state
    notes: list[str] = field(default_factory=list)  # what to look at
    target: str = ""  # what is known: an id, as its kind of import understands it
    target_label: str = ""
    changes: list[Change] = field(default_factory=list)
    options: dict = field(default_factory=dict)  # name → value of what may be set before a new one is made
    action: str = ""
    done: dict = field(default_factory=dict)

    def __post_init__(self):
        self.changes = [change if isinstance(change, Change) else Change(**change) for change in self.changes]
        self.action = self.action or self.actions[0]

    @property
    def state_(self) -> State:
        return State(self.state)

    @property
    def actions(self) -> list[str]:
        """What may be done with it; the first unless somebody says otherwise."""
        if self.state == State.NEW:
            return [CREATE, SKIP]
        if self.state in (State.UPDATE, State.CONFLICT):
            return [UPDATE, SKIP]
        if self.state == State.DUPLICATE:
            return [SKIP, *([UPDATE] if self.target and self.changes else []), CREATE]
        return [SKIP]

    @property
    def taken(self) -> list[Change]:
        return [change for change in self.changes if change.take]

    @property
    def does(self) -> str:
        """What taking it in would do: create, update, or nothing."""
        if self.action == CREATE:
            return CREATE
        return UPDATE if self.action == UPDATE and self.taken else SKIP

    @property
    def seen(self) -> tuple:
        """What somebody decided on. If it is otherwise when the import is taken in, they have to look again."""
        return self.state, self.target, self.reasons, [(change.name, change.ours, change.theirs) for change in self.changes]

    def choose_as(self, other: "Row") -> None:
        """Take over what was chosen for the same row."""
        if other.action in self.actions:
            self.action = other.action
        taken = {change.name for change in other.taken}
        for change in self.changes:
            change.take = change.name in taken
        self.options |= {name: value for name, value in other.options.items() if name in self.options}


def settle(row: Row) -> None:
    """The state of a row whose ``changes`` to something known are found; gaps are filled by default."""
    for change in row.changes:
        change.take = not change.is_conflict
    if any(change.is_conflict for change in row.changes):
        row.state = State.CONFLICT
    else:
        row.state = State.UPDATE if row.changes else State.UNCHANGED
    row.action = row.actions[0]


def count(rows: Iterable[Row]) -> dict[str, int]:
    found = Counter(row.state for row in rows)
    return {state.value: found[state.value] for state in State}


def as_json(rows: Iterable[Row]) -> list[dict]:
    return [asdict(row) for row in rows]
