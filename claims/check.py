"""``/check/``: a reader pastes a text and sees which known claims it tells. Nothing is stored, logged or put in an address."""

from dataclasses import dataclass, field

from django import forms
from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from claims.matching.checking import LONGEST_TEXT, Sentence, check
from claims.matching.known import known
from claims.matching.stance import Stance
from claims.models import ClaimPage
from sources.intake.files import KINDS, LARGEST, UnreadableFile, text_of

# What a sentence does, in a word
STANCES = {"repeats": _("repeats"), "corrects": _("corrects"), "related": _("related"), "figure": _("figure")}
MOST_SENT = LARGEST + 1024 * 1024  # bytes of a whole form
# What is after # stays in the browser; the page reads it and sends it as a form.
BOOKMARKLET = "javascript:void open('PAGE#text='+encodeURIComponent(String(getSelection()).slice(0,50000)))"


class Pasted(forms.CharField):
    """A text as it was pasted; a NUL byte in it, which means nothing, is a blank."""

    def to_python(self, value):
        return super().to_python(value).replace("\0", " ")


class CheckForm(forms.Form):
    text = Pasted(
        required=False,
        strip=False,
        label=_("Your text"),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
    )
    file = forms.FileField(required=False, label=_("Or a file"), widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}))

    def clean(self):
        cleaned = super().clean()
        text, file = cleaned.get("text") or "", cleaned.get("file")
        if file:
            try:
                text = text_of(file.name, file.read(LARGEST + 1))
            except UnreadableFile as error:
                self.add_error("file", str(error))
                return cleaned
        if not text.strip():
            self.add_error("text", gettext("There is no text to check yet."))
        elif len(text) > LONGEST_TEXT:
            self.add_error(
                "file" if file else "text",
                gettext("The text has %(size)s characters; at most %(most)s can be checked at once. Check it in parts.")
                % {"size": f"{len(text):,}", "most": f"{LONGEST_TEXT:,}"},
            )
        cleaned["text"] = text
        return cleaned


class OnlyInMemory(MemoryFileUploadHandler):
    """Keeps a file out of the temporary folder, whatever its size; ``MOST_SENT`` bounds it."""

    def handle_raw_input(self, *args, **kwargs):
        self.activated = True


@dataclass
class Place:
    """A sentence that tells, corrects or touches a claim; ``number`` is its place in the text."""

    number: int
    sentence: Sentence
    stance: Stance
    score: float


@dataclass
class Finding:
    claim: ClaimPage
    number: int
    told: list[Place] = field(default_factory=list)
    figures: dict[str, int] = field(default_factory=dict)

    @property
    def stance(self) -> Stance:
        """The gravest of its places."""
        return min((place.stance for place in self.told), key=list(Stance).index, default=Stance.RELATED)

    @property
    def only_related(self) -> bool:
        """Nothing in the text tells it, corrects it or has its figure."""
        return self.stance == Stance.RELATED and not self.figures


# The form names no person and changes nothing, so there is nothing a forged one could do; and no cookie is needed.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request):
    if request.method != "POST":
        return _page(request, CheckForm())
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_SENT:
        # Before anything of it is read.
        form = CheckForm(data={})
        form.is_valid()
        form.errors.clear()
        size = MOST_SENT // 1024 // 1024
        form.add_error("text", gettext("That was more than %(size)d MB. Check a text of this size in parts.") % {"size": size})
        return _page(request, form, status=413)
    request.upload_handlers = [OnlyInMemory(request)]
    form = CheckForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    text = form.cleaned_data["text"]
    sentences = check(text, known().matcher)
    findings = found_in(sentences)
    return _page(
        request,
        CheckForm(initial={"text": text}),
        findings=[finding for finding in findings if not finding.only_related],
        related=[finding for finding in findings if finding.only_related],
        pieces=_pieces(text, sentences, {finding.claim.slug: finding for finding in findings}),
        sentences=len(sentences),
        told=sum(any(match.stance == Stance.REPEATS for match in sentence.matches) for sentence in sentences),
    )


def _page(request, form, status=200, **result):
    bookmarklet = BOOKMARKLET.replace("PAGE", settings.PUBLIC_URL + reverse("check"))
    context = {"form": form, "most": LONGEST_TEXT, "bookmarklet": bookmarklet, **result}
    response = render(request, "claims/check.html", context, status=status)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response


def found_in(sentences: list[Sentence]) -> list[Finding]:
    """The claims met, in the order of the text, each with its places and figures; those that are only related come last."""
    slugs = {match.claim for sentence in sentences for match in sentence.matches}
    slugs |= {claim for sentence in sentences for figure in sentence.figures for claim in figure.claims}
    claims = {claim.slug: claim for claim in ClaimPage.objects.published().filter(slug__in=slugs).for_listing()}
    findings: dict[str, Finding] = {}

    def of(slug):
        return findings.setdefault(slug, Finding(claims[slug], 0))

    for number, sentence in enumerate(sentences, 1):
        for match in sentence.matches:
            if match.claim in claims:
                of(match.claim).told.append(Place(number, sentence, match.stance, match.score))
        met = {match.claim for match in sentence.matches if match.stance != Stance.RELATED}
        for figure in sentence.figures:
            for slug in figure.claims:
                if slug in claims and slug not in met:
                    of(slug).figures.setdefault(figure.text, number)
    found = sorted(findings.values(), key=lambda finding: finding.only_related)
    for number, finding in enumerate(found, 1):
        finding.number = number
    return found


def _pieces(text, sentences, findings):
    """The text in order: runs that say nothing known, and sentences that do. Joined they are the text again."""
    pieces, at = [], 0
    for number, sentence in enumerate(sentences, 1):
        if not (sentence.matches or sentence.figures):
            continue
        stance = min((match.stance for match in sentence.matches), key=list(Stance).index, default=None)
        if sentence.figures and stance in (None, Stance.RELATED):
            stance = "figure"
        slugs = [match.claim for match in sentence.matches]
        slugs += [slug for figure in sentence.figures for slug in figure.claims if slug not in slugs]
        if at < sentence.start:
            pieces.append({"text": text[at : sentence.start]})
        notes = [findings[slug] for slug in slugs if slug in findings]
        words = STANCES[stance]
        pieces.append({"text": sentence.text, "number": number, "stance": stance, "words": words, "findings": notes})
        at = sentence.end
    if at < len(text):
        pieces.append({"text": text[at:]})
    return pieces
