"""Open data: the rows of the site as files, no more and no less, and safe to open."""

import csv
import io
import json

import pytest
from bs4 import BeautifulSoup

from claims.models import Figure
from explainer.api.data.tables import TABLES
from explainer.api.kinds import COLLECTIONS
from sources.spreadsheet import cell
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db


def table(response) -> list[dict]:
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(body(response).decode(), newline="")))


def body(response) -> bytes:
    return response.getvalue()


@pytest.fixture
def content(settings, home):
    """A little of every kind, so that every filter leaves something out."""
    settings.PUBLIC_URL = "https://example.org"
    plan, copy = make.source("plan", tier="primary", kind="plan", issued="2014-06"), make.source("copy")
    make.source("reprint", derives_from=[("republishes", copy)])
    make.claim("it-is-so", title="It is so", evidence=[make.evidence("plan", plan), make.evidence("copy", copy)],
               short_answer="<p>No.[^plan]</p>", mixups=[make.mixup()],
               figures=[Figure(counted="Tickets", up_to="2018", value=17, given_by="plan")])  # fmt: skip
    make.claim("it-was-so", title="It was so", verdicts=[make.verdict("true")], layers=[make.layer("plans")])
    place = make.place("harbour")
    office = make.actor("office", kind="regulator", sector="public", place=place)
    make.relation(office, make.actor("firm"), slug="of-firm", period="2015/2018")
    make.event("plan-issued", date="2014-06", actors=[office], places=[place])
    make.event("story-told", lane="reported", kind="said", date="2015")
    make.catalog(
        place,
        entries=[make.entry(points="-50"), make.entry(make.behaviour("giving"), points="10")],
        facts=[make.fact()],
        consequences=[make.consequence()],
    )
    make.term("list")
    make.system("court-list")
    make.article("whole-story")
    make.source_correction(copy)


QUERIES = {
    "claims": ["verdict=false", "verdict=true&layer=plans", "mixup=plan-with-practice", "source=plan", "sort=checked"],
    "sources": ["tier=primary", "kind=plan", "publisher=gazette&sort=oldest"],
    "events": ["lane=reported", "lane=documented&year=2014", "actor=office"],
    "actors": ["kind=regulator", "sector=public"],
    "relations": ["year=2016", "year=1999", "actor=office"],
}


def test_page_api_csv_and_json_agree(client, content):
    """The same list in all its forms: as many rows, and the same ones in the same order."""
    for name, collection in COLLECTIONS.items():
        for query in ["", *QUERIES.get(name, [])]:
            api = client.get(f"/api/v1/{name}?per_page=100&{query}").json()
            rows = json.loads(body(client.get(f"/data/{name}.json?{query}")))
            assert rows == api["results"], (name, query)
            assert len(rows) == len(table(client.get(f"/data/{name}.csv?{query}"))) == api["count"]
            if collection.page and (listing := client.get(f"{collection.page}{query}").context.get("listing")):
                assert listing.page.paginator.count == len(rows), (name, query)


def test_csv_says_what_json_says(client, content):
    words = {
        "list": "|".join,
        "object": lambda value: json.dumps(value, ensure_ascii=False),
        "boolean": lambda value: str(value).lower(),
    }
    for name, one in TABLES.items():
        rows, lines = json.loads(body(client.get(f"/data/{name}.json"))), table(client.get(f"/data/{name}.csv"))
        assert len(rows) == len(lines) == one.count() > 0, name
        for row, line in zip(rows, lines, strict=True):
            assert list(row) == list(line) == [column.name for column in one.columns]
            for column in one.columns:
                told = "" if row[column.name] is None else words.get(column.kind, str)(row[column.name])
                assert line[column.name].removeprefix("'") == told, (name, column)


def test_a_spreadsheet_is_told_that_it_is_utf_8(client, home):
    make.source(title="报道, “so”", tier="primary")
    make.source()
    plain, marked = body(client.get("/data/sources.csv")), body(client.get("/data/sources.csv?bom=1"))
    assert marked == b"\xef\xbb\xbf" + plain
    lines = list(csv.reader(io.StringIO(marked.decode("utf-8-sig"), newline=""), dialect="excel"))
    assert {len(line) for line in lines} == {len(TABLES["sources"].columns)}
    assert "报道, “so”" in [value for line in lines for value in line]
    assert plain.count(b"\r\n") == 1 + TABLES["sources"].count()
    assert body(client.get("/data/sources.csv?bom=1&tier=primary")).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(client, home, start):
    formula = f"{start}cmd|' /C calc'!A0"
    make.claim(title=formula, statement=formula, verdicts=[make.verdict(reason=formula)])
    for line in csv.reader(io.StringIO(body(client.get("/data/claims.csv")).decode(), newline="")):
        assert not any(value.startswith(start) for value in line)
    assert json.loads(body(client.get("/data/claims.json")))[0]["claim"] == formula


@pytest.mark.parametrize("text", ["-50", "+10", "-50..-10", "-0.5", "2014-06", "", "公", "a=b"])
def test_numbers_and_plain_words_stay_as_they_are(text):
    assert cell(text) == text


@pytest.mark.parametrize("text", ["-50-10", "-5+cmd|x", "=1", "-1..=2", "- 5"])
def test_what_only_begins_like_a_number_does_not(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("query", "told"),
    [("verdict=perhaps", "verdict"), ("source=%00", "source"), ("year=1e999", "year"), ("layer=a&verdict=false", "layer"),
     ("source=" + "x" * 5000, "source"), ("bom=yes", "bom"), ("year=99999999999999999999", "year")],
)  # fmt: skip
def test_what_means_nothing_is_answered_with_the_reason(client, home, query, told):
    for form in ("csv", "json"):
        response = client.get(f"/data/claims.{form}?{query}")
        assert response.status_code == 422
        assert told in response.text
        assert len(response.content) < 500
        assert "attachment" not in response.headers.get("Content-Disposition", "")


@pytest.mark.parametrize("query", ["page=7", "colour=red", "%FF=%FE", "verdict=", "verdict[]=1", "&&=&"])
def test_what_is_no_filter_changes_nothing(client, home, query):
    make.claim()
    assert body(client.get(f"/data/claims.csv?{query}")) == body(client.get("/data/claims.csv"))


@pytest.mark.parametrize("name", ["nothing.csv", "claims.xls", "../claims.csv", "claims.csv/", "%00.csv", "_dictionary.csv"])
def test_what_is_not_there_is_not_found(client, home, name):
    assert client.get(f"/data/{name}").status_code == 404


FILES = ("claims.csv", "claims.csv?verdict=false", "claims.json", "explainer.sqlite", "explainer.zip", "datapackage.json",
         "metadata.json", "references.bib")  # fmt: skip


def test_a_file_comes_under_its_name_and_again_only_if_it_has_changed(client, home):
    make.claim()
    tags = {}
    for name in FILES:
        first = client.get(f"/data/{name}")
        tags[name] = first["ETag"]
        assert first["Content-Disposition"] == f'attachment; filename="{name.partition("?")[0]}"'
        assert first["Cache-Control"] == "public, max-age=300"
        assert first["Access-Control-Allow-Origin"] == "*"
        assert not first.cookies
        assert int(first["Content-Length"]) == len(body(first))
        head = client.head(f"/data/{name}")
        assert (head["Content-Length"], head["ETag"], head.content) == (first["Content-Length"], first["ETag"], b"")
        again = client.get(f"/data/{name}", headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert client.post(f"/data/{name}").status_code == 405
    make.claim()
    for name, tag in tags.items():
        later = client.get(f"/data/{name}", headers={"If-None-Match": tag})
        assert later.status_code == (304 if name == "metadata.json" else 200), name  # which holds no content


def test_what_is_not_public_is_in_no_file(client, content):
    make.source("secret-source", live=False, title="A secret")
    hidden = make.claim("secret-claim", title="A secret", evidence=[make.evidence("secret-key", says="A secret")],
                        short_answer="<p>So.[^secret-key]</p>")  # fmt: skip
    hidden.unpublish()
    make.actor("secret-actor", name="A secret").unpublish()
    for name in TABLES:
        for form in ("csv", "json"):
            assert b"secret" not in body(client.get(f"/data/{name}.{form}")), name
    assert b"secret" not in body(client.get("/data/explainer.sqlite"))
    assert b"secret" not in body(client.get("/data/references.json"))


def test_an_edit_of_a_published_record_is_in_the_next_file(client, home):
    actor = make.actor("office", name="Office")
    first = body(client.get("/data/explainer.sqlite"))
    assert body(client.get("/data/explainer.sqlite")) == first
    actor.name = "Bureau of weights"
    actor.save_revision().publish()
    if "actors" in TABLES:
        assert b"Bureau of weights" in body(client.get("/data/explainer.sqlite"))


def test_a_table_costs_the_same_for_any_number_of_rows(client, content, django_assert_max_num_queries):
    used = {name: [] for name in TABLES}
    for more in range(2):
        make.claim(title=f"Claim {more}", layers=[make.layer(), make.layer("plans")])
        make.event(actors=[make.actor(), make.actor()])
        make.relation()
        make.term()
        make.system()
        for name, seen in used.items():
            with django_assert_max_num_queries(60) as captured:
                client.get(f"/data/{name}.json")
            seen.append(len(captured))
    assert {name: seen for name, seen in used.items() if seen[1] > seen[0]} == {}


def test_the_page_is_valid_and_every_number_is_that_of_the_file(client, content):
    response = client.get("/data/")
    assert problems(response.text) == []
    assert outside_requests(response.text) == []
    for found, count in [*response.context["lists"], *response.context["ties"]]:
        assert count == len(table(client.get(f"/data/{found.name}.csv")))


def test_every_column_is_explained():
    assert [f"{name}.{column.name}" for name, one in TABLES.items() for column in one.columns if not column.meaning] == []


def test_the_dictionary_is_translated_on_the_page_and_in_no_file(client, content):
    english, chinese = (BeautifulSoup(client.get(path).text, "html.parser") for path in ("/data/", "/zh-hans/data/"))
    for column in TABLES["claims"].columns:
        assert column.meaning in english.find(id="claims").text
        assert column.meaning not in chinese.find(id="claims").text
    verdict = next(column for column in TABLES["claims"].columns if column.name == "verdict")
    assert f'<span lang="en-gb">{verdict.meaning.partition(" One of: ")[2].rstrip(".")}</span>' in str(chinese)
    kept = body(client.get("/data/datapackage.json"))
    assert verdict.meaning.encode() in kept
    assert body(client.get("/zh-hans/data/datapackage.json", follow=True)) == kept
