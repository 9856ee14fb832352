"""What a source goes back to and what was made from it, near and far."""

from dataclasses import dataclass

from sources.models import Derivation, Source


@dataclass(frozen=True)
class Link:
    """A source at the far end of a chain of derivations."""

    source: Source
    row: Derivation  # the step that leads to it
    between: tuple[Source, ...]  # the sources on the way, the nearest first

    @property
    def through(self) -> list[Source]:
        """Those on the way that are public."""
        return [source for source in self.between if source.live]


def goes_back_to(source: Source) -> list[Link]:
    """Every public source it derives from, however far, the nearest first."""
    return _follow(source, "source", "origin")


def made_from(source: Source) -> list[Link]:
    """Every public source that derives from it, however far, the nearest first."""
    return _follow(source, "origin", "source")


def _follow(source: Source, near: str, far: str) -> list[Link]:
    """One query a step. Each source once, by its shortest way, which also ends a circle."""
    found, seen, edge = [], {source.pk}, {source.pk: ()}
    while edge:
        steps = Derivation.objects.filter(**{f"{near}__in": edge}).select_related(far).order_by(f"{far}__title", "pk")
        ahead: dict[int, tuple[Source, ...]] = {}
        for row in steps:
            other = getattr(row, far)
            if other.pk not in seen:
                seen.add(other.pk)
                between = edge[getattr(row, f"{near}_id")]
                found.append(Link(other, row, between))
                ahead[other.pk] = (*between, other)
        edge = ahead
    return [link for link in found if link.source.live]
