"""What is read from a file, and which files are refused, by which words."""

import json

import pytest

from sources.exchange.formats.dates import edtf
from sources.exchange.formats.parse import format_of, references
from sources.exchange.kinds import KINDS
from sources.intake.files import UnreadableFile
from tests.exchange.files import ZOTERO_BIB, ZOTERO_JSON, ZOTERO_RIS


def read(text, form=None):
    return references(text, form or format_of(text))


def test_csl_json_of_zotero():
    found = read(json.dumps(ZOTERO_JSON))
    first, book = found[:2]
    assert first.authors == ["Li, Na", "von der Leyen, Ursula"]
    assert (first.issued, first.accessed, first.doi) == ("2019-03", "2019-05-03", "10.1017/S0305741019000006")
    assert first.notes == ["First issued: 2018", "PMID: 1234", "read this one first"]
    assert book.authors == ["王, 小明", "李, 娜"]
    assert (book.title, book.translated_title) == ("名单的历史", "A history of lists")
    assert found[2].issued == "sometime"
    assert found[3].issued == "1998-02-30"  # no such day: kept as it stands, for a person to see
    assert found[4].issued == "2018-12-31~"


def test_ris_of_zotero():
    story, notice = read(ZOTERO_RIS)
    assert (story.type, story.container, story.issued, story.accessed) == (
        "article-newspaper",
        "The Gazette",
        "2018-07-14",
        "2020-01-02",
    )
    assert story.authors == ["Wang, Xiaoming", "李, 娜"]
    assert story.tags == ["lists", "towns"]
    assert story.notes == ["Check the second paragraph"]
    assert (notice.number, notice.authors, notice.issued) == ("国发〔2014〕21号", ["State Office"], "2014")


def test_bibtex_of_zotero():
    article, book = read(ZOTERO_BIB.rpartition("@")[0])
    assert article.title == "Lists & their Makers: 50% of Österreich"
    assert article.authors == ["Li, Na", "State Council, Office", "van Beethoven, Ludwig"]
    assert (article.issued, article.url) == ("2019-03", "https://www.cambridge.org/core/li_sts")
    assert (book.title, book.authors, book.url) == ("名单的历史", ["王, 小明"], "https://example.com/a_b")
    assert book.publisher == "人民出版社"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2014-06-14T10:00:00Z", "2014-06-14"),
        ("14 June 2014", "2014-06-14"),
        ("June 14, 2014", "2014-06-14"),
        ("Sept. 2014", "2014-09"),
        ("2014年6月14日", "2014-06-14"),
        ("c. 2014", "2014~"),
        ("2013-2014", "2013/2014"),
        ("201X", "201X"),
        ("5/3/2019", ""),  # May or March
        ("2019-13-01", ""),
        ("2019 or so", ""),
        ("n.d.", ""),
    ],
)
def test_dates_are_understood_or_left_alone(written, expected):
    assert edtf(written) == expected


DEEP = "[" * 100_000 + "]" * 100_000
REFUSED = [
    (b"", "neither CSL-JSON, nor RIS, nor BibTeX"),
    (b'[{"type": "book", "title": "\xff\xfe"}]', "not in UTF-8 (line 1)"),
    ("关于名单".encode("gb18030") + b"\n@article{x, title={y}}", "not in UTF-8 (line 1)"),
    (b'[{"type": "book", "title": "x"}, {"type": "boook"}]', "entry 2: its “type” must be one of those of CSL, and is “boook”"),
    (b'[{"type": "book", "title": {"a": 1}}]', "entry 1: its “title” must be a text"),
    (b'[{"type": "book", "author": "Li Na"}]', "entry 1: its “author” must be a list of names"),
    (b'[{"type": "book", "author": ["Li Na"]}]', "entry 1: its “author” must hold names"),
    (b'[{"type": "book", "issued": {"date-parts": 2014}}]', "entry 1: the “date-parts” of its “issued”"),
    (b'["a"]', "entry 1: it is no object"),
    (b'[{"type": "book", "title": "x"},', "it breaks off at line 1"),
    (b"[]", "holds no reference"),
    (DEEP.encode(), "nested far too deep"),
    (
        b"TY  - NEWS\nTI  - a\nER  - \nTY  - NEWS\nTI  - b\nTY  - NEWS\nER  - ",
        "entry 2: it has no end; the line ER is missing before line 6",
    ),
    (b"TY  - NEWS\nTI  - a\n", "entry 1: it has no end; the file breaks off"),
    (b"TY  - NEWS\nTI  - a\nER  - \nAU  - Li\n", "entry 2: line 4 stands outside of any entry"),
    (b"TY  - NOVEL\nTI  - a\nER  - \n", "entry 1: its type “NOVEL” is none of RIS"),
    (
        b"@article{a, title={x}}\n@article{b, title={x}, year 2014}",
        "entry 2: its braces, quotes or commas do not fit together. It begins at line 2",
    ),
    (b"@article{a, title={x}}\n@book{a, title={y}}", "entry 2: its key “a” is that of an entry before it"),
    (b"@article{a, title={x}, title={y}}", "entry 1: it has the field “title” twice"),
    (ZOTERO_BIB.encode(), "entry 3: its type “@newspaper_like” is none that is known here"),
    (b"@article{a, title={" + b"{" * 50_000 + b"}" * 50_000 + b"}}", ""),
    (b"TY  - NEWS\nAB  - x\n" + b"y\n" * 2_000_000 + b"ER  - ", "entry 1: it has more than 3,000 lines"),
    (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    (json.dumps([{"type": "book", "title": "x"}] * 2001).encode(), "2,001 references; at most 2,000"),
    (b"TY  - GEN\nTI  - t\nER  - \n" * 100_000, "100,000 references; at most 2,000"),
    (b"".join(b"@misc{k%d,title={t}}\n" % n for n in range(100_000)), "100,000 references; at most 2,000"),
    (b"PK\x03\x04" + b"x" * 100, "an archive or a workbook"),
    (b"@misc{a, title={x}}\0", "no text"),
    (json.dumps([{"type": "book", "title": "x" * 1_000_000}]).encode(), "entry 1: its title has 1,000,000 characters"),
    (b"TY  - GEN\nTI  - " + b"x" * 1_000_000 + b"\nER  - \n", "entry 1: its title has 1,000,000 characters"),
    (b"@misc{a, title={" + b"$" * 1_000_001 + b"}}", "entry 1: its field “title” has 1,000,001 characters"),
    (
        ("".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40)) + "@misc{k, title = a39}").encode(),
        "entry 1: its field “title” has abbreviations that are not defined, or put together with #",
    ),
    (b"@misc{k, title = {x}, journal = jcp}", "entry 1: its field “journal” has abbreviations that are not defined"),
]


@pytest.mark.parametrize(
    ("data", "reason"), REFUSED, ids=[reason[:40] or f"hostile {n}" for n, (_, reason) in enumerate(REFUSED)]
)
def test_a_bad_file_is_refused_with_the_entry_and_the_reason(data, reason):
    with pytest.raises(UnreadableFile, match=r"“list\.txt” (is|cannot|took)") as caught:
        KINDS["references"].read("C:\\papers\\list.txt", data)
    assert reason in str(caught.value)


def test_what_no_database_can_hold_is_left_out():
    (found,) = read(
        '[{"type": "book", "title": "a\\u0000\\ud800b", "keyword": "x\\u0000", "note": "y\\u0000", "author": [{"literal": "\\u0001Z"}]}]'
    )
    assert (found.title, found.tags, found.notes, found.authors) == ("ab", ["x"], ["y"], ["Z"])


def test_abbreviations_of_a_file_are_written_out():
    (found,) = read('@string{gaz = "The Gazette"}\n@article{k, title = {x}, journal = gaz, month = mar, year = 2019}')
    assert (found.container, found.issued) == ("The Gazette", "2019-03")
