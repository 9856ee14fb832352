"""What can be embedded: where it stands, what it is called, how much room it needs; and which one an address means."""

import math
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.contrib.redirects.models import Redirect

from claims.models import ClaimPage, VerdictChange
from explainer.actors.models import Relation
from explainer.catalogs.choices import FactKind
from explainer.catalogs.models import CatalogPage
from explainer.timeline.filters import EventFilter, event_listing
from explainer.timeline.models import Event
from sources.listing import Listing

MARGIN = 75  # of the words in a frame, left and right together
LETTER, LINE, LARGER = 9.6, 27, 1.3  # of the text of a card, rather too much than too little; its title is set larger
RELATION = "relation-"  # what the fragment of a relation on the page of an actor begins with
MOST_EVENTS, MOST_ENTRIES = 12, 10


@dataclass(frozen=True)
class Embed:
    """``path`` is the card, ``page`` where it is taken from; title and ``texts`` wrap in its width, ``rest`` is the height around."""

    path: str
    page: str
    title: str
    texts: tuple[str, ...]
    rest: int

    @property
    def url(self) -> str:
        return settings.PUBLIC_URL + self.path

    def height(self, width: int) -> int:
        letters = max(12, (width - MARGIN) / LETTER)
        lines = math.ceil(LARGER * len(self.title) / letters) * LARGER
        return self.rest + round(LINE * (lines + sum(math.ceil(len(text) / letters) for text in self.texts)))

    def frame(self, width: int | str, height: int, path: str = "") -> SafeString:
        return format_html(
            '<iframe src="{}" width="{}" height="{}" style="border:0;max-width:100%" loading="lazy" title="{}"></iframe>',
            settings.PUBLIC_URL + (path or self.path),
            width,
            height,
            self.title,
        )


def of_claim(page: ClaimPage, as_of: str = "", verdict: VerdictChange | None = None) -> Embed | None:
    """``as_of`` is the day of a verdict; None if it has none of that day. ``verdict``, if it is at hand, saves a query."""
    verdict = verdict or verdict_of(page, as_of)
    if verdict is None:
        return None
    path = reverse("embed:claim", args=[page.slug])
    return Embed(
        f"{path}?as-of={as_of}" if as_of else path,
        page.get_absolute_url(),
        f"{verdict.get_verdict_display()}: “{page.title}”",
        (verdict.reason,),
        rest=218,
    )


def verdict_of(page: ClaimPage, as_of: str = "") -> VerdictChange | None:
    """The verdict that stands, or that of a day."""
    if not as_of:
        return page.current_verdict
    return next((row for row in reversed(list(page.verdicts.all())) if row.on.isoformat() == as_of), None)


def of_event(event: Event) -> Embed:
    title = f"{event.when}: {event.title}"
    return Embed(reverse("embed:event", args=[event.slug]), event.get_absolute_url(), title, (event.text,), rest=190)


def of_relation(relation: Relation) -> Embed:
    path = reverse("embed:relation", args=[relation.slug])
    return Embed(path, relation.get_absolute_url(), relation.sentence, (relation.note,), rest=190)


def of_catalog(catalog: CatalogPage) -> Embed:
    # A cell of the table is about half as wide as the card.
    cells = list(catalog.entries.values_list("wording", flat=True)[:MOST_ENTRIES])
    cells = cells or [max(fact.value, "x" * 20, key=len) for fact in catalog.facts.all()] + ["x"] * (len(FactKind) // 2)
    texts = (catalog.summary, f"{catalog.scheme}{catalog.scheme_original}", *(2 * cell for cell in cells))
    path = reverse("embed:catalog", args=[catalog.slug])
    return Embed(path, catalog.get_absolute_url(), catalog.title, texts, rest=240 + 22 * len(cells))


def of_timeline(params: QueryDict) -> Embed | None:
    """The events that fit the filters; None if one of the filters says what is not known here."""
    listing = event_listing(params)
    if not understood(listing, params):
        return None
    query = f"?{listing.params.urlencode()}" if listing.params else ""
    chosen = "; ".join(f"{label.lower()}: {value}" for label, value in chosen_words(listing))
    # Each stands below its day, after the name of its lane.
    rows = tuple(f"{event.get_lane_display()} {event.title}     " for event in listing.filters.qs.order_by()[:MOST_EVENTS])
    title = f"Timeline, {chosen}" if chosen else "Timeline"
    return Embed(reverse("embed:timeline") + query, reverse("timeline:timeline") + query, title, rows, rest=180 + 29 * len(rows))


def chosen_words(listing: Listing) -> list[tuple[str, str]]:
    """The filters in words, as the page of the list gives them; but a claim is never told here without its verdict."""
    claim = listing.filters.form.cleaned_data.get("claim")
    said = {str(claim): f"{claim.get_verdict_display()}: “{claim.title}”"} if claim else {}
    return [(label, said.get(value, value)) for label, value in listing.chosen]


def understood(listing: Listing, params: QueryDict) -> bool:
    """A list on a page leaves out in silence what its filters do not know; a card must not show something else instead."""
    return all(name in listing.params for name in EventFilter.base_filters if params.get(name, "").strip())


# By address


def find(url: str) -> Embed | None:
    """What an address of the site means: a page of ours, or an embed itself."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    path = path if path.endswith("/") else path + "/"
    params = QueryDict(parts.query.replace("\0", ""))
    found = _of_path(path, params, unquote(parts.fragment))
    if found is None and (target := moved(path)):
        found = _of_path(target, params, "")
    return found


def moved(path: str) -> str:
    """Where a page went when it was given another address; nothing if it never stood at this one."""
    row = Redirect.objects.filter(old_path=Redirect.normalise_path(path.replace("\0", ""))).first()
    target = row.redirect_page.specific if row and row.redirect_page_id else None
    return target.get_absolute_url() if target is not None and hasattr(target, "get_absolute_url") else ""


def _of_path(path: str, params: QueryDict, fragment: str) -> Embed | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    name, slug = match.view_name, match.kwargs.get("slug", "")
    if name == "actors:actor" and fragment.startswith(RELATION):
        name, slug = "embed:relation", fragment.removeprefix(RELATION)
    room = name.rpartition(":")[2]
    if name in ("claims:claim", "embed:claim"):
        page = ClaimPage.objects.published().filter(slug=slug).first()
        return of_claim(page, params.get("as-of", "")) if page else None
    if name in ("timeline:timeline", "embed:timeline"):
        return of_timeline(params)
    kinds = {"event": (Event, of_event), "relation": (Relation, of_relation), "catalog": (CatalogPage, of_catalog)}
    if name not in ("timeline:event", "embed:event", "embed:relation", "catalogs:catalog", "embed:catalog"):
        return None
    model, embed = kinds[room]
    record = model.objects.published().filter(slug=slug.replace("\0", "")).first()
    return embed(record) if record else None
