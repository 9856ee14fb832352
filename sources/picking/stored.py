"""The text of a capture with all that is worked out from it. Kept for the few copies that somebody has open."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db.models import OuterRef, QuerySet, Subquery

from sources.anchors import Anchor, fold, places_in_folded
from sources.models import Capture
from sources.picking.blocks import Block, blocks_of
from sources.picking.folding import Folded

KEPT = 6
MOST_FOUND = 200


@dataclass(frozen=True)
class Copy:
    text: str

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_of(self.text)

    @cached_property
    def folded(self) -> Folded:
        return Folded(self.text)

    @cached_property
    def pages(self) -> list[tuple[int, int]]:
        """(number of the page, where it begins); empty where the copy has none."""
        first: dict[int, int] = {}
        for block in self.blocks:
            if block.page:
                first.setdefault(block.page, block.start)
        return list(first.items())

    @cached_property
    def headings(self) -> list[Block]:
        return [block for block in self.blocks if block.heading]

    def places(self, anchor: Anchor) -> list[tuple[int, int]]:
        """Where the anchor finds its passage, in the text itself."""
        return [self.folded.span(*place) for place in places_in_folded(self.folded.text, anchor)]

    def find(self, words: str) -> list[tuple[int, int]]:
        """The first places that hold these words, whatever their case, quotes and line breaks."""
        wanted, found, text = fold(words), [], self.folded.text
        at = text.find(wanted) if wanted else -1
        while at >= 0 and len(found) < MOST_FOUND:
            found.append(self.folded.span(at, at + len(wanted)))
            at = text.find(wanted, at + len(wanted))
        return found


@lru_cache(maxsize=KEPT)
def copy_of(text: str) -> Copy:
    return Copy(text)


def newest_captures(source_ids) -> QuerySet[Capture]:
    """Of each source the newest stored copy that has a text: the one its anchors are held against."""
    newest = (
        Capture.objects.usable().filter(source=OuterRef("source")).exclude(text="").order_by("-taken_at", "-pk").values("pk")[:1]
    )
    return Capture.objects.filter(source__in=source_ids, pk=Subquery(newest))
