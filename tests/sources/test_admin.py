import pytest

from sources.models import Publisher, Source
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/sources/source/"
NEW = "/admin/snippets/choose/sources/source/create/"
FORM = {
    "title": "The notice",
    "language": "en",
    "new_publisher": "Town hall",
    "new_publisher_kind": "local-government",
    "tier": "primary",
    "kind": "notice",
    "issued": "2016-05",
    "url": "https://example.org/notice",
    "reading": "full",
}


def test_nobody_deletes_a_source_not_even_a_superuser(home, admin_client_of):
    source = make.source()
    client = admin_client_of("superuser")
    client.post(f"{LIST}delete/{source.pk}/")
    client.post(f"/admin/bulk/sources/source/delete/?id={source.pk}")
    assert Source.objects.filter(pk=source.pk).exists()


def test_hiding_a_cited_source_in_the_admin_is_refused_with_the_reason(admin_client_of):
    source = make.source()
    make.claim(evidence=[make.evidence(source_=source)])
    response = admin_client_of("superuser").post(f"{LIST}unpublish/{source.pk}/", follow=True)
    assert "Retire it instead" in response.text
    assert Source.objects.get(pk=source.pk).live


def test_the_list_says_how_often_a_source_is_used_and_can_be_searched_and_filtered(admin_client_of):
    used, unused = make.source(title="Used plan", tier="primary"), make.source(title="Unused story")
    make.claim(evidence=[make.evidence(source_=used)], appearances=[make.appearance(source_=used)])
    client = admin_client_of("editor")
    rows = client.get(LIST).context["object_list"]
    assert {source.title: source.use_count for source in rows if source in (used, unused)} == {"Used plan": 2, "Unused story": 0}
    assert [source.title for source in client.get(f"{LIST}?q=Unused").context["object_list"]] == ["Unused story"]
    assert "Unused story" not in [source.title for source in client.get(f"{LIST}?tier=primary").context["object_list"]]


def test_the_list_costs_the_same_for_any_number_of_sources(admin_client_of, django_assert_max_num_queries):
    client = admin_client_of("editor")
    used = []
    for _ in range(2):
        make.source()
        client.get(LIST)
        with django_assert_max_num_queries(40) as captured:
            client.get(LIST)
        used.append(len(captured))
        for _ in range(10):
            make.source()
    assert used[0] == used[1]


def test_a_new_source_inside_a_citation_is_public_at_once_with_its_new_publisher(home, admin_client_of):
    client = admin_client_of("editor")
    response = client.post(NEW, FORM)
    assert response.json()["step"] == "chosen"
    source = Source.objects.get()
    assert (source.live, source.slug, source.publisher.name) == (True, "the-notice", "Town hall")
    assert client.get("/sources/the-notice/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"new_publisher": ""}, "Choose a publisher, or name a new one."),
        ({"new_publisher_kind": ""}, "Say what kind of publisher it is."),
        ({"issued": "2016-13"}, "no such month"),
        ({"url": "", "reliability": ""}, "no address of any kind"),
        ({"reading": "secondhand"}, "known only through other sources"),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL"),
    ],
)
def test_a_new_source_that_lacks_something_is_refused_and_leaves_nothing(home, admin_client_of, changed, reason):
    response = admin_client_of("editor").post(NEW, FORM | changed)
    assert reason in response.json()["htmlFragment"]
    assert not Source.objects.exists()
    assert not Publisher.objects.exists()


def test_a_draft_source_can_be_previewed(home, admin_client_of):
    source = make.source(title="Soon public")
    response = admin_client_of("editor").get(f"{LIST}preview/{source.pk}/")
    assert response.status_code == 200


@pytest.mark.parametrize("address", ["publisher", "capture"])
def test_the_other_lists_open(home, admin_client_of, address):
    make.source()
    assert admin_client_of("editor").get(f"/admin/snippets/sources/{address}/").status_code == 200


def test_the_admin_asks_no_other_host(home, admin_client_of):
    from tests.html import outside_requests

    client = admin_client_of("editor")
    for address in ("/admin/", LIST, f"{LIST}add/", "/admin/claim_list/"):
        response = client.get(address)
        assert outside_requests(response.text) == []
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
