"""How the state of an address follows from its checks. Pure: no clock, no database, no network."""

import datetime
from dataclasses import dataclass, replace

from sources.health.choices import FAILURES, SUCCESSES, Link, Outcome

DAY = datetime.timedelta(days=1)
# Fewer failures, or in less time, may be a server that is being mended.
LEAST_FAILURES = 3
LEAST_TIME = 9 * DAY
# Failures within a day are one occasion.
OCCASION = DAY
NEXT_CHECK = {
    Link.OK: 14 * DAY,
    Link.MOVED: 14 * DAY,
    Link.BLOCKED: 30 * DAY,
    Link.LOGIN: 30 * DAY,
    Link.SUSPICIOUS: 3 * DAY,
    Link.FAILING: 7 * DAY,
    Link.DEAD: 90 * DAY,
    Link.UNKNOWN: 3 * DAY,
}


@dataclass(frozen=True)
class Health:
    """What is known of an address: its state, and the failures since it last opened."""

    state: Link = Link.UNKNOWN
    failures: int = 0
    first_failed_at: datetime.datetime | None = None
    last_failed_at: datetime.datetime | None = None


def after(health: Health, outcome: Outcome, at: datetime.datetime) -> Health:
    """The health after a check that ended so. A dead address stays dead until a person says otherwise."""
    if outcome in FAILURES:
        health = with_failure(health, at)
    elif outcome in SUCCESSES:
        health = replace(health, failures=0, first_failed_at=None, last_failed_at=None)
    if health.state in (Link.DEAD, Link.REPLACED):
        return health
    return replace(health, state=state_after(health, outcome))


def with_failure(health: Health, at: datetime.datetime) -> Health:
    if health.last_failed_at and at - health.last_failed_at < OCCASION:
        return health
    return replace(health, failures=health.failures + 1, first_failed_at=health.first_failed_at or at, last_failed_at=at)


def state_after(health: Health, outcome: Outcome) -> Link:
    if outcome in FAILURES:
        lasted = health.last_failed_at - health.first_failed_at
        return Link.FAILING if health.failures >= LEAST_FAILURES and lasted >= LEAST_TIME else Link.SUSPICIOUS
    if outcome == Outcome.UNCLEAR:
        return health.state
    return {
        Outcome.OK: Link.OK,
        Outcome.MOVED: Link.MOVED,
        Outcome.BLOCKED: Link.BLOCKED,
        Outcome.LOGIN: Link.LOGIN,
        # It may be the document after all, so it never fails by itself.
        Outcome.SOFT_404: Link.SUSPICIOUS,
    }[outcome]
