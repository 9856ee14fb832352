"""Two questions about a story, and the systems that the answers leave. Questions and answers come from the records."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from claims.models import ClaimPage, Layer, MixUp
from explainer.systems.choices import Output, Standing
from explainer.systems.models import System

UNSAID, OUTSIDE = "not-said", "none-of-these"  # answers beside the layers
NEAR = (Standing.PART, Standing.BESIDE)
EXAMPLES = 3
MOST_CLAIMS = 6


@dataclass(frozen=True)
class Shown:
    """An answer to “What does the story show?”."""

    output: Output
    count: int
    examples: list[str]


@dataclass(frozen=True)
class Kept:
    """An answer to “Who keeps it?”. ``layer`` is None for what stands outside of the layers."""

    slug: str
    layer: Layer | None
    systems: list[System]

    @property
    def examples(self) -> list[str]:
        return [system.name for system in self.systems[:EXAMPLES]]


def shown() -> list[Shown]:
    """What the systems show, the commonest first; what fits nowhere else last."""
    systems = _best_known_first(System.objects.published())
    counts = Counter(system.output for system in systems)
    wanted = sorted((output for output in Output if counts[output]), key=lambda o: (o == Output.OTHER, -counts[o]))
    return [Shown(o, counts[o], [system.name for system in systems if system.output == o][:EXAMPLES]) for o in wanted]


def kept(output: Output) -> list[Kept]:
    """Who keeps what shows this, in the order of the layers."""
    systems = _best_known_first(System.objects.published().filter(output=output).select_related("layer"))
    within = [system for system in systems if system.layer and system.standing in NEAR]
    outside = [system for system in systems if system not in within]
    layers = sorted({system.layer for system in within}, key=lambda layer: (layer.position, layer.name))
    answers = [Kept(layer.slug, layer, [system for system in within if system.layer == layer]) for layer in layers]
    return answers + ([Kept(OUTSIDE, None, outside)] if outside else [])


def claims_about(layers: list[Layer]):
    """The claims with most evidence about any of the layers."""
    wanted = ClaimPage.objects.published().filter(layers__in=layers).distinct().values("pk")
    return ClaimPage.objects.published().for_listing().filter(pk__in=wanted).order_by("-evidence_count", "title")[:MOST_CLAIMS]


def mixups_about(layers: list[Layer]):
    """What claims about the layers mix up, each with ``claim_count``, the commonest first."""
    about = Q(claims__live=True, claims__layers__in=layers)
    return (
        MixUp.objects.annotate(claim_count=Count("claims", filter=about, distinct=True))
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")
    )


def _best_known_first(systems) -> list[System]:
    """Nearest to the topic first, and among those the ones that most claims are about."""
    order = list(Standing)
    rows = systems.annotate(claim_count=Count("claims", filter=Q(claims__live=True), distinct=True))
    return sorted(rows, key=lambda system: (order.index(Standing(system.standing)), -system.claim_count, system.name))
