"""A selected stretch of a stored copy becomes an anchor that finds it and nothing else."""

import pytest

from sources.anchors import passages
from sources.picking.anchoring import Unanchorable, passage
from sources.picking.blocks import PORTION, locator, portion
from sources.picking.stored import Copy

TEXT = """A notice

The county keeps a list. The list is “public”, and anyone may read it.

The list is kept for two years.\fThe list is burnt after that, they say.

国务院 关于印发 社会信用体系建设规划纲要 的通知"""


def picked(words, text=TEXT):
    at = text.index(words)
    return passage(Copy(text), at, at + len(words))


@pytest.mark.parametrize(
    "words",
    [
        "keeps a list",
        "The county keeps a list. The list is “public”, and anyone may read it.",
        "The list is kept for two years.\fThe list is burnt after that",
        "社会信用体系建设规划纲要",
        "A notice",
    ],
)
def test_its_anchor_finds_the_selection_alone(words):
    found = picked(words)
    assert len(passages(TEXT, found.anchor)) == 1
    assert not found.anchor.problems()
    assert TEXT[found.start : found.end] == words


def test_half_a_word_is_made_whole():
    assert picked("unty keeps a li").words == "county keeps a list"


def test_words_that_stand_twice_are_told_apart_by_what_is_beside_them():
    found = picked("list is")
    assert found.anchor.prefix or found.anchor.suffix
    assert len(passages(TEXT, found.anchor)) == 1


def test_what_cannot_be_told_apart_is_refused_with_advice():
    with pytest.raises(Unanchorable, match="Select a longer passage"):
        passage(Copy("so it is. " * 60), 300, 305)
    with pytest.raises(Unanchorable, match="Select a passage first"):
        passage(Copy(TEXT), 5, 5)
    with pytest.raises(Unanchorable, match="at most"):
        passage(Copy("word " * 5000), 0, 24_000)


def test_a_place_is_told_by_page_or_paragraph():
    copy = Copy(TEXT)
    assert locator(copy.blocks, TEXT.index("burnt"), TEXT.index("burnt") + 5) == "p. 2"
    plain = Copy(TEXT.replace("\f", "\n\n"))
    assert locator(plain.blocks, TEXT.index("county"), TEXT.index("years")) == "paragraphs 2–3"


@pytest.mark.parametrize("paragraph", ["Words and more words of a long document. " * 20 + "\n\n", "x" * 5000, "字" * 3000 + "\n"])
def test_two_million_characters_come_in_portions_that_leave_nothing_out(paragraph):
    text = paragraph * (2_000_000 // len(paragraph))
    blocks, at, seen = Copy(text).blocks, 0, []
    while at < len(blocks):
        first, stop = portion(blocks, blocks[at].start)
        assert first == at
        assert blocks[stop - 1].end - blocks[first].start <= PORTION + 3_000
        seen += blocks[first:stop]
        at = stop
    assert seen == blocks
    shown = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(shown.split()) == "".join(text.split())
