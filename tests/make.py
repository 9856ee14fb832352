"""The smallest valid things, each by one call. What a test does not say is the same every time."""

import datetime
import itertools

from wagtail.rich_text import RichText

from claims.models import (
    Appearance,
    ClaimIndexPage,
    ClaimPage,
    Correction,
    Evidence,
    Layer,
    MixUp,
    Variant,
    VerdictChange,
    Waiver,
)
from explainer.actors.models import Actor, ActorCitation, ActorMap, MapNode, Relation, RelationCitation
from explainer.articles.models import ArticleCitation, ArticleIndexPage, ArticlePage
from explainer.catalogs.models import (
    Behaviour,
    BehaviourGroup,
    CatalogIndexPage,
    CatalogPage,
    Consequence,
    ConsequenceCitation,
    Entry,
    EntryCitation,
    Fact,
    FactCitation,
)
from explainer.glossary.models import Term, TermCitation
from explainer.models import HomePage
from explainer.places.models import Place
from explainer.systems.models import System, SystemCitation
from explainer.timeline.models import ChapterCitation, ChapterPage, Event, EventCitation, TimelinePage
from explainer.tree import ensure_tree
from sources.models import Publisher, Source, SourceCorrection, SourceLink

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


def correction(on=DAY, **fields):
    return Correction(on=on, **{"kind": "correction", "wrong": "It said so.", "now": "It says so.", "reviewer": "Desk"} | fields)


def source_correction(source_=None, on=DAY, **fields):
    """A correction of a source, open."""
    return SourceCorrection.objects.create(source=source_ or source(), on=on, **{"note": "A date was wrong."} | fields)


def variant(key="all-of-it", **fields):
    return Variant(key=key, **{"wording": "All of it is so", "answer": "<p>None of it is.[^first]</p>"} | fields)


def waiver(gate="origins", **fields):
    return Waiver(
        gate=gate, **{"reason": "There is only one.", "given_by": "A. Reader", "seconded_by": "B. Reader", "on": DAY} | fields
    )


def unsaved_claim(slug="", **fields):
    """A claim that lacks nothing, in memory."""
    n = next(count)
    rows = {
        "evidence": fields.pop("evidence", None) or [evidence()],
        "appearances": fields.pop("appearances", None) or [appearance()],
        "verdicts": fields.pop("verdicts", None) or [verdict()],
        "layers": fields.pop("layers", None) or [layer()],
        "mixups": fields.pop("mixups", None) or [],
        "variants": fields.pop("variants", None) or [],
        "figures": fields.pop("figures", None) or [],
        "corrections": fields.pop("corrections", None) or [],
        # One document is enough for most tests
        "waivers": fields.pop("waivers", [waiver("origins"), waiver("primary")]),
    }
    defaults = {
        "slug": slug or f"claim-{n}",
        "title": f"Claim {n} circulates",
        "statement": "It is said that it is so.",
        "scope_place": "The country",
        "scope_period": "2014/..",
        "counter_search": "Looked for in the gazette, and not found.",
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


# Rooms


def citation(kind, source_=None, **fields):
    """A citation row of any kind: ``citation(EventCitation)``."""
    return kind(source=source_ or source(), **{"says": "It says so."} | fields)


def place(slug="", **fields):
    n = next(count)
    made = Place(**{"slug": slug or f"place-{n}", "name": (slug or f"place-{n}").capitalize(), "level": "county"} | fields)
    made.save()
    return made


def unsaved_actor(slug="", **fields):
    n = next(count)
    rows = {name: fields.pop(name, []) for name in ("layers", "claims")}
    citations = fields.pop("citations", None)
    defaults = {
        "slug": slug or f"actor-{n}",
        "name": (slug or f"actor-{n}").replace("-", " ").capitalize(),
        "short": (slug or f"actor-{n}")[:20],
        "kind": "company",
        "sector": "private",
        "role": "Does something.",
    }
    made = Actor(**defaults | fields)
    for name, value in rows.items():
        setattr(made, name, value)
    made.citations = [citation(ActorCitation)] if citations is None else citations
    return made


def actor(slug="", **fields):
    """A public actor."""
    return publish(unsaved_actor(slug, **fields))


def unsaved_relation(subject=None, object_=None, **fields):
    citations = fields.pop("citations", None)
    made = Relation(
        subject=subject or actor(), object=object_ or actor(), **{"verb": "regulates", "status": "documented"} | fields
    )
    made.citations = [citation(RelationCitation)] if citations is None else citations
    return made


def relation(subject=None, object_=None, **fields):
    """A public relation."""
    return publish(unsaved_relation(subject, object_, **fields))


def actor_map(slug="overview", actors=(), **fields):
    """A public map of ``actors``."""
    made = ActorMap(**{"slug": slug, "title": slug.capitalize(), "summary": "What one sees.", "position": 1} | fields)
    made.nodes = [MapNode(sort_order=n, actor=row) for n, row in enumerate(actors)]
    return publish(made)


def unsaved_event(slug="", **fields):
    n = next(count)
    rows = {name: fields.pop(name, []) for name in ("actors", "places", "claims")}
    citations = fields.pop("citations", None)
    defaults = {
        "slug": slug or f"event-{n}",
        "title": f"Something happens, no. {n}",
        "date": "2014",
        "lane": "documented",
        "kind": "adopted",
        "text": "It happens.",
    }
    made = Event(**defaults | fields)
    for name, value in rows.items():
        setattr(made, name, value)
    made.citations = [citation(EventCitation)] if citations is None else citations
    return made


def event(slug="", **fields):
    """A public event."""
    return publish(unsaved_event(slug, **fields))


def chapter(year="2014", **fields):
    """A public chapter of the timeline."""
    home()
    made = ChapterPage(
        **{
            "slug": year,
            "title": f"{year}: a year",
            "summary": "What it was.",
            "decided": "<p>It was decided.[^plan]</p>",
            "said": "<p>It was said.[^plan]</p>",
            "not_so": "<p>It was not so.[^plan]</p>",
        }
        | fields
    )
    made.citations = [citation(ChapterCitation, key="plan")]
    TimelinePage.objects.get().add_child(instance=made)
    return made


def behaviour(slug="red-light", group="traffic", **fields):
    found = BehaviourGroup.objects.get_or_create(
        slug=group, defaults={"name": group.capitalize(), "short": group, "description": "A field of life.", "position": 1}
    )[0]
    defaults = {"name": slug.replace("-", " ").capitalize(), "group": found, "position": 1}
    return Behaviour.objects.get_or_create(slug=slug, defaults=defaults | fields)[0]


def entry(behaviour_=None, **fields):
    """A row of a catalog, with a citation unless ``citations`` says otherwise."""
    citations = fields.pop("citations", None)
    defaults = {"wording": "Doing it.", "state": "yes", "effect": "points", "points": "-50", "status": "in-force"}
    made = Entry(behaviour=behaviour_ or behaviour(), **defaults | fields)
    made.citations = [citation(EntryCitation)] if citations is None else citations
    return made


def fact(kind="voluntary", **fields):
    citations = fields.pop("citations", None)
    made = Fact(kind=kind, **{"state": "yes", "value": "Consent is asked for."} | fields)
    made.citations = [citation(FactCitation)] if citations is None else citations
    return made


def consequence(**fields):
    citations = fields.pop("citations", None)
    made = Consequence(**{"kind": "reward", "what": "Library books without deposit", "status": "in-force"} | fields)
    made.citations = [citation(ConsequenceCitation)] if citations is None else citations
    return made


def unsaved_catalog(place_=None, **fields):
    found = place_ or place()
    rows = {name: fields.pop(name, []) for name in ("facts", "entries", "consequences", "claims", "citations")}
    defaults = {
        "slug": found.slug,
        "title": f"{found.name}: points",
        "place": found,
        "summary": "A scheme of one place.",
        "what_it_is": "<p>A scheme.</p>",
        "last_checked": datetime.date(2026, 2, 1),
        "next_review": datetime.date(2027, 2, 1),
    }
    made = CatalogPage(**defaults | fields)
    for name, value in rows.items():
        setattr(made, name, value)
    return made


def catalog(place_=None, **fields):
    """A public catalog of a place."""
    home()
    made = unsaved_catalog(place_, **fields)
    CatalogIndexPage.objects.get().add_child(instance=made)
    return made


def unsaved_term(slug="", **fields):
    n = next(count)
    rows = {name: fields.pop(name, []) for name in ("layers", "claims")}
    citations = fields.pop("citations", None)
    made = Term(**{"slug": slug or f"term-{n}", "name": (slug or f"term-{n}").capitalize(), "meaning": "It means it."} | fields)
    for name, value in rows.items():
        setattr(made, name, value)
    made.citations = [citation(TermCitation)] if citations is None else citations
    return made


def term(slug="", **fields):
    """A public term of the glossary."""
    return publish(unsaved_term(slug, **fields))


def unsaved_system(slug="", **fields):
    n = next(count)
    rows = {name: fields.pop(name, []) for name in ("actors", "places", "terms", "claims")}
    citations = fields.pop("citations", None)
    defaults = {
        "slug": slug or f"system-{n}",
        "name": (slug or f"system-{n}").replace("-", " ").capitalize(),
        "standing": "part",
        "layer": fields.pop("layer", None) or layer(),
        "keeper": "A court",
        "output": "list",
        "tell": "A list of names.",
        "what": "A list.",
        "state": "running",
    }
    made = System(**defaults | fields)
    for name, value in rows.items():
        setattr(made, name, value)
    made.citations = [citation(SystemCitation)] if citations is None else citations
    return made


def system(slug="", **fields):
    """A public system."""
    return publish(unsaved_system(slug, **fields))


def article(slug="", body=None, **fields):
    """A public explainer; ``body`` is a list of (block, value)."""
    home()
    n = next(count)
    citations = fields.pop("citations", None) or [citation(ArticleCitation, key="plan")]
    defaults = {
        "slug": slug or f"article-{n}",
        "title": f"Explainer {n}",
        "summary": "What it is.",
        "last_checked": datetime.date(2026, 2, 1),
        "next_review": datetime.date(2027, 2, 1),
    }
    made = ArticlePage(**defaults | fields)
    made.body = [("text", RichText("<p>It is a plan.[^plan]</p>"))] if body is None else body
    made.citations = citations
    ArticleIndexPage.objects.get().add_child(instance=made)
    return made


def publish(record):
    """As an editor does: saved as a draft, then published."""
    record.live = False
    record.save()
    record.save_revision().publish()
    record.refresh_from_db()
    return record
