"""One of each kind, tied together, and a draft beside each that must stay out of sight."""

from claims.models import Figure
from tests import make


def publish_one_of_each() -> dict[str, str]:
    """Kind → slug of the record that is public."""
    outline = make.source("outline", issued="2014-06-14", authors="Wang, Li", url="https://example.org/outline")
    copy = make.source("copy", derives_from=[("translates", outline)])
    make.source_correction(copy)
    claim = make.claim(
        "it-is-so",
        corrections=[make.correction()],
        evidence=[make.evidence("first", outline), make.evidence("again", copy)],
        figures=[Figure(counted="Tickets", up_to="2018", value=17, given_by="first")],
    )
    land = make.publish(make.Place(slug="land", name="Land", level="country"))
    town = make.publish(make.Place(slug="town", name="Town", level="county", within=land, latitude="31.5", longitude="120.25"))
    court = make.actor("court", claims=[claim], layers=[make.layer()], place=town, period="2013/..")
    firm = make.actor("firm")
    make.relation(court, firm, slug="court-regulates-firm", period="2014")
    make.event("plan-adopted", date="2014-06", actors=[court], places=[town], claims=[claim])
    make.catalog(
        town,
        facts=[make.fact()],
        entries=[make.entry(), make.entry(make.behaviour("volunteering"), points="5..10")],
        consequences=[make.consequence()],
        claims=[claim],
        operator=court,
    )
    term = make.term("blacklist", name="Blacklist", layers=[make.layer()], claims=[claim], match="blacklist\nblacklists")
    make.system("court-system", actors=[court], places=[town], terms=[term], claims=[claim])
    make.article("what-it-is")
    return {
        "claims": "it-is-so",
        "sources": "outline",
        "events": "plan-adopted",
        "actors": "court",
        "relations": "court-regulates-firm",
        "places": "town",
        "catalogs": "town",
        "glossary": "blacklist",
        "systems": "court-system",
        "articles": "what-it-is",
    }


def hide_in_drafts() -> None:
    """Records that are not public and tied to those that are; “secret” is in every key."""
    source = make.source("secret-source", live=False)
    make.source_correction(source)
    place = make.Place(slug="secret-place", name="Secret", level="county", live=False)
    place.save()
    actor = make.unsaved_actor("secret-actor", live=False)
    actor.save()
    for draft in (make.unsaved_term("secret-term"), make.unsaved_event("secret-event"), make.unsaved_system("secret-system")):
        draft.live = False
        draft.save()
    term = make.Term.objects.get(slug="secret-term")
    relation = make.unsaved_relation(actor, make.Actor.objects.get(slug="firm"), slug="secret-relation", live=False)
    relation.save()
    event = make.Event.objects.get(slug="plan-adopted")
    event.actors.add(actor)
    event.places.add(place)
    event.save()
    system = make.System.objects.get(slug="court-system")
    system.actors.add(actor)
    system.terms.add(term)
    system.save()
    make.Source.objects.get(slug="outline").derived.create(source=source, kind="republishes")
