"""``/styleguide/``, in development only: every token, sign and component, in every state it has."""

import datetime
import re
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from claims.choices import Stance, Verdict
from claims.models import ClaimPage, Layer
from explainer.actors.choices import Sector, Status
from explainer.catalogs.choices import EntryStatus
from explainer.catalogs.choices import State as Answer
from explainer.timeline.choices import Lane
from explainer.timeline.models import Event
from sources.choices import Tier
from sources.symbols import Symbol

# What each family of signs is drawn for
FAMILIES = {
    "verdict": list(Verdict),
    "stance": list(Stance),
    "tier": list(Tier),
    "lane": list(Lane),
    "status": [*Status, *(status for status in EntryStatus if status.value not in Status.values)],
    "state": list(Answer),
    "layer": list(Symbol),
}
TOKENS = Path(settings.BASE_DIR) / "explainer/styles/tokens.css"
PROPERTIES = {"colour": "background", "size": "font-size", "space": "inline-size"}
OWN = """
.swatches, .spaces { display: flex; flex-wrap: wrap; gap: 1rem; }
.swatches span { display: block; width: 6rem; height: 3rem; border: 1px solid var(--rule); }
.spaces span { display: inline-block; height: 1rem; }
.at-12 .mark { width: 12px; height: 12px; } .at-16 .mark { width: 16px; height: 16px; } .at-24 .mark { width: 24px; height: 24px; }
.grey { filter: grayscale(1); }
"""
DAY = datetime.date(2026, 1, 31)


def tokens() -> dict[str, list[str]]:
    """What the tokens are for → their names, in the order of the file."""
    css = TOKENS.read_text()
    patterns = {"colour": r"--([a-z-]+):\s*#", "size": r"--(t-\w+):", "space": r"--(s\d):"}
    return {kind: list(dict.fromkeys(re.findall(pattern, css))) for kind, pattern in patterns.items()}


def styleguide(request):
    rows = ClaimPage.objects.published().for_listing()
    claims = [claim for verdict in Verdict if (claim := rows.filter(verdict=verdict).first())]
    withdrawn = SimpleNamespace(withdrawn_on=DAY, withdrawn_reason="Two of its documents turned out to be one.")
    return render(
        request,
        "explainer/styleguide.html",
        {
            "tokens": tokens(),
            "families": FAMILIES,
            "verdicts": list(Verdict),
            "sectors": [(sector, 1) for sector in Sector],
            "claims": claims,
            "layers": Layer.objects.all()[:3],
            "lines": [50, 150, 250],
            "events": [event for lane in Lane if (event := Event.objects.published().filter(lane=lane).first())],
            "withdrawn": withdrawn,
            "warned": SimpleNamespace(warning="A document this page rests on is being looked at.", warned_on=DAY),
            "day": DAY,
        },
    )


def tokens_css(request):
    """A class for each token: no style stands in a page itself."""
    rules = [
        f".{kind}-{name} {{ {PROPERTIES[kind]}: var(--{name}) !important; }}"
        for kind, names in tokens().items()
        for name in names
    ]
    return HttpResponse("\n".join([*rules, OWN]), content_type="text/css")


urlpatterns = [
    path("styleguide/", styleguide),
    path("styleguide/tokens.css", tokens_css),
]
