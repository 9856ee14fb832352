"""From text to what is looked up: forms with their stems, Chinese pairs, and pinyin for Chinese names.

The forms are those by which claims are matched (``claims.matching.text``), so that search and check read alike.
"""

import re
from itertools import pairwise

from pypinyin import lazy_pinyin

from claims.matching.text import HAN, NUMERALS, STOPPED, stem, words

RUN = re.compile(f"[{HAN}]+")
LONGEST = 64
# Any initial with any final: more than there are, so that no real one is missed.
SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|ve|er|[aoeiuv])"
)
SYLLABLES = re.compile(f"(?:{SYLLABLE}){{3,10}}")
ONE = re.compile(SYLLABLE)


def is_han(word: str) -> bool:
    return bool(RUN.match(word))


def forms(text: str) -> list[tuple[str, str]]:
    """(form, stem) of each word that is looked up, in order. Words that every text has are not."""
    found = []
    for word in words(text):
        if is_han(word):
            found += [(pair, pair) for pair in pairs(word)]
        elif word not in STOPPED and len(word) <= LONGEST:
            found.append((word, stem_of(word)))
    return found


def stem_of(word: str) -> str:
    return NUMERALS.get(word) or stem(word)


def pairs(run: str) -> list[str]:
    return [a + b for a, b in pairwise(run)] or [run]


def pinyin(name: str) -> list[str]:
    """How the Chinese in a name may be spelled: each syllable, two together, and a whole run in one."""
    found = []
    for run in RUN.findall(name):
        said = [syllable for syllable in lazy_pinyin(run) if syllable.isascii()]
        found += [*said, *(a + b for a, b in pairwise(said))]
        if len(said) > 2 and sum(map(len, said)) <= LONGEST:
            found.append("".join(said))
    return found


def syllable_pairs(word: str) -> list[str]:
    """“zhixingren” as zhixing, xingren, if it may be pinyin of three syllables or more; else nothing."""
    if not SYLLABLES.fullmatch(word):
        return []
    return [a + b for a, b in pairwise(ONE.findall(word))]


def folded(text: str) -> str:
    """The words of a text in one form, a blank before and after each, to find a phrase in."""
    return f" {' '.join(words(text))} "
