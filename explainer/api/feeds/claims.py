"""News of claims: a claim is news when it is published and when its verdict changes, and at no other time."""

import datetime
from collections.abc import Iterable
from operator import itemgetter

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils.html import format_html
from wagtail.rich_text import expand_db_html

from claims import prose
from claims.choices import Stance
from claims.models import ClaimPage, Evidence, VerdictChange
from explainer.api.feeds.changed import last_changed
from explainer.api.feeds.entry import SINCE, Entry, News, Tag, link, on_day, paragraphs, tag_uri, with_absolute_links
from explainer.api.feeds.filtered import Filtered
from explainer.api.kinds.claims import CLAIMS
from explainer.api.lists import absolute

STANCES = list(Stance)
UNTOLD = ("documented", "disagreements", "grew_out_of", "would_change_if", "phrases", "statement")  # large, and not in a feed


def claims(params: QueryDict) -> News:
    """Claims, new or with another verdict than before."""
    found = Filtered.by(CLAIMS, params)
    newest = _newest_first(found.records)
    return News(
        name="claims",
        title=found.title("Claims"),
        about="Claims and their verdicts. One comes up again when its verdict changes, and for nothing less.",
        page=found.page,
        query=found.query,
        things=newest,
        entries=_claim_entries,
        updated=max((last for _, _, last in newest), default=SINCE),
        changed=last_changed(ClaimPage),
    )


def verdicts(params: QueryDict) -> News:
    """Every verdict given, the first of a claim and those after it."""
    found = Filtered.by(CLAIMS, params)
    return _of_verdicts(
        VerdictChange.objects.public().filter(claim__in=found.records.order_by().values("pk")),
        name="verdicts",
        title=found.title("Verdicts"),
        about="Every verdict given: the first on a claim, and each that took its place.",
        page=found.page,
        query=found.query,
    )


def one_claim(claim: ClaimPage) -> News:
    """The history of one verdict."""
    return _of_verdicts(
        VerdictChange.objects.public().filter(claim=claim),
        name=f"claims/{claim.slug}",
        title=f"The verdict on “{claim.title}”",
        about="The verdict on this claim, and each that takes its place.",
        page=claim.get_absolute_url(),
    )


def _of_verdicts(rows, query: str = "", **about) -> News:
    history = Prefetch("claim__verdicts", in_order())
    newest = rows.values_list("on", flat=True).first()
    return News(
        things=rows.select_related("claim").prefetch_related(history, "claim__layers"),
        entries=lambda some: [verdict_entry(row) for row in some],
        updated=on_day(newest) if newest else SINCE,
        changed=last_changed(ClaimPage),
        query=query,
        **about,
    )


def in_order():
    """Verdicts of a claim as they followed one another."""
    return VerdictChange.objects.order_by("on", "sort_order", "pk")


# Claims


def _newest_first(records) -> list[tuple[int, datetime.datetime, datetime.datetime]]:
    """(key, when it was first judged, when last) of claims.

    A claim can be published long after the day of its verdict, and is new on that day: it comes up without another date.
    """
    days: dict[int, list[datetime.date]] = {}
    for claim, day in in_order().filter(claim__in=records.order_by().values("pk")).values_list("claim_id", "on"):
        days.setdefault(claim, []).append(day)
    published = dict(records.order_by().values_list("pk", "first_published_at"))

    def place(row):
        key, _, last = row
        begun = published[key] or SINCE
        return max(begun, last).date(), last, begun, key

    return sorted(((key, *judged(days.get(key, []))) for key in published), key=place, reverse=True)


def judged(days: list[datetime.date]) -> tuple[datetime.datetime, datetime.datetime]:
    """When a claim was first and last judged, from the days of its verdicts in their order.

    These are content, and the same wherever an edition is loaded. A second thought on one day is news a second later.
    """
    first = last = on_day(days[0]) if days else SINCE
    for day in days[1:]:
        last = max(on_day(day), last + datetime.timedelta(seconds=1))
    return first, last


def _claim_entries(some: Iterable) -> list[Entry]:
    times = {key: dates for key, *dates in some}
    found = ClaimPage.objects.defer(*UNTOLD).prefetch_related(Prefetch("verdicts", in_order()), "layers").in_bulk(times)
    evidence = _numbers(times)
    return [_claim_entry(found[key], evidence.get(key, {}), *dates) for key, dates in times.items()]


def _claim_entry(claim: ClaimPage, numbers: dict[str, int], published: datetime.datetime, updated: datetime.datetime) -> Entry:
    url, verdict = absolute(claim.get_absolute_url()), claim.current_verdict
    name, reason = (verdict.get_verdict_display(), verdict.reason) if verdict else ("No verdict yet", "")
    judged = format_html("<p><strong>{}.</strong> {}</p>", name, reason)
    return Entry(
        id=tag_uri(claim.get_absolute_url()),
        url=url,
        title=f"{name}: “{claim.title}”",
        summary=reason,
        html=judged + _short_answer(claim, numbers, url) + link(url, "The evidence, and where the claim was made"),
        published=published,
        updated=updated,
        tags=tags_of(claim, claim.verdict, name),
    )


def _numbers(claims: Iterable[int]) -> dict[int, dict[str, int]]:
    """The numbers that evidence has on the page of its claim, by its key."""
    ledgers: dict[int, list[tuple[int, str]]] = {}
    rows = Evidence.objects.filter(claim__in=list(claims)).order_by("sort_order", "pk")
    for claim, stance, key in rows.values_list("claim_id", "stance", "key"):
        ledgers.setdefault(claim, []).append((STANCES.index(stance), key))
    return {
        claim: {key: n for n, (_, key) in enumerate(sorted(ledger, key=itemgetter(0)), 1)} for claim, ledger in ledgers.items()
    }


def _short_answer(claim: ClaimPage, numbers: dict[str, int], url: str) -> str:
    """As on its page, with the numbers of its evidence."""

    def pointer(match) -> str:
        n = numbers.get(match[1])
        return format_html('<sup><a href="{}#evidence-{}">{}</a></sup>', url, match[1], n) if n else ""

    return with_absolute_links(prose.REFERENCE.sub(pointer, expand_db_html(claim.short_answer)))


def tags_of(claim: ClaimPage, verdict: str, name: str) -> list[Tag]:
    """The verdict first, then what it is about."""
    return [Tag(verdict, name), *sorted((Tag(layer.slug, layer.name) for layer in claim.layers.all()), key=lambda tag: tag.term)]


# Verdicts


def verdict_entry(row: VerdictChange) -> Entry:
    """A verdict is news once; its day and its place in the history do not change."""
    claim, history = row.claim, list(row.claim.verdicts.all())
    n = history.index(row)
    name, day = row.get_verdict_display(), f"{row.on.day} {row.on:%B %Y}"
    before = history[n - 1].get_verdict_display() if n else name
    if before == name:
        title, told = f"{name}: “{claim.title}”", f"Verdict of {day}: {name.lower()}."
    else:
        title = f"{name}, until then {before.lower()}: “{claim.title}”"
        told = f"On {day} the verdict changed from {before.lower()} to {name.lower()}."
    told += f" {row.get_kind_display()}." if row.kind else ""
    url = f"{absolute(claim.get_absolute_url())}#history"
    return Entry(
        id=tag_uri(f"{claim.get_absolute_url()}verdicts/{n + 1}"),
        url=url,
        title=title,
        summary=row.reason,
        html=paragraphs(told, row.reason, row.reviewer) + link(url, "The claim, its evidence and all its verdicts"),
        published=on_day(row.on),
        updated=on_day(row.on),
        tags=tags_of(claim, row.verdict, name),
    )
