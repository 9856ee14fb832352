"""Two versions of a claim side by side: which parts differ, and how, each under the name it has on the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from claims.choices import Stance
from claims.prose import PROSE_FIELDS, plain
from claims.versions.difference import as_html, difference
from sources.choices import ChangeKind
from sources.edtf import parse

HEADINGS = {
    "short_answer": _("The short answer"),
    "documented": _("What is documented"),
    "disagreements": _("Where sources disagree"),
    "grew_out_of": _("What it grew out of"),
    "would_change_if": _("This would change if…"),
}
# Parts that are lists of rows: heading, what makes a row the same in both, and its text
ROWS: dict[str, tuple[str, Callable[[dict], tuple], Callable[[dict], str]]] = {
    "verdicts": (_("Verdict history"), lambda row: (row["on"], row["verdict"]), lambda row: _verdict(row)),
    "corrections": (_("Corrections"), lambda row: (row["on"], row["kind"]), lambda row: _correction(row)),
    "waivers": (_("Waivers"), lambda row: (row["gate"], row["on"]), lambda row: _waiver(row)),
    "variants": (_("Also told as"), lambda row: (row["key"],), lambda row: _lines(row["wording"], plain(row["answer"]))),
    "figures": (_("Numbers"), lambda row: (row["counted"], row["up_to"], row["given_by"]), lambda row: _figure(row)),
    "evidence": (_("Evidence"), lambda row: (row["key"],), lambda row: _passage(row, str(Stance(row["stance"]).label))),
    "appearances": (
        _("Where the claim was made"),
        lambda row: (row["source"], row["said_by"], row["said_on"]),
        lambda row: _passage(
            row, _lines(_date(row["said_on"]), row["said_by"], gettext("first known") if row["first_known"] else "")
        ),
    ),
}


@dataclass(frozen=True)
class Changed:
    """A part of the page that differs: its text, or those of its rows that do, with what came and what went."""

    heading: object  # words, in the language of whoever reads
    texts: list[SafeString]


def compare(before: dict, after: dict) -> list[Changed]:
    """``before`` and ``after`` are the facts of two versions. Parts that are the same are left out."""
    return list(_parts(before, after))


def _parts(before: dict, after: dict) -> Iterator[Changed]:
    yield from _text(_("The claim"), before["title"], after["title"])
    yield from _rows("verdicts", before, after)
    yield from _rows("corrections", before, after)
    yield from _text(HEADINGS["short_answer"], *_prose("short_answer", before, after))
    yield from _text(_("The claim as it circulates"), before["statement"], after["statement"])
    yield from _rows("variants", before, after)
    for field in PROSE_FIELDS[1:]:
        yield from _text(HEADINGS[field], *_prose(field, before, after))
    yield from _rows("figures", before, after)
    yield from _rows("evidence", before, after)
    yield from _text(_("What was looked for on the other side"), before["looked_for"], after["looked_for"])
    yield from _rows("waivers", before, after)
    yield from _rows("appearances", before, after)
    yield from _text(_("Where"), before["place"], after["place"])
    yield from _text(_("When"), _date(before["period"]), _date(after["period"]))
    yield from _text(_("Withdrawn"), *(_lines(_date(said["withdrawn_on"]), said["withdrawn_reason"]) for said in (before, after)))
    for heading, name in ((pgettext_lazy("a claim is about", "About"), "layers"), (_("What it mixes up"), "mixups")):
        yield from _text(heading, "; ".join(before[name]), "; ".join(after[name]))
    for heading, name in ((_("Last checked"), "last_checked"), (_("Next review by"), "next_review")):
        yield from _text(heading, _date(before[name]), _date(after[name]))


def _text(heading: str, before: str, after: str) -> Iterator[Changed]:
    if pieces := difference(before, after):
        yield Changed(heading, [as_html(pieces)])


def _prose(field: str, before: dict, after: dict) -> tuple[str, str]:
    """As text; where only a link or a style differs, as it is written, so that no change is hidden."""
    old, new = before["prose"][field], after["prose"][field]
    return (plain(old), plain(new)) if plain(old) != plain(new) else (old, new)


def _rows(name: str, before: dict, after: dict) -> Iterator[Changed]:
    heading, key, text = ROWS[name]
    old, new = ({(key(row), n): text(row) for row, n in _numbered(facts[name], key)} for facts in (before, after))
    pairs = [(old.get(one, ""), new.get(one, "")) for one in {**old, **new}]
    if texts := [as_html(pieces) for pair in pairs if (pieces := difference(*pair))]:
        yield Changed(heading, texts)
    elif before[name] != after[name]:
        yield Changed(heading, [format_html("<p>{}</p>", _("The words are the same; their order, or a link in them, is not."))])


def _numbered(rows: list[dict], key: Callable[[dict], tuple]) -> Iterator[tuple[dict, int]]:
    """Rows that look the same are told apart by their place."""
    seen: dict[tuple, int] = {}
    for row in rows:
        seen[key(row)] = seen.get(key(row), -1) + 1
        yield row, seen[key(row)]


def _verdict(row: dict) -> str:
    kind = f" ({ChangeKind(row['kind']).label.lower()})" if row["kind"] else ""
    return _lines(f"{_date(row['on'])}: {row['word']}{kind}", row["reason"], row["reviewer"])


def _correction(row: dict) -> str:
    return _lines(f"{_date(row['on'])}: {ChangeKind(row['kind']).label}", row["wrong"], row["now"], row["reviewer"])


def _figure(row: dict) -> str:
    number = f"{row['counted']}, {_date(row['up_to'])}: {row['degree']} {row['value']:,}"
    misread = ", ".join(filter(None, [row["read_as"], _date(row["read_over"])]))
    return _lines(" ".join(number.split()), gettext("misread as %(what)s") % {"what": misread} if misread else "")


def _waiver(row: dict) -> str:
    return _lines(row["gate"], row["reason"], f"{row['given_by']}, {row['seconded_by']}, {_date(row['on'])}")


def _passage(row: dict, head: str) -> str:
    quotation = " = ".join(f"“{words}”" for words in (row["quotation"], row["translation"]) if words)
    document = ", ".join(filter(None, [row["source_title"], row["publisher"], _date(row["issued"]), row["locator"]]))
    return _lines(head, row["says"], quotation, document, row["passage_url"])


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _date(edtf: str) -> str:
    return str(parse(edtf)) if edtf else ""
