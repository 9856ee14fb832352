from claims.models.claim import ClaimPage
from claims.models.correction import Correction
from claims.models.evidence import Appearance, Evidence
from claims.models.figure import Figure
from claims.models.index import ClaimIndexPage
from claims.models.room import RoomPage
from claims.models.suggestion import Bearing, CaptureReading, Decision, Suggestion
from claims.models.variant import Variant
from claims.models.verdict import VerdictChange
from claims.models.version import ClaimVersion
from claims.models.vocabulary import Layer, MixUp
from claims.models.waiver import Waiver

__all__ = [
    "Appearance",
    "Bearing",
    "CaptureReading",
    "ClaimIndexPage",
    "ClaimPage",
    "ClaimVersion",
    "Correction",
    "Decision",
    "Evidence",
    "Figure",
    "Layer",
    "MixUp",
    "RoomPage",
    "Suggestion",
    "Variant",
    "VerdictChange",
    "Waiver",
]
