"""What was typed, taken apart: words that must be there, and phrases in quotation marks."""

import re
from dataclasses import dataclass

from claims.matching.text import HAN_STOPPED, STOPPED, words
from explainer.search.analysis import LONGEST, RUN, is_han, pairs, stem_of
from explainer.search.backend import typed

MOST = 30  # words; what is longer is a text, and has a page of its own
QUOTED = re.compile(r"[\"“”„«»「」『』]([^\"“”„«»「」『』]+)[\"“”„«»「」『』]")


@dataclass(frozen=True)
class Word:
    """One thing to look for: as typed, in the form it is indexed, and its stem."""

    shown: str
    form: str
    stem: str


@dataclass(frozen=True)
class Query:
    text: str
    words: tuple[Word, ...]
    phrases: tuple[str, ...]  # folded, without the blanks around

    @property
    def folded(self) -> str:
        return " ".join(words(self.text))

    @property
    def chinese(self) -> bool:
        return bool(RUN.search(self.text))


def parse(text: str) -> Query:
    phrases = [" ".join(words(inner)) for inner in QUOTED.findall(text.replace("\0", " ")[:1000])]
    text = typed(text)
    found: dict[str, Word] = {}
    for word in words(text):
        if word in HAN_STOPPED:
            continue
        if is_han(word):
            for pair in pairs(word):
                found.setdefault(pair, Word(pair, pair, pair))
        elif word not in STOPPED and len(word) <= LONGEST:
            found.setdefault(stem_of(word), Word(word, word, stem_of(word)))
    return Query(text, tuple(found.values())[:MOST], tuple(phrase for phrase in phrases if phrase))
