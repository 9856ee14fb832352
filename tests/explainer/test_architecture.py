"""The tree keeps the rules of its design."""

import ast
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
MAY_IMPORT = {"sources": {"sources"}, "claims": {"claims", "sources"}, "explainer": {"explainer", "claims", "sources"}}
FILES = [(layer, path) for layer in MAY_IMPORT for path in sorted((ROOT / layer).rglob("*.py"))]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


@pytest.mark.parametrize(("layer", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES])
def test_imports_run_one_way(layer, path):
    wrong = [name for name in imports(path) if name.split(".")[0] in MAY_IMPORT and name.split(".")[0] not in MAY_IMPORT[layer]]
    assert not wrong


def test_models_of_a_layer_point_only_downwards():
    order = ["sources", "claims", "explainer"]
    for label in order:
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.get_fields():
                target = field.related_model._meta.app_label if field.many_to_one and field.related_model else ""
                if target in order:
                    assert order.index(target) <= order.index(label), f"{model.__name__}.{field.name}"


# Rooms of the site, each with those it may use. Whatever two rooms need lies in a room below both.
ROOMS = {
    "work": set(),
    "places": set(),
    "glossary": set(),
    "actors": {"places"},
    "catalogs": {"places", "actors"},
    "timeline": {"places", "actors"},
    "systems": {"places", "actors", "glossary"},
    "articles": {"places", "actors", "catalogs", "timeline"},
    "reports": {"work", "places", "actors", "catalogs", "timeline", "glossary", "systems", "articles"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_rooms_below_it(room):
    for path in sorted((ROOT / "explainer" / room).rglob("*.py")):
        used = {parts[1] for name in imports(path) if (parts := name.split("."))[0] == "explainer" and len(parts) > 1}
        assert used <= ROOMS[room] | {room}, path
    for model in apps.get_app_config(room).get_models():
        targets = {f.related_model._meta.app_label for f in model._meta.get_fields() if f.many_to_one and f.related_model}
        assert targets & set(ROOMS) <= ROOMS[room] | {room}, model


def test_templates_of_a_layer_use_only_those_below():
    below = {"sources": ("claims/", "explainer/"), "components": ("claims/", "explainer/", "sources/"), "claims": ("explainer/",)}
    for folder, forbidden in below.items():
        for path in (ROOT / "templates" / folder).glob("*.html"):
            assert not any(f'include "{name}' in path.read_text() for name in forbidden), path


def test_the_topic_lives_in_the_edition_and_not_in_the_code():
    words = ("sesame", "alibaba", "tencent", "rongcheng", "shanghai", "ndrc", "social credit")
    for _, path in FILES:
        text = path.read_text().lower()
        assert not [word for word in words if word in text], path
    for path in (ROOT / "templates").rglob("*.html"):
        assert not [word for word in words if word in path.read_text().lower()], path


def test_each_app_has_one_clean_initial_migration():
    folders = ("sources", "claims", "explainer", *(f"explainer/{room}" for room in (*ROOMS, "editions", "search")))
    for folder in folders:
        assert [path.name for path in (ROOT / folder / "migrations").glob("0*.py")] == ["0001_initial.py"]


def test_styles_and_scripts_stay_small():
    """All there is, the admin's included; parts of a stylesheet are sent as one file."""
    import gzip

    from django.contrib.staticfiles.finders import find

    from explainer.static_storage import IMPORT

    def whole(path):
        return IMPORT.sub(lambda found: Path(find(f"css/{found['part']}")).read_text(), path.read_text())

    static = ROOT / "static"
    sheets = [whole(path) for path in static.rglob("*.css")]
    scripts = [path.read_text() for path in static.rglob("*.js")]
    for texts, most in ((sheets, 20_480), (scripts, 15_360)):
        assert sum(len(gzip.compress(text.encode(), 9)) for text in texts) <= most


def test_the_requirements_are_exact():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith(("#", "-r"))]
        assert all("==" in line for line in lines), name
