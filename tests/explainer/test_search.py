"""The admin's search bears whatever is typed into it."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db
TYPED = ["%22", "a%22b", "%00", "*", "AND", "NOT", "(", "%20", "信用", "-x", "'", "a" * 3000, "%22%22%22", "x:y"]
BOXES = [
    "/admin/snippets/sources/source/",
    "/admin/snippets/choose/sources/source/results/",
    "/admin/snippets/sources/publisher/",
    "/admin/snippets/sources/capture/",
    "/admin/claim_list/",
    "/admin/pages/search/",
]


@pytest.mark.parametrize("box", BOXES)
def test_no_words_are_an_error(admin_client_of, box):
    make.claim()
    client = admin_client_of("superuser")
    for words in TYPED:
        assert client.get(f"{box}?q={words}").status_code == 200, words


def test_it_finds_what_is_there(admin_client_of):
    make.claim("pigeons", title="Pigeons carry scores")
    client = admin_client_of("editor")
    assert "Pigeons carry scores" in client.get("/admin/claim_list/?q=pigeons").text
    assert "Pigeons carry scores" in client.get("/admin/claim_list/?q=%22pigeons%22").text
    assert "Pigeons carry scores" not in client.get("/admin/claim_list/?q=eagles").text
