from claims.models.claim import ClaimPage
from claims.models.evidence import Appearance, Evidence
from claims.models.index import ClaimIndexPage
from claims.models.room import RoomPage
from claims.models.variant import Variant
from claims.models.verdict import VerdictChange
from claims.models.vocabulary import Layer, MixUp

__all__ = ["Appearance", "ClaimIndexPage", "ClaimPage", "Evidence", "Layer", "MixUp", "RoomPage", "Variant", "VerdictChange"]
