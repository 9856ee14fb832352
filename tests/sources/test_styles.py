"""References as they are printed. The expected lines follow the handbooks, not what the processor happened to write."""

import re

import pytest
from bs4 import BeautifulSoup

from sources.choices import SourceKind
from sources.citing.csl import csl_item
from sources.citing.references import references
from sources.citing.styles import STYLES, plain, styled
from tests import make
from tests.sources.first_edition import items

NEWS = {
    "id": "story",
    "type": "article-newspaper",
    "title": "A “score” for all",
    "author": [{"family": "Li", "given": "Na Mary"}, {"family": "O’Brien", "given": "Zoë"}],
    "container-title": "The Gazette",
    "issued": {"date-parts": [[2013, 7, 4]]},
    "language": "en",
    "URL": "https://example.org/a?b=1&c=2",
}
UNSIGNED = {name: value for name, value in NEWS.items() if name != "author"}
PLAN = {
    "id": "plan",
    "type": "report",
    "title": "Outline of the plan",
    "original-title": "规划纲要",
    "author": [{"literal": "State Council"}],
    "publisher": "State Council",
    "number": "国发〔2014〕21号",
    "issued": {"date-parts": [[2014, 6, 14]]},
    "language": "zh",
}


@pytest.mark.parametrize(
    ("style", "item", "expected"),
    [
        ("apa", NEWS, "Li, N. M., & O’Brien, Z. (2013, July 4). A “score” for all. The Gazette. https://example.org/a?b=1&c=2"),
        (
            "chicago",
            NEWS,
            "Li, Na Mary, and Zoë O’Brien. “A ‘Score’ for All.” The Gazette, July 4, 2013. https://example.org/a?b=1&c=2.",
        ),
        (
            "mla",
            NEWS,
            "Li, Na Mary, and Zoë O’Brien. “A ‘Score’ for All.” The Gazette, 4 July 2013, https://example.org/a?b=1&c=2.",
        ),
        ("gbt7714", NEWS, "LI N M, O’BRIEN Z. A “score” for all[N/OL]. The Gazette, 2013-07-04. https://example.org/a?b=1&c=2."),
        ("apa", UNSIGNED, "A “score” for all. (2013, July 4). The Gazette. https://example.org/a?b=1&c=2"),
        ("chicago", UNSIGNED, "The Gazette. “A ‘Score’ for All.” July 4, 2013. https://example.org/a?b=1&c=2."),
        ("mla", UNSIGNED, "“A ‘Score’ for All.” The Gazette, 4 July 2013, https://example.org/a?b=1&c=2."),
        ("apa", PLAN, "State Council. (2014). 规划纲要 [Outline of the plan] (国发〔2014〕21号)."),
        ("chicago", PLAN, "State Council. 规划纲要 [Outline of the plan]. 国发〔2014〕21号. 2014."),
        ("mla", PLAN, "规划纲要 [Outline of the plan]. 国发〔2014〕21号, State Council, 14 June 2014."),
        ("apa", PLAN | {"type": "legislation"}, "State Council. (2014). 规划纲要 [Outline of the plan] (国发〔2014〕21号)."),
        (
            "apa",
            UNSIGNED | {"issued": {"date-parts": [[2016]], "circa": True}},
            "A “score” for all. (ca. 2016). The Gazette. https://example.org/a?b=1&c=2",
        ),
        ("mla", UNSIGNED | {"title": "Is it so?", "URL": ""}, "“Is It So?” The Gazette, 4 July 2013."),
        ("apa", UNSIGNED | {"title": "Is it so?", "issued": {}}, "Is it so? (n.d.). The Gazette. https://example.org/a?b=1&c=2"),
    ],
)
def test_a_reference_is_printed_as_the_handbook_has_it(style, item, expected):
    assert plain({name: value for name, value in item.items() if value}, style) == expected


@pytest.mark.django_db
def test_a_chinese_document_is_named_in_chinese_in_a_chinese_bibliography():
    council = make.publisher("council", name="State Council", name_original="国务院", language="zh", kind="state-organ")
    make.publisher("bank", name="The Bank", name_original="中国人民银行", language="zh", kind="state-organ")
    source = make.source(
        title="Outline of the plan",
        title_original="规划纲要",
        language="zh",
        kind="plan",
        publisher=council,
        authors="State Council\nThe Bank",
        issued="2014-06-14",
        document_number="国发〔2014〕21号",
        url="https://example.org/1",
    )
    reference = references(source)[-1]
    assert reference.html == "国务院, 中国人民银行. 规划纲要: 国发〔2014〕21号[R/OL]. 国务院, 2014. https://example.org/1."
    assert reference.language == "zh"
    english = make.source(title="A story", kind="news", publisher=council, issued="2014", url="https://example.org/2")
    assert references(english)[-1].html == "A story[N/OL]. State Council, 2014. https://example.org/2."


@pytest.mark.parametrize("style", [style.key for style in STYLES])
def test_only_italics_and_bold_become_tags(style):
    text = "<script>alert(1)</script> & {x} <i>y</i> \"z\" &amp; <span class='nocase'> \ue000\ue002"
    item = NEWS | {"title": text, "container-title": text, "author": [{"literal": text}], "URL": "https://example.org/?<b>"}
    html = BeautifulSoup(styled(item, style, text), "html.parser")
    assert {tag.name for tag in html.find_all(True)} <= {"i", "b"}
    assert not any(tag.attrs for tag in html.find_all(True))
    assert "<script>" in html.get_text().lower()
    assert html.get_text() == plain(item, style, text)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "The Gazette. Paragraph 3. https://example.org/a?b=1&c=2"),
        ("chicago", "July 4, 2013. Paragraph 3. https://example.org/a?b=1&c=2."),
        ("mla", "4 July 2013, paragraph 3, https://example.org/a?b=1&c=2."),
        ("gbt7714", "2013-07-04: paragraph 3. https://example.org/a?b=1&c=2."),
    ],
)
def test_a_passage_is_named_before_the_address(style, expected):
    assert plain(UNSIGNED, style, "paragraph 3").endswith(expected)


def test_nothing_in_the_first_edition_is_printed_twice_or_badly_joined():
    for item in items()[::12]:
        for style in STYLES:
            text = plain(item, style.key)
            assert not re.search(r"(?<!\.)\.\.(?!\.)|\?\.| ,|  |\(\)|\[\]|[\ue000-\uf8ff]|Edition\.", text), text
            assert ("n.d." not in text) or not item.get("issued"), text
            assert text.lower().count(item.get("original-title", item["title"]).lower()) < 2, text


@pytest.mark.django_db
@pytest.mark.parametrize("kind", SourceKind)
@pytest.mark.parametrize("issued", ["", "201X", "../2022-11-01", "2013/2014", "2014-06~"])
def test_every_kind_and_date_has_a_reference_in_every_style(kind, issued):
    item = csl_item(make.source(kind=kind, title="Title", issued=issued))
    for style in STYLES:
        assert plain(item, style.key).lower().count("title") == 1


@pytest.mark.django_db
def test_the_page_of_a_source_prints_them_all(client, home):
    make.source("story", title="A story", kind="news", issued="2014")
    page = BeautifulSoup(client.get("/sources/story/").text, "html.parser")
    rows = page.select("#cite ~ .references > div")
    assert [row.dt.get_text(" ").split("  ")[0].split()[0] for row in rows] == ["APA", "Chicago", "MLA", "GB/T"]
    assert rows[0].dd.decode_contents().startswith("A story. (2014). <i>The Gazette</i>.")
