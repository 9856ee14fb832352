"""Which passages of a copy are cited already, and by what."""

import itertools
from dataclasses import dataclass

from wagtail.admin.admin_url_finder import AdminURLFinder

from sources.anchors import Anchor
from sources.models import Citation, Source
from sources.picking.blocks import Block, locator
from sources.picking.stored import Copy

OWN, OTHER, HIT = "own", "other", "hit"


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a copy. ``kind`` is own (a row of the form at hand), other (cited elsewhere), hit (searched for)."""

    start: int
    end: int
    kind: str
    label: str = ""
    url: str = ""
    row: str = ""
    where: str = ""


def cited_elsewhere(copy: Copy, source: Source, user, editing: str = "") -> list[Mark]:
    """Places cited by saved records; those of the form at ``editing``, an address of the admin, are left to that form."""
    finder, marks = AdminURLFinder(user), []
    for kind in Citation.kinds():
        rows = kind.objects.filter(source=source).exclude(anchor_start="").select_related(kind.parent_field).order_by("pk")
        for row in rows:
            url = finder.get_edit_url(row.used_by) or ""
            if url and url == editing:
                continue
            marks += [
                Mark(*place, OTHER, str(row.used_by), url, where=locator(copy.blocks, *place))
                for place in copy.places(row.anchor)[:1]
            ]
    return marks


def cited_here(copy: Copy, rows: list[dict]) -> list[Mark]:
    """Places of the rows of the open form, saved or not, as the form describes them."""
    marks = []
    for row in rows:
        anchor = Anchor(*(str(row.get(part) or "") for part in ("start", "end", "prefix", "suffix")))
        label, name = str(row.get("label") or "")[:200], str(row.get("row") or "")[:200]
        marks += [Mark(*place, OWN, label, row=name, where=locator(copy.blocks, *place)) for place in copy.places(anchor)[:1]]
    return marks


def segments(text: str, block: Block, marks: list[Mark]) -> list[tuple[str, Mark | None]]:
    """The text of a block in order, each run with the mark that covers it; where marks overlap, the first counts."""
    touching = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    edges = sorted(
        {block.start, block.end}
        | {edge for mark in touching for edge in (mark.start, mark.end) if block.start < edge < block.end}
    )
    return [
        (text[start:end], next((mark for mark in touching if mark.start <= start and end <= mark.end), None))
        for start, end in itertools.pairwise(edges)
    ]
