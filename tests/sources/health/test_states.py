"""How many failures it takes, and over how long, until an address is said to fail."""

import datetime

import pytest

from sources.health.choices import Link, Outcome
from sources.health.states import Health, after

START = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
FAILURE = [Outcome.GONE, Outcome.ERROR, Outcome.SILENT]


def state_after(*checks, start=Link.OK):
    """``checks`` are (day, outcome)."""
    health = Health(start)
    for day, outcome in checks:
        health = after(health, outcome, START + datetime.timedelta(days=day))
    return health.state


def on(days, outcome=Outcome.GONE):
    return [(day, outcome) for day in days]


@pytest.mark.parametrize("outcome", FAILURE)
def test_three_failures_over_nine_days_are_failing(outcome):
    assert state_after(*on([0, 5, 9], outcome)) == Link.FAILING


@pytest.mark.parametrize("days", [[0], [0, 9], [0, 3, 6], [0, 4, 8.9], [0, 0.1, 0.2, 9], [0, 0.5, 0.9]])
def test_fewer_occasions_or_less_time_are_suspicious(days):
    assert state_after(*on(days)) == Link.SUSPICIOUS


def test_any_success_begins_the_count_anew():
    assert state_after(*on([0, 5]), (6, Outcome.OK), *on([9, 14])) == Link.SUSPICIOUS
    assert state_after(*on([0, 5, 9]), (10, Outcome.OK)) == Link.OK
    assert state_after(*on([0, 5, 9]), (10, Outcome.MOVED)) == Link.MOVED


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.LOGIN, Outcome.SOFT_404, Outcome.UNCLEAR])
def test_a_machine_that_is_turned_away_has_seen_no_failure(outcome):
    assert state_after(*on(range(0, 90, 3), outcome)) not in (Link.FAILING, Link.DEAD)


def test_no_check_ever_makes_an_address_dead_nor_wakes_a_dead_one():
    assert state_after(*on(range(0, 900, 3))) == Link.FAILING
    assert state_after((0, Outcome.OK), start=Link.DEAD) == Link.DEAD
