"""From running text to the terms that are compared: words, pairs of words, letter groups, and sentences to compare.

Latin words are lower-cased and stemmed (Snowball English), numbers are brought to one form, and runs of Chinese
characters become overlapping pairs, so that 被执行人 is found inside 失信被执行人.
"""

import itertools
import re
import unicodedata
from functools import lru_cache

import Stemmer

LINKS = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S+")
HANDLES = re.compile(r"\(@\w+\)")
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# No group can match an empty string or overlap its neighbour, so no input makes them slow.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
MONEY = re.compile(r"\$ ?(\d[\d.]{0,20})(?: (trillion|billion|million|thousand)\b)?")
TOKENS = re.compile(rf"\d+(?:\.\d+)?|[{HAN}]+|[^\W\d_]+(?:'[^\W\d_]+)*")
INVISIBLE = {
    *"\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
}
STOPPED = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "against",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "cannot",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "don",
        "down",
        "during",
        "each",
        "few",
        "for",
        "from",
        "further",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "herself",
        "him",
        "himself",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "ll",
        "m",
        "me",
        "more",
        "most",
        "my",
        "myself",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "once",
        "only",
        "or",
        "other",
        "ought",
        "our",
        "ours",
        "ourselves",
        "out",
        "over",
        "own",
        "re",
        "s",
        "said",
        "same",
        "say",
        "says",
        "she",
        "should",
        "so",
        "some",
        "such",
        "t",
        "than",
        "that",
        "the",
        "their",
        "theirs",
        "them",
        "themselves",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "until",
        "up",
        "us",
        "ve",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "yours",
        "yourself",
        "yourselves",
        "d",
    ]
)
HAN_STOPPED = frozenset(
    [
        "的",
        "了",
        "是",
        "在",
        "和",
        "与",
        "或",
        "也",
        "都",
        "就",
        "而",
        "及",
        "被",
        "把",
        "对",
        "为",
        "于",
        "之",
        "其",
        "这",
        "那",
        "有",
        "不",
        "会",
        "将",
        "已",
        "还",
        "很",
        "着",
    ]
)
NUMERALS = dict(
    zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], map(str, range(1, 11)), strict=True)
)
TOO_LONG = 60  # letters; nothing longer is a word
_stem = Stemmer.Stemmer("english").stemWord


@lru_cache(100_000)
def stem(word: str) -> str:
    return _stem(word)


def plain(text: str) -> str:
    """The text without what cannot be seen, character for character in place: what is dropped becomes a blank."""
    if text.isascii() and "\0" not in text:
        return text
    return "".join(" " if c in INVISIBLE or c == "\0" else c for c in text)


def words(text: str) -> list[str]:
    """Words, numbers and runs of Chinese characters, in order, lower-cased, in one form."""
    text = unicodedata.normalize("NFKC", "".join(c for c in text if c not in INVISIBLE))
    text = CAMEL.sub(" ", HANDLES.sub(" ", LINKS.sub(" ", text))).lower().replace("’", "'")
    text = THOUSANDS.sub("", text).replace("%", " percent ").replace("per cent", "percent").replace("u.s.", "america")
    text = MONEY.sub(r"\1 \2 dollars ", text)
    found = TOKENS.findall(_without_accents(text))
    return [word.removesuffix("'s") for word in found if len(word) <= TOO_LONG or _han(word)]


def terms(text: str) -> list[str]:
    """What two texts are compared by: stems, numbers, pairs of Chinese characters."""
    found = []
    for word in words(text):
        if _han(word):
            found += _pairs_of(word)
        elif word not in STOPPED and "'" not in word:
            found.append(NUMERALS.get(word) or stem(word))
    return found


def pairs(found: list[str]) -> list[str]:
    """Neighbours and next but one: what a phrase leaves behind."""
    return [f"{a} {b}" for a, b in itertools.pairwise(found)] + [f"{a} {b}" for a, b in zip(found, found[2:], strict=False)]


def letters(found: list[str]) -> list[str]:
    """Groups of four letters within a word, its ends marked: they bridge compounds, hashtags and slips of the pen."""
    groups = []
    for word in found:
        marked = f"<{word}>"
        groups += [marked[i : i + 4] for i in range(max(1, len(marked) - 3))]
    return groups


def is_chinese(text: str) -> bool:
    """More Chinese characters than Latin words."""
    return len(re.findall(f"[{HAN}]", text)) > len(re.findall(r"[A-Za-z]+", text))


def _han(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"


def _pairs_of(run: str) -> list[str]:
    if len(run) == 1:
        return [] if run in HAN_STOPPED else [run]
    return [run[i : i + 2] for i in range(len(run) - 1) if not (run[i] in HAN_STOPPED and run[i + 1] in HAN_STOPPED)]


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
