"""The smallest valid things, each by one call. What a test does not say is the same every time."""

import datetime
import itertools

from claims.models import Appearance, ClaimIndexPage, ClaimPage, Evidence, Layer, MixUp, VerdictChange
from explainer.models import HomePage
from explainer.tree import ensure_tree
from sources.models import Publisher, Source, SourceLink

count = itertools.count(1)
DAY = datetime.date(2026, 1, 2)


def publisher(slug="gazette", **fields):
    return Publisher.objects.get_or_create(slug=slug, defaults={"name": "The Gazette", "kind": "news", **fields})[0]


def source(slug="", links=(), derives_from=(), **fields):
    """A public source; ``derives_from`` is a list of (kind, origin)."""
    n = next(count)
    defaults = {
        "slug": slug or f"source-{n}",
        "title": f"Source {n}",
        "language": "en",
        "publisher": fields.pop("publisher", None) or publisher(),
        "tier": "secondary",
        "kind": "news",
        "reading": "full",
        "url": f"https://example.org/{n}",
    }
    made = Source(**defaults | fields)
    made.links = [SourceLink(kind=kind, url=url) for kind, url in links]
    made.derivations = [made.derivations.model(kind=kind, origin=origin) for kind, origin in derives_from]
    made.save()
    return made


def layer(slug="court-list", **fields):
    defaults = {"name": slug.replace("-", " ").capitalize(), "short": slug[:40], "description": "A list.", "position": 1}
    return Layer.objects.get_or_create(slug=slug, defaults=defaults | fields)[0]


def mixup(slug="plan-with-practice", **fields):
    defaults = {"name": slug.replace("-", " ").capitalize(), "short": slug[:40], "description": "A mix-up.", "position": 1}
    return MixUp.objects.get_or_create(slug=slug, defaults=defaults | fields)[0]


def home():
    found = HomePage.objects.first()
    return found or ensure_tree(
        HomePage(title="Home", slug="home", question="Is it so?", answer="<p>No.</p>", edition_name="Site")
    )


def evidence(key="first", source_=None, **fields):
    return Evidence(key=key, source=source_ or source(), **{"stance": "contradicts", "says": "It says otherwise."} | fields)


def appearance(source_=None, **fields):
    return Appearance(source=source_ or source(), **{"said_by": "The Gazette", "says": "It says so."} | fields)


def verdict(value="false", on=DAY, **fields):
    return VerdictChange(verdict=value, on=on, **{"reason": "No document says so.", "reviewer": "Desk"} | fields)


def unsaved_claim(slug="", **fields):
    """A claim that lacks nothing, in memory."""
    n = next(count)
    rows = {
        "evidence": fields.pop("evidence", None) or [evidence()],
        "appearances": fields.pop("appearances", None) or [appearance()],
        "verdicts": fields.pop("verdicts", None) or [verdict()],
        "layers": fields.pop("layers", None) or [layer()],
        "mixups": fields.pop("mixups", None) or [],
    }
    defaults = {
        "slug": slug or f"claim-{n}",
        "title": f"Claim {n} circulates",
        "statement": "It is said that it is so.",
        "short_answer": "<p>It is not so.[^first]</p>" if rows["evidence"][0].key == "first" else "<p>It is not so.</p>",
        "documented": "<p>The document says otherwise.</p>",
        "last_checked": datetime.date(2026, 2, 1),
        "next_review": datetime.date(2027, 2, 1),
    }
    made = ClaimPage(**defaults | fields)
    for name, value in rows.items():
        setattr(made, name, value)
    return made


def claim(slug="", **fields):
    """A public claim."""
    home()
    made = unsaved_claim(slug, **fields)
    ClaimIndexPage.objects.get().add_child(instance=made)
    return made
