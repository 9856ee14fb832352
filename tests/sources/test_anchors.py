import pytest

from sources.anchors import Anchor, passages

TEXT = "The list began in 2013. It holds names. The list began as a “trial” in\n2012, some say. It holds names."


def test_first_and_last_words_find_the_passage_between():
    assert passages(TEXT, Anchor("The list began in", "holds names")) == ["the list began in 2013. it holds names"]


def test_case_quotes_and_line_breaks_are_folded():
    assert passages(TEXT, Anchor('a "trial" IN 2012')) == ['a "trial" in 2012']


@pytest.mark.parametrize(("anchor", "count"), [(Anchor("The list began"), 2), (Anchor("never written"), 0), (Anchor(), 0)])
def test_none_and_several_are_told_apart_from_one(anchor, count):
    assert len(passages(TEXT, anchor)) == count


def test_prefix_and_suffix_tell_twins_apart():
    assert len(passages(TEXT, Anchor("It holds names", prefix="some say."))) == 1
    assert len(passages(TEXT, Anchor("The list began", suffix="as a"))) == 1


def test_an_end_far_away_is_not_the_end_of_this_passage():
    assert passages("start " + "x " * 2000 + "end", Anchor("start", "end")) == []


def test_a_long_anchor_is_refused_because_it_would_copy():
    assert "start" in Anchor("one two three four five six").problems()
    assert "start" in Anchor(end="only an end").problems()
    assert Anchor("one two three four five").problems() == {}


def test_the_text_fragment_escapes_what_the_syntax_uses():
    anchor = Anchor("pre-2014, they", "said & done", prefix="so")
    assert anchor.fragment == ":~:text=so-,pre%2D2014%2C%20they,said%20%26%20done"
