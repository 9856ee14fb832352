"""What the desk reads from a file, a fetched page and a pasted text; and files made to do harm."""

import datetime

import pytest

from sources.intake.documents import LARGEST, read_fetched, read_file, read_pasted
from sources.intake.files import UnreadableFile
from tests.intake import files

PAGE = """<!doctype html><html lang="en-GB"><head><title>Score | The Paper</title>
<meta property="og:title" content="A score for all"><link rel="canonical" href="/a?x=1">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A score for everyone",
"datePublished": "2018-03-01T09:00:00Z", "author": [{"name": "Jane Doe"}, {"name": "Li Wei"}], "publisher": {"name": "The Paper"}}
</script></head><body><nav>Menu and more menu</nav><script>evil()</script><article><h1>A score for everyone</h1>%s</article>
<footer>All rights are reserved by somebody</footer></body></html>"""
PROSE = "".join(f"<p>The town is said to give a score to everyone who lives in it, which is sentence {n}.</p>" for n in range(5))
NOTICE = """国务院关于印发规划纲要的通知

国发〔2014〕21号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：现将规划纲要印发给你们，请认真贯彻执行。

2014年6月14日"""


def best(document, *fields):
    return {name: (row.value, row.confidence) for name in fields if (row := document.findings.by_field.get(name, [None])[0])}


def test_a_page_tells_its_title_authors_date_and_address_and_where_each_stands():
    found = read_fetched("https://www.example.org/a?x=1&utm_source=y", (PAGE % PROSE).encode(), "text/html")
    assert best(found, "title", "authors", "issued", "url", "language", "site") == {
        "title": ("A score for everyone", "high"),
        "authors": ("Jane Doe\nLi Wei", "high"),
        "issued": ("2018-03-01", "high"),
        "url": ("https://www.example.org/a?x=1", "high"),
        "language": ("en", "high"),
        "site": ("The Paper", "high"),
    }
    assert [row.where for row in found.findings.by_field["title"]] == ["JSON-LD", "meta tag og:title", "title of the page"]
    assert "sentence 4" in found.text
    assert not [word for word in ("evil", "Menu", "reserved") if word in found.text]


def test_a_paper_tells_its_doi_and_its_authors_in_order():
    head = (
        '<meta name="citation_title" content="On scores"><meta name="citation_author" content="Doe, Jane">'
        '<meta name="citation_author" content="Roe, Richard"><meta name="citation_doi" content="doi:10.1234/AbC.5">'
        '<meta name="citation_publication_date" content="2019/05">'
    )
    found = read_fetched("https://j.example/1", f"<html><head>{head}</head><body>{PROSE}</body></html>".encode(), "text/html")
    assert best(found, "authors", "doi", "issued") == {
        "authors": ("Doe, Jane\nRoe, Richard", "high"),
        "doi": ("10.1234/abc.5", "high"),
        "issued": ("2019-05", "high"),
    }


def test_a_pdf_keeps_its_pages_and_tells_its_properties():
    data = files.pdf("First page of it.", "", "Third page.", Title="The plan", Author="Office; Desk", CreationDate="D:20140627")
    found = read_file("plan.pdf", data)
    assert [page.strip() for page in found.text.split("\f")] == ["First page of it.", "", "Third page."]
    assert best(found, "title", "authors", "issued") == {
        "title": ("The plan", "medium"),
        "authors": ("Office\nDesk", "low"),
        "issued": ("2014-06-27", "low"),
    }


def test_letters_printed_as_one_are_kept_as_two():
    found = read_file("notice.pdf", files.pdf(r"The of\256ce of posts keeps the \257ag"))
    assert "The office of posts keeps the flag" in found.text


def test_a_title_left_by_a_program_is_no_title():
    found = read_file("a.pdf", files.pdf("A plan for the town.", Title="Microsoft Word - draft.doc", Author="Administrator"))
    assert best(found, "title", "authors") == {"title": ("A plan for the town.", "low")}


def test_a_word_document_tells_its_properties():
    data = files.docx("One.", "Two.", title="The notice", author="Town hall", created=datetime.datetime(2016, 5, 4, 8, 0))
    found = read_file("notice.docx", data)
    assert found.text == "One.\n\nTwo."
    assert best(found, "title", "issued") == {"title": ("The notice", "medium"), "issued": ("2016-05-04", "low")}


def test_a_pasted_notice_tells_its_number_its_language_and_a_date():
    found = read_pasted(NOTICE)
    assert best(found, "title", "document_number", "language", "issued") == {
        "title": ("国务院关于印发规划纲要的通知", "low"),
        "document_number": ("国发〔2014〕21号", "high"),
        "language": ("zh", "medium"),
        "issued": ("2014-06-14", "medium"),
    }


def test_the_hash_is_that_of_the_bytes():
    assert read_file("a.txt", b"x").sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.exe", b"MZ", "only .pdf, .docx, .html and .txt"),
        ("a.pdf", b"<!doctype html><p>x", "should be a PDF, but its content is a web page"),
        ("a.docx", files.pdf("x"), "should be a Word document, but its content is a PDF"),
        ("a.txt", b"MZ\x90\x00", "its content is a program"),
        ("a.pdf", b"\xff\xd8\xff\xe0", "its content is a picture"),
        ("a.docx", b"\xd0\xcf\x11\xe0old", "an old Word or Office file"),
        ("a.txt", b"a\0b", "no text, but a file of another kind"),
        ("a.docx", b"PK\x03\x04 word/document.xml and nothing", "no Word document"),
        ("a.pdf", b"%PDF-1.7 and then nothing", "no PDF, or a broken one"),
        ("a.pdf", files.pdf("Secret.", password="x"), "locked with a password"),
        ("a.pdf", files.pdf(""), "holds no text"),
        ("a.txt", b"  \n ", "holds no text"),
        ("a.html", b"<p></p>", "holds no text"),
        ("a.txt", b"word " * 500_000, "more than 2,000,000 characters"),
        ("a.txt", b"x" * (LARGEST + 1), "larger than 20 MB"),
        ("a.html", b"<html>" + b"<div>" * 400_000 + b"x", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(name, data, reason):
    with pytest.raises(UnreadableFile, match=reason):
        read_file(f"C:\\Desk\\{name}", data)


@pytest.mark.parametrize(("name", "make"), [("a.pdf", files.pdf_bomb), ("a.docx", files.docx_bomb)])
def test_a_bomb_is_refused_and_costs_this_process_nothing(name, make):
    data = make()
    assert len(data) < 5 * 1024 * 1024
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_file(name, data)


def test_a_billion_laughs_are_not_laughed():
    with pytest.raises(UnreadableFile, match="it is broken"):
        read_file("a.docx", files.docx_of_entities())
