"""Every text of the site in every language of the site, and nothing that only looks like it."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.template.base import Lexer, TokenType

from explainer.languages import catalog

LANGUAGES = catalog.languages()
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"</?\w+")
# What only the desk reads, what stands in pages of others, and what has to stand when nothing else does
OTHERS = (
    "desk/",
    "work/",
    "sources/admin/",
    "sources/intake/",
    "sources/picking/",
    "sources/exchange/",
    "embedding/",
    "claims/suggest",
)
PLAIN = (
    "400.html",
    "403.html",
    "500.html",
    "explainer/styleguide.html",
    "actors/map_preview.html",
    "actors/relation_preview.html",
)
SHARED_WITH_READERS = ("embedding/offer.html", "embedding/discovery.html")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated_and_no_other_is_kept(code):
    kept, found = catalog.read(code), catalog.found()
    assert catalog.missing(kept) == []
    assert {(m.context, m.id) for m in kept} == {(m.context, m.id) for m in found}, "run manage.py texts"


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_what_is_filled_in_and_the_markup(code):
    wrong = []
    for message in catalog.read(code):
        if not message.id or message.context == "date":  # a date may be told by the number of its month
            continue
        texts = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in said:
            if set(PLACEHOLDER.findall(text)) - set(PLACEHOLDER.findall(texts[-1])) or sorted(TAG.findall(text)) != sorted(
                TAG.findall(texts[-1])
            ):
                wrong.append(text)
            if len(texts) == 1 and set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(texts[0])):
                wrong.append(text)
    assert wrong == []


def public_templates():
    folder = settings.BASE_DIR / "templates"
    for file in sorted(folder.rglob("*.html")):
        name = file.relative_to(folder).as_posix()
        if name in SHARED_WITH_READERS or not (name.startswith(OTHERS) or name in PLAIN):
            yield pytest.param(file, id=name)


class Words(HTMLParser):
    """Words of a template that nobody translates. Tags of the template are blanks."""

    def __init__(self):
        super().__init__()
        self.found, self.within = [], []

    def handle_starttag(self, tag, attributes):
        self.within.append(tag)
        for name, value in attributes:
            if name in ("aria-label", "title", "placeholder", "alt"):
                self.handle_data(value or "")

    def handle_endtag(self, tag):
        if tag in self.within:
            while self.within.pop() != tag:
                pass

    def handle_data(self, data):
        if not {"code", "script", "style"} & set(self.within):
            self.found += re.findall(r"[A-Za-z][A-Za-z'’ -]+[A-Za-z]", data)


SAME_EVERYWHERE = {
    "API", "Atom", "BibTeX", "CSL", "CSV", "FollowTheMoney", "GraphML", "JSON", "RIS", "SHA", "UTC", "Wikidata", "CSL-JSON", "sqlite", "zip",
    "open data",  # in a reference, which is in the language of the content
}  # fmt: skip


@pytest.mark.parametrize("template", list(public_templates()))
def test_no_words_of_a_public_page_are_left_out(template):
    words, hidden = Words(), 0
    for token in Lexer(template.read_text()).tokenize():
        if token.token_type == TokenType.BLOCK:
            name = token.contents.split()[0]
            hidden += name in ("blocktranslate", "comment")
            hidden -= name in ("endblocktranslate", "endcomment")
        if not hidden:
            words.feed({TokenType.TEXT: token.contents, TokenType.VAR: "i"}.get(token.token_type, " "))
    assert [found for found in words.found if found not in SAME_EVERYWHERE] == []


def test_a_text_without_its_compiled_file_is_told_of(settings, monkeypatch, tmp_path):
    from explainer.languages.checks import compiled

    assert compiled(None) == []
    text = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    text.parent.mkdir(parents=True)
    text.write_bytes(catalog.path_of("zh-hans").read_bytes())
    monkeypatch.setattr(catalog, "LOCALE_DIR", tmp_path)
    assert [warning.id for warning in compiled(None)] == ["explainer.W010"]
    catalog.compile_stale()
    assert compiled(None) == []
