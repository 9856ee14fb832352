"""The words that are indexed, kept in memory: for what was begun and not ended, and for slips of the pen."""

import threading
from bisect import bisect_left
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from explainer.search.analysis import is_han
from explainer.search.models import Posting, Word

_lock = threading.Lock()
_kept: "Vocabulary | None" = None
BEGUN = 60  # words that one beginning may stand for
NEAR = 12  # words that one slip may stand for


class Vocabulary:
    """Words are only ever added, so those after the last one known are all there is to read."""

    def __init__(self, newest: int, stems: dict[str, str]):
        self.newest, self.stems = newest, stems
        self.sorted = sorted(stems)
        self.latin = [word for word in self.sorted if word[0].isalpha() and not is_han(word)]

    def begun(self, beginning: str) -> list[str]:
        at = bisect_left(self.sorted, beginning)
        found = self.sorted[at : at + BEGUN]
        return [word for word in found if word.startswith(beginning)]

    def holding(self, sign: str) -> list[str]:
        """Pairs of which one Chinese character is a part."""
        return [word for word in self.stems if sign in word]

    def near(self, word: str) -> list[str]:
        """Words that one slip away could be this one, nearest first; of a long word, two."""
        slips = 0 if len(word) < 4 or not word.isalpha() else 1 if len(word) < 8 else 2
        if not slips:
            return []
        found = process.extract(word, self.latin, scorer=OSA.distance, score_cutoff=slips, limit=NEAR)
        return [match for match, *_ in sorted(found, key=lambda row: (row[1], row[0][0] != word[0], row[0]))]


def vocabulary() -> Vocabulary:
    global _kept
    newest = Word.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    if _kept is None or _kept.newest != newest:
        with _lock:
            if _kept is None or _kept.newest > newest:
                _kept = Vocabulary(newest, dict(Word.objects.values_list("text", "stem")))
            elif _kept.newest < newest:
                added = Word.objects.filter(pk__gt=_kept.newest).values_list("text", "stem")
                _kept = Vocabulary(newest, _kept.stems | dict(added))
    return _kept


def forget() -> None:
    """For tests, which take words back without a trace."""
    global _kept
    _kept = None


def in_use(forms: Iterable[str]) -> set[str]:
    """Those that stand in a document; a word may have outlived its last."""
    words = dict(Word.objects.filter(text__in=list(forms)).values_list("pk", "text"))
    return {words[pk] for pk in Posting.objects.filter(word__in=list(words)).values_list("word_id", flat=True).distinct()}
