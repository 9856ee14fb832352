"""The format's README and the code name the same fields."""

import re

from explainer.editions.embeds import EMBEDS
from explainer.editions.kinds import KINDS, citation
from explainer.editions.read import HERE

README = (HERE / "README.md").read_text()
SECTIONS = {
    "edition": "## edition.yaml",
    "publisher": "## publishers.yaml",
    "layer": "## layers.yaml",
    "mixup": "## mixups.yaml",
    "source": "## sources/&lt;key&gt;.yaml",
    "claim": "## claims/&lt;key&gt;.md",
    "page": "## pages/&lt;key&gt;.md",
    "place": "## places.yaml",
    "behaviour-group": "## mixups.yaml",
    "behaviour": "## behaviours.yaml",
    "actor": "## actors/&lt;key&gt;.yaml",
    "relation": "## relations/&lt;key&gt;.yaml",
    "map": "## maps/&lt;key&gt;.md",
    "event": "## events/&lt;key&gt;.yaml",
    "chapter": "## chapters/&lt;year&gt;.md",
    "catalog": "## catalogs/&lt;place&gt;.md",
    "term": "## glossary/&lt;key&gt;.yaml",
    "system": "## systems/&lt;key&gt;.yaml",
    "article": "## articles/&lt;key&gt;.md",
}
ROWS = {"facts": "### A fact", "entries": "### An entry", "consequences": "### A reward or sanction"}


def table(heading):
    """The first column of the first table under a heading: {field: required}."""
    text = README.split(heading, 1)[1]
    rows = re.search(r"\| field \|.*?\n\|.*?\n((?:\|.*\n)+)", text)[1]
    return {row.split("|")[1].strip(" `"): row.split("|")[2].strip() == "required" for row in rows.splitlines()}


def test_every_field_is_in_the_readme_and_nothing_else():
    for name, kind in KINDS.items():
        prose = {*getattr(kind, "sections", ()), getattr(kind, "body", None)}
        fields = {f.name: f.required for f in kind.fields if f.name not in prose}
        assert table(SECTIONS[name]) == fields, name


def test_a_citation_is_told_as_it_is():
    assert table("### A citation") == {f.name: f.required for f in citation.FIELDS}


def test_rows_of_a_catalog_are_told_as_they_are():
    for field in KINDS["catalog"].fields:
        if field.name in ROWS:
            assert table(ROWS[field.name]) == {f.name: f.required for f in field.of}, field.name


def test_every_allowed_value_is_told():
    from claims.choices import Stance, Verdict
    from explainer.actors.choices import ActorKind, Sector, Status, Verb
    from explainer.catalogs.choices import ConsequenceKind, Effect, EntryStatus, FactKind, State
    from explainer.places.choices import Level
    from explainer.systems.choices import Output, Standing
    from explainer.systems.choices import State as SystemState
    from explainer.timeline.choices import EventKind, Lane
    from sources.choices import DerivationKind, LinkKind, PublisherKind, Reading, SourceKind, Tier

    closed = (Verdict, Stance, Tier, SourceKind, PublisherKind, LinkKind, DerivationKind, Reading)
    closed += (ActorKind, Sector, Status, Verb, ConsequenceKind, Effect, EntryStatus, FactKind, State, Level, EventKind, Lane)
    closed += (Output, Standing, SystemState)
    for choices in closed:
        for value in choices.values:
            assert f"`{value}`" in README, value


def test_every_line_of_an_article_is_told():
    for word in EMBEDS:
        assert f"`::{word} " in README, word


def test_every_heading_is_told():
    for kind in KINDS.values():
        for heading in getattr(kind, "sections", {}).values():
            assert f"`## {heading}`" in README, heading
