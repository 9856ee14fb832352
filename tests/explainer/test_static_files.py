"""What is collected is what pages load: one stylesheet, with its parts in it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from explainer.serve import static_fingerprint

STYLES = Path(settings.BASE_DIR) / "explainer/styles"


@pytest.fixture
def collected(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "explainer.static_storage.JoiningStorage"}}
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]

    def collect(*folders):
        settings.STATICFILES_DIRS = folders
        finders.get_finder.cache_clear()
        call_command("collectstatic", interactive=False, verbosity=0)
        return tmp_path

    yield collect
    finders.get_finder.cache_clear()


def test_the_stylesheet_of_the_site_holds_each_of_its_parts(collected):
    sheets = list((collected(*settings.STATICFILES_DIRS) / "css").rglob("*.css"))
    assert [sheet.name.split(".")[0] for sheet in sheets] == ["site"]
    whole = sheets[0].read_text()
    assert "@import" not in whole
    for part in STYLES.glob("*.css"):
        selector = re.search(r"^ {2}([^\s/{][^{\n]*) \{", part.read_text(), re.M)[1]
        assert selector in whole, f"{part.name} is not imported by site.css"


def test_a_part_that_changes_changes_the_address(collected, tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    (folder / "parts").mkdir()
    (folder / "all.css").write_text('@layer a;\n@import "parts/one.css";\n')
    (folder / "parts/one.css").write_text("p { color: red; }\n")
    before = {path.name for path in collected(folder).rglob("all.*.css")}
    (folder / "parts/one.css").write_text("p { color: blue; }\n")
    after = {path.name for path in collected(folder).rglob("all.*.css")}
    assert len(before) == 1
    assert after - before
    assert "blue" in next(collected(folder).rglob((after - before).pop())).read_text()


def test_a_part_that_is_not_there_is_named(collected, tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    (folder / "all.css").write_text('@import "missing.css";\n')
    with pytest.raises(ValueError, match=r"all\.css imports missing\.css, and there is no such file"):
        collected(folder)


def test_a_start_after_a_part_changed_collects_again(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path, ("css/site", tmp_path / "parts")]
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/one.css").write_text("a { color: red }")
    before = static_fingerprint()
    assert static_fingerprint() == before
    (tmp_path / "parts/one.css").write_text("a { color: blue }")
    assert static_fingerprint() != before
