import pytest

from claims.matching.stance import stance

SCORE = "Everyone in China has a score"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Everyone in China has a score.", "repeats"),
        ("The idea that everyone in China has a score is a myth.", "corrects"),
        ("Not everyone in China has a score.", "corrects"),
        ("There is no evidence that everyone in China has a score.", "corrects"),
        ("Contrary to reports, everyone in China does not have a score.", "corrects"),
        ("Does everyone in China have a score?", "related"),
        ("If everyone in China had a score, somebody would have seen one.", "related"),
        ("每个中国人都有一个分数。", "repeats"),
        ("每个中国人都有一个分数，这是误解。", "corrects"),
    ],
)
def test_only_an_assertion_repeats(sentence, expected):
    assert stance(sentence, SCORE) == expected


@pytest.mark.parametrize(
    "following", ["That is not true.", "This is a myth.", "It isn't.", "Not so, says the court.", "这种说法是错误的。"]
)
def test_a_sentence_that_the_next_one_takes_back_is_a_correction(following):
    assert stance("Everyone in China has a score.", SCORE, following) == "corrects"


@pytest.mark.parametrize("following", ["That is why they fear it.", "It was introduced in 2014.", "They are proud of it.", ""])
def test_a_sentence_that_goes_on_is_none(following):
    assert stance("Everyone in China has a score.", SCORE, following) == "repeats"


def test_to_be_kept_from_something_is_no_denial():
    assert stance("People with a low score cannot board planes.", "People with a low score are barred from planes") == "repeats"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("If you jaywalk, you lose points.", "repeats"),
        ("If someone jaywalks, they lose points.", "repeats"),
        ("If a citizen jaywalked, the city would take points.", "related"),
        ("If this is right, jaywalkers lose points.", "related"),
        ("What if jaywalkers lose points?", "related"),
    ],
)
def test_a_rule_is_stated_and_a_supposition_is_not(sentence, expected):
    assert stance(sentence, "Jaywalkers lose points") == expected


def test_another_figure_is_another_statement():
    assert stance("5.5 million people were stopped.", "17.5 million people were stopped") == "related"
    assert stance("17.5 million people were stopped.", "17.5 million people were stopped") == "repeats"
