"""Every kind of record an edition can hold, in the order in which they must be loaded."""

from explainer.editions.kinds.actor import ActorRecords, MapRecords, RelationRecords
from explainer.editions.kinds.article import ArticleRecords
from explainer.editions.kinds.base import Kind, References
from explainer.editions.kinds.catalog import BehaviourGroupRecords, BehaviourRecords, CatalogRecords
from explainer.editions.kinds.claim import ClaimRecords
from explainer.editions.kinds.glossary import TermRecords
from explainer.editions.kinds.page import EditionRecord, PageRecords
from explainer.editions.kinds.place import PlaceRecords
from explainer.editions.kinds.source import SourceRecords
from explainer.editions.kinds.system import SystemRecords
from explainer.editions.kinds.timeline import ChapterRecords, EventRecords
from explainer.editions.kinds.vocabulary import LayerRecords, MixUpRecords, PublisherRecords

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        PublisherRecords(),
        LayerRecords(),
        MixUpRecords(),
        PlaceRecords(),
        BehaviourGroupRecords(),
        BehaviourRecords(),
        SourceRecords(),
        EditionRecord(),
        PageRecords(),
        ClaimRecords(),
        ActorRecords(),
        RelationRecords(),
        MapRecords(),
        EventRecords(),
        ChapterRecords(),
        CatalogRecords(),
        TermRecords(),
        SystemRecords(),
        ArticleRecords(),
    )
}

__all__ = ["KINDS", "Kind", "References"]
