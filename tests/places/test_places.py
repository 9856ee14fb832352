"""A place says where it is, and nothing that leads in a circle or to another page."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from explainer.places.models import Place
from sources.gates import PublicationRefused
from tests import make

pytestmark = pytest.mark.django_db


def circle(*slugs):
    """Places each of which lies in the next, and the last in the first."""
    made = [make.place(slug) for slug in slugs]
    for place, around in zip(made, made[1:] + made[:1], strict=True):
        Place.objects.filter(pk=place.pk).update(within=around)
    return Place.objects.in_bulk(slugs, field_name="slug")


def test_a_place_within_itself_is_refused():
    place = make.place("rongcheng")
    place.within = place
    with pytest.raises(PublicationRefused, match="Place “Rongcheng”: it lies within itself"):
        place.save()


def test_the_database_refuses_it_too():
    place = make.place()
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(pk=place.pk).update(within=place)


def test_a_place_within_itself_by_a_circle_is_refused():
    province = make.place("shandong")
    city = make.place("weihai", within=province)
    county = make.place("rongcheng", within=city)
    province.within = county
    with pytest.raises(PublicationRefused, match="one of the places around it is wrong"):
        province.save()
    with pytest.raises(PublicationRefused, match="one of the places around it is wrong"):
        province.save_revision().publish()
    assert Place.objects.get(slug="shandong").within is None


def test_a_place_in_a_circle_of_others_is_refused_and_does_not_hang():
    around = circle("one", "two")["one"]
    with pytest.raises(PublicationRefused, match="lies within itself"):
        make.place("three", within=around)


def test_a_circle_that_got_in_is_walked_once():
    places = circle("one", "two", "three")
    assert [place.slug for place in places["one"].around()] == ["two", "three"]
    assert places["one"].with_all_inside() == {place.pk for place in places.values()}


def test_the_places_around_come_nearest_first_and_those_inside_from_any_depth():
    province = make.place("shandong")
    city = make.place("weihai", within=province)
    county = make.place("rongcheng", within=city)
    make.place("elsewhere")
    assert county.around() == [city, province]
    assert province.with_all_inside() == {province.pk, city.pk, county.pk}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "3710"),
        ("code", "37108A"),
        ("code", "3710821"),
        ("wikidata", "1137"),
        ("wikidata", "Q0"),
        ("wikidata", "https://www.wikidata.org/wiki/Q1"),
        ("tile", "9"),
        ("tile", "9;4"),
        ("tile", "-1,4"),
        ("level", "planet"),
        ("slug", "two words"),
    ],
)
def test_a_malformed_field_is_an_error_of_that_field(field, value):
    with pytest.raises(ValidationError) as refused:
        Place(**{"name": "Rongcheng", "slug": "rongcheng", "level": "county", field: value}).full_clean()
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "371082"},
        {"code": "371082001"},
        {"code": "371082001001"},
        {"wikidata": "Q1137362"},
        {"tile": "9,4"},
        {"tile": "10,11"},
        {"latitude": "37.1652", "longitude": "122.4866"},
    ],
)
def test_well_formed_fields_pass(fields):
    Place(name="Rongcheng", level="county", **fields).full_clean()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"latitude": 37}, "only one of latitude and longitude"),
        ({"longitude": 122}, "only one of latitude and longitude"),
        ({"latitude": 91, "longitude": 0}, "latitude is not between"),
        ({"latitude": 0, "longitude": -181}, "longitude is not between"),
        ({"slug": "compare"}, "must not be “compare”: that is the address of another page"),
        ({"slug": "behaviours"}, "must not be “behaviours”"),
        ({"name": "Compare", "slug": ""}, "must not be “compare”"),
    ],
)
def test_a_place_that_would_mislead_is_refused(fields, reason):
    with pytest.raises(PublicationRefused, match=reason):
        Place(**{"name": "Rongcheng", "slug": "rongcheng", "level": "county"} | fields).save()
    assert not Place.objects.exists()


def test_every_reason_is_given_at_once():
    with pytest.raises(PublicationRefused) as refused:
        make.place("compare", latitude=91)
    assert len(refused.value.problems) == 3


def test_a_place_without_a_key_takes_it_from_its_name():
    Place(name="Jiangsu", level="province").save()
    second = Place(name="Jiangsu", level="county")
    second.save()
    assert second.slug == "jiangsu-2"


def test_a_draft_place_can_be_previewed_before_and_after_it_is_saved(home):
    new = Place(name="Rongcheng", slug="rongcheng", level="county")
    for place in (new, make.place("weihai", live=False, within=make.place("shandong"))):
        response = place.make_preview_request()
        assert response.status_code == 200
        assert place.name in response.content.decode()
