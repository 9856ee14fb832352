"""Rules of evidence that the first edition keeps, read from its files."""

import re

import pytest

from explainer.editions.captures import citations
from explainer.editions.embeds import split
from explainer.editions.kinds.claim import SECTIONS
from explainer.editions.read import names, read
from tests.editions import candidates


@pytest.fixture(scope="module")
def edition():
    return read("china-social-credit")


def test_it_is_the_first():
    assert names()[0] == "china-social-credit"


def test_every_suggested_claim_is_a_claim_or_a_wording_of_one(edition):
    answered = {record.key for record in edition.of("claim")}
    answered |= {f"{record.key}#{row['key']}" for record in edition.of("claim") for row in record.values.get("variants", [])}
    assert not {*candidates.NUMBERED, *candidates.FURTHER, *candidates.FIXED} - answered
    assert len(edition.of("claim")) >= 90


def test_every_claim_has_three_citations_two_publishers_and_a_primary_source_or_says_that_there_is_none(edition):
    sources = {record.key: record.values for record in edition.of("source")}
    for claim in edition.of("claim"):
        cited = [sources[row["source"]] for row in claim.values["evidence"]]
        assert len(cited) >= 3, claim.key
        if not any(source["tier"] == "primary" for source in cited):
            assert re.search(r"\bprimary (source|document|text)", claim.values["documented"]), claim.key
        assert len({source["publisher"] for source in cited}) >= 2, claim.key


def test_quotations_are_phrases_of_at_most_ten_words(edition):
    for record, path, citation in citations(edition):
        assert len(citation.get("quotation", "").split()) <= 10, record.problem(path, "long quotation")


def test_nothing_is_quoted_from_the_reworded_copy(edition):
    for record, path, citation in citations(edition):
        assert not (citation["source"] == "wired-copy-2019" and "quotation" in citation), record.problem(path, "quotation")


def test_a_source_known_at_second_hand_is_never_alone_behind_a_verdict(edition):
    sources = {record.key: record.values for record in edition.of("source")}
    for claim in edition.of("claim"):
        assert any(sources[row["source"]]["reading"] != "secondhand" for row in claim.values["evidence"]), claim.key


def test_every_piece_of_evidence_is_used_and_every_paragraph_of_the_short_answer_is_sourced(edition):
    for claim in edition.of("claim"):
        prose = "\n".join(claim.values.get(name, "") for name in SECTIONS)
        prose += "".join(row["answer"] for row in claim.values.get("variants", []))
        used = set(re.findall(r"\[\^([a-z0-9-]+)\]", prose))
        assert {row["key"] for row in claim.values["evidence"]} <= used, claim.key
        for paragraph in claim.values["short_answer"].split("\n\n"):
            assert "[^" in paragraph, f"{claim.key}: {paragraph}"


def test_a_verdict_is_one_short_sentence(edition):
    for claim in edition.of("claim"):
        for row in claim.values["verdicts"]:
            assert len(row["reason"].split()) <= 32, claim.key
            assert row["reason"].endswith("."), claim.key


def test_no_word_of_the_workshop_reaches_a_reader(edition):
    words = re.compile(r"\b(dossier|seed inventory|seed-inventory|gk|stored-head|stored-text|CLM-\d|SRC-\d)\b")
    for record in edition.records.values():
        assert not words.search(str(record.values)), record.file


CATALOGS = {
    "rongcheng", "suining", "hangzhou", "shanghai", "wendeng", "xiamen", "fuzhou", "yangqiao",
    "beijing", "jiangsu", "ningxia", "shenzhen", "yunnan",
}  # fmt: skip


def test_the_rooms_are_furnished(edition):
    lanes = [record.values["lane"] for record in edition.of("event")]
    assert min(lanes.count("documented"), lanes.count("reported")) >= 20
    least = {"source": 150, "event": 100, "actor": 80, "relation": 100, "catalog": 18, "term": 60, "system": 57, "article": 8}
    assert {kind: len(edition.of(kind)) for kind in least if len(edition.of(kind)) < least[kind]} == {}
    assert sum(len(record.values.get("entries", [])) for record in edition.of("catalog")) >= 150
    assert {record.key for record in edition.of("chapter")} == {"2007", "2014", "2020"}
    assert {record.key for record in edition.of("catalog")} >= CATALOGS


def test_explainers_are_neither_notes_nor_books(edition):
    for article in edition.of("article"):
        parts = split(article.values["body"])
        words = sum(len(re.sub(r"\[\^[a-z0-9-]+\]", "", text).split()) for kind, text in parts if kind == "text")
        assert 800 <= words <= 1500, (article.key, words)
        assert len([kind for kind, _ in parts if kind != "text"]) >= 2, article.key


def test_every_citation_of_an_explainer_is_used(edition):
    for article in edition.of("article"):
        used = set(re.findall(r"\[\^([a-z0-9-]+)\]", article.values["body"]))
        assert {row["key"] for row in article.values["citations"]} == used, article.key


def test_every_system_can_be_reached_and_leads_on(edition):
    """From “Which system is meant?” to a claim, an actor, a place or a word; or it is explained on its own page only."""
    for system in edition.of("system"):
        assert any(system.values.get(kind) for kind in ("claims", "actors", "places", "terms")), system.key


def test_chinese_terms_have_characters_and_sound_and_no_two_share_a_word(edition):
    seen = {}
    for term in edition.of("term"):
        if "name_original" in term.values:
            assert term.values.get("pinyin"), term.key
        for phrase in term.values.get("match", []):
            assert seen.setdefault(phrase.casefold(), term.key) == term.key, phrase


def test_every_actor_on_a_map_stands_there_for_a_reason(edition):
    """It has a line to another one, or the text says why it has none."""
    relations = [record.values for record in edition.of("relation")]
    for shown in edition.of("map"):
        keys = set(shown.values["actors"])
        tied = {end for row in relations if {row["subject"], row["object"]} <= keys for end in (row["subject"], row["object"])}
        names = {key: edition.records["actor", key].values["short"] for key in keys - tied}
        assert all(name in shown.values["body"] for name in names.values()), (shown.key, names)


def test_every_behaviour_is_scored_somewhere_or_waits_for_a_place(edition):
    used = {row["behaviour"] for record in edition.of("catalog") for row in record.values.get("entries", [])}
    behaviours = {record.key for record in edition.of("behaviour")}
    assert used <= behaviours
    assert len(used) >= 45


def test_what_its_source_does_not_support_is_never_told_as_in_force(edition):
    """The paper whose table is checked against its own notes is never the only source of an entry in force."""
    for record in edition.of("catalog"):
        for row in record.values.get("entries", []):
            sources = {citation["source"] for citation in row.get("citations", [])}
            assert not (sources == {"asan-2017"} and row["status"] == "in-force"), (record.key, row["wording"])
