"""Every kind of record an edition can hold, in the order in which they must be loaded."""

from explainer.editions.kinds.base import Kind, References
from explainer.editions.kinds.claim import ClaimKind
from explainer.editions.kinds.page import EditionKind, PageKind
from explainer.editions.kinds.source import SourceKindOfRecord
from explainer.editions.kinds.vocabulary import LayerKind, MixUpKind, PublisherKindOfRecord

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (PublisherKindOfRecord(), LayerKind(), MixUpKind(), SourceKindOfRecord(), EditionKind(), PageKind(), ClaimKind())
}

__all__ = ["KINDS", "Kind", "References"]
