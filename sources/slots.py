"""Places on a page that rooms above may fill, so that imports still run one way.

A template says ``{% slot "claim" page %}``; a room registers, from its app's ``ready``, a function that takes the record
and returns (template, context), or None if it has nothing to show.
"""

from collections.abc import Callable

Filler = Callable[[object], tuple[str, dict] | None]
_fillers: dict[str, list[Filler]] = {}


def fill(slot: str, filler: Filler) -> None:
    fillers = _fillers.setdefault(slot, [])
    if filler not in fillers:
        fillers.append(filler)


def fillings(slot: str, record) -> list[tuple[str, dict]]:
    return [filling for filler in _fillers.get(slot, []) if (filling := filler(record))]
