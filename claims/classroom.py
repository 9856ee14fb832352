"""A claim for a class: all that there is to judge it by, and nothing of how we judged it."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import ClaimPage, Evidence, Layer, MixUp
from sources.languages import language_name, written_in
from sources.models.citation import attach_sources


@dataclass(frozen=True)
class Question:
    """``room`` is how many lines of an answer there is space for in print."""

    text: str
    options: tuple[str, ...] = ()
    room: int = 3


def classroom(request, slug):
    claim = get_object_or_404(ClaimPage.objects.live(), slug=slug)
    if claim.withdrawn_on:
        return redirect(claim)  # which says why
    evidence, appearances = list(claim.evidence.all()), list(claim.appearances.all())
    attach_sources([*evidence, *appearances])
    evidence.sort(key=neutral)
    context = {
        "claim": claim,
        "evidence": evidence,
        "documents": len({row.source_id for row in evidence}),
        "appearances": sorted(appearances, key=lambda row: (row.said_on == "", row.said_on)),
        "questions": questions(evidence, appearances),
        "canonical_url": settings.PUBLIC_URL + claim.get_absolute_url(),
    }
    return render(request, "claims/classroom.html", context)


def neutral(row: Evidence) -> tuple:
    """By the date of the document. The order of the claim's page would tell which side a passage is on."""
    return row.source.issued == "", row.source.issued, row.source.title, row.locator, row.says


def questions(evidence: list[Evidence], appearances: list) -> list[Question]:
    """What to ask of any claim, and what the documents at hand give cause to ask. None of it depends on the verdict."""
    sources = {row.source_id: row.source for row in evidence}.values()
    foreign = sum(not source.language.startswith(written_in()) for source in sources)
    asked = [
        Question(_("Which system is the claim about? Mark one or more."), tuple(layer.name for layer in Layer.objects.all()), 0),
        Question(
            _(
                "Which of the documents are the thing itself, such as a law or a notice, and which tell of it? What difference does that make?"
            )
        ),
        Question(
            _("There are %(n)d documents. Which of them repeat another? How many independent origins are left?")
            % {"n": len(sources)}
            if len(sources) > 1
            else _("There is one document. What would a second one have to be like to count as independent of it?")
        ),
        Question(_("Which passages speak for the claim, which against it, and which only tell of what is around it?"), room=5),
    ]
    if mixups := tuple(mixup.name for mixup in MixUp.objects.all()):
        asked.append(Question(_("Is one thing taken for another? Mark what you find, or nothing."), mixups, 2))
    if len(appearances) > 1:
        asked.append(Question(_("What changed in the words of the claim from one telling to the next?")))
    asked.append(Question(_("Who made the claim, and what did they show for it?")))
    if foreign:
        asked.append(
            Question(
                ngettext(
                    "%(n)d of the documents is not in %(language)s. What can get lost or added on the way?",
                    "%(n)d of the documents are not in %(language)s. What can get lost or added on the way?",
                    foreign,
                )
                % {"n": foreign, "language": language_name(written_in())}
            )
        )
    asked += [
        Question(_("What is your own judgement? Give the reason in one sentence, and the passages it rests on."), room=5),
        Question(_("What would change your mind? Name a document that would, and where one would look for it.")),
    ]
    return asked
