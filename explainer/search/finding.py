"""Finding and ranking: the same on every database, since the database only hands over postings.

Words are weighed by BM25 over weights that already say where a word stands (Robertson and Zaragoza, 2009). A document has
to have every word; only if none has are those shown that have most.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Avg

from claims.matching.checking import tells
from claims.matching.known import known
from explainer.search import vocabulary
from explainer.search.analysis import is_han, stem_of, syllable_pairs
from explainer.search.models import Document, Kind, Posting
from explainer.search.models import Word as IndexedWord
from explainer.search.query import Query, Word, parse

K, B = 1.6, 0.5
OTHERWISE = 0.6  # what a word is worth that only begins like the one typed, or differs by a slip
SAME_STEM = 0.7  # or has only its stem in common
NEARLY = 2  # letters; a word that lacks no more was meant
LIKE_A_SENTENCE = 3  # words from which on a query is also looked at as a sentence that tells a claim
CALLED_SO, CALLED_LIKE_IT, IN_A_ROW = 3.0, 1.5, 1.25
LOOKED_INTO = 60  # of the best, how many are read to see whether words stand in a row
FACETS = ("layer", "verdict", "mixup", "tier", "form", "language", "lane", "sector")


@dataclass
class Hit:
    document: int
    kind: str
    key: str
    facets: dict[str, list[str]]
    score: float
    named: bool = False  # it is called so: every word stands in a name


@dataclass
class Found:
    """``hits`` best first, of every kind. ``read_as`` tells what was looked for instead of words that stand nowhere."""

    query: Query
    hits: list[Hit] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)
    unfinished: bool = False  # someone is typing, and the last word may go on
    partly: bool = False  # no document has every word
    stems: set[str] = field(default_factory=set)  # to mark in what is shown

    @property
    def called(self) -> str:
        """What was typed as a name would be written, slips mended."""
        return " ".join(self.read_as.get(word, word) for word in self.query.folded.split())

    def of(self, kind: str = "", **facets: str) -> list[Hit]:
        wanted = [(name, value) for name, value in facets.items() if value]
        return [
            hit
            for hit in self.hits
            if (not kind or hit.kind == kind) and all(value in hit.facets.get(name, ()) for name, value in wanted)
        ]

    def counts(self, kind: str = "", **facets: str) -> dict[str, Counter]:
        """How many hits each value of each facet would leave, the others standing as they are."""
        counts = {"kind": Counter(hit.kind for hit in self.of("", **facets))}
        for name in FACETS:
            others = {other: value for other, value in facets.items() if other != name}
            counts[name] = Counter(value for hit in self.of(kind, **others) for value in hit.facets.get(name, ()))
        return counts


@dataclass
class _Wanted:
    """One word of the query with all that may stand for it: stem → what it is worth then."""

    form: str
    stem: str
    stems: dict[str, float]

    def worth(self, stem: str, form: str) -> float:
        return self.stems[stem] * (SAME_STEM if stem == self.stem and form != self.form else 1.0)


def find(text: str, unfinished: bool = False) -> Found:
    found = Found(parse(text), unfinished=unfinished)
    if not found.query.words:
        return found
    wanted = [_Wanted(word.form, word.stem, {word.stem: 1.0}) for word in found.query.words]
    _join_neighbours(found.query.words, wanted)
    if unfinished and not wanted[-1].form.isnumeric():
        for form in vocabulary.vocabulary().begun(wanted[-1].form):
            wanted[-1].stems.setdefault(stem_of(form), OTHERWISE)
    postings = _postings(wanted)
    missing = [n for n, want in enumerate(wanted) if not any(stem in postings for stem in want.stems)]
    for n in missing:
        _otherwise(found, found.query.words[n], wanted[n])
    if missing:
        postings = _postings(wanted)
    weights, named = _by_document(wanted, postings)
    found.stems = {stem for want in wanted for stem in want.stems}
    complete = [document for document, row in weights.items() if all(row)]
    chosen = complete or _most(wanted, weights)
    found.hits = _told(found, _in_a_row(found, _ranked(found, chosen, weights, named)))
    found.partly = not complete and bool(found.hits)
    return found


def _join_neighbours(words: tuple[Word, ...], wanted: list[_Wanted]) -> None:
    """“black list” also finds “blacklist”: the joined form stands for both."""
    for n in range(len(words) - 1):
        left, right = words[n].form, words[n + 1].form
        if left.isalpha() and right.isalpha() and not is_han(left) and not is_han(right):
            joined = stem_of(left + right)
            wanted[n].stems.setdefault(joined, 1.0)
            wanted[n + 1].stems.setdefault(joined, 1.0)


def _otherwise(found: Found, word: Word, want: _Wanted) -> None:
    """What a word that stands nowhere may have been meant for."""
    known_words = vocabulary.vocabulary()
    if is_han(word.form):
        forms = known_words.holding(word.form) if len(word.form) == 1 else []
    else:
        spelled = syllable_pairs(word.form)
        if spelled and len(vocabulary.in_use(spelled)) == len(set(spelled)):
            forms = spelled
        else:
            begun = vocabulary.in_use(known_words.begun(word.form)) if len(word.form) > 2 else set()
            near = known_words.near(word.form) if not begun else []
            used = vocabulary.in_use(near)
            forms = sorted(begun) or [form for form in near if form in used]
            nearest = min(begun, key=lambda form: (len(form), form)) if begun else next(iter(forms), "")
            if nearest and len(nearest) - len(word.form) <= NEARLY:
                found.read_as[word.shown] = nearest
    for form in forms:
        want.stems.setdefault(stem_of(form), OTHERWISE)


def _postings(wanted: list[_Wanted]) -> dict[str, list[tuple[str, int, float, bool]]]:
    """Words first, then where they stand. One query for both is a join, and PostgreSQL, while it knows nothing yet of rows
    that were just written, takes the tables for empty and compares every word with every posting."""
    stems = {stem for want in wanted for stem in want.stems}
    rows = IndexedWord.objects.filter(stem__in=stems).values_list("pk", "stem", "text")
    words = {pk: (stem, text) for pk, stem, text in rows}
    found = defaultdict(list)
    rows = Posting.objects.filter(word__in=list(words)).values_list("word_id", "document_id", "weight", "named")
    for pk, *posting in rows:
        stem, text = words[pk]
        found[stem].append((text, *posting))
    return found


def _by_document(wanted, postings) -> tuple[dict[int, list[float]], dict[int, list[bool]]]:
    """Document → the weight of each word wanted; and whether each stands in a name."""
    weights: dict[int, list[float]] = {}
    named: dict[int, list[bool]] = {}
    for n, want in enumerate(wanted):
        for stem in want.stems:
            for form, document, weight, in_name in postings.get(stem, ()):
                row = weights.setdefault(document, [0.0] * len(wanted))
                row[n] += want.worth(stem, form) * weight
                flags = named.setdefault(document, [False] * len(wanted))
                flags[n] = flags[n] or in_name
    return weights, named


def _most(wanted, weights) -> list[int]:
    """Documents that have more than half of what is wanted, by how telling the words are; at least two of several."""
    tell = _telling(len(wanted), weights)
    least = sum(tell) / 2
    enough = min(2, len(wanted))
    return [
        document
        for document, row in weights.items()
        if sum(map(bool, row)) >= enough and sum(t for t, weight in zip(tell, row, strict=True) if weight) >= least
    ]


def _telling(number: int, weights: dict[int, list[float]]) -> list[float]:
    """How telling each word is (inverse document frequency)."""
    have = [sum(1 for row in weights.values() if row[n]) for n in range(number)]
    total = max(Document.objects.count(), 1)
    return [math.log(1 + (total - n + 0.5) / (n + 0.5)) if n else 0.0 for n in have]


def _ranked(found: Found, chosen: list[int], weights, named) -> list[Hit]:
    if not chosen:
        return []
    tell = _telling(len(found.query.words), weights)
    total = sum(tell) or 1
    average = Document.objects.aggregate(Avg("length"))["length__avg"] or 1
    called = found.called
    hits = []
    for pk, kind, key, facets, length, names in _rows(chosen):
        norm = K * (1 - B + B * length / average)
        score = sum(t * w * (K + 1) / (w + norm) for t, w in zip(tell, weights[pk], strict=True) if w)
        score *= (sum(t for t, w in zip(tell, weights[pk], strict=True) if w) / total) ** 2
        if all(named[pk]):
            score *= CALLED_LIKE_IT
        names = names.split("\n")
        if called in names or (found.unfinished and any(name.startswith(called) for name in names)):
            score *= CALLED_SO
        hits.append(Hit(pk, kind, key, facets, score * Kind(kind).prior, all(named[pk])))
    return _in_order(hits)


def _in_order(hits: list[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (-hit.score, hit.kind, hit.key))


def _rows(chosen: list[int]):
    for start in range(0, len(chosen), 5000):
        some = Document.objects.filter(pk__in=chosen[start : start + 5000])
        yield from some.values_list("pk", "kind", "key", "facets", "length", "names")


def _in_a_row(found: Found, hits: list[Hit]) -> list[Hit]:
    """Phrases in quotation marks have to be there; words that stand together as typed count for more."""
    query = found.query
    if not query.phrases and " " not in query.folded and not is_han(query.folded or " "):
        return hits
    looked_into = hits if query.phrases else hits[:LOOKED_INTO]
    pks = [hit.document for hit in looked_into]
    texts = {}
    for start in range(0, len(pks), 500):
        texts |= dict(Document.objects.filter(pk__in=pks[start : start + 500]).values_list("pk", "folded"))
    kept = []
    for hit in looked_into:
        if all(_stands(phrase, texts[hit.document]) for phrase in query.phrases):
            hit.score *= IN_A_ROW if _stands(query.folded, texts[hit.document]) else 1
            kept.append(hit)
    rest = [] if query.phrases else hits[LOOKED_INTO:]
    return _in_order(kept + rest)


def _stands(phrase: str, text: str) -> bool:
    return (phrase if is_han(phrase[:1]) or is_han(phrase[-1:]) else f" {phrase} ") in text


def _told(found: Found, hits: list[Hit]) -> list[Hit]:
    """What reads like a sentence may tell a claim in words that its page does not have."""
    if (len(found.query.folded.split()) < LIKE_A_SENTENCE and not found.query.chinese) or found.query.phrases:
        return hits
    matches = known().matcher.match(found.query.text)
    # Its order says which claim is nearest, its chance whether it is told at all.
    worth = {match.claim: 1 + 1 / place + 3 * match.score for place, match in enumerate(matches, 1)}
    told = {match.claim: match.score for match in matches if tells(match)}
    for hit in hits:
        if hit.kind == Kind.CLAIM:
            hit.score *= worth.get(hit.key, 1)
            told.pop(hit.key, None)
    rows = Document.objects.filter(kind=Kind.CLAIM, key__in=told).values_list("pk", "kind", "key", "facets")
    top = max((hit.score for hit in hits), default=1.0)
    return _in_order(hits + [Hit(*row, score=top * told[row[2]]) for row in rows])
