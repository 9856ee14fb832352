"""Rules of evidence that the first edition keeps, read from its files."""

import re

import pytest

from explainer.editions.captures import citations
from explainer.editions.read import names, read

ADDRESSES = {
    "sesame-credit-is-the-government-system", "everyone-has-a-score", "score-350-to-950-on-the-id-card", "mandatory-by-2020",
    "alibaba-and-tencent-run-the-system", "friends-lower-your-score", "video-games-lower-your-score", "anyone-can-look-up-anyone",
    "singapore-visa-at-700", "millions-banned-from-flying", "17-5-million-flights-in-2018", "honking-in-shanghai",
    "jaywalkers-lose-points", "china-abolished-it", "companies-are-scored",
}  # fmt: skip


@pytest.fixture(scope="module")
def edition():
    return read("china-social-credit")


def test_it_is_the_first():
    assert names()[0] == "china-social-credit"


def test_the_addresses_that_later_parts_keep_are_there(edition):
    assert {record.key for record in edition.of("claim")} >= ADDRESSES
    assert len(edition.of("source")) >= 40


def test_every_claim_has_three_citations_a_primary_source_and_two_publishers(edition):
    sources = {record.key: record.values for record in edition.of("source")}
    for claim in edition.of("claim"):
        cited = [sources[row["source"]] for row in claim.values["evidence"]]
        assert len(cited) >= 3, claim.key
        assert any(source["tier"] == "primary" for source in cited), claim.key
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
        prose = "\n".join(claim.values.get(name, "") for name in ("short_answer", "documented", "grew_out_of", "would_change_if"))
        used = set(re.findall(r"\[\^([a-z0-9-]+)\]", prose))
        assert {row["key"] for row in claim.values["evidence"]} <= used, claim.key
        for paragraph in claim.values["short_answer"].split("\n\n"):
            assert "[^" in paragraph, f"{claim.key}: {paragraph}"


def test_a_verdict_is_one_short_sentence(edition):
    for claim in edition.of("claim"):
        for row in claim.values["verdicts"]:
            assert len(row["reason"].split()) <= 32, claim.key
            assert row["reason"].endswith("."), claim.key


def test_a_running_total_is_not_told_as_one_year(edition):
    """17.5 million is a total up to the end of 2018; the claim that says otherwise is false."""
    claim = edition.records["claim", "17-5-million-flights-in-2018"].values
    assert claim["verdicts"][-1]["verdict"] == "false"
    assert "total" in claim["verdicts"][-1]["reason"]


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
    assert len(edition.of("actor")) >= 25
    assert len(edition.of("relation")) >= 40
    assert {record.key for record in edition.of("chapter")} == {"2007", "2014", "2020"}
    assert {record.key for record in edition.of("catalog")} >= CATALOGS


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
