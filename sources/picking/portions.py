"""What a person sees of a copy at once."""

from dataclasses import dataclass

from sources.picking.blocks import portion
from sources.picking.stored import Copy
from sources.picking.uses import HIT, Mark, segments


@dataclass(frozen=True)
class Portion:
    """Paragraphs with their marks, and where the portions before and after begin, or None."""

    paragraphs: list
    start: int
    end: int
    before: int | None
    after: int | None
    total: int

    @property
    def percent(self) -> int:
        return round(100 * self.end / self.total) if self.total else 100


def portion_of(copy: Copy, at: int, marks: list[Mark]) -> Portion:
    blocks = copy.blocks
    first, stop = portion(blocks, at)
    shown, page = [], blocks[first - 1].page if first else 0
    for block in blocks[first:stop]:
        shown.append(
            {
                "block": block,
                "new_page": block.page if block.page != page else 0,
                "segments": segments(copy.text, block, marks),
            }
        )
        page = block.page
    return Portion(
        shown,
        blocks[first].start if shown else 0,
        blocks[stop - 1].end if shown else 0,
        blocks[first - 1].start if first else None,
        blocks[stop].start if stop < len(blocks) else None,
        len(copy.text),
    )


def hits(copy: Copy, words: str) -> list[Mark]:
    return [Mark(*place, HIT) for place in copy.find(words)]
