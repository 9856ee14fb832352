"""An address that led to a merged source leads on in an edition too."""

import pytest

from explainer.editions.load import load
from explainer.editions.problems import EditionError
from explainer.editions.read import read
from explainer.editions.write import dump
from sources.models import Source
from tests.editions.data import FILES, write

STORY = "sources/story.yaml"


def with_merged(folder, key):
    return read(str(write(folder, **{STORY: FILES[STORY] + f"merged:\n- {key}\n"})))


def test_the_address_of_a_merged_source_is_loaded_and_written_again(db, tmp_path, client):
    load(with_merged(tmp_path / "in", "old-story"))
    response = client.get("/sources/old-story/")
    assert (response.status_code, response.url) == (301, "/sources/story/")
    assert not Source.objects.published().filter(slug="old-story").exists()
    dump(tmp_path / "out")
    assert "merged:\n  - old-story\n" in (tmp_path / "out" / STORY).read_text()
    report = load(read(str(tmp_path / "out")))
    assert (report.added, report.changed, report.left_alone) == ([], [], {})


@pytest.mark.parametrize(("key", "reason"), [("plan", "is a source of its own"), ("Old Story", "is not a key")])
def test_a_key_that_cannot_lead_on_is_named(tmp_path, key, reason):
    with pytest.raises(EditionError, match=reason):
        with_merged(tmp_path / "in", key)
