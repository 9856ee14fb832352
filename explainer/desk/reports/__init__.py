"""Every report of the desk, in the order of the menu and of the overview. A new one is added here and nowhere else."""

from explainer.desk.reports.anchors import DriftedAnchors
from explainer.desk.reports.catalogs import Cells, Coverage, RelationsUnchecked, RowsUnchecked
from explainer.desk.reports.claims import VerdictsChanged, Waivers, WeakSourcing
from explainer.desk.reports.elsewhere import CHANGED_ADDRESSES, FAILED_WORK, FAILING_ADDRESSES, UNREAD_COPIES
from explainer.desk.reports.mine import OpenComments, ToApprove
from explainer.desk.reports.readers import ReaderReports
from explainer.desk.reports.reviews import Reviews
from explainer.desk.reports.sources import SourceUse, Uncaptured
from explainer.desk.reports.suggestions import Suggestions
from explainer.desk.reports.work import Drafts, InReview, NeverSecondRead
from explainer.desk.reports.workload import Workload

SECTIONS = {
    "For you": [ToApprove, OpenComments],
    "Claims and pages": [Reviews, WeakSourcing, Waivers, VerdictsChanged, NeverSecondRead, Suggestions],
    "Sources": [SourceUse, Uncaptured, DriftedAnchors, FAILING_ADDRESSES, CHANGED_ADDRESSES, UNREAD_COPIES],
    "Places and relations": [Coverage, Cells, RowsUnchecked, RelationsUnchecked],
    "Work": [ReaderReports, InReview, Drafts, Workload, FAILED_WORK],
}
REPORTS = [report for reports in SECTIONS.values() for report in reports]
# Those that are views of the desk; the others are kept elsewhere in the admin
VIEWS = [report for report in REPORTS if isinstance(report, type)]
