import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explainer.editions.prose import ProseError, normal, to_html, to_markdown

PIECES = [*"ab 1.-+#>*_[]()<>&;!\\`~=\"':用信，。/", "[^key]", "&amp;", "1. ", "- "]
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(
    lambda pieces: "".join(pieces).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
ADDRESSES = ["https://e.org/a?b=1&amp;c=2", "/claims/x-y/", "/sources/z/", "/method/", "https://e.org/(a)_b", "/a b"]


def inline(depth=0, link=True):
    choices = [words]
    if depth < 3:
        inner = st.deferred(lambda: inline(depth + 1, link))
        choices += [inner.map("<b>{}</b>".format), inner.map("<i>{}</i>".format)]
        if link:
            text = st.deferred(lambda: inline(depth + 1, False))
            choices.append(st.tuples(st.sampled_from(ADDRESSES), text).map(lambda pair: '<a href="{}">{}</a>'.format(*pair)))
    return st.lists(st.one_of(choices), min_size=1, max_size=3).map("".join)


items = st.lists(inline().map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
blocks = st.one_of(
    inline().map("<p>{}</p>".format),
    inline().map("<h3>{}</h3>".format),
    items.map("<ul>{}</ul>".format),
    items.map("<ol>{}</ol>".format),
    inline().map("<blockquote><p>{}</p></blockquote>".format),
)
documents = st.lists(blocks, min_size=1, max_size=3).map("".join)


def plain(html):
    """The words alone, with blocks kept apart and spaces folded."""
    return re.sub(
        r"\s+", " ", BeautifulSoup(re.sub(r"(</?(?:p|li|h3|ul|ol|blockquote)>)", r" \1 ", html), "html.parser").get_text()
    ).strip()


@settings(max_examples=400, deadline=None)
@given(documents)
def test_rich_text_survives_markdown_whatever_is_in_it(html):
    markdown = to_markdown(html)
    again = to_html(markdown)
    assert plain(again) == plain(html)
    assert to_markdown(again) == markdown


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab*_[]()#>-1. \n`~!<&\\", max_size=60))
def test_markdown_has_one_form_or_is_refused(markdown):
    try:
        form = normal(markdown)
    except ProseError:
        assume(False)
    assert normal(form) == form


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("A **b** _i_.", "<p>A <b>b</b> <i>i</i>.</p>"),
        (
            "[c](claim:x-y) [s](source:z) [p](page:method)",
            '<p><a href="/claims/x-y/">c</a> <a href="/sources/z/">s</a> <a href="/method/">p</a></p>',
        ),
        ("one\ntwo", "<p>one two</p>"),
        ("No.[^key]", "<p>No.[^key]</p>"),
        ("<b>raw</b> &amp; <script>", "<p>&lt;b&gt;raw&lt;/b&gt; &amp; &lt;script&gt;</p>"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
        ("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    ],
)
def test_what_markdown_means(markdown, html):
    assert to_html(markdown).replace("\n", "") == html


@pytest.mark.parametrize(
    "markdown", ["# Big", "---", "`code`", "![x](y)", "[a](ftp:x)", "[a](mine)", "    code", "[a]: https://e.org"]
)
def test_what_is_not_printed_here_is_refused(markdown):
    with pytest.raises(ProseError):
        to_html(markdown)
