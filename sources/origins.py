"""How many independent origins stand behind a set of sources.

Ten articles that retell one agency story are one origin. A source that republishes, translates, paraphrases or
summarises another counts with it; one that rebuts or corrects another stands for itself.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

from sources.choices import DEPENDENT

# One query however long the chain; UNION (not UNION ALL) ends even on a circle.
REACHABLE = """
WITH RECURSIVE edge(source_id, origin_id) AS (
    SELECT source_id, origin_id FROM sources_derivation WHERE source_id IN ({ids}) AND kind IN ({kinds})
    UNION
    SELECT d.source_id, d.origin_id FROM sources_derivation d JOIN edge ON d.source_id = edge.origin_id
    WHERE d.kind IN ({kinds})
)
SELECT source_id, origin_id FROM edge
"""


@dataclass(frozen=True)
class Independence:
    """``count`` independent origins; ``shared`` are the groups of source ids that count as one."""

    count: int
    sources: int
    shared: tuple[tuple[int, ...], ...]


def upstream(source_ids, kinds=DEPENDENT) -> dict[int, set[int]]:
    """source id → ids of its direct origins by derivations of ``kinds``, for these sources and all upstream of them."""
    ids, kinds = sorted(set(source_ids)), sorted(kinds)
    edges = defaultdict(set)
    if ids:
        sql = REACHABLE.format(ids=",".join(["%s"] * len(ids)), kinds=",".join(["%s"] * len(kinds)))
        with connection.cursor() as cursor:
            cursor.execute(sql, [*ids, *kinds, *kinds])
            for source_id, origin_id in cursor.fetchall():
                edges[source_id].add(origin_id)
    return edges


def roots(source_id: int, edges: dict[int, set[int]]) -> frozenset[int]:
    """The sources at the far end of every chain from this one; itself, if it derives from nothing."""
    seen, ends, waiting = set(), set(), [source_id]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        if origins := edges.get(current):
            waiting.extend(origins)
        else:
            ends.add(current)
    return frozenset(ends or {source_id})


def origins_of(source_id: int) -> frozenset[int]:
    """Ids of the sources at the far end of what it repeats; itself, if it repeats nothing."""
    return roots(source_id, upstream([source_id]))


def same_origin(source_id: int) -> set[int]:
    """Ids of the other sources that count as one origin with this one: what it repeats, and what repeats it."""
    kinds = sorted(DEPENDENT)
    marks = ",".join(["%s"] * len(kinds))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""WITH RECURSIVE kin(id) AS (
                SELECT CAST(%s AS bigint)
                UNION SELECT CASE WHEN d.source_id = kin.id THEN d.origin_id ELSE d.source_id END
                FROM sources_derivation d JOIN kin ON kin.id IN (d.source_id, d.origin_id) WHERE d.kind IN ({marks})
            ) SELECT id FROM kin""",  # noqa: S608 - only placeholders are put in
            [source_id, *kinds],
        )
        kin = {row[0] for row in cursor.fetchall()}
    edges = upstream(kin)
    mine = roots(source_id, edges)
    return {other for other in kin if other != source_id and roots(other, edges) == mine}


def independence(source_ids, edges=None) -> Independence:
    """Count origins so that each is vouched for by a source of its own.

    Sources with the same roots are one. Of the rest, the count is the largest number of sources that can each be paired
    with a different root: an article that merges two reports adds one voice, not two. ``edges``, if given, are those of
    ``upstream`` for at least these sources.
    """
    ids = sorted(set(source_ids))
    edges = upstream(ids) if edges is None else edges
    groups = defaultdict(list)
    for source_id in ids:
        groups[roots(source_id, edges)].append(source_id)
    taken: dict[int, frozenset[int]] = {}

    def pair(group, tried):
        for root in sorted(group):
            if root not in tried:
                tried.add(root)
                if root not in taken or pair(taken[root], tried):
                    taken[root] = group
                    return True
        return False

    count = sum(pair(group, set()) for group in sorted(groups, key=sorted))
    return Independence(count, len(ids), tuple(tuple(members) for members in groups.values() if len(members) > 1))
