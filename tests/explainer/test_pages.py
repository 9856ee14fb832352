import pytest
from bs4 import BeautifulSoup

from claims.choices import Verdict
from explainer.models import FeaturedClaim, HomePage, MethodPage, TextPage
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home):
    claim = make.claim("it-is-so", title="It is so", mixups=[make.mixup()])
    home.featured = [FeaturedClaim(claim=claim)]
    home.save()
    home.refresh_from_db()
    HomePage.objects.get().add_child(instance=MethodPage(title="Method", slug="method", body="<p>We read.</p>"))
    HomePage.objects.get().add_child(instance=TextPage(title="About", slug="about", summary="Who we are.", body="<p>Us.</p>"))
    return claim


ADDRESSES = ["/", "/claims/", "/claims/it-is-so/", "/sources/", "/method/", "/about/", "/no-such-page/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_valid_has_one_h1_and_asks_no_other_host(site, client, address):
    page = client.get(address).text
    assert problems(page) == []
    assert outside_requests(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_knows_who_asks(site, client, admin_client_of, address):
    """No cookie, no session, no user: the same bytes for a stranger and for a superuser."""
    stranger = client.get(address)
    assert "Set-Cookie" not in stranger.headers
    assert "Cookie" not in stranger.headers.get("Vary", "")
    assert admin_client_of("superuser").get(address).content == stranger.content


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_inline_and_nothing_foreign(site, client, address):
    policy = client.get(address).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


COUNTED = ".tiles .facts a, a[href='/claims/'].more, .stock a:not([href='/method/'])"


def test_every_number_on_the_front_page_is_that_of_the_list_it_leads_to(site, client):
    make.claim(layers=[make.layer("plans")])
    soup = BeautifulSoup(client.get("/").text, "html.parser")
    numbers = [(link["href"], int("".join(filter(str.isdigit, link.text)))) for link in soup.select(COUNTED)]
    numbers += [(link["href"], int("".join(filter(str.isdigit, link.b.text)))) for link in soup.select(".mixups a")]
    assert len(numbers) >= 6
    for address, number in numbers:
        count = BeautifulSoup(client.get(address).text, "html.parser").select_one(".count b")
        assert int(count.text) == number, address


def test_the_method_page_prints_the_whole_scale_with_numbers(site, client):
    page = client.get("/method/").text
    for verdict in Verdict:
        assert f'id="verdict-{verdict.value}"' in page
        assert verdict.meaning in page
    assert page.count("No number") == 3


def test_terms_stand_in_their_order_on_every_page(site, client):
    make.claim(layers=[make.layer("zebra", position=0, name="Zebra"), make.layer("ant", position=9, name="Ant")])
    for address in ("/", "/method/"):
        page = client.get(address).text
        assert page.index("Zebra") < page.index("Ant"), address


def test_not_found_says_where_to_go_on(site, client):
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert 'href="/claims/"' in response.text
    assert "noindex" in response.text


def test_a_failure_shows_a_page_that_needs_nothing(site, client, monkeypatch):
    def fail(*args):
        raise RuntimeError("deliberate")

    monkeypatch.setattr("explainer.models.HomePage.get_context", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.text
    assert "deliberate" not in response.text


def test_machines_find_what_they_ask_for(client, db):
    assert client.get("/healthz").text == "ok\n"
    assert "Disallow: /admin/" in client.get("/robots.txt").text


@pytest.mark.parametrize(
    "address",
    ["/claims/../admin/", "/claims/%00/", "/claims/%2e%2e/", "/sources/" + "a" * 3000 + "/", "/?page=%FF", "//evil.example/"],
)
def test_mad_addresses_are_never_an_error_of_ours(site, client, address):
    assert client.get(address).status_code in (200, 301, 302, 404)
