import pytest

from claims.matching.checking import check
from tests.matching.first_edition import matcher, records
from tests.matching.texts import TEXTS

TRUE = {"true", "mostly-true"}


def sentence_beginning(sentences, words):
    return next(sentence for sentence in sentences if sentence.text.startswith(words))


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_text_tells_is_marked_and_what_it_corrects_is_not_accused(name):
    text = TEXTS[name]
    sentences = check(text["text"], matcher())
    for words, slug in text["told"].items():
        found = {match.claim: match.stance for match in sentence_beginning(sentences, words).matches}
        assert found.get(slug) == "repeats", words
    for words, slug in text.get("touched", {}).items():
        found = {match.claim: match.stance for match in sentence_beginning(sentences, words).matches}
        assert slug in found, words
    for words, slug in text["corrected"].items():
        found = {match.claim: match.stance for match in sentence_beginning(sentences, words).matches}
        assert found.get(slug) == "corrects", words
        assert "repeats" not in found.values(), words


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_else_is_accused_of_what_is_not_true(name):
    text = TEXTS[name]
    sentences = check(text["text"], matcher())
    for words in text["passed"]:
        for match in sentence_beginning(sentences, words).matches:
            assert match.stance != "repeats" or records()[match.claim]["verdicts"][-1]["verdict"] in TRUE, (words, match)


def test_the_number_of_people_of_a_country_is_no_figure_of_a_claim():
    (sentence,) = check("Some 1.4 billion people live there.", matcher())
    assert not sentence.figures


def test_offsets_are_those_of_the_text_that_was_given():
    for text in TEXTS.values():
        for sentence in check(text["text"], matcher()):
            assert text["text"][sentence.start : sentence.end] == sentence.text


def test_a_figure_that_is_often_misread_is_flagged_wherever_it_stands():
    (sentence,) = check("Some 17.5 million of them were sold.", matcher())
    assert sentence.figures[0].claims[:1] == ("17-5-million-flights-in-2018",)
    assert sentence.figures[0].text == "17.5 million"


@pytest.mark.parametrize(
    ("sentence", "slug"),
    [
        ("China assigns every one of its 1.4 billion citizens a score for their social credit.", "everyone-has-a-score"),
        ("The Chinese government rates its citizens with one single national score.", "one-national-score"),
        ("Travellers with a low social credit score are banned from planes.", "millions-banned-from-flying"),
        ("Sesame Credit is nothing but the Chinese government's social credit system.", "sesame-credit-is-the-government-system"),
        ("If your friends have a low score, so will you.", "friends-lower-your-score"),
        ("Buying too many video games lowers your social credit score.", "video-games-lower-your-score"),
        ("The Communist Party takes points from anyone who criticises it online.", "criticism-lowers-your-national-score"),
        ("Facial recognition cameras automatically deduct points from jaywalkers.", "cameras-score-automatically"),
        ("China's social credit system could be straight out of Black Mirror.", "nosedive"),
        ("在中国每个人都有一个社会信用分。", "everyone-has-a-score"),
        ("社会信用分低的人不能坐高铁和飞机。", "millions-banned-from-flying"),
    ],
)
def test_a_plain_way_to_tell_a_well_known_claim_is_met(sentence, slug):
    (found,) = check(sentence, matcher())
    assert slug in [match.claim for match in found.matches]
    assert "repeats" in [match.stance for match in found.matches]


@pytest.mark.parametrize("slug", records())
def test_every_claim_is_found_by_its_own_title(slug):
    assert slug in [match.claim for match in matcher().match(records()[slug]["title"], 2)]
