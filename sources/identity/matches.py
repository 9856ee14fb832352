"""Known sources that a document may be, or may be made from. Shown to a person, who decides."""

from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from sources.choices import DerivationKind, LinkKind
from sources.edtf import EdtfError, parse
from sources.identity.addresses import address_key, host_of
from sources.identity.fingerprint import fingerprint, likeness
from sources.identity.keys import number_key
from sources.intake.words import doi_of_address, tidy_doi
from sources.models import Capture, Source, SourceKey
from sources.models.key import KeyKind

SAME, REPRINT, TRANSLATION, VERSION = "same", "reprint", "translation", "version"
STRONGEST_FIRST = (SAME, TRANSLATION, REPRINT, VERSION)
WORDS = {
    SAME: "The same document",
    TRANSLATION: "A translation",
    REPRINT: "A reprint",
    VERSION: "Another version",
}
# How a source made from the match would be said to come from it
DERIVES = {REPRINT: DerivationKind.REPUBLISHES, TRANSLATION: DerivationKind.TRANSLATES, VERSION: DerivationKind.PARAPHRASES}
ALIKE, HELD, RELATED = 0.8, 0.75, 0.15
CLOSE_TITLE, SAME_TITLE = 88, 96
MOST = 12


@dataclass
class Described:
    """What is known of a document when one asks whether it is known."""

    url: str = ""
    addresses: list[str] = field(default_factory=list)  # others at which it stands
    doi: str = ""
    number: str = ""
    language: str = ""
    title: str = ""
    title_original: str = ""
    issued: str = ""
    publisher_id: int | None = None
    text: str = ""
    file_sha256: str = ""

    @property
    def every_address(self) -> list[str]:
        return [address for address in (self.url, *self.addresses) if address]

    @property
    def year(self) -> int | None:
        try:
            return parse(self.issued).earliest.year if self.issued else None
        except (EdtfError, AttributeError):
            return None


@dataclass
class Match:
    source: Source
    relation: str
    reasons: list[str]

    @property
    def words(self) -> str:
        return WORDS[self.relation]

    @property
    def derives(self) -> str:
        return DERIVES.get(self.relation, "")


def candidates(described: Described, exclude: int | None = None) -> list[Match]:
    """The likeliest first. A handful of queries, however many sources there are."""
    found: dict[int, list[tuple[str, str]]] = {}
    for finder in (_by_keys, _by_copies, _by_titles):
        for source_id, relation, reason in finder(described):
            found.setdefault(source_id, []).append((relation, reason))
    matches: dict[int, Match] = {}
    known = Source.objects.select_related("publisher", "merged_into__publisher").in_bulk(found)
    for source_id, said in found.items():
        source = known[source_id].merged_into or known[source_id]
        if source.pk == exclude:
            continue
        match = matches.setdefault(source.pk, Match(source, VERSION, []))
        match.relation = min([match.relation, *(relation for relation, _ in said)], key=STRONGEST_FIRST.index)
        match.reasons += [reason for _, reason in said if reason not in match.reasons]
    ordered = sorted(matches.values(), key=lambda m: (STRONGEST_FIRST.index(m.relation), -len(m.reasons), m.source.title))
    return ordered[:MOST]


def with_address(address: str, exclude: int | None = None) -> Source | None:
    """The source that has this very address, as its own or as that of a copy of it."""
    key = address_key(address)
    rows = SourceKey.objects.filter(kind=KeyKind.ADDRESS, value=key).exclude(link=LinkKind.TRANSLATION) if key else []
    for row in rows and rows.select_related("source__merged_into").order_by("source_id"):
        source = row.source.merged_into or row.source
        if source.pk != exclude:
            return source
    return None


def _differs(one: str, other: str) -> bool:
    """Whether two languages are known and not the same."""
    return bool(one and other) and one.partition("-")[0].lower() != other.partition("-")[0].lower()


def _by_keys(described: Described):
    dois = {tidy_doi(described.doi)} if described.doi else set()
    dois |= {doi for address in described.every_address if (doi := doi_of_address(address))}
    wanted = {
        KeyKind.ADDRESS: {key for address in described.every_address if (key := address_key(address))},
        KeyKind.DOI: dois,
        KeyKind.NUMBER: {key} if (key := number_key(described.number)) else set(),
    }
    for kind, values in wanted.items():
        if values:
            rows = SourceKey.objects.filter(kind=kind, value__in=values).order_by("pk")
            for row in rows.select_related("source"):
                other = row.link == LinkKind.TRANSLATION or (
                    kind != KeyKind.ADDRESS and _differs(described.language, row.source.language)
                )
                yield row.source_id, TRANSLATION if other else SAME, _reason(row, other)


def _reason(row: SourceKey, other: bool) -> str:
    if row.kind == KeyKind.DOI:
        return f"The same DOI: {row.value}" + (", in another language." if other else ".")
    if row.kind == KeyKind.NUMBER:
        return "The same document number" + (", in another language." if other else ".")
    if row.link:
        return f"This address is kept with it ({LinkKind(row.link).label.lower()})."
    return "The same address."


def _by_copies(described: Described):
    """Stored copies that hold the same or much of the same text."""
    if described.file_sha256:
        for source_id in Capture.objects.filter(file_sha256=described.file_sha256).values_list("source_id", flat=True).distinct():
            yield source_id, SAME, "The same file, byte for byte."
    if not described.text.strip():
        return
    digest = Capture.digest(described.text)
    own = host_of(described.url) if described.url else ""
    same_text = Capture.objects.filter(sha256=digest).select_related("source")
    for capture in same_text:
        yield capture.source_id, _reprint_or_same(own, capture.source), "The same text, letter for letter."
    mine = fingerprint(described.text)
    rows = (
        list(Capture.objects.exclude(fingerprint=None).exclude(sha256=digest).values_list("source_id", "fingerprint"))
        if mine
        else []
    )
    near: dict[int, tuple[float, float]] = {}
    for (source_id, _), how in zip(rows, likeness(mine, [bytes(print_) for _, print_ in rows]), strict=True):
        if how[0] >= RELATED or how[1] >= HELD:
            near[source_id] = max(near.get(source_id, (0.0, 0.0)), how)
    for source in Source.objects.filter(pk__in=near):
        alike, held = near[source.pk]
        if alike >= ALIKE:
            yield source.pk, _reprint_or_same(own, source), f"Nearly the same text: about {alike:.0%} of it."
        elif held >= HELD and held > 1.15 * 2 * alike / (1 + alike):  # more than texts of one length would hold
            yield source.pk, REPRINT, f"One holds most of the other: about {held:.0%} of the shorter text."
        else:
            yield source.pk, VERSION, f"Much of the same wording: about {alike:.0%} of both texts."


def _reprint_or_same(host: str, source: Source) -> str:
    """The same words at the site of another house are a reprint."""
    return REPRINT if host and source.url and host != host_of(source.url) else SAME


def _by_titles(described: Described):
    asked = [title for title in (described.title, described.title_original) if len(title) >= 8]
    if not asked:
        return
    rows = list(Source.objects.values_list("pk", "title", "title_original", "issued_earliest", "publisher_id", "language"))
    for ours in asked:
        for column in (1, 2):
            scores = process.extract(
                ours,
                {n: row[column] for n, row in enumerate(rows) if row[column]},
                scorer=fuzz.ratio,
                processor=utils.default_process,
                score_cutoff=CLOSE_TITLE,
                limit=MOST,
            )
            for _, score, n in scores:
                pk, _, _, issued, publisher_id, language = rows[n]
                if relation := _of_title(described, score, issued.year if issued else None, publisher_id, language):
                    yield pk, relation, "The same title." if score >= SAME_TITLE else f"A similar title ({score:.0f} of 100)."


def _of_title(described: Described, score: float, year: int | None, publisher_id: int, language: str) -> str:
    """What an equal or similar title says; nothing, where the dates are far apart."""
    other_year = bool(described.year and year and abs(described.year - year) > 1)
    if _differs(described.language, language):
        return "" if other_year else TRANSLATION
    same_house = described.publisher_id == publisher_id
    if other_year:
        return VERSION if same_house and score >= SAME_TITLE else ""
    if same_house:
        return SAME if score >= SAME_TITLE and described.year == year else VERSION
    return REPRINT if score >= SAME_TITLE else VERSION
