"""When pictures are laid out: when something on them is published or taken down, never when they are read."""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Q

from explainer.actors.choices import Band
from explainer.actors.layout import Edge, Node, lay_out
from explainer.actors.models import Actor, ActorMap, Relation

MOST_NEIGHBOURS = 24
_waiting: ContextVar[tuple[set[int], set[int]] | None] = ContextVar("_waiting", default=None)


@contextmanager
def once_at_the_end():
    """Collect what has to be laid out and do it once: for loads that publish thousands of records."""
    if _waiting.get() is not None:
        yield
        return
    token = _waiting.set((set(), set()))
    try:
        yield
        actors, maps = _waiting.get()
    finally:
        _waiting.reset(token)
    _arrange(actors, maps)


def actor_changed(actor_id: int) -> None:
    """An actor was published or taken down: its picture, those of its neighbours, and the maps it stands on."""
    pairs = Relation.objects.filter(Q(subject=actor_id) | Q(object=actor_id)).values_list("subject_id", "object_id")
    actors = {actor_id} | {pk for pair in pairs for pk in pair}
    _soon(actors, ActorMap.objects.filter(nodes__actor=actor_id).values_list("pk", flat=True))


def relation_changed(relation: Relation) -> None:
    ends = (relation.subject_id, relation.object_id)
    maps = ActorMap.objects.filter(nodes__actor=ends[0]).filter(nodes__actor=ends[1])
    _soon(ends, maps.values_list("pk", flat=True))


def map_changed(map_id: int) -> None:
    _soon((), [map_id])


def _soon(actors: Iterable[int], maps: Iterable[int]) -> None:
    if (waiting := _waiting.get()) is not None:
        waiting[0].update(actors)
        waiting[1].update(maps)
    else:
        _arrange(set(actors), set(maps))


def _arrange(actors: set[int], maps: set[int]) -> None:
    for found in ActorMap.objects.filter(pk__in=maps).order_by("pk"):
        ActorMap.objects.filter(pk=found.pk).update(layout=layout_of_map(found))
    for actor in Actor.objects.filter(pk__in=actors).order_by("pk"):
        Actor.objects.filter(pk=actor.pk).update(neighbourhood=layout_of_actor(actor))


def layout_of_map(found: ActorMap) -> dict:
    rows = [row for row in found.nodes.all() if row.actor.live]
    nodes = [Node(row.actor.slug, row.actor.band, (row.nudge_x, row.nudge_y)) for row in rows]
    edges = _edges(found.relations())
    # With the first lines the order begins to mean something.
    before = found.layout if found.layout.get("edges") or not edges else None
    return lay_out(nodes, edges, Band.values, before)


def layout_of_actor(actor: Actor) -> dict:
    """The one-step neighbourhood: the actor and up to 24 others, those first with which it has most to do."""
    relations = list(
        Relation.objects.published()
        .of(actor)
        .select_related("subject", "object")
        .defer("subject__neighbourhood", "object__neighbourhood")
    )
    weight: dict[str, int] = {}
    others: dict[str, Actor] = {}
    for relation in relations:
        other = relation.object if relation.subject_id == actor.pk else relation.subject
        others[other.slug] = other
        weight[other.slug] = weight.get(other.slug, 0) + 1
    kept = sorted(others, key=lambda slug: (-weight[slug], slug))[:MOST_NEIGHBOURS]
    nodes = [Node(found.slug, found.band) for found in [actor, *(others[slug] for slug in kept)]]
    return lay_out(nodes, _edges(relations), Band.values)


def _edges(relations) -> list[Edge]:
    return [Edge(row.slug, row.subject.slug, row.object.slug) for row in relations]
