from explainer.catalogs.models.behaviour import Behaviour, BehaviourGroup
from explainer.catalogs.models.catalog import CatalogCitation, CatalogPage
from explainer.catalogs.models.index import CatalogIndexPage
from explainer.catalogs.models.rows import Consequence, ConsequenceCitation, Entry, EntryCitation, Fact, FactCitation

__all__ = [
    "Behaviour",
    "BehaviourGroup",
    "CatalogCitation",
    "CatalogIndexPage",
    "CatalogPage",
    "Consequence",
    "ConsequenceCitation",
    "Entry",
    "EntryCitation",
    "Fact",
    "FactCitation",
]
