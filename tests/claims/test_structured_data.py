"""ClaimReview says what the page shows: no more, no less, and on that page alone."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup

from claims.choices import Verdict
from claims.models import ClaimIndexPage
from explainer.models import HomePage, MethodPage
from tests import make

pytestmark = pytest.mark.django_db

# What schema.org (version 29) allows where we use it; a name that is not here is a slip.
TERMS = {
    "ClaimReview": {"@id", "url", "claimReviewed", "inLanguage", "datePublished", "dateModified", "author", "itemReviewed", "reviewRating"},
    "Claim": {"name", "text", "author", "datePublished", "firstAppearance", "appearance"},
    "CreativeWork": {"name", "url", "inLanguage", "datePublished", "creditText", "publisher", "archivedAt"},
    "Rating": {"alternateName", "ratingExplanation", "ratingValue", "worstRating", "bestRating"},
    "Organization": {"@id", "name", "alternateName", "url"},
    "Person": {"name", "alternateName", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}  # fmt: skip
NASTY = ["</script><script>alert(1)</script>", "A & B < C > D", "“Quotes” and \"quotes\" and 'quotes'", "line\u2028end\u2029of it",
         "信用 <b>分</b>", "{{ page }} {% now %}", "\\u003c back\\slash", "&lt;already&gt; &amp;"]  # fmt: skip


def data_of(page):
    soup = BeautifulSoup(page, "html.parser")
    scripts = soup.find_all("script", type="application/ld+json")
    return soup, [thing for script in scripts for thing in json.loads(script.string)["@graph"]]


def check_terms(thing, where=""):
    if isinstance(thing, list):
        for one in thing:
            check_terms(one, where)
    elif isinstance(thing, dict):
        kind = thing["@type"]
        assert not set(thing) - {"@type"} - TERMS[kind], f"{where}/{kind}"
        for name, value in thing.items():
            assert value not in ("", None, []), f"{where}/{kind}/{name}"
            check_terms(value, f"{where}/{kind}/{name}")


def words(node):
    return " ".join(node.get_text(" ").split())


def said(text):
    return " ".join(text.split())


def holds(page: str) -> dict:
    """The review of a page, held against what the page shows."""
    soup, things = data_of(page)
    (review,) = [thing for thing in things if thing["@type"] == "ClaimReview"]
    (crumbs,) = [thing for thing in things if thing["@type"] == "BreadcrumbList"]
    check_terms(things)
    claim, rating = review["itemReviewed"], review["reviewRating"]
    assert words(soup.h1) == said(f"“{review['claimReviewed']}”")
    assert len(review["claimReviewed"]) <= 75
    assert review["url"] == soup.find("link", rel="canonical")["href"]
    assert review["inLanguage"] == soup.html["lang"]
    assert said(claim["text"]) == words(soup.select_one(".claimed > p"))

    box = soup.select_one(".verdict-box")
    assert words(box.select_one(".verdict-word")).removeprefix("Verdict: ") == rating["alternateName"]
    assert words(box.select_one(".verdict-reason")) == said(rating["ratingExplanation"])
    verdict = Verdict(next(name for name in box["class"] if name != "verdict-box").removeprefix("verdict-"))
    assert rating.get("ratingValue") == verdict.rating
    if verdict.rating:
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    else:
        assert not {"worstRating", "bestRating"} & set(rating)

    days = [time["datetime"] for time in soup.select(".summary time, .history time")]
    assert review["datePublished"] in days
    assert review.get("dateModified", review["datePublished"]) in days

    rows = soup.select("ol.appearances > li")
    assert len(rows) == len(claim["appearance"])
    for row, work in zip(rows, claim["appearance"], strict=True):
        assert said(work["name"]) == words(row.select_one(".citation-source a"))
        assert said(work["creditText"]) == words(row.select_one(".said b"))
        assert work.get("datePublished", "") == (row.time["datetime"] if row.select_one(".said time") else "")
        assert said(work["publisher"]["name"]) in words(row.select_one(".facts"))
        if "url" in work:
            assert any(link["href"].startswith(work["url"]) for link in row.select(".links a"))
    marked = [
        work for row, work in zip(rows, claim["appearance"], strict=True) if "first known" in words(row.select_one(".said"))
    ]
    assert [claim["firstAppearance"]] == marked if marked else "firstAppearance" not in claim
    if "author" in claim:
        assert any(words(row.select_one(".said b")).startswith(said(claim["author"]["name"])) for row in rows)

    steps = crumbs["itemListElement"]
    assert [step["name"] for step in steps] == [words(link) for link in soup.select(".eyebrow a")] + [steps[-1]["name"]]
    assert said(steps[-1]["name"]) == words(soup.h1)
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    return review


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_told_as_the_page_tells_it(client, verdict):
    make.claim("it-is-so", verdicts=[make.verdict(verdict.value)])
    holds(client.get("/claims/it-is-so/").text)


@pytest.mark.parametrize("words", NASTY)
def test_words_of_any_kind_come_through_unharmed(client, words):
    source = make.source(title=words, publisher=make.publisher("press", name=words), url="https://example.org/?a=1&b=<2>")
    make.claim(
        "nasty",
        title=words[:75],
        statement=words,
        verdicts=[make.verdict(reason=words)],
        appearances=[make.appearance(source, said_by=words, said_on="2015-03", first_known=True)],
    )
    page = client.get("/claims/nasty/").text
    assert "<script>alert" not in page
    review = holds(page)
    assert review["itemReviewed"]["text"] == words


def test_appearances_without_a_day_and_of_a_person(client):
    blog = make.source(publisher=make.publisher("a-person", name="Jo Doe", kind="individual"), url="", reliability="On paper.")
    make.claim("told", appearances=[make.appearance(blog, said_by="Jo Doe"), make.appearance(said_on="2014~", said_by="A blog")])
    claim = holds(client.get("/claims/told/").text)["itemReviewed"]
    assert "author" not in claim, "a private person, or words that name no organisation, are not made an author"
    assert "firstAppearance" not in claim
    assert {row["publisher"]["@type"] for row in claim["appearance"]} == {"Person", "Organization"}


def test_an_organisation_that_made_the_claim_is_named_as_its_author(client):
    make.claim("told", appearances=[make.appearance(said_by="The Gazette (Jo Doe)", said_on="2015")])
    claim = holds(client.get("/claims/told/").text)["itemReviewed"]
    assert claim["author"] == {"@type": "Organization", "name": "The Gazette"}
    assert claim["datePublished"] == "2015"


def test_a_later_verdict_is_a_change_and_a_saved_page_is_none(client):
    page = make.claim("told", first_published_at=datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC))
    assert "dateModified" not in holds(client.get("/claims/told/").text)
    page.verdicts.add(make.verdict("true", on=datetime.date(2026, 2, 1), kind="update"))
    page.save()
    review = holds(client.get("/claims/told/").text)
    assert (review["datePublished"], review["dateModified"]) == ("2026-01-02", "2026-02-01")


def test_it_stands_on_no_other_page_and_in_no_preview(client, admin_client_of):
    claim = make.claim("it-is-so", title="It is so")
    for address in ("/", "/claims/", "/claims/?q=so", "/sources/", "/search/?q=so", "/embed/claims/it-is-so/", "/corrections/"):
        assert "ClaimReview" not in client.get(address).text
    claim.save_revision()
    preview = admin_client_of("superuser").get(f"/admin/pages/{claim.pk}/view_draft/")
    assert preview.status_code == 200
    assert "It is so" in preview.text
    assert "ld+json" not in preview.text


def test_the_published_table_of_numbers_is_the_one_in_use(client, home):
    HomePage.objects.get().add_child(instance=MethodPage(title="Method", slug="method"))
    assert ClaimIndexPage.objects.exists()
    soup = BeautifulSoup(client.get("/method/").text, "html.parser")
    for verdict in Verdict:
        make.claim(verdict.value, verdicts=[make.verdict(verdict.value)])
        review = holds(client.get(f"/claims/{verdict.value}/").text)
        number = review["reviewRating"].get("ratingValue")
        row = words(soup.find(id=f"verdict-{verdict.value}"))
        assert row.endswith(f"Number {number}" if number else "No number")
        assert review["reviewRating"]["alternateName"] in row
