import pytest

from sources.models import Capture
from tests import make

TEXT = (
    "A notice of the county.\n\nNo pigeon carries a score <b>or</b> a list of persons.\n\nPigeons carry letters on working days."
)


@pytest.fixture
def capture(db):
    return Capture.objects.create(source=make.source("notice", title="The notice"), text=TEXT, origin="by hand")


def cited(source, start="No pigeon carries", end="list of persons", **fields):
    return make.evidence(source_=source, anchor_start=start, anchor_end=end, **fields)
