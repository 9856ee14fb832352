"""The search as a reader meets it."""

import pytest
from django.core.management import call_command
from django.utils.translation import override

from explainer.search.finding import find
from explainer.search.highlight import excerpt, marked
from explainer.search.indexing import rebuild
from explainer.search.models import Document, Posting
from tests import make

pytestmark = pytest.mark.django_db


def keys(words, **filters):
    return [hit.key for hit in find(words).of(**filters)]


def test_what_is_published_can_be_found_and_what_is_withdrawn_cannot(home):
    claim = make.claim("pigeons", title="Pigeons carry scores")
    assert keys("pigeon") == ["pigeons"]
    claim.title = "Eagles carry scores"
    claim.save()
    assert (keys("pigeon"), keys("eagles")) == ([], ["pigeons"])
    claim.unpublish()
    assert keys("eagles") == []


def test_a_draft_is_not_found(home):
    claim = make.claim("pigeons", title="Pigeons carry scores")
    claim.title = "Ostriches carry scores"
    claim.save_revision()
    assert (keys("ostriches"), keys("pigeons")) == ([], ["pigeons"])


def test_what_is_deleted_is_gone(home):
    place = make.place("nowhere", name="Nowhereville")
    assert keys("nowhereville") == ["nowhere"]
    place.delete()
    assert keys("nowhereville") == []
    assert not Posting.objects.filter(document=None).exists()


def test_a_source_is_found_by_its_publisher_whatever_that_is_called_now(home):
    publisher = make.publisher("herald", name="Morning Herald")
    make.source("story", publisher=publisher)
    assert keys("morning herald") == ["story"]
    publisher.name = "Evening Herald"
    publisher.save()
    assert (keys('"morning herald"'), keys("evening herald")) == ([], ["story"])


def test_the_index_made_anew_is_the_same(home):
    make.claim("pigeons", title="Pigeons carry scores")
    make.place("nowhere", name="Nowhereville")
    before = {(row.kind, row.key): row.made_of for row in Document.objects.all()}
    count = Posting.objects.count()
    Document.objects.filter(kind="place").delete()
    Document.objects.create(kind="event", number=999, key="long-gone", address="/", title="Long gone", made_of="x")
    rebuild()
    assert {(row.kind, row.key): row.made_of for row in Document.objects.all()} == before
    assert Posting.objects.count() == count
    call_command("index_search")
    assert {(row.kind, row.key): row.made_of for row in Document.objects.all()} == before


def test_the_page_groups_by_kind_and_marks_the_words(client, home):
    make.claim("pigeons", title="Pigeons carry <scores>")
    make.source("study", title="A study of pigeons")
    text = client.get("/search/?q=pigeon").text
    assert "<mark>Pigeons</mark> carry &lt;scores&gt;" in text
    assert text.index("found-claim") < text.index("found-source")
    assert 'content="noindex, follow"' in text
    only = client.get("/search/?q=pigeon&kind=source").text
    assert "A study of <mark>pigeons</mark>" in only
    assert "carry" not in only


def test_a_slip_is_mended_in_the_open(client, home):
    make.claim("pigeons", title="Pigeons carry scores")
    text = client.get("/search/?q=pigoens").text
    assert "Nothing here has “pigoens”" in text
    assert "<mark>Pigeons</mark>" in text


def test_words_that_stand_together_on_no_page_find_those_that_have_most(client, home):
    make.claim("pigeons", title="Pigeons carry scores")
    assert "Nothing on this site" in client.get("/search/?q=pigeons+quarterly+zeppelin+harvest").text
    text = client.get("/search/?q=pigeons+scores+zeppelin").text
    assert "No page has all of these words" in text
    assert "<mark>Pigeons</mark>" in text


def test_a_text_of_words_that_every_page_has_says_so(client, home):
    assert "These words stand on every page" in client.get("/search/?q=the+and+of").text


def test_suggestions_are_plain_links_best_names_first(client, home):
    make.source("study", title="What Rongovia did")
    make.place("rongovia", name="Rongovia")
    text = client.get("/search/suggest/?q=rongo").text
    assert text.index('href="/catalogs/rongovia/"') < text.index('href="/sources/study/"')
    assert 'href="/search/?q=rongo"' in text
    assert client.get("/search/suggest/?q=").text.strip() == ""


def test_a_browser_can_take_the_search_along(client, home, settings):
    settings.PUBLIC_URL = "https://example.org"
    assert 'href="/search/description.xml"' in client.get("/search/").text
    response = client.get("/search/description.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="https://example.org/search/?q={searchTerms}"' in response.text


def test_saving_again_what_is_the_same_writes_nothing(home, django_assert_max_num_queries):
    event = make.event("launch", title="It begins")
    number = Document.objects.get(kind="event").pk
    first = list(Posting.objects.values_list("pk", flat=True))
    event.save()
    assert Document.objects.get(kind="event").pk == number
    assert list(Posting.objects.values_list("pk", flat=True)) == first


@pytest.mark.parametrize(
    ("text", "stems", "shown"),
    [
        ("The courts listed it.", {"court", "list"}, "The <mark>courts</mark> <mark>listed</mark> it."),
        ("失信被执行人名单", {"失信", "信被"}, "<mark>失信被</mark>执行人名单"),
        ("<b>court</b>", {"court"}, "&lt;b&gt;<mark>court</mark>&lt;/b&gt;"),
        ("Rongcheng’s rules", {"rongcheng"}, "<mark>Rongcheng’s</mark> rules"),
        ("nothing", set(), "nothing"),
    ],
)
def test_marks(text, stems, shown):
    assert marked(text, stems) == shown


def test_an_excerpt_shows_where_most_of_it_stands():
    text = "court " + "x " * 400 + "the court kept a list of names " + "y " * 400
    shown = excerpt(text, {"court", "list"})
    assert "<mark>court</mark> kept a <mark>list</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert excerpt("nothing of it", {"court"}) == ""


def test_the_index_is_in_the_language_of_the_content_whoever_publishes(home):
    with override("zh-hans"):
        make.claim("pigeons", title="Pigeons carry scores")
        make.place("nowhere", name="Nowhereville", level="village")
    place = Document.objects.get(key="nowhere")
    assert (place.note, place.address) == ("Village", "/catalogs/nowhere/")
    assert Document.objects.get(key="pigeons").address == "/claims/pigeons/"


def test_a_result_in_chinese_leads_to_a_page_in_chinese(client, home):
    make.place("nowhere", name="Nowhereville", level="village")
    page = client.get("/zh-hans/search/?q=nowhereville").text
    assert 'href="/zh-hans/catalogs/nowhere/"' in page
    assert "Village" not in page
    assert client.get("/api/v1/search?q=nowhereville").json()["results"][0]["note"] == "Village"
