"""Whether a document is known already: by its address, its numbers, its text, its title."""

import random
import time

import pytest
from django.db import connection

from sources.identity.addresses import address_key
from sources.identity.fingerprint import fingerprint, likeness
from sources.identity.keys import refresh
from sources.identity.matches import Described, candidates, with_address
from sources.models import Capture, Source, SourceKey
from tests import make

PAGE = "https://example.org/news/a?a=1&b=2"
STORY = """The municipal government said on Tuesday that residents of the old town would receive points for deeds such as
giving blood, caring for elderly neighbours or cleaning the stairwell. Points are taken off for parking in the wrong place,
for leaving rubbish in the street and for refusing to pay the heating bill. Nobody is forced to take part, said Zhang Min, who
runs the office that keeps the list on the second floor of the town hall. Those with the most points may borrow a bicycle for
free and are named on a board beside the post office. The office was opened in March and keeps its records on paper. So far
two hundred and fourteen people have signed up, most of them retired, and eleven have left again because they had expected
more than a free bicycle. A similar scheme in the neighbouring county was ended last year after complaints."""
OTHER = """Rain is forecast for the whole of the coming week, with strong winds along the coast and some snow on the higher
hills by Thursday evening. Drivers are advised to leave early and to take the inland road, as the bridge may be closed to lorries
whenever gusts pass the limit set by the harbour office. Ferries keep to their timetable for now, the company said."""


@pytest.mark.parametrize(
    "written",
    [
        "http://EXAMPLE.org/news/a?b=2&a=1",
        "https://www.example.org/news/a/?a=1&b=2#comments",
        "https://m.example.org/news/a?a=1&b=2&utm_source=mail&fbclid=xyz",
        "https://amp.example.org/news/a/amp?a=1&b=2",
        "https://example.org:443/news//a?a=1&b=2",
        "https://web.archive.org/web/20200101000000id_/https://example.org/news/a?a=1&b=2",
        "https://archive.ph/2020.01.02-030405/https://www.example.org/news/a?a=1&b=2",
        "https://archive.today/newest/https://example.org/news/a?a=1&b=2",
        "https://www.google.com/amp/s/example.org/news/a?a=1&b=2",
    ],
)
def test_one_page_has_one_key_however_its_address_is_written(written):
    assert address_key(written) == address_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/A?a=1&b=2",
        "https://example.org/news/a?a=1&b=3",
        "https://example.org/news/a",
        "https://news.example.org/news/a?a=1&b=2",
        "https://archive.ph/AbCdE",
        "mailto:a@example.org",
        "http://[broken/",
        "",
    ],
)
def test_another_page_has_another_key(other):
    assert address_key(other) != address_key(PAGE)


def test_a_name_in_its_own_letters_and_in_those_of_the_net_is_one():
    assert address_key("http://信用.cn/a") == address_key("http://xn--vuqs22g.cn/a")


def test_texts_that_are_alike_and_texts_that_are_not():
    reworded = STORY.replace("said on Tuesday", "announced this week").replace("two hundred and fourteen", "214")
    half, chinese = STORY[: len(STORY) // 2], "信用信息共享平台建设方案" * 3 + "各部门应当依法公开信息，并对其真实性负责。" * 4
    others = [STORY.upper(), reworded, half, OTHER, chinese]
    same, near, part, far, foreign = likeness(fingerprint(STORY), [fingerprint(text) for text in others])
    assert same == (1.0, 1.0)
    assert 0.4 < near[0] < 0.95
    assert part[1] > 0.75 > part[0]
    assert far[0] < 0.1
    assert foreign[0] < 0.1
    assert fingerprint("Too short to tell.") == b""


def found(**described):
    return {match.source: (match.relation, match.reasons) for match in candidates(Described(**described))}


def test_the_address_of_a_source_its_copies_and_its_archive_are_the_same(db):
    source = make.source(url=PAGE, links=[("archive", "https://web.archive.org/web/2020/https://other.example/x")])
    for address in ("http://m.example.org/news/a?b=2&a=1", "https://other.example/x"):
        assert found(url=address)[source][0] == "same"
        assert with_address(address) == source
    assert found(url="https://example.org/news/b") == {}


def test_the_address_of_a_translation_is_that_of_a_translation(db):
    source = make.source(links=[("translation", "https://translators.example/x"), ("report", "https://paper.example/story")])
    assert found(url="https://translators.example/x")[source][0] == "translation"
    assert with_address("https://translators.example/x") is None
    assert found(url="https://paper.example/story") == {}


def test_a_doi_and_a_document_number_are_recognised_in_any_spelling(db):
    paper = make.source(url="https://doi.org/10.1234/ABC.5")
    plan = make.source(document_number="国发〔2014〕21号", language="zh", title="An outline of planning")
    assert found(doi="10.1234/abc.5")[paper] == ("same", ["The same DOI: 10.1234/abc.5."])
    assert found(number="国发[2014] 21号", language="zh")[plan][0] == "same"
    assert found(number="国发〔2014〕021号", language="en")[plan] == (
        "translation",
        ["The same document number, in another language."],
    )
    assert plan not in found(number="国发〔2014〕2号")


def test_the_same_words_elsewhere_are_a_reprint_and_here_the_same(db):
    source = make.source(url="https://agency.example/1")
    Capture.objects.create(source=source, text=STORY, origin="Desk", file_sha256="f" * 64)
    assert found(text=STORY, url="https://agency.example/1b")[source][0] == "same"
    assert found(text=STORY, url="https://paper.example/9")[source][0] == "reprint"
    assert found(text=f"(Agency) {STORY}", url="https://paper.example/9")[source][0] == "reprint"
    assert found(text=STORY.replace("office", "bureau").replace("points", "marks"))[source][0] == "version"
    assert found(file_sha256="f" * 64)[source][0] == "same"
    assert found(text=OTHER) == {}


def test_a_title_counts_with_its_date_its_publisher_and_its_language(db):
    gazette, paper = make.publisher(), make.publisher("paper", name="The Paper")
    source = make.source(title="A score for everyone in town", title_original="给全市居民打分", issued="2018-03-01")
    title = "A Score for Everyone in Town"
    assert found(title=title, issued="2018-03", publisher_id=gazette.pk)[source][0] == "same"
    assert found(title=title, issued="2018-03-02", publisher_id=paper.pk)[source][0] == "reprint"
    assert found(title=title, issued="2021", publisher_id=gazette.pk)[source][0] == "version"
    assert found(title=title, issued="2021", publisher_id=paper.pk) == {}
    assert found(title="给全市居民打分", title_original="", language="zh") == {}  # too short to say anything
    assert (
        found(title="另一个标题另一个标题", title_original="A score for everyone in town", language="zh")[source][0]
        == "translation"
    )
    assert found(title="A bicycle for everyone in need", issued="2018", publisher_id=gazette.pk) == {}


def test_keys_follow_a_draft_and_its_publication(db):
    source = make.source(url="https://example.org/old")
    source.url = "https://example.org/new"
    source.save_revision()
    assert with_address("https://example.org/old") == with_address("https://example.org/new") == source
    source.latest_revision.publish()
    assert (with_address("https://example.org/old"), with_address("https://example.org/new")) == (None, source)
    SourceKey.objects.all().delete()
    refresh(source)
    assert with_address("https://example.org/new") == source


def test_ten_thousand_sources_are_quick(db, django_assert_max_num_queries):
    house, chance = make.publisher(), random.Random(1)
    words = [f"word{n}" for n in range(500)]
    fields = {"language": "en", "publisher": house, "tier": "secondary", "kind": "news", "reading": "full"}
    Source.objects.bulk_create(
        Source(slug=f"s-{n}", title=" ".join(chance.choices(words, k=8)), url=f"https://example.org/{n}", **fields)
        for n in range(10_000)
    )
    ids = list(Source.objects.order_by("pk").values_list("pk", flat=True))
    SourceKey.objects.bulk_create(SourceKey(source_id=pk, kind="address", value=f"example.org/{n}") for n, pk in enumerate(ids))
    print_ = fingerprint(OTHER)
    Capture.objects.bulk_create(
        Capture(source_id=pk, sha256=f"{n:064}", fingerprint=print_, origin="x") for n, pk in enumerate(ids)
    )
    described = Described(url="https://example.org/77", title="A score for everyone", text=STORY, number="国发〔2014〕21号")
    began = time.monotonic()
    with django_assert_max_num_queries(12):
        assert [match.source.slug for match in candidates(described)] == ["s-77"]
    assert time.monotonic() - began < 2, connection.vendor
