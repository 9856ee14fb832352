"""Errors of an edition: collected all, reported in one go, each with its file, line and key."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class FileProblem:
    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class EditionError(Exception):
    """The edition cannot be used. ``problems`` holds every reason."""

    def __init__(self, problems: list[FileProblem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def path_words(path: tuple) -> str:
    """("evidence", 2, "source") → ``evidence[3].source``; people count from one."""
    words = ""
    for part in path:
        words += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if words else part
    return words
