from sources.models.anchor_check import AnchorCheck
from sources.models.approval import Approval
from sources.models.batch import ImportBatch
from sources.models.capture import Capture
from sources.models.checked import Checked
from sources.models.citation import Citation, KeyedCitation
from sources.models.correction import Handled, SourceCorrection
from sources.models.health import LinkCheck, LinkState
from sources.models.intake import Intake
from sources.models.key import SourceKey
from sources.models.merge import Merge
from sources.models.publisher import Publisher
from sources.models.record import Record
from sources.models.source import Derivation, Source, SourceLink

__all__ = [
    "AnchorCheck",
    "Approval",
    "Capture",
    "Checked",
    "Citation",
    "Derivation",
    "Handled",
    "ImportBatch",
    "Intake",
    "KeyedCitation",
    "LinkCheck",
    "LinkState",
    "Merge",
    "Publisher",
    "Record",
    "Source",
    "SourceCorrection",
    "SourceKey",
    "SourceLink",
]
