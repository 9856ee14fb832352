"""In what state an address is, and how one check of it can end."""

from django.db import models


class Link(models.TextChoices):
    UNKNOWN = "unknown", "Not checked yet"
    OK = "ok", "Opens"
    MOVED = "moved", "Leads elsewhere"
    BLOCKED = "blocked", "Lets no machine look"
    LOGIN = "login", "Behind a login"
    SUSPICIOUS = "suspicious", "Suspicious"
    FAILING = "failing", "Failing"
    DEAD = "dead", "Dead"
    REPLACED = "replaced", "No longer named by its source"


class Outcome(models.TextChoices):
    OK = "ok", "Opened"
    MOVED = "moved", "Led to another address"
    BLOCKED = "blocked", "Refused to a machine"
    LOGIN = "login", "Asked for a login"
    SOFT_404 = "soft-404", "Opened, but looks like an error page"
    GONE = "gone", "No such page"
    ERROR = "error", "The server was in trouble"
    SILENT = "silent", "No answer"
    UNCLEAR = "unclear", "Could not be told"


# What an address that works can answer. A machine that is turned away has learned nothing of the page.
SUCCESSES = frozenset({Outcome.OK, Outcome.MOVED})
FAILURES = frozenset({Outcome.GONE, Outcome.ERROR, Outcome.SILENT})
# What readers are told of
UNREACHABLE = frozenset({Link.FAILING, Link.DEAD})
