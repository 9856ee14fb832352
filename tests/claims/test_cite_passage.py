"""“Cite” under a piece of evidence: the document first, with the place in it, then our page."""

import pytest
import rispy
from bs4 import BeautifulSoup

from tests import make

pytestmark = pytest.mark.django_db
PASSAGE = "/claims/it-is-so/evidence/plan/"


@pytest.fixture
def claim(settings):
    settings.PUBLIC_URL = "https://claims.example"
    links = [("archive", "https://archive.example/1"), ("translation", "https://translation.example/")]
    plan = make.source(
        "plan",
        links,
        title="The plan",
        title_original="规划",
        language="zh",
        kind="plan",
        tier="primary",
        url="https://example.org/plan",
    )
    rows = [
        make.evidence(
            "plan",
            plan,
            locator="art. 6",
            says="It names no score.",
            quotation="没有分数",
            translation="no score",
            anchor_start="没有",
            anchor_end="分数",
        ),
        make.evidence("other", make.source("other", title="Other", url="", reliability="Seen in print.")),
    ]
    return make.claim("it-is-so", title="It is so", evidence=rows)


@pytest.fixture
def page(client, claim):
    return BeautifulSoup(client.get(PASSAGE).text, "html.parser")


def test_the_page_has_everything_to_copy(page):
    boxes = [box.get_text() for box in page.select(".cite-box")]
    assert boxes[0] == "https://example.org/plan#:~:text=%E6%B2%A1%E6%9C%89,%E5%88%86%E6%95%B0"
    assert boxes[1] == "https://archive.example/1"
    assert boxes[2].endswith("规划 [The plan]. Art. 6. https://example.org/plan")
    assert "“没有分数”" in page.get_text()
    assert "“no score”" in page.get_text()


def test_the_document_comes_first_and_our_page_second(page):
    boxes = [box.get_text() for box in page.select("dl.references")[1:] for box in box.select("dd")]
    assert len(boxes) == 8
    assert all("https://example.org/plan" in text for text in boxes[:4])
    assert all("https://claims.example/claims/it-is-so/" in text and "false" in text.lower() for text in boxes[4:])


def test_the_files_carry_the_place_and_the_words(client, claim):
    (item,) = client.get(f"{PASSAGE}cite.json").json()
    assert item["note"] == "art. 6: “没有分数” = “no score”"
    assert item["URL"] == "https://example.org/plan"
    (entry,) = rispy.loads(client.get(f"{PASSAGE}cite.ris").text)
    assert entry["notes"] == [item["note"]]
    assert "art. 6" in client.get(f"{PASSAGE}cite.bib").text


def test_every_piece_of_evidence_leads_to_its_page_and_every_other_citation_to_its_source(client, claim):
    html = BeautifulSoup(client.get("/claims/it-is-so/").text, "html.parser")
    for key in ("plan", "other"):
        row = html.find(id=f"evidence-{key}")
        address = next(link["href"] for link in row.find_all("a") if link.get_text().startswith("Cite"))
        assert address == f"/claims/it-is-so/evidence/{key}/"
        assert client.get(address).status_code == 200
    elsewhere = html.select_one(".appearances").find("a", href=lambda href: href.endswith("#cite"))
    assert BeautifulSoup(client.get(elsewhere["href"]).text, "html.parser").find(id="cite")
    assert next(link for link in html.find(id="evidence-plan").find_all("a") if "#:~:text=" in link["href"])


def test_it_is_a_leaf_of_the_claim_and_not_a_page_to_be_found(page):
    assert page.find("link", rel="canonical")["href"] == "https://claims.example/claims/it-is-so/"
    assert "noindex" in page.find("meta", attrs={"name": "robots"})["content"]
    assert page.find("a", href="/claims/it-is-so/#evidence-plan")


@pytest.mark.parametrize("key", ["nothing", "plan-", "PLAN"])
def test_what_is_not_there_is_not_found(client, claim, key):
    assert client.get(f"/claims/it-is-so/evidence/{key}/").status_code == 404
    assert client.get(f"/claims/it-is-so/evidence/{key}/cite.bib").status_code == 404


def test_an_unpublished_claim_has_no_passages(client, claim):
    claim.unpublish()
    assert client.get(PASSAGE).status_code == 404


def test_the_page_costs_the_same_for_any_number_of_pieces(client, django_assert_max_num_queries):
    make.claim("it-is-so", evidence=[make.evidence("plan"), *(make.evidence(f"e{n}") for n in range(8))])
    with django_assert_max_num_queries(9):
        client.get(PASSAGE)
