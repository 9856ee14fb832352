from sources.models.capture import Capture
from sources.models.checked import Checked
from sources.models.citation import Citation, KeyedCitation
from sources.models.publisher import Publisher
from sources.models.record import Record
from sources.models.source import Derivation, Source, SourceLink

__all__ = ["Capture", "Checked", "Citation", "Derivation", "KeyedCitation", "Publisher", "Record", "Source", "SourceLink"]
