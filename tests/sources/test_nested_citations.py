"""A citation of one row of a catalog is a use by the catalog."""

import pytest
from bs4 import BeautifulSoup

from explainer.catalogs.models import CatalogCitation, CatalogPage, ConsequenceCitation, EntryCitation, FactCitation
from sources.gates import PublicationRefused
from sources.models import Source
from tests import make

pytestmark = pytest.mark.django_db
HEADINGS = {
    EntryCitation: "Entries of catalogs",
    FactCitation: "Facts about local schemes",
    ConsequenceCitation: "Rewards and sanctions of catalogs",
    CatalogCitation: "Texts of catalogs",
}


@pytest.fixture
def source(home):
    return make.source(slug="rules", title="The rules")


def catalog(source, slug="rongcheng"):
    """A catalog that cites ``source`` once in each of the four ways."""

    def cites(kind):
        return {"citations": [make.citation(kind, source, says=f"What {kind.__name__} rests on.")]}

    return make.catalog(
        make.place(slug),
        entries=[make.entry(**cites(EntryCitation))],
        facts=[make.fact(**cites(FactCitation))],
        consequences=[make.consequence(**cites(ConsequenceCitation))],
        **cites(CatalogCitation),
    )


def test_the_page_of_a_source_lists_every_row_that_cites_it_with_a_link_to_the_catalog(client, source):
    page = catalog(source)
    soup = BeautifulSoup(client.get("/sources/rules/").text, "html.parser")
    for kind, heading in HEADINGS.items():
        part = next(tag for tag in soup.find_all("h3") if heading in tag.text)
        assert part.text.strip().endswith("(1)")
        (use,) = part.find_next_sibling("ul").find_all("li", recursive=False)
        assert use.a["href"] == "/catalogs/rongcheng/"
        assert page.title in use.text
        assert f"What {kind.__name__} rests on." in use.text
    assert "4 public citations on 1 page" in soup.text


@pytest.mark.parametrize("kind", HEADINGS)
def test_the_user_of_a_citation_is_the_catalog_however_deep_it_stands(source, kind):
    page = catalog(source)
    assert kind.objects.get().used_by == page
    assert [citation.used_by for citation in kind.public_uses(source)] == [page]


@pytest.mark.parametrize("kind", HEADINGS)
def test_the_uses_by_drafts_are_not_public(client, source, kind):
    catalog(source).unpublish()
    assert list(kind.public_uses(source)) == []
    assert "Nothing public rests on it yet" in client.get("/sources/rules/").text


@pytest.mark.parametrize(
    ("relation", "row", "kind"),
    [
        ("entries", make.entry, EntryCitation),
        ("facts", make.fact, FactCitation),
        ("consequences", make.consequence, ConsequenceCitation),
    ],
)
def test_a_source_that_one_row_of_a_catalog_rests_on_cannot_be_hidden(source, relation, row, kind):
    page = make.catalog(**{relation: [row(citations=[make.citation(kind, source)])]})
    with pytest.raises(PublicationRefused, match="Retire it instead"):
        source.unpublish()
    assert Source.objects.get(slug="rules").live
    CatalogPage.objects.get(pk=page.pk).unpublish()
    Source.objects.get(slug="rules").unpublish()
    assert not Source.objects.get(slug="rules").live


def test_the_list_of_sources_by_parent_is_that_of_the_catalog(source):
    other = make.source()
    page = catalog(source)
    page.entries.add(make.entry(make.behaviour("volunteering"), citations=[make.citation(EntryCitation, other)]))
    page.save()
    assert EntryCitation.sources_by_parent([page.pk]) == {page.pk: {source.pk, other.pk}}


def test_the_page_of_a_source_costs_the_same_for_any_number_of_catalogs(client, source, django_assert_max_num_queries):
    used = []
    for slugs in (["one"], ["two", "three", "four", "five"]):
        for slug in slugs:
            catalog(source, slug)
        client.get("/sources/rules/")
        with django_assert_max_num_queries(26) as captured:
            client.get("/sources/rules/")
        used.append(len(captured))
    assert used[0] == used[1]
