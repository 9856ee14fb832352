"""Text is sent gzipped to who asks for it, and to nobody else."""

import gzip

import pytest

from tests import make

pytestmark = pytest.mark.django_db
ASKS = {"accept-encoding": "gzip"}


@pytest.fixture(autouse=True)
def claim(home):
    return make.claim("it-is-so")


@pytest.mark.parametrize("path", ["/claims/it-is-so/", "/api/v1/claims/it-is-so", "/feeds/claims.atom", "/data/claims.csv"])
def test_text_is_packed_for_who_asks(client, path):
    plain, packed = client.get(path), client.get(path, headers=ASKS)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.getvalue()) == plain.getvalue()


def test_who_has_it_already_is_not_sent_it_again(client):
    etag = client.get("/api/v1/claims/it-is-so", headers=ASKS)["ETag"]
    assert client.get("/api/v1/claims/it-is-so", headers=ASKS | {"if-none-match": etag}).status_code == 304


def test_pictures_and_pages_of_the_admin_are_not_packed(client, admin_client_of):
    card = client.get("/claims/it-is-so/packet.zip", headers=ASKS)
    assert (card.status_code, "Content-Encoding" in card) == (200, False)
    form = admin_client_of("editor").get("/admin/", headers=ASKS)
    assert (form.status_code, "Content-Encoding" in form) == (200, False)
