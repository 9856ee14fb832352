from sources.models.capture import Capture
from sources.models.citation import Citation
from sources.models.publisher import Publisher
from sources.models.source import Derivation, Source, SourceLink

__all__ = ["Capture", "Citation", "Derivation", "Publisher", "Source", "SourceLink"]
