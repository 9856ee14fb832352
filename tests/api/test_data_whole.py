"""The whole of open data in one file: what other tools make of it."""

import csv
import io
import json
import sqlite3
import zipfile

import pytest
from bs4 import BeautifulSoup

from explainer.api.data.tables import TABLES
from tests import make

pytestmark = pytest.mark.django_db
REAL = {"string": str, "integer": int, "number": float, "boolean": str, "date": str, "datetime": str}


@pytest.fixture
def content(home, settings):
    settings.PUBLIC_URL = "https://example.org"
    place, firm = make.place("harbour"), make.actor("firm", aliases="Firm Ltd\nFirm|Sons")
    office = make.actor("office", place=place)
    claim = make.claim("it-is-so", title="It is so", mixups=[make.mixup()], evidence=[make.evidence("first"), make.evidence("b")])
    make.relation(office, firm, note="=SUM(A1)")
    make.event("issued", actors=[office, firm], claims=[claim])
    make.catalog(place, entries=[make.entry(points="-50"), make.entry(points="-50..-10")], consequences=[make.consequence()])


@pytest.fixture
def database(client, content, tmp_path):
    path = tmp_path / "open.sqlite"
    path.write_bytes(client.get("/data/explainer.sqlite").getvalue())
    with sqlite3.connect(path) as opened:
        yield opened
    opened.close()


@pytest.fixture
def package(client, content):
    return zipfile.ZipFile(io.BytesIO(client.get("/data/explainer.zip").getvalue()))


class TestDatabase:
    def test_is_whole_and_holds_every_row(self, database):
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for name, table in TABLES.items():
            assert database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] == table.count(), name

    def test_what_points_to_another_row_finds_it(self, database):
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        told = database.execute(
            "SELECT claims.claim, evidence.stance, sources.title FROM evidence "
            "JOIN claims ON claims.slug = evidence.claim JOIN sources ON sources.slug = evidence.source"
        ).fetchall()
        assert len(told) == 2
        assert database.execute("SELECT event, actor FROM events_actors ORDER BY actor").fetchall() == [
            ("issued", "firm"), ("issued", "office")
        ]  # fmt: skip
        assert database.execute("SELECT place FROM actors WHERE slug = 'firm'").fetchone() == (None,)

    def test_has_numbers_as_numbers_and_lists_as_json(self, database):
        assert database.execute("SELECT points_low + points_high FROM entries ORDER BY 1").fetchall() == [(-100.0,), (-60.0,)]
        aliases = database.execute("SELECT aliases FROM actors WHERE slug = 'firm'").fetchone()[0]
        assert json.loads(aliases) == ["Firm Ltd", "Firm|Sons"]
        assert database.execute("SELECT note FROM relations").fetchone() == ("=SUM(A1)",)

    def test_explains_itself(self, database):
        told = {(table, column) for table, column in database.execute('SELECT "table", "column" FROM _dictionary')}
        assert told >= {(name, column.name) for name, table in TABLES.items() for column in table.columns}
        assert database.execute("SELECT count(*) FROM _dictionary WHERE description = ''").fetchone() == (0,)
        assert "No licence has been stated" in dict(database.execute("SELECT * FROM _about"))["Licence"]


class TestPackage:
    def test_describes_just_what_is_there(self, package):
        told = json.loads(package.read("datapackage.json"))
        assert told["profile"] == "tabular-data-package"
        assert {one["path"] for one in told["resources"]} == {name for name in package.namelist() if name.endswith(".csv")}
        for one in told["resources"]:
            data = package.read(one["path"])
            lines = list(csv.reader(io.StringIO(data.decode(), newline="")))
            fields = one["schema"]["fields"]
            assert lines[0] == [field["name"] for field in fields]
            assert one["bytes"] == len(data)
            assert one["rows"] == len(lines) - 1
            assert all(field["description"] and field["type"] in REAL for field in fields), one["name"]

    def test_cells_are_of_the_types_it_names(self, package):
        for one in json.loads(package.read("datapackage.json"))["resources"]:
            for line in csv.DictReader(io.StringIO(package.read(one["path"]).decode(), newline="")):
                for field in one["schema"]["fields"]:
                    if value := line[field["name"]]:
                        assert REAL[field["type"]](value) is not None
                        assert field["type"] != "boolean" or value in ("true", "false")

    def test_keys_name_rows_that_are_there(self, package):
        resources = {one["name"]: one for one in json.loads(package.read("datapackage.json"))["resources"]}
        rows = {name: list(csv.DictReader(io.StringIO(package.read(f"{name}.csv").decode(), newline=""))) for name in resources}
        checked = 0
        for name, one in resources.items():
            for key in one["schema"].get("foreignKeys", []):
                target = rows[key["reference"]["resource"] or name]
                known = {row[key["reference"]["fields"]] for row in target} | {""}
                assert {row[key["fields"]] for row in rows[name]} <= known, (name, key)
                checked += 1
        assert checked > 10

    def test_has_a_readme_and_the_references(self, package):
        readme = package.read("README.txt").decode()
        assert "No licence has been stated" in readme
        assert "Not checked is not no." in readme
        assert "&" not in readme
        assert {item["id"] for item in json.loads(package.read("sources.csl.json"))} == {
            line["slug"] for line in csv.DictReader(io.StringIO(package.read("sources.csv").decode(), newline=""))
        }

    def test_is_the_same_for_the_same_content(self, client, package, settings, tmp_path):
        first = client.get("/data/explainer.zip")
        settings.OPEN_DATA_DIR = tmp_path / "made-again"
        assert client.get("/data/explainer.zip")["ETag"] == first["ETag"]


def test_the_licence_is_told_where_one_is_given(client, home, settings):
    settings.DATA_LICENCE = "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/"
    told = json.loads(client.get("/data/datapackage.json").getvalue())
    assert told["licenses"] == [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    page = client.get("/data/").text
    assert "may be used under CC-BY-4.0" in page
    assert 'rel="license"' in page
    settings.DATA_LICENCE = ""
    assert "licenses" not in json.loads(client.get("/data/datapackage.json").getvalue())
    assert "No licence has been stated" in client.get("/data/").text


def test_search_engines_find_a_dataset_and_every_file_of_it(client, content):
    soup = BeautifulSoup(client.get("/data/").text, "html.parser")
    (script,) = soup.find_all("script", type="application/ld+json")
    (told,) = json.loads(script.string)["@graph"]
    assert told["@type"] == "Dataset"
    assert 50 <= len(told["description"]) <= 5000
    files = [one["contentUrl"].removeprefix("https://example.org") for one in told["distribution"]]
    assert len(files) == len(set(files)) == 2 * len(TABLES) + 2
    for address in files:
        assert client.head(address).status_code == 200, address


def test_datasette_is_told_what_the_columns_mean(client, content):
    tables = json.loads(client.get("/data/metadata.json").getvalue())["databases"]["explainer"]["tables"]
    assert tables["claims"]["label_column"] == "claim"
    assert set(tables["events"]["columns"]) == {column.name for column in TABLES["events"].columns}


def test_what_is_half_made_is_never_served(client, content, settings, tmp_path, monkeypatch):
    settings.OPEN_DATA_DIR = tmp_path / "elsewhere"
    monkeypatch.setattr("explainer.api.data.views.make_database", lambda path, about: path.write_bytes(b"half") and 1 / 0)
    client.raise_request_exception = False
    assert client.get("/data/explainer.sqlite").status_code == 500
    assert list(settings.OPEN_DATA_DIR.iterdir()) == []
    monkeypatch.undo()
    settings.OPEN_DATA_DIR = tmp_path / "elsewhere"
    assert client.get("/data/explainer.sqlite").getvalue().startswith(b"SQLite format 3")
