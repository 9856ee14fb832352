import datetime

import edtf as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.edtf import EdtfError, parse

WORDS = {
    "2014": "2014",
    "2014-06": "June 2014",
    "2014-06-14": "14 June 2014",
    "2013/2014": "2013 to 2014",
    "2014-05-01/..": "from 1 May 2014",
    "../2003": "until 2003",
    "/2003": "until 2003",
    "2020~": "about 2020",
    "2020?": "2020 (uncertain)",
    "2020%": "about 2020 (uncertain)",
    "201X": "2010s",
    "20XX": "2000s",
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_a_date_is_shown_with_the_precision_it_has(text, words):
    assert str(parse(text)) == words


def test_a_year_is_never_a_first_of_january():
    assert parse("2014").iso == "2014"
    assert "January" not in str(parse("2014"))
    assert parse("201X").iso == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("yesterday", "not an EDTF date"),
        ("", "not an EDTF date"),
        ("2014-13", "no such month"),
        ("2014-02-30", "no such day"),
        ("2015-02-29", "no such day"),
        ("201X-05", "no such month"),
        ("2014/2013", "ends before it starts"),
        ("2014/2015/2016", "more than one"),
        ("../..", "neither a start nor an end"),
        ("0000", "no such year"),
        ("2014-6-1", "not an EDTF date"),
        ("２０１４", "not an EDTF date"),
    ],
)
def test_a_date_that_is_none_is_refused_with_the_reason(text, reason):
    with pytest.raises(EdtfError, match=reason):
        parse(text)


days = st.dates(min_value=datetime.date(1, 1, 1)).map(lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
points = st.one_of(days, days.map(lambda text: text[:7]), days.map(lambda text: text[:4]))


@given(points)
def test_bounds_agree_with_the_reference_implementation(text):
    expected = reference.parse_edtf(text)
    assert parse(text).earliest.timetuple()[:3] == tuple(expected.lower_strict()[:3])
    assert parse(text).latest.timetuple()[:3] == tuple(expected.upper_strict()[:3])


@given(st.text(alphabet="0123456789X-/.~?% a", max_size=14))
def test_no_text_does_more_than_be_refused(text):
    try:
        parsed = parse(text)
    except EdtfError:
        return
    assert str(parsed)
    if parsed.earliest and parsed.latest:
        assert parsed.earliest <= parsed.latest
