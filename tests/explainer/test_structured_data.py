"""Breadcrumbs, laws, catalogs, terms and the site itself for machines: the same as the page shows, and only if known."""

import json

import pytest
from bs4 import BeautifulSoup

from explainer.models import CorrectionsPage, HomePage, MethodPage, TextPage
from tests import make

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


def page_of(client, address):
    soup = BeautifulSoup(client.get(address).text, "html.parser")
    scripts = soup.find_all("script", type="application/ld+json")
    things = [thing for script in scripts for thing in json.loads(script.string)["@graph"]]
    return soup, {thing["@type"]: thing for thing in things}


def words(node):
    return " ".join(node.get_text(" ").split())


@pytest.fixture
def rooms(home):
    make.source(slug="a-source", title="A <source> & more")
    make.actor("the-firm")
    make.event("a-law", date="2014-06")
    make.catalog(make.place("harbour"))
    make.place("hill")
    make.term("list-of-names")
    make.system("court-list")
    make.article("the-story")


@pytest.mark.parametrize("address", ["/sources/a-source/", "/actors/the-firm/", "/timeline/a-law/", "/catalogs/harbour/",
                                     "/catalogs/hill/", "/glossary/list-of-names/", "/systems/court-list/",
                                     "/explainers/the-story/"])  # fmt: skip
def test_breadcrumbs_are_those_above_the_title(rooms, client, address):
    soup, things = page_of(client, address)
    steps = things["BreadcrumbList"]["itemListElement"]
    shown = [(words(link), HERE + link["href"]) for link in soup.select(".eyebrow a")]
    assert [(step["name"], step["item"]) for step in steps[:-1]] == shown
    assert steps[-1]["name"] == words(soup.h1)
    assert "item" not in steps[-1]
    for _, link in shown:
        assert client.get(link.removeprefix(HERE)).status_code == 200


def law(**fields):
    organ = make.publisher("council", name="The Council", name_original="会", kind="state-organ")
    defaults = {"slug": "the-law", "kind": "law", "publisher": organ, "document_number": "国发〔2014〕21号", "issued": "2014-06-14",
                "title_original": "法", "language": "zh", "in_force": "2014-07-01/.."}  # fmt: skip
    return make.source(**defaults | fields)


def test_a_law_is_a_law(client):
    source = law()
    soup, things = page_of(client, "/sources/the-law/")
    told = things["WebPage"]["mainEntity"]
    assert told == {
        "@type": "Legislation",
        "name": words(soup.h1),
        "alternateName": "法",
        "inLanguage": "zh",
        "url": source.url,
        "legislationType": "Law",
        "legislationIdentifier": "国发〔2014〕21号",
        "legislationDate": "2014-06-14",
        "legislationDateOfApplicability": "2014-07-01",
        "legislationPassedBy": {"@type": "Organization", "name": "The Council", "alternateName": "会"},
    }
    side = words(soup.select_one(".summary"))
    for word in ("国发〔2014〕21号", "14 June 2014", "1 July 2014", "The Council", "Law"):
        assert word in side


@pytest.mark.parametrize(
    ("fields", "absent", "publisher"),
    [
        ({"kind": "draft-law"}, "legislationPassedBy", "publisher"),
        ({"publisher": None}, "legislationPassedBy", "publisher"),
        ({"issued": "2014~"}, "legislationDate", "legislationPassedBy"),
        ({"issued": "2013/2014"}, "legislationDate", "legislationPassedBy"),
        ({"issued": "", "in_force": ""}, "legislationDateOfApplicability", "legislationPassedBy"),
        ({"document_number": ""}, "legislationIdentifier", "legislationPassedBy"),
    ],
)
def test_what_is_not_known_of_a_law_is_not_told(client, fields, absent, publisher):
    if fields.get("publisher", "") is None:  # a newspaper that prints a law has not passed it
        fields = {"publisher": make.publisher()}
    law(**fields)
    told = page_of(client, "/sources/the-law/")[1]["WebPage"]["mainEntity"]
    assert absent not in told
    assert publisher in told


@pytest.mark.parametrize(("kind", "expected"), [("news", "NewsArticle"), ("paper", "ScholarlyArticle"), ("plan", "CreativeWork")])
def test_other_documents_are_what_they_surely_are(client, kind, expected):
    make.source(slug="it", kind=kind, authors="Doe, Jo", issued="2015-10")
    told = page_of(client, "/sources/it/")[1]["WebPage"]["mainEntity"]
    assert told["@type"] == expected
    assert told["author"] == [{"@type": "Person", "name": "Jo Doe"}]
    assert told["datePublished"] == "2015-10"


def test_a_catalog_is_a_dataset_whose_files_hold_its_rows(client, settings):
    settings.DATA_LICENCE = "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/"
    make.catalog(make.place("harbour"), entries=[make.entry(), make.entry(make.behaviour("late-bill"), wording="A late bill.")])
    make.catalog(make.place("hill"))
    soup, things = page_of(client, "/catalogs/harbour/")
    told = things["Dataset"]
    assert told["name"].startswith(words(soup.h1))
    assert told["description"].startswith(words(soup.select_one(".lead")))
    assert told["license"].startswith("https://creativecommons.org/")
    assert len(told["isBasedOn"]) == 2
    for based in told["isBasedOn"]:
        assert client.get(based.removeprefix(HERE)).status_code == 200
    csv, plain = (client.get(file["contentUrl"].removeprefix(HERE)) for file in told["distribution"])
    rows = len(soup.select(".entry-group .entry"))
    assert rows == 2
    assert len(b"".join(csv).decode().strip().splitlines()) == rows + 1
    assert b"A late bill." in b"".join(plain)
    assert "Dataset" not in page_of(client, "/catalogs/hill/")[1], "a catalog without rows holds no data"


def test_a_term_is_defined(client):
    make.term("list-of-names", name_original="名单", language="zh", pinyin="míngdān")
    soup, things = page_of(client, "/glossary/list-of-names/")
    told = things["DefinedTerm"]
    assert told["name"] == words(soup.h1)
    assert told["description"] == words(soup.select_one(".lead"))
    assert told["alternateName"] == ["名单", "míngdān"]


def test_the_site_says_who_it_is_and_only_rules_that_are_published(client, home):
    home.add_child(instance=TextPage(title="About", slug="about", body="<p>Us.</p>"))
    told = page_of(client, "/about/")[1]["NewsMediaOrganization"]
    assert set(told) == {"@type", "@id", "name", "url"}
    for page in (MethodPage(title="Method", slug="method"), CorrectionsPage(title="Corrections", slug="corrections")):
        HomePage.objects.get().add_child(instance=page)
    told = page_of(client, "/about/")[1]["NewsMediaOrganization"]
    assert told["correctionsPolicy"] == f"{HERE}/corrections/"
    for name in ("publishingPrinciples", "verificationFactCheckingPolicy", "correctionsPolicy"):
        assert client.get(told[name].removeprefix(HERE)).status_code == 200
    make.claim("it-is-so")
    review = page_of(client, "/claims/it-is-so/")[1]["ClaimReview"]
    assert review["author"]["@id"] == told["@id"]
