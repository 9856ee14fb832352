"""What the copies of this story got wrong stands nowhere in the first edition as a fact; held claim by claim."""

import re

import pytest

from explainer.editions.kinds.claim import SECTIONS
from explainer.editions.read import read

REFUTED = ("false", "mostly-false", "misleading", "unproven", "outdated")


@pytest.fixture(scope="module")
def edition():
    return read("china-social-credit")


def verdict(edition, key):
    return edition.records["claim", key].values["verdicts"][-1]


def sentences(edition):
    """(file, sentence) of everything that the edition says in its own voice: not titles and statements of claims, which are
    worded as they circulate, nor their wordings and appearances."""
    for record in edition.records.values():
        values = dict(record.values)
        if record.kind == "claim":
            values = {name: values.get(name, "") for name in SECTIONS} | {"reason": values["verdicts"][-1]["reason"]}
        if record.kind == "source":
            continue
        for text in texts(values):
            # A row of a list is read with the sentence above the list, which says what is counted.
            for line in re.sub(r"\s*\[\^[a-z0-9-]+\]", "", text).split("\n"):
                for sentence in [line] if line.startswith("- ") else re.split(r"(?<=[.!?])\s", line):
                    yield record.file, sentence


def texts(values):
    for value in values.values() if isinstance(values, dict) else values:
        if isinstance(value, str):
            yield value
        else:
            yield from texts(value)


GARBLES = {
    "charity-earns-1000-points-in-rongcheng": "false",  # a starting balance told as a reward
    "unified-code-is-a-rating": "false",  # a registration number told as a score
    "17-5-million-flights-in-2018": "false",  # a running total told as a year
    "mandatory-by-2020": "false",  # the end of a plan told as the start of a duty
    "score-350-to-950-on-the-id-card": "false",  # a firm's range told as everybody's
    "everyone-has-a-score": "false",
    "one-national-score": "false",
    "sesame-credit-is-the-government-system": "false",
    "ant-does-not-own-sesame": "false",
    "introduced-in-2007": "mixed",
}


@pytest.mark.parametrize(("claim", "word"), GARBLES.items(), ids=GARBLES)
def test_the_verdict_on_a_garble_stands(edition, claim, word):
    assert verdict(edition, claim)["verdict"] == word


@pytest.mark.parametrize(
    "claim",
    [
        "eight-companies-were-licensed", "sesame-had-a-licence", "honking-in-shanghai", "beijing-scores-all-residents",
        "5-5-million-barred-from-trains", "sesame-has-400-million-users", "millions-banned-from-flying", "hospital-queue",
        "43-cities-score-their-people",
    ],
)  # fmt: skip
def test_a_garble_is_never_upheld(edition, claim):
    assert verdict(edition, claim)["verdict"] in REFUTED


def test_a_thousand_points_are_a_start_and_no_reward(edition):
    assert re.search(r"\bstart|begin", verdict(edition, "charity-earns-1000-points-in-rongcheng")["reason"])
    entries = [
        row
        for record in edition.of("catalog")
        for row in record.values.get("entries", [])
        if row["behaviour"] == "giving-money" and row.get("points") == "1000" and row["status"] != "unsupported"
    ]
    assert entries == []


def test_a_code_identifies_and_does_not_rate(edition):
    system = edition.records["system", "unified-code"].values
    assert system["output"] == "code"
    term = edition.records["term", "unified-social-credit-code"].values
    assert re.search(r"\b(not|no|nothing)\b", term.get("beware", ""))


@pytest.mark.parametrize("figure", ["17.5 million", "11.14", "20.47 million", "5.47 million"])
def test_running_totals_are_not_told_as_people_or_as_one_year(edition, figure):
    """Whoever gives the figure says in the same sentence what is counted, or whose wrong reading it is."""
    counted = re.compile(
        r"ticket|purchase|refus|block|time|occasion|case|sale|total|count|read|told|report|said|says|figure|added up|number", re.I
    )
    told = [(file, sentence) for file, sentence in sentences(edition) if figure in sentence]
    assert told
    assert [item for item in told if not item[1].startswith("- ") and not counted.search(item[1])] == []
    wrong = re.compile(rf"{re.escape(figure)} (people|citizens|passengers|persons)", re.I)
    mended = re.compile(r"\bnot\b|wrong|as people|mis|claim|said|told|report", re.I)
    assert [item for item in told if wrong.search(item[1]) and not mended.search(item[1])] == []


def test_plans_are_told_as_plans(edition):
    beijing = edition.records["catalog", "beijing"].values
    assert not any(row["fact"] == "implemented" and row["state"] == "yes" for row in beijing["facts"])
    assert edition.records["system", "beijing-planned-score"].values["state"] in ("planned", "proposed", "unclear", "not-found")
    assert edition.records["system", "draft-law-2022"].values["state"] in ("planned", "proposed")


def test_the_table_whose_notes_do_not_bear_it_out_is_shown_as_that(edition):
    """Each row of the table of 2017 stands in a catalog with what its own note supports, and none as a rule in force by itself."""
    rows = [
        (record.key, row)
        for record in edition.of("catalog")
        for row in record.values.get("entries", [])
        if any(citation["source"] == "asan-2017" for citation in row.get("citations", []))
    ]
    assert {place for place, _ in rows} >= {"beijing", "jiangsu", "ningxia", "shanghai", "shenzhen", "yunnan"}
    assert sum(row["status"] == "unsupported" for _, row in rows) >= 3
    shown = [record for record in edition.of("article") if "::rests-on asan-2017" in record.values["body"]]
    assert len(shown) == 1


def test_no_reason_begins_with_the_myth(edition):
    """A reason that is read alone, in a search result or a share text, does not say the title over again."""
    for record in edition.of("claim"):
        if verdict(edition, record.key)["verdict"] in REFUTED:
            title = re.findall(r"\w+", record.values["title"].casefold())[:5]
            reason = re.findall(r"\w+", verdict(edition, record.key)["reason"].casefold())[:5]
            assert title != reason, record.key
