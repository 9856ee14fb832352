"""What the search knows of each kind of record: its names, what it is in a line, and what is said of it."""

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from django.db import models
from django.utils.html import strip_tags

from claims.models import ClaimPage
from claims.prose import REFERENCE
from explainer.actors.models import Actor
from explainer.articles.models import ArticlePage
from explainer.catalogs.models import CatalogPage
from explainer.glossary.models import Term
from explainer.models import CorrectionsPage, MethodPage, TextPage
from explainer.places.models import Place
from explainer.search.analysis import folded, forms, pinyin, stem_of
from explainer.search.models import Kind
from explainer.systems.models import System
from explainer.timeline.models import ChapterPage, Event
from explainer.timeline.models.chapter import SECTIONS
from sources.languages import in_content_language
from sources.models import Source

MADE_BY = 1  # goes up when the same record would be indexed otherwise
NAME, ALIAS, SPELLED, LEAD, TEXT = 8, 5, 3, 3, 1  # how much a word weighs by where it stands
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote)>")


@dataclass
class Draft:
    """A document before it is written down. ``hidden`` is looked through and never shown."""

    kind: str
    number: int
    key: str
    address: str
    title: str
    original: str = ""
    language: str = ""
    aliases: list[str] = field(default_factory=list)
    note: str = ""
    lead: str = ""
    text: str = ""
    hidden: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [name for name in (self.title, self.original, *self.aliases) if name]

    @property
    def names_folded(self) -> str:
        return "\n".join(dict.fromkeys(folded(name).strip() for name in self.names))

    @property
    def words_folded(self) -> str:
        return "|".join(folded(text) for text in (*self.names, self.note, self.lead, self.text, self.hidden) if text)

    @property
    def made_of(self) -> str:
        said = json.dumps([MADE_BY, asdict(self)], ensure_ascii=False, default=str)
        return hashlib.sha256(said.encode()).hexdigest()

    def weights(self) -> dict[tuple[str, str], tuple[float, bool]]:
        """(form, stem) → (weight, whether it stands in a name)."""
        weights: Counter = Counter()
        named = set()
        for weight, texts in ((NAME, self.names[:1]), (ALIAS, self.names[1:])):
            for text in texts:
                found = forms(text)
                named.update(found)
                for form in found:
                    weights[form] += weight
        for name in self.names:
            for spelled in pinyin(name):
                form = (spelled, stem_of(spelled))
                named.add(form)
                weights[form] = max(weights[form], SPELLED)
        for weight, text in ((LEAD, f"{self.note}\n{self.lead}"), (TEXT, f"{self.text}\n{self.hidden}")):
            for form in forms(text):
                weights[form] += weight
        return {form: (float(weight), form in named) for form, weight in weights.items()}


def plain(rich: str) -> str:
    """Rich text as lines of text, without the numbers that point to evidence."""
    return html.unescape(strip_tags(BLOCK_END.sub("\n", REFERENCE.sub("", rich)))).strip()


def lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def claim(page: ClaimPage) -> Draft:
    verdict = page.current_verdict
    variants = list(page.variants.all())
    return Draft(
        Kind.CLAIM,
        page.pk,
        page.slug,
        page.get_absolute_url(),
        page.title,
        aliases=[row.wording for row in variants],
        lead=verdict.reason if verdict else "",
        text=lines(
            page.statement,
            *(plain(getattr(page, name)) for name in ("short_answer", "documented", "disagreements", "grew_out_of")),
            *(plain(row.answer) for row in variants),
            *(row.says for row in page.evidence.all()),
        ),
        hidden=lines(page.phrases, *(row.said_by for row in page.appearances.all())),
        facets={
            "verdict": [page.verdict],
            "layer": [row.slug for row in page.layers.all()],
            "mixup": [row.slug for row in page.mixups.all()],
        },
    )


def source(record: Source) -> Draft:
    date = record.issued_date
    return Draft(
        Kind.SOURCE,
        record.pk,
        record.slug,
        record.get_absolute_url(),
        record.title,
        record.title_original,
        record.language,
        aliases=[record.document_number] if record.document_number else [],
        note=", ".join(part for part in (record.publisher.name, str(date or "")) if part),
        text=lines(record.reliability),
        hidden=lines(record.authors, record.publisher.name_original, record.get_kind_display()),
        facets={"tier": [record.tier], "form": [record.kind], "language": [record.language]},
    )


def event(record: Event) -> Draft:
    return Draft(
        Kind.EVENT,
        record.pk,
        record.slug,
        record.get_absolute_url(),
        record.title,
        note=f"{record.when}, {record.get_lane_display().lower()}",
        lead=record.text,
        facets={"lane": [record.lane]},
    )


def actor(record: Actor) -> Draft:
    return Draft(
        Kind.ACTOR,
        record.pk,
        record.slug,
        record.get_absolute_url(),
        record.name,
        record.name_original,
        record.language,
        aliases=[*_lines(record.aliases), record.short],
        note=record.get_kind_display(),
        lead=record.role,
        text=record.about,
        facets={"layer": [row.slug for row in record.layers.all()], "sector": [record.sector]},
    )


def place(record: Place) -> Draft:
    """A place together with what it scores, if that is public: the two share an address."""
    draft = Draft(
        Kind.PLACE,
        record.pk,
        record.slug,
        record.get_absolute_url(),
        record.name,
        record.name_original,
        record.language,
        note=record.get_level_display(),
    )
    found = CatalogPage.objects.live().filter(place=record.pk).first() if record.pk else None
    return with_catalog(draft, found) if found else draft


def with_catalog(draft: Draft, page: CatalogPage) -> Draft:
    draft.aliases = [name for name in (page.title, page.scheme, page.scheme_original) if name and name != draft.title]
    draft.lead = page.summary
    draft.text = lines(
        plain(page.what_it_is),
        plain(page.what_is_said),
        *(f"{row.wording}. {row.conditions}".strip() for row in page.entries.all()),
        *(row.what for row in page.consequences.all()),
    )
    draft.facets = {"layer": [page.layer.slug] if page.layer else []}
    return draft


def catalog(page: CatalogPage) -> Draft:
    """Of the page at hand, whose rows the database may not have yet."""
    draft = place(page.place)
    return with_catalog(draft, page) if page.live else draft


def term(record: Term) -> Draft:
    return Draft(
        Kind.TERM,
        record.pk,
        record.slug,
        record.get_absolute_url(),
        record.name,
        record.name_original,
        record.language,
        aliases=[name for name in (record.pinyin, *record.phrases) if name and name != record.name],
        lead=record.meaning,
        text=record.beware,
        facets={"layer": [row.slug for row in record.layers.all()]},
    )


def system(record: System) -> Draft:
    return Draft(
        Kind.SYSTEM,
        record.pk,
        record.slug,
        record.get_absolute_url(),
        record.name,
        record.name_original,
        record.language,
        aliases=record.alias_list,
        note=record.keeper,
        lead=record.what,
        text=record.tell,
        facets={"layer": [record.layer.slug] if record.layer else []},
    )


def article(page: ArticlePage) -> Draft:
    texts = [plain(part.value.source) for part in page.body if part.block_type == "text"]
    return Draft(Kind.ARTICLE, page.pk, page.slug, page.get_absolute_url(), page.title, lead=page.summary, text=lines(*texts))


def text_page(page) -> Draft:
    body = lines(*(plain(getattr(page, name)) for name in (SECTIONS if isinstance(page, ChapterPage) else ("body",))))
    address = page.get_absolute_url() if isinstance(page, ChapterPage) else page.get_url() or ""
    return Draft(
        Kind.PAGE, page.pk, page.slug, address, page.title, aliases=[page.slug.replace("-", " ")], lead=page.summary, text=body
    )


# How each model becomes a document, and what has to be read with many of them at once
KINDS: dict[type[models.Model], tuple[Callable[..., Draft], list[str]]] = {
    ClaimPage: (claim, ["verdicts", "variants", "evidence", "appearances", "layers", "mixups"]),
    Source: (source, ["publisher"]),
    Event: (event, []),
    Actor: (actor, ["layers"]),
    Place: (place, []),
    CatalogPage: (catalog, ["place", "layer", "entries", "consequences"]),
    Term: (term, ["layers"]),
    System: (system, ["layer"]),
    ArticlePage: (article, []),
    ChapterPage: (text_page, []),
    TextPage: (text_page, []),
    MethodPage: (text_page, []),
    CorrectionsPage: (text_page, []),
}


def identity(record: models.Model) -> tuple[str, int]:
    """(kind, number) of the document of a record, whatever is in it."""
    if isinstance(record, CatalogPage):
        return Kind.PLACE, record.place_id
    kinds = {ClaimPage: Kind.CLAIM, Source: Kind.SOURCE, Event: Kind.EVENT, Actor: Kind.ACTOR, Place: Kind.PLACE}
    kinds |= {Term: Kind.TERM, System: Kind.SYSTEM, ArticlePage: Kind.ARTICLE}
    return kinds.get(type(record), Kind.PAGE), record.pk


@in_content_language
def document_of(record: models.Model) -> Draft | None:
    """The document of a record, or None if it is not public."""
    if isinstance(record, CatalogPage):
        return catalog(record) if record.place.live else None
    return KINDS[type(record)][0](record) if record.live and not getattr(record, "withdrawn_on", None) else None


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, text.splitlines()) if line]
