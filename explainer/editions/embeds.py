"""The text of an article in its file: Markdown, and between paragraphs lines that show something of another room.

``::events key key`` is such a line. In the database each becomes a block of its own.
"""

import re
from dataclasses import dataclass

from explainer.editions.prose import ON_PAGE, ProseError, normal


@dataclass(frozen=True)
class Embed:
    """What a line may name: kinds of record in order; the last may repeat if ``many``, and be left out if ``optional``."""

    block: str
    kinds: tuple[str, ...]
    many: bool = False
    optional: int = 0

    def check(self, word: str, keys: list[str]) -> None:
        least, most = len(self.kinds) - self.optional, len(self.kinds)
        if len(keys) < least or (len(keys) > most and not self.many):
            raise ProseError(f"“::{word}” takes {' and '.join(self.kinds)}{' and more' if self.many else ''}.")

    def references(self, keys: list[str]) -> list[tuple[str, str]]:
        return [(self.kinds[min(n, len(self.kinds) - 1)], key) for n, key in enumerate(keys)]


EMBEDS = {
    "claims": Embed("claims", ("claim",), many=True),
    "events": Embed("events", ("event",), many=True),
    "neighbours": Embed("neighbours", ("actor",)),
    "map": Embed("map", ("map",)),
    "catalog": Embed("catalog", ("catalog", "behaviour-group"), optional=1),
    "rests-on": Embed("rests_on", ("source",)),
}
LINE = re.compile(r"::([a-z-]+)((?: +[a-z0-9-]+)*) *")


def split(body: str) -> list[tuple[str, str | list[str]]]:
    """(“text”, Markdown) or (word of an embed, keys), in order. Raises ProseError."""
    parts: list[tuple[str, str | list[str]]] = []
    text: list[str] = []

    def flush():
        if words := "\n".join(text).strip():
            parts.append(("text", words))
        text.clear()

    for line in body.split("\n"):
        if not line.startswith("::"):
            text.append(line)
            continue
        match = LINE.fullmatch(line)
        if not match or match[1] not in EMBEDS:
            raise ProseError(
                f"“{line}” is not used here; known are: {', '.join('::' + word for word in EMBEDS)}, each with keys."
            )
        flush()
        keys = match[2].split()
        EMBEDS[match[1]].check(match[1], keys)
        parts.append((match[1], keys))
    flush()
    return parts


def join(parts: list[tuple[str, str | list[str]]]) -> str:
    return "\n\n".join(value if word == "text" else " ".join([f"::{word}", *value]) for word, value in parts)


def normal_body(body: str) -> str:
    """The one way a dump would write this text. Raises ProseError."""
    return join([(word, normal(value, ON_PAGE) if word == "text" else value) for word, value in split(body)])


def references(body: str) -> list[tuple[str, str]]:
    """(kind, key) of each record that a line shows."""
    return [found for word, keys in split(body) if word != "text" for found in EMBEDS[word].references(keys)]
