"""What was put right travels with the edition."""

import pytest

from claims.models import ClaimPage
from explainer.editions.load import load
from explainer.editions.problems import EditionError
from explainer.editions.read import read
from explainer.editions.write import dump
from sources.models import SourceCorrection
from tests.editions.data import FILES, write

pytestmark = pytest.mark.django_db
CLAIM, SOURCE = "claims/it-is-so.md", "sources/story.yaml"
OTHER_VERDICT = """    reviewer: Desk
  - verdict: mixed
    date: '2026-01-02'
    kind: update
    reason: Another plan says so.
    reviewer: Desk
looked_for: """
OF_CLAIM = """corrections:
  - date: '2026-01-02'
    kind: clarification
    wrong: It said “everywhere”.
    now: It says “in one place”.
    reviewer: Desk
appearances:
"""
OF_SOURCE = """corrections:
  - date: '2026-01-02'
    kind: correction
    changed: document
    note: The number was wrong.
    closed: '2026-01-03T10:00:00Z'
"""
CORRECTED = {
    CLAIM: FILES[CLAIM].replace("    reviewer: Desk\nlooked_for: ", OTHER_VERDICT).replace("appearances:\n", OF_CLAIM),
    SOURCE: FILES[SOURCE] + OF_SOURCE,
}


def test_kinds_and_corrections_come_back_byte_for_byte(tmp_path):
    load(read(str(write(tmp_path / "small", **CORRECTED))))
    dump(tmp_path / "out")
    for name, text in CORRECTED.items():
        assert (tmp_path / "out" / name).read_text() == text
    report = load(read(str(tmp_path / "out")))
    assert (report.changed, report.left_alone) == ([], {})
    assert ClaimPage.objects.get().versions.count() == SourceCorrection.objects.count() == 1


def test_a_file_may_add_to_the_history_and_not_rewrite_it(tmp_path):
    load(read(str(write(tmp_path / "small"))))
    load(read(str(write(tmp_path / "more", **CORRECTED))))
    assert ClaimPage.objects.get().version == 2
    rewritten = {CLAIM: FILES[CLAIM].replace("verdict: 'false'", "verdict: mixed")}
    with pytest.raises(EditionError, match="the verdict “False” of 2 January 2026 stood in public"):
        load(read(str(write(tmp_path / "rewritten", **rewritten))), overwrite=True)
    assert ClaimPage.objects.get().verdicts.count() == 2
