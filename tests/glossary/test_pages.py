"""The glossary as readers meet it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from explainer.glossary.models import Term, TermCitation
from sources.gates import PublicationRefused
from tests import make
from tests.html import outside_requests, problems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


def shixin(**fields):
    return make.term(
        "breach-of-trust",
        name="Breach of trust",
        name_original="失信",
        language="zh",
        pinyin="shīxìn",
        meaning="Not keeping one's word.",
        beware="It is not a low score.",
        match="breach of trust\nbreaks trust",
        **fields,
    )


def test_every_term_by_letter_with_its_characters_sound_and_trap(client):
    shixin()
    make.term("adherence", name="adherence")
    page = client.get("/glossary/").text
    assert "<b>2</b> terms" in page
    assert page.index('id="letter-A"') < page.index('id="letter-B"')
    for words in ('<span lang="zh">失信</span>', "shīxìn", "Not keeping one&#x27;s word.", "It is not a low score."):
        assert words in page


def test_a_term_shows_where_it_stands_and_which_claims_turn_on_it(client):
    claim = make.claim(title="It is a score")
    source = make.source(title="The opinions")
    shixin(claims=[claim], citations=[make.citation(TermCitation, source, says="Uses the word for debtors.")])
    page = client.get("/glossary/breach-of-trust/").text
    assert "Uses the word for debtors." in page
    assert "“It is a score”" in page
    assert "The opinions" in page


def test_the_page_of_a_source_names_the_terms_that_rest_on_it(client):
    source = make.source("opinions")
    shixin(citations=[make.citation(TermCitation, source)])
    page = client.get("/sources/opinions/").text
    assert "Words of the glossary" in page
    assert "/glossary/breach-of-trust/" in page


def test_the_first_occurrence_on_a_page_leads_to_it(client):
    shixin()
    make.claim("debtor", short_answer="<p>Who breaks trust is listed.[^first] A breach of trust.</p>")
    page = client.get("/claims/debtor/").text
    assert page.count('class="term"') == 1
    link = BeautifulSoup(page, "html.parser").select_one("a.term")
    assert (link["href"], link.text) == ("/glossary/breach-of-trust/", "breaks trust")
    # What it means is at hand without another request.
    assert link["data-meaning"] == Term.objects.get().meaning


def test_drafts_are_neither_listed_nor_linked(client):
    term = shixin()
    term.unpublish()
    make.claim("debtor", short_answer="<p>Who breaks trust is listed.[^first]</p>")
    assert "失信" not in client.get("/glossary/").text
    assert client.get("/glossary/breach-of-trust/").status_code == 410
    assert 'class="term"' not in client.get("/claims/debtor/").text


@pytest.mark.parametrize(("lack", "reason"), [({"citations": []}, "it has no citation"), ({"meaning": " "}, "what it means")])
def test_a_term_without_a_source_or_a_meaning_stays_a_draft(lack, reason):
    with pytest.raises(PublicationRefused, match=reason):
        make.term(**lack)
    assert not Term.objects.published().exists()


@pytest.mark.parametrize("address", ["/glossary/", "/glossary/breach-of-trust/"])
def test_pages_are_valid_and_ask_no_other_host(client, address):
    shixin(claims=[make.claim()], layers=[make.layer()])
    page = client.get(address).text
    assert problems(page) == []
    assert outside_requests(page) == []


def test_the_list_costs_the_same_for_any_number_of_terms(client):
    used = []
    for _ in range(2):
        make.term()
        client.get("/glossary/")
        with CaptureQueriesContext(connection) as context:
            client.get("/glossary/")
        used.append(len(context))
    assert used[0] == used[1]


def test_a_draft_can_be_previewed_without_being_saved():
    record = make.term(meaning="As it was.")
    record.meaning = "As it will be."
    assert "As it will be." in record.make_preview_request().text
    assert type(record).objects.get().meaning == "As it was."
