"""What is known of a scheme, and what is not: every question has one of four answers."""

from dataclasses import dataclass

from explainer.catalogs.choices import NOT_CHECKED, STATE_WORDS, FactKind, State
from sources.languages import in_content_language


@dataclass(frozen=True)
class Answer:
    """One question about one scheme. ``fact`` is None if nobody has looked."""

    kind: FactKind
    fact: object | None

    @property
    def state(self) -> str:
        return self.fact.state if self.fact else NOT_CHECKED

    @property
    def word(self) -> str:
        return STATE_WORDS[self.state]

    @property
    def speaks_for_itself(self) -> bool:
        """Whether “yes” before the value would say nothing: “starts with: 1,000 points”."""
        return self.state == State.YES and self.kind.asks_what and bool(self.fact.value)

    @property
    def when(self):
        """The date, unless the words give it already."""
        when = self.fact.when if self.fact else None
        return when if when and in_content_language(str)(when) not in self.fact.value else None

    @property
    def text(self) -> tuple:
        """What two answers must share to count as the same."""
        return (self.state, self.fact.value, self.fact.date) if self.fact else (self.state,)


def answers(facts) -> list[Answer]:
    known = {fact.kind: fact for fact in facts}
    return [Answer(kind, known.get(kind)) for kind in FactKind]


@dataclass(frozen=True)
class Coverage:
    """How many of the questions are answered."""

    known: int
    not_found: int
    not_checked: int

    @property
    def total(self) -> int:
        return self.known + self.not_found + self.not_checked

    @property
    def known_width(self) -> float:
        return round(120 * self.known / self.total, 1)

    @property
    def looked_width(self) -> float:
        return round(120 * (self.known + self.not_found) / self.total, 1)


def coverage(facts) -> Coverage:
    states = [fact.state for fact in facts]
    not_found = states.count(State.NOT_FOUND)
    return Coverage(len(states) - not_found, not_found, len(FactKind) - len(states))
