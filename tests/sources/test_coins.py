"""What a reference manager finds in our pages: the same as in the files, read by Zotero's own rules."""

import re

import bibtexparser
import pytest
import rispy
from bs4 import BeautifulSoup

from sources.choices import SourceKind
from sources.citing.coins import coins
from sources.citing.csl import csl_item
from sources.citing.formats import bibtex, latex, ris
from sources.citing.meta import meta_tags
from sources.citing.zotero import ITEM_TYPES
from tests import make
from tests.sources.first_edition import items
from tests.sources.zotero import context_object, embedded

NASTY = {
    "id": "nasty",
    "type": "article-newspaper",
    "title": "A & B = <b>“100%”</b>; #1? {x} 信用\n'y' \"z\"",
    "author": [{"family": "O’Brien", "given": "Zoë"}, {"literal": "State Council; Office & Co"}, {"literal": "李 娜"}],
    "container-title": "The Gazette & Post",
    "issued": {"date-parts": [[2013, 7], [2014, 5, 3]]},
    "language": "zh",
    "URL": "https://example.org/a?b=1&c=%E4%BF%A1#x=y",
}


def names(item):
    return [(name["literal"], "") if "literal" in name else (name["family"], name["given"]) for name in item.get("author", [])]


def date(item):
    return ["-".join(f"{part:02d}" for part in end) for end in item.get("issued", {}).get("date-parts", [])]


def is_told(item, read):
    """Every field of ours as Zotero has it. A plus sign is a blank to it; a comma would divide the name of an office."""
    assert read["itemType"] == ITEM_TYPES[item["type"]]
    assert read["title"] == item["title"].replace("+", " ")
    told = [(re.sub("[,;] ", " – ", whole), "") if not given else (whole, given) for whole, given in names(item)]
    assert read["creators"] == told
    holder = item.get("container-title", item.get("publisher"))
    assert read.get("publicationTitle", read.get("publisher")) in (holder, holder.replace("+", " "))
    assert (read.get("url"), read.get("language")) == (item.get("URL"), item.get("language"))


def test_zotero_reads_every_coins_as_it_was_meant():
    for item in [*items(), NASTY]:
        read = context_object(coins(item))
        is_told(item, read)
        assert read.get("date") == ("/".join(date(item)) or item.get("issued", {}).get("literal"))


def test_zotero_reads_the_head_of_every_page_as_it_was_meant():
    for item in items():
        read = embedded(meta_tags(item))
        is_told(item, read | {"publicationTitle": read["publicationTitle"] or read.get("publisher")})
        assert read.get("date", "").replace("/", "-") == (date(item) or [""])[0]


def test_every_file_is_read_by_another_program_and_written_again_unchanged():
    for item in [*items(), NASTY]:
        (entry,) = rispy.loads(ris([item]))
        assert entry["title"] == " ".join(item["title"].split())
        assert entry.get("authors", []) == [", ".join(filter(None, name)) for name in names(item)]
        assert rispy.loads(rispy.dumps([entry])) == [entry]
        library = bibtexparser.parse_string(bibtex([item]))
        assert not library.failed_blocks
        assert library.entries[0]["title"] == f"{{{latex(item['title'])}}}"
        again = bibtexparser.parse_string(bibtexparser.write_string(library))
        assert [(entry.key, entry.items()) for entry in again.entries] == [(e.key, e.items()) for e in library.entries]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", SourceKind)
def test_a_source_of_every_kind_arrives_as_what_it_is(kind):
    item = csl_item(make.source(kind=kind, authors="Li, Na"))
    assert context_object(coins(item))["itemType"] == embedded(meta_tags(item))["itemType"] == ITEM_TYPES[item["type"]]


def references(client, address):
    page = BeautifulSoup(client.get(address).text, "html.parser")
    spans = page.find_all("span", class_="Z3988")
    assert not any(span.get_text() for span in spans)
    return [context_object(span["title"]) for span in spans]


@pytest.mark.django_db
def test_the_library_and_the_ledger_of_a_claim_offer_their_sources(client, home):
    one, other = make.source("one", title="One & <other>"), make.source("other", title="Other", kind="law", tier="primary")
    make.source("draft", live=False)
    rows = [make.evidence("a", one), make.evidence("b", one), make.evidence("c", other)]
    make.claim("it-is-so", title="It is so", evidence=rows, appearances=[make.appearance(one)])
    assert {found["title"] for found in references(client, "/sources/")} == {"One & <other>", "Other"}
    assert [found["title"] for found in references(client, "/claims/it-is-so/")] == ["One & <other>", "Other"]
    (claim,) = references(client, "/claims/")
    assert claim["title"] == "“It is so”: false"
    assert claim["url"].endswith("/claims/it-is-so/v/1/")
