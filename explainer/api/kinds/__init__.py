"""What the site lists, a file a kind: the rows of its list, one record in full, and the addresses of both.

The rows of a kind are told once, here. The API pages through them, open data writes them as tables, feeds announce them.
"""

from explainer.api.collection import Collection
from explainer.api.kinds.actors import ACTORS
from explainer.api.kinds.articles import ARTICLES
from explainer.api.kinds.catalogs import CATALOGS
from explainer.api.kinds.claims import CLAIMS
from explainer.api.kinds.corrections import CORRECTIONS
from explainer.api.kinds.entries import ENTRIES
from explainer.api.kinds.events import EVENTS
from explainer.api.kinds.glossary import GLOSSARY
from explainer.api.kinds.places import PLACES
from explainer.api.kinds.relations import RELATIONS
from explainer.api.kinds.sources import SOURCES
from explainer.api.kinds.systems import SYSTEMS

COLLECTIONS: dict[str, Collection] = {
    one.name: one
    for one in (
        CLAIMS,
        SOURCES,
        EVENTS,
        ACTORS,
        RELATIONS,
        PLACES,
        CATALOGS,
        ENTRIES,
        GLOSSARY,
        SYSTEMS,
        ARTICLES,
        CORRECTIONS,
    )
}
