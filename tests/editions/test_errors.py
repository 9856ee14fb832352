"""Whatever is wrong with an edition is said by file, line and key, all at once, and nothing is loaded."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.models import ClaimPage
from explainer.editions.problems import EditionError
from explainer.editions.read import read
from sources.models import Publisher
from tests.editions.data import FILES, with_change, write

CLAIM, PLAN, STORY = "claims/it-is-so.md", "sources/plan.yaml", "sources/story.yaml"
ACTOR, RELATION, MAP = "actors/council.yaml", "relations/gazette-reported-on-council.yaml", "maps/overview.md"
EVENT, CHAPTER, CATALOG, PLACES = "events/plan-adopted.yaml", "chapters/2014.md", "catalogs/town.md", "places.yaml"
TERM, SYSTEM, ARTICLE = "glossary/plan-word.yaml", "systems/town-points.yaml", "articles/what-it-is.md"
NO_CITATION = "it has no citation. Nothing is published unsourced."

WRONG = {
    "an unknown key": (with_change(STORY, "reading: full", "reading: full\nauthor: Me"), f"{STORY}:9: author: There is no such key"),
    "a missing field": (with_change(STORY, "tier: secondary\n", ""), f"{STORY}:1: tier: This is missing"),
    "no citation": (
        {CLAIM: FILES[CLAIM].split("evidence:")[0] + "---\n\n## Short answer\n\nNo.\n\n## What is documented\n\nNo.\n"},
        f"{CLAIM}:2: evidence: This is missing",
    ),
    "a bad date": (with_change(STORY, "issued: '2015'", "issued: 2015-13"), f"{STORY}:6: issued: “2015-13” has no such month"),
    "a period backwards": (with_change(PLAN, "2014-06-14/..", "2015/2014"), f"{PLAN}:11: in_force: “2015/2014” ends before it starts"),
    "an unknown source": (with_change(CLAIM, "source: plan", "source: plna"), f"{CLAIM}:37: evidence[1].source: There is no source “plna”"),
    "an unknown publisher": (with_change(STORY, "gazette", "herald"), f"{STORY}:3: publisher: There is no publisher “herald”"),
    "an unknown layer": (with_change(CLAIM, "  - plans", "  - pans"), f"{CLAIM}:5: layers[1]: There is no layer “pans”"),
    "a verdict off the scale": (with_change(CLAIM, "verdict: 'false'", "verdict: bogus"), f"{CLAIM}:17: verdicts[1].verdict: “bogus” is not one of"),
    "a stance off the list": (with_change(CLAIM, "stance: contradicts", "stance: against"), f"{CLAIM}:36: evidence[1].stance: “against”"),
    "an address that is none": (with_change(STORY, "https://example.org/story", "example"), f"{STORY}:7: url: “example” is not a web address"),
    "a key twice in a list": (
        with_change("publishers.yaml", "- key: gazette", "- key: council"),
        "publishers.yaml:6: key: There is a publisher “council” already, at publishers.yaml:1",
    ),
    "a key twice in a record": (with_change(STORY, "language: en", "language: en\nlanguage: de"), f"{STORY}:3: language: This key stands here twice"),
    "a file name in capitals": ({"sources/Plan.yaml": FILES[PLAN]}, "sources/Plan.yaml: The file's name is the record's key"),
    "a file of another kind": ({"sources/notes.txt": "x"}, "sources/notes.txt: Only .yaml files belong here"),
    "a stray file": ({"todo.yaml": "x: y"}, "todo.yaml: Nothing of this name belongs in an edition"),
    "a missing list": ({"layers.yaml": None}, "layers.yaml: This file is missing"),
    "YAML that does not parse": ({STORY: "title: [unclosed\nlanguage: en\n"}, f"{STORY}:2: This is not YAML"),
    "YAML with a tab": ({STORY: "title: a\n\tlanguage: en\n"}, f"{STORY}:2: This is not YAML"),
    "a YAML bomb": ({STORY: "a: &a [x]\nb: *a\n"}, f"{STORY}:1: YAML anchors and aliases"),
    "a YAML tag": ({STORY: "title: !!python/object:os.system x\n"}, f"{STORY}:1: YAML tags"),
    "a list for a value": (with_change(STORY, "language: en", "language: [en]"), f"{STORY}:2: language: Here a single value is expected"),
    "a value for a list": (with_change(CLAIM, "layers:\n  - plans", "layers: plans"), f"{CLAIM}:4: layers: Here a list is expected"),
    "not UTF-8": ({STORY: "title: caf\xe9\n".encode("latin-1")}, f"{STORY}:1: The file is not UTF-8"),
    "not UTF-8 further down": ({STORY: b"title: a\nlanguage: \xff\n"}, f"{STORY}:2: The file is not UTF-8"),
    "no front matter": ({CLAIM: "# A claim\n"}, f"{CLAIM}:1: The file must start with facts"),
    "an unknown heading": (with_change(CLAIM, "## This would change if", "## Opinion"), f"{CLAIM}:64: “Opinion” is not a heading"),
    "a heading twice": (with_change(CLAIM, "## This would change if", "## Short answer"), "The heading “Short answer” stands here twice"),
    "prose before a heading": (with_change(CLAIM, "## Short answer", "Hello.\n\n## Short answer"), "Prose must stand under a heading"),
    "HTML in prose": (with_change(CLAIM, "### In 2014", "# Big"), "documented: a heading of this size (#) is not used here; write ###"),
    "an image in prose": (with_change(CLAIM, "- one", "- ![x](https://e.org/x.png)"), "documented: “image”"),
    "a script in a link": (with_change(CLAIM, "(source:story)", "(ftp:story)"), "would_change_if: “ftp:story” is not an address"),
    "a reference to nothing": (with_change(CLAIM, "No.[^plan]", "No.[^ghost]"), f"{CLAIM}:47: short_answer: “short answer” points to [^ghost]"),
    "evidence keys twice": (
        with_change(CLAIM, "evidence:\n", "evidence:\n  - key: plan\n    stance: context\n    source: story\n    says: So.\n"),
        "share the key “plan”",
    ),
    "a long anchor": (with_change(CLAIM, "start: the plan names", "start: one two three four five six"), "evidence[1].anchor.start: An anchor holds at most 5"),
    "an anchor without a start": (with_change(CLAIM, "      start: the plan names\n", ""), "evidence[1].anchor.start: This is missing"),
    "a long title": (with_change(CLAIM, "title: It is so", f"title: {'x' * 76}"), f"{CLAIM}:2: title: the title has 76 characters"),
    "a review in the past": (with_change(CLAIM, "next_review: '2027-01-02'", "next_review: '2025-01-02'"), "next_review: the next review must come after"),
    "a list with one thing twice": (with_change(CLAIM, "  - plans", "  - plans\n  - plans"), f"{CLAIM}:6: layers[2]: “plans” stands in this list twice"),
    "a circle of origins": (
        {PLAN: FILES[PLAN].replace("captures:", "derivations:\n  - origin: story\n    kind: translates\ncaptures:")},
        f"{PLAN}:17: derivations: Its origins lead back to itself",
    ),
    "a source of itself": (with_change(STORY, "origin: plan", "origin: story"), "derivations: Its origins lead back to itself"),
    "a source without any address": (with_change(STORY, "url: https://example.org/story\n", ""), "it has no address of any kind"),
    "a text too long for its column": (with_change(STORY, "title: The story", f"title: {'x' * 301}"), f"{STORY}:1: title: Ensure this value has at most 300"),
    # Rooms
    "an unknown verb": (with_change(RELATION, "reported-on", "scores"), f"{RELATION}:2: verb: “scores” is not one of: established"),
    "a relation to itself": (with_change(RELATION, "subject: gazette", "subject: council"), f"{RELATION}:3: object: it relates an actor to itself"),
    "a relation to nobody": (with_change(RELATION, "object: council", "object: cuoncil"), f"{RELATION}:3: object: There is no actor “cuoncil”"),
    "a relation in a period backwards": (with_change(RELATION, "'2015'", "2016/2015"), f"{RELATION}:5: period: “2016/2015” ends before it starts"),
    "a relation without a citation": (
        {RELATION: FILES[RELATION].split("citations:")[0] + "citations: []\n"}, f"{RELATION}:8: citations: This is missing",
    ),
    "a dispute that is not told": (
        {RELATION: FILES[RELATION].replace("status: documented\nnote: One story.", "status: disputed")}, f"{RELATION}:1: note: it is disputed; say in the note",
    ),
    "an actor of no sector": (with_change(ACTOR, "sector: public", "sector: both"), f"{ACTOR}:9: sector: “both” is not one of"),
    "a name too long for a map": (with_change(ACTOR, "short: Council", f"short: {'x' * 21}"), f"{ACTOR}:7: short: Ensure this value has at most 20"),
    "a registration code that is none": (with_change(ACTOR, "wikidata: Q2", "credit_code: ABC"), f"{ACTOR}:17: credit_code: The code has 18 digits"),
    "an actor twice on a map": (with_change(MAP, "  - gazette\nmarks", "  - council\nmarks"), f"{MAP}:7: actors[2]: “Council” stands on it twice"),
    "a text that points to a line not drawn": (with_change(MAP, "on.[^gazette-reported-on-council]", "on.[^council-rules]"), f"{MAP}:16: body: the text points to [^council-rules]"),
    "a map of lines that are no relations": (with_change(MAP, "  - gazette\nmarks", "  - gazette\nverbs:\n  - adores\nmarks"), f"{MAP}:9: verbs[1]: “adores” is not one of"),
    "a text that points to a line of another kind": (with_change(MAP, "  - gazette\nmarks", "  - gazette\nverbs:\n  - owns\nmarks"), f"{MAP}:18: body: the text points to [^gazette-reported-on-council]"),
    "a nudge off the picture": (with_change(MAP, "right: '-20'", "right: '2000'"), f"{MAP}:13: nudges[1].right: “2000” is off the picture"),
    "an event without a lane": (with_change(EVENT, "lane: documented\n", ""), f"{EVENT}:1: lane: This is missing"),
    "an event of no date": (with_change(EVENT, "'2014-06-14'", "June 2014"), f"{EVENT}:2: date: “June 2014” is not an EDTF date"),
    "an event without a citation": ({EVENT: FILES[EVENT].split("citations:")[0]}, f"{EVENT}:1: citations: This is missing"),
    "an event at nowhere": (with_change(EVENT, "places:\n  - land", "places:\n  - sea"), f"{EVENT}:9: places[1]: There is no place “sea”"),
    "an event with the address of a year": ({"events/2014.yaml": FILES[EVENT]}, "its key must not be digits alone"),
    "a chapter of no year": ({"chapters/plan.md": FILES[CHAPTER]}, "its slug must be the year it tells"),
    "a chapter without what was not": (
        {CHAPTER: FILES[CHAPTER].split("## What was not")[0]}, f"{CHAPTER}:2: not_so: This is missing",
    ),
    "a chapter that points to nothing": (with_change(CHAPTER, "A score.[^plan]", "A score.[^ghost]"), f"{CHAPTER}:18: not_so: “what was not” points to [^ghost]"),
    "a place in itself": (with_change(PLACES, "level: country", "level: country\n  within: town"), f"{PLACES}:4: within: It lies within itself"),
    "a tile off the grid": (with_change(PLACES, "tile: 3,4", "tile: c4"), f"{PLACES}:12: tile: A tile is column,row"),
    "a code that is none": (with_change(PLACES, "'371082'", "'37'"), f"{PLACES}:10: code: A division code has 6, 9 or 12 digits"),
    "an entry without a citation": (
        with_change(CATALOG, "status: ended\n    citations:\n      - source: plan\n        locator: art. 3\n        says: Takes 10 to 50 points.\n", "status: ended\n"),
        f"{CATALOG}:26: entries[1]: {NO_CITATION}",
    ),
    "a fact without a citation": (
        with_change(CATALOG, "date: '2014'\n    citations:\n      - source: plan\n        says: It begins.\n", "date: '2014'\n"),
        f"{CATALOG}:15: facts[1]: {NO_CITATION}",
    ),
    "nothing found on no day": (with_change(CATALOG, "    checked: '2026-01-02'\n", ""), f"{CATALOG}:22: facts[2]: nothing was found; say on which day you looked"),
    "points that are none": (with_change(CATALOG, "points: -50..-10", "points: minus 50"), f"{CATALOG}:30: entries[1].points: “minus 50” is not a number of points"),
    "a range backwards": (with_change(CATALOG, "points: -50..-10", "points: -10..-50"), f"{CATALOG}:30: entries[1].points: Of a range the lower number comes first"),
    "points of a fine": (with_change(CATALOG, "effect: points", "effect: fine"), f"{CATALOG}:26: entries[1]: it gives points, so its effect must be"),
    "an entry off the list of behaviours": (with_change(CATALOG, "behaviour: red-light", "behaviour: jaywalking"), f"{CATALOG}:26: entries[1].behaviour: There is no behaviour “jaywalking”"),
    "a question answered twice": (with_change(CATALOG, "fact: voluntary", "fact: implemented"), f"{CATALOG}:14: facts: the question “implemented” is answered twice"),
    "a catalog under another address": (with_change(CATALOG, "place: town", "place: land"), f"{CATALOG}:3: place: its address must be that of its place: “land”"),
    "a citation in a row that says nothing": (with_change(CATALOG, "        says: Tells of books.\n", ""), f"{CATALOG}:44: consequences[1].citations[1].says: This is missing"),
    "a wording that points to nothing": (with_change(CLAIM, "None of it is.[^plan]", "None of it is.[^ghost]"), f"{CLAIM}:10: variants: the wording “All of it is so” points to [^ghost]"),
    "a wording without an answer": (with_change(CLAIM, "    answer: None of it is.[^plan]\n", ""), f"{CLAIM}:11: variants[1].answer: This is missing"),
    "a link to a claim that is not there": (with_change(CLAIM, "(claim:it-is-so)", "(claim:it-was-so)"), f"{CLAIM}:64: would_change_if: A link leads to claim:it-was-so, which is not in this edition"),
    "a term without a citation": ({TERM: FILES[TERM].split("citations:")[0]}, f"{TERM}:1: citations: This is missing"),
    "a term that means nothing": (with_change(TERM, "meaning: What is meant to be.\n", ""), f"{TERM}:1: meaning: This is missing"),
    "a system in no layer": (with_change(SYSTEM, "layer: plans\n", ""), f"{SYSTEM}:1: layer: it belongs to the topic or stands beside it; say in which layer"),
    "a system of no standing": (with_change(SYSTEM, "standing: part", "standing: near"), f"{SYSTEM}:6: standing: “near” is not one of"),
    "an article that shows what is not there": (with_change(ARTICLE, "::events plan-adopted", "::events plan-dropped"), f"{ARTICLE}:12: body: There is no event “plan-dropped”"),
    "an article that shows an unknown thing": (with_change(ARTICLE, "::events plan-adopted", "::film plan-adopted"), f"{ARTICLE}:12: body: “::film plan-adopted” is not used here; known are: ::claims"),
    "an article that shows two maps at once": (with_change(ARTICLE, "::map overview", "::map overview overview"), f"{ARTICLE}:12: body: “::map” takes map."),
    "an article that points to nothing": (with_change(ARTICLE, "More of it.[^plan]", "More of it.[^ghost]"), f"{ARTICLE}:12: body: “the text” points to [^ghost]"),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_by_file_line_and_key(tmp_path, changed, said):
    with pytest.raises(EditionError) as error:
        read(str(write(tmp_path / "small", **changed)))
    assert said in str(error.value)


def test_the_small_edition_is_right(tmp_path):
    assert len(read(str(write(tmp_path / "small"))).records) == 23


def test_every_error_is_reported_in_one_go(tmp_path):
    changed = WRONG["an unknown source"][0] | WRONG["a bad date"][0] | WRONG["a missing list"][0]
    with pytest.raises(EditionError) as error:
        read(str(write(tmp_path / "small", **changed)))
    words = str(error.value)
    assert "There is no source “plna”" in words
    assert "no such month" in words
    assert "layers.yaml: This file is missing" in words
    assert "There is no layer “plans”" in words
    # Four more name the layer that went with its list.
    assert len(error.value.problems) == 8


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["check_edition", "load_edition"])
def test_the_commands_say_it_and_change_nothing(tmp_path, command):
    folder = write(tmp_path / "small", **WRONG["an unknown source"][0])
    with pytest.raises(CommandError, match="There is no source “plna”"):
        call_command(command, str(folder), stdout=StringIO())
    assert not Publisher.objects.exists()
    assert not ClaimPage.objects.exists()


@pytest.mark.parametrize("name", ["nothing-here", "/nowhere/at/all", "../.."])
def test_an_edition_that_is_not_there_is_named(name):
    with pytest.raises(EditionError, match="There is no edition here"):
        read(name)
