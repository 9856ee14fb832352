"""How well claims are sourced, for many of them at once."""

from dataclasses import dataclass, field

from claims.choices import Verdict
from claims.models import Evidence
from sources.choices import Tier
from sources.origins import independence, upstream

ENOUGH = 2  # independent origins


@dataclass
class Sourcing:
    sources: set[int] = field(default_factory=set)
    stances: set[str] = field(default_factory=set)
    primary: int = 0
    origins: int = 0

    def lists_other_side(self, verdict: str) -> bool:
        """Whether it lists what weighs against the verdict, of every kind that could."""
        return not verdict or set(Verdict(verdict).other_side) <= self.stances


def sourcing() -> dict[int, Sourcing]:
    """Claim id → what it rests on, of every claim with evidence. Two queries."""
    found: dict[int, Sourcing] = {}
    primary: dict[int, set[int]] = {}
    rows = Evidence.objects.values_list("claim_id", "source_id", "source__tier", "stance")
    for claim, source, tier, stance in rows:
        row = found.setdefault(claim, Sourcing())
        row.sources.add(source)
        row.stances.add(stance)
        if tier == Tier.PRIMARY:
            primary.setdefault(claim, set()).add(source)
    edges = upstream({source for row in found.values() for source in row.sources})
    for claim, row in found.items():
        row.origins = independence(row.sources, edges).count
        row.primary = len(primary.get(claim, ()))
    return found
