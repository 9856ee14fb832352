"""A polite run through addresses: one at a time, with a pause for each host, bounded in number and time."""

import datetime
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from sources.health.addresses import keeps_text
from sources.health.choices import Outcome
from sources.health.looking import Seen, look, text_hash
from sources.models import LinkCheck, LinkState, Source

PAUSE = 5.0  # seconds between two requests to one host
LONGEST_RUN = 20 * 60.0  # seconds
CLAIM = datetime.timedelta(hours=1)
# So many hosts are asked at least: if none of them answers, it is this machine that has no network.
FEWEST = 5
NOT_COUNTED = "No address answered in this run, so it may be this machine that has no network. It does not count. "
ANSWERS = frozenset(Outcome) - {Outcome.SILENT, Outcome.UNCLEAR}


def claim_due(now: datetime.datetime, limit: int) -> list[LinkState]:
    """The addresses that are due, for this run alone; if they are few, some that were well, to know that there is a network."""
    with transaction.atomic():
        due = LinkState.objects.due(now).select_for_update(skip_locked=True)
        found = list(due[:limit])
        if 0 < len(found) < FEWEST:
            well = LinkState.objects.current().filter(state="ok").exclude(host__in=[link.host for link in found])
            found += list(well.order_by("checked_at", "pk")[: FEWEST - len(found)])
        LinkState.objects.filter(pk__in=[link.pk for link in found]).update(next_check_at=now + CLAIM)
    return with_sources(found)


def with_sources(links: list[LinkState]) -> list[LinkState]:
    sources = Source.objects.prefetch_related("links").in_bulk({link.source_id for link in links})
    for link in links:
        link.source = sources[link.source_id]
    return links


def in_turn(links: list[LinkState]) -> list[LinkState]:
    """The hosts take turns, so that the pause of one is the time of the others."""
    hosts: dict[str, deque] = {}
    for link in links:
        hosts.setdefault(link.host, deque()).append(link)
    ordered = []
    while hosts:
        for host in list(hosts):
            ordered.append(hosts[host].popleft())
            if not hosts[host]:
                del hosts[host]
    return ordered


@dataclass
class Run:
    """``look``, ``now``, ``clock`` and ``sleep`` are given by tests."""

    look: Callable[..., Seen] = look
    now: Callable[[], datetime.datetime] = timezone.now
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    outcomes: Counter = field(default_factory=Counter)
    longest: float = LONGEST_RUN
    left: int = 0  # not looked at: the host wanted a pause, or the time was over

    def check(self, links: list[LinkState]) -> "Run":
        started, free_at, resting, silent = self.clock(), {}, {}, []
        answered = ""
        for link in in_turn(links):
            if link.host in resting or self.clock() - started > self.longest:
                self.left += 1
                continue
            self.sleep(max(0.0, free_at.get(link.host, 0.0) - self.clock()))
            seen = self.look(link.url, for_text=keeps_text(link), now=self.now())
            free_at[link.host] = self.clock() + PAUSE
            if seen.wait:
                resting[link.host] = self.now() + seen.wait
                let_rest(link.host, resting[link.host])
            if seen.outcome == Outcome.SILENT and not answered:
                silent.append((link, seen))
                continue
            if seen.outcome in ANSWERS and not answered:
                answered = link.host
                for row in silent:
                    self.record(*row)
                silent = []
            self.record(link, seen, resting.get(link.host))
        for link, seen in silent:
            self.record(link, Seen(Outcome.UNCLEAR, note=(NOT_COUNTED + seen.note)[:500]))
        return self

    def record(self, link: LinkState, seen: Seen, not_before: datetime.datetime | None = None) -> None:
        self.outcomes[seen.outcome] += 1
        stored = {text_hash(text) for text in stored_texts(link)} if seen.text_hash else set()
        with transaction.atomic():
            row = LinkState.objects.select_for_update().get(pk=link.pk)
            if seen.text_hash and same_page_elsewhere(row, seen.text_hash):
                seen = Seen(
                    Outcome.SOFT_404, seen.status, seen.final_url, note="Another address of this host gives the very same text."
                )
            check = LinkCheck.objects.create(
                link=row,
                at=self.now(),
                outcome=seen.outcome,
                status=seen.status,
                final_url=seen.final_url[:2000],
                text_hash=seen.text_hash,
                note=seen.note[:500],
            )
            row.note(check, not_before)
            hold_to_copy(row, stored)
            row.save()


def stored_texts(link: LinkState) -> list[str]:
    """What the desk has stored from this address."""
    captures = link.source.captures.usable().filter(origin=link.url).exclude(text="")
    return list(captures.values_list("text", flat=True))


def hold_to_copy(row: LinkState, stored: set[str]) -> None:
    """What stands there is held to the stored copy, if there is one: it, too, was looked at."""
    if row.seen_hash in stored:
        row.text_hash = row.seen_hash
    elif stored and row.text_hash == row.seen_hash and not row.judged_at:
        row.text_hash = min(stored)


def same_page_elsewhere(row: LinkState, seen_hash: str) -> bool:
    """One text at several addresses of a host is what its error page looks like."""
    others = LinkState.objects.current().filter(host=row.host, seen_hash=seen_hash)
    return others.exclude(source=row.source_id).exclude(url_hash=row.url_hash).exists()


def let_rest(host: str, until: datetime.datetime) -> None:
    asked_before = Q(next_check_at=None) | Q(next_check_at__lt=until)
    LinkState.objects.filter(asked_before, host=host).update(next_check_at=until)
