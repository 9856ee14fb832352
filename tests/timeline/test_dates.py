"""“2014” is the whole of 2014: in order, in filters, and in print."""

import pytest

from explainer.timeline.filters import event_listing
from explainer.timeline.models import Event
from explainer.timeline.models.event import year_of
from tests import make

pytestmark = pytest.mark.django_db


def found(**params):
    from django.http import QueryDict

    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in params.items()})
    return [event.date for event in event_listing(query).filters.qs]


def test_events_stand_by_the_earliest_day_they_can_have_been_and_the_precise_first():
    for date in ("2015", "2014-06-14", "2014", "../2003", "2014-06", "201X", "2013/2014", "2014-01-01"):
        make.event(date=date)
    order = list(Event.objects.in_order().values_list("date", flat=True))
    assert order == ["../2003", "201X", "2013/2014", "2014-01-01", "2014", "2014-06", "2014-06-14", "2015"]


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2014", {2014}),
        ("2014-06-14", {2014}),
        ("2013/2015", {2013, 2014, 2015}),
        ("2020~", {2020}),
        ("201X", set(range(2010, 2020))),
        ("2014-05-01/..", set(range(2014, 2027))),
        ("../2003", set(range(2000, 2004))),
    ],
)
def test_an_event_is_found_in_every_year_it_may_have_touched(date, years):
    make.event(date=date)
    assert {year for year in range(2000, 2027) if found(since=year, until=year)} == years


@pytest.mark.parametrize(
    ("date", "year"), [("2014", 2014), ("201X", 2010), ("2013/2014", 2013), ("../2003", 2003), ("2014/..", 2014)]
)
def test_it_is_listed_under_one_year(date, year):
    assert year_of(date) == make.event(date=date).year == year


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2014", "2014"),
        ("2014-06", "June 2014"),
        ("2020~", "about 2020"),
        ("201X", "2010s"),
        ("2014-05-01/..", "from 1 May 2014"),
        ("../2003", "until 2003"),
    ],
)
def test_a_date_is_printed_no_more_precisely_than_it_is_known(client, home, date, words):
    event = make.event(date=date)
    for address in ("/timeline/", event.get_absolute_url()):
        page = client.get(address).text
        assert words in page
        assert "1 January" not in page


def test_a_date_that_changes_takes_its_bounds_along():
    event = make.event(date="2014")
    event.date = "2016-03"
    event.save_revision().publish()
    event.refresh_from_db()
    assert (event.year, str(event.date_earliest), str(event.date_latest)) == (2016, "2016-03-01", "2016-03-31")
