"""Text in a picture stands whole if it can, breaks where a reader expects it, and says with an ellipsis that more was said."""

import pytest

from explainer.sharing.faces import SERIF, TEXT
from explainer.sharing.fitting import fit, may_break, width_of

NEVER_FIRST, NEVER_LAST = "，。；）》”", "（《“"
CHINESE = (
    "失信被执行人名单由最高人民法院公布（只收录有能力履行而拒不履行的人），《纲要》没有“评分”；它不是分数，也不覆盖所有公民。"
)


def lines(text, width=600, height=400, sizes=(40, 30, 20)):
    return fit(text, TEXT, width, height, sizes, 1.3).words


def test_words_stay_whole_and_nothing_is_lost():
    text = "No law gives every citizen a number; the scores people saw belonged to a company and to a few cities."
    assert " ".join(lines(text)) == text
    assert len(lines(text)) > 1


def test_no_line_is_wider_than_its_room():
    for text in ("A sentence of several words that has to be broken. " * 4, CHINESE, "x" * 90):
        found = fit(text, TEXT, 600, 400, (40, 30, 20), 1.3)
        assert all(width_of(line) * found.size <= 600 for line in found.lines)
        assert found.height <= 400


@pytest.mark.parametrize("width", range(200, 700, 13))
def test_chinese_breaks_between_characters_but_not_before_a_full_stop_or_after_a_bracket(width):
    found = fit(CHINESE, TEXT, width, 2000, (40,), 1.3)
    assert "".join(found.words) == CHINESE
    assert all(line[0] not in NEVER_FIRST and line[-1] not in NEVER_LAST for line in found.words)
    assert len(found.words) > 1


def test_a_chinese_name_within_english_stays_together():
    text = "The score 芝麻信用 was a product of a company"
    for width in range(180, 600, 20):
        assert any("芝麻信用" in line for line in lines(text, width, 2000, (40,)))


def test_a_line_may_end_after_a_dash_between_words_but_not_within_a_period_of_years():
    def breaks(text):
        letters = TEXT.set(text)
        return [text[at:] for at in range(1, len(text)) if may_break(letters, at)]

    assert breaks("a judgment-defaulter") == ["judgment-defaulter", "defaulter"]
    assert breaks("in 2014–2020") == ["2014–2020"]
    assert breaks("minus -5") == ["-5"]


def test_a_word_longer_than_a_line_is_broken_anywhere():
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    assert "".join(lines(word, 300, 2000, (40,))) == word


def test_a_long_text_is_set_smaller_and_a_short_one_as_large_as_allowed():
    assert fit("It is so.", TEXT, 600, 100, (40, 30, 20), 1.3).size == 40
    assert fit("It is so, as some say. " * 4, TEXT, 600, 100, (40, 30, 20), 1.3).size < 40


def test_what_does_not_fit_at_the_smallest_size_ends_in_an_ellipsis_after_a_whole_word():
    found = fit("Some, words (follow) on words, ever on. " * 40, TEXT, 600, 100, (40, 20), 1.3)
    assert not found.whole
    assert found.size == 20
    last = found.words[-1]
    assert last.endswith("…")
    assert last.rstrip("…").split()[-1] in ("Some", "words", "follow", "on", "ever")


def test_lines_are_of_like_length():
    first, second = lines("The country will give a score to everyone by 2020", 800, 400, (40,))
    assert min(len(first), len(second)) > 0.7 * max(len(first), len(second))


def test_each_character_gets_a_face_that_has_it():
    letters = SERIF.set("Ü é “信用” 2014—2020年")
    assert all(letter.face.has(letter.char) for letter in letters)
    assert len({letter.face for letter in letters}) == 2


def test_what_cannot_be_seen_is_left_out():
    assert lines("It\u200b is\u202e so\n\n now\x07") == ["It is so now"]


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_no_text_is_no_lines(text):
    assert lines(text) == []
