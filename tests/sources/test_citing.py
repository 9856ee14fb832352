"""References for other programs, read back by other programs."""

import json

import bibtexparser
import pytest
import rispy
from bs4 import BeautifulSoup

from sources.choices import SourceKind
from sources.citing.csl import TYPES, csl_item
from sources.citing.formats import bibtex, ris
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def outline():
    return make.source(
        "outline",
        title="Outline & plan: 100% {of} #it_all",
        title_original="规划纲要",
        language="zh",
        kind="plan",
        tier="primary",
        document_number="国发〔2014〕21号",
        issued="2014-06-14",
        url="https://example.org/a?b=1&c=~x_y",
        publisher=make.publisher("council", name="State Council", kind="state-organ"),
    )


@pytest.fixture
def story():
    return make.source("story", title="A story", authors="Li, Na\nThe Desk\nO’Brien, Zoë", kind="news", issued="2013-07~")


def test_csl_json(client, outline):
    response = client.get("/sources/outline/cite.json")
    assert response["Content-Type"].startswith("application/vnd.citationstyles.csl+json")
    assert 'filename="outline.json"' in response["Content-Disposition"]
    assert response.json() == [
        {
            "id": "outline",
            "type": "report",
            "title": "Outline & plan: 100% {of} #it_all",
            "original-title": "规划纲要",
            "author": [{"literal": "State Council"}],
            "publisher": "State Council",
            "number": "国发〔2014〕21号",
            "issued": {"date-parts": [[2014, 6, 14]]},
            "language": "zh",
            "URL": "https://example.org/a?b=1&c=~x_y",
            "genre": "Plan",
        }
    ]


def test_ris_is_read_by_another_program(client, outline, story):
    response = client.get("/sources/outline/cite.ris")
    assert response["Content-Type"].startswith("application/x-research-info-systems")
    assert response.text.startswith("TY  - RPRT\n")
    assert response.text.rstrip().endswith("ER  -")
    (entry,) = rispy.loads(response.text)
    assert (entry["title"], entry["year"], entry["date"]) == (outline.title, "2014", "2014/06/14/")
    assert entry["urls"] == [outline.url]
    assert entry["translated_title"] == "规划纲要"
    assert entry["language"] == "zh"
    (entry,) = rispy.loads(client.get("/sources/story/cite.ris").text)
    assert entry["authors"] == ["Li, Na", "The Desk", "O’Brien, Zoë"]
    assert entry["secondary_title"] == "The Gazette"
    assert entry["date"] == "2013/07//"


def test_bibtex_is_read_by_another_program(client, outline, story):
    response = client.get("/sources/outline/cite.bib")
    assert response["Content-Type"].startswith("application/x-bibtex")
    library = bibtexparser.parse_string(response.text)
    assert not library.failed_blocks
    entry = library.entries[0]
    assert (entry.entry_type, entry.key) == ("techreport", "outline")
    assert entry["title"] == r"{Outline \& plan: 100\% \{of\} \#it\_all}"
    assert entry["url"] == outline.url  # as it is: packages that print addresses take it so
    assert entry["institution"] == "State Council"
    assert entry["year"] == "2014"
    assert entry["month"] == "6"
    entry = bibtexparser.parse_string(client.get("/sources/story/cite.bib").text).entries[0]
    assert entry["author"] == "Li, Na and {The Desk} and O’Brien, Zoë"
    assert entry["journal"] == "The Gazette"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2014", {"date-parts": [[2014]]}),
        ("2014-06", {"date-parts": [[2014, 6]]}),
        ("2014~", {"date-parts": [[2014]], "circa": True}),
        ("2013/2014-05", {"date-parts": [[2013], [2014, 5]]}),
        ("201X", {"literal": "2010s"}),
        ("", None),
    ],
)
def test_a_date_keeps_the_precision_it_is_known_in(issued, expected):
    item = csl_item(make.source(issued=issued))
    assert item.get("issued") == expected
    assert rispy.loads(ris([item]))[0].get("year") == (issued[:4] if expected and "date-parts" in expected else None)
    assert not bibtexparser.parse_string(bibtex([item])).failed_blocks


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_of_source_is_some_kind_of_reference(kind):
    item = csl_item(make.source(kind=kind))
    assert item["type"] == TYPES[kind]
    assert rispy.loads(ris([item]))
    assert bibtexparser.parse_string(bibtex([item])).entries


def test_a_line_break_in_a_field_makes_no_line_of_its_own():
    item = csl_item(make.source(title="A title\nER  - \nTY  - BOOK"))
    assert len(rispy.loads(ris([item]))) == 1


def test_what_is_not_public_has_no_reference(client, home):
    make.source("draft", live=False)
    assert client.get("/sources/draft/cite.bib").status_code == 404
    assert client.get("/sources/nothing/cite.json").status_code == 404
    make.source("there")
    assert client.get("/sources/there/cite.exe").status_code == 404


def test_zotero_finds_title_authors_date_site_and_language(client, home, story):
    head = BeautifulSoup(client.get("/sources/story/").text, "html.parser").head
    tags = [(tag["name"], tag["content"]) for tag in head.find_all("meta", attrs={"name": True})]
    assert [content for name, content in tags if name == "citation_author"] == ["Li, Na", "The Desk,", "O’Brien, Zoë"]
    found = dict(tags)
    assert (found["citation_title"], found["citation_publication_date"]) == ("A story", "2013/07")
    assert (found["DC.source"], found["citation_language"], found["DC.date"]) == ("The Gazette", "en", "2013-07")
    assert found["z:itemType"] == "newspaperArticle"


def test_the_page_links_to_the_files(client, home, story):
    page = BeautifulSoup(client.get("/sources/story/").text, "html.parser")
    for ending in ("bib", "ris", "json"):
        address = page.find("a", href=f"/sources/story/cite.{ending}")["href"]
        assert client.get(address).status_code == 200


def test_a_claim_is_cited_with_its_verdict_and_its_sources_come_first(client, settings, outline):
    settings.PUBLIC_URL = "https://example.org"
    rows = [make.evidence("a", outline), make.evidence("b", outline, stance="context"), make.evidence("c", make.source("zz"))]
    claim = make.claim("it-is-so", title="It is so", evidence=rows)
    (page,) = client.get("/claims/it-is-so/cite.json").json()
    assert page["title"] == f"“It is so”: {claim.current_verdict.get_verdict_display().lower()}"
    assert page["URL"] == "https://example.org/claims/it-is-so/v/1/"
    assert page["note"] == claim.current_verdict.reason
    assert [item["id"] for item in client.get("/claims/it-is-so/sources.json").json()] == ["outline", "zz", "it-is-so"]
    assert len(rispy.loads(client.get("/claims/it-is-so/sources.ris").text)) == 3
    assert len(bibtexparser.parse_string(client.get("/claims/it-is-so/sources.bib").text).entries) == 3
    html = BeautifulSoup(client.get("/claims/it-is-so/").text, "html.parser")
    assert html.head.find("meta", attrs={"name": "citation_title"})["content"] == page["title"]
    assert json.dumps(page["title"], ensure_ascii=False)[1:-1] in html.select_one("#cite").parent.get_text()
