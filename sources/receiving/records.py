"""The way of a document: received, read, and then made a source, added to a known one, or discarded."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from sources.choices import DerivationKind, LinkKind
from sources.identity.addresses import address_key, original
from sources.identity.keys import keys_of
from sources.intake.addresses import FetchRefused, checked
from sources.intake.documents import Document, read_fetched, read_file, read_pasted
from sources.intake.fetch import FetchFailed, fetch
from sources.intake.files import UnreadableFile
from sources.intake.findings import HIGH
from sources.models import Capture, Derivation, Intake, Source, SourceLink
from sources.models.intake import IntakeState, IntakeWay
from sources.models.key import KeyKind

DOI = "https://doi.org/"


class AlreadySettled(Exception):
    """Somebody else was quicker."""


# Received


def receive_address(address: str, user) -> Intake:
    """Left to the worker. Raises FetchRefused at once if the form of the address forbids it."""
    from sources.tasks import read_address as task

    checked(address)
    with transaction.atomic():
        intake = Intake.objects.create(way=IntakeWay.ADDRESS, address=address.strip(), by=user)
        task.enqueue(intake.pk)
    return intake


def try_again(intake: Intake) -> None:
    from sources.tasks import read_address as task

    with transaction.atomic():
        if Intake.objects.filter(pk=intake.pk, state=IntakeState.FAILED).update(state=IntakeState.WAITING, error=""):
            task.enqueue(intake.pk)


def receive_file(name: str, data: bytes, user, address: str = "") -> Intake:
    """Read at once. Raises UnreadableFile, and then nothing is kept."""
    return _read(Intake(way=IntakeWay.FILE, file=name[:200], by=user), read_file(name, data), address)


def receive_text(text: str, user, address: str = "") -> Intake:
    return _read(Intake(way=IntakeWay.PASTE, by=user), read_pasted(text), address)


def read_address(intake_id: int) -> None:
    """Fetch and read. A worker that was stopped in the middle does it over; what was settled meanwhile is left alone."""
    running = Intake.objects.filter(pk=intake_id, state__in=[IntakeState.WAITING, IntakeState.FETCHING])
    if not running.update(state=IntakeState.FETCHING):
        return
    address = Intake.objects.values_list("address", flat=True).get(pk=intake_id)
    try:
        found = fetch(address)
        document = read_fetched(found.url, found.data, found.media_type)
    except (FetchRefused, FetchFailed, UnreadableFile) as error:
        running.update(state=IntakeState.FAILED, error=str(error))
        return
    with transaction.atomic():
        intake = running.select_for_update().first()
        if intake:
            _read(intake, document, "")


def _read(intake: Intake, document: Document, address: str) -> Intake:
    for known in filter(None, (address, intake.address)):
        if original(known) != known:
            document.findings.add("url", original(known), HIGH, "the address of the archived copy")
            document.findings.add("archive", known, HIGH, "the address it was fetched from")
        elif address:
            document.findings.add("url", address, HIGH, "what you gave")
    intake.findings, intake.text, intake.file_sha256 = document.findings.as_json(), document.text, document.sha256
    if intake.way == IntakeWay.PASTE:
        intake.file_sha256 = ""
    intake.state, intake.taken_at = IntakeState.READY, timezone.now()
    intake.save()
    return intake


# Settled


@transaction.atomic
def make_source(intake: Intake, source: Source, doi: str, derivations: list[tuple[str, Source, str]], user) -> Source:
    """``source``, filled and not saved, becomes a draft with a capture. ``derivations`` are (kind, origin, note)."""
    intake = _take(intake)
    source.live = False
    source.links = links_for(intake, source, doi)
    source.derivations = [Derivation(kind=DerivationKind(kind), origin=origin, note=note) for kind, origin, note in derivations]
    source.save()
    revision = source.save_revision(user=user)
    log(instance=source, action="wagtail.create", user=user, revision=revision, content_changed=True)
    _capture(intake, source)
    _settle(intake, source)
    return source


@transaction.atomic
def add_to(intake: Intake, source: Source, user) -> bool:
    """It is a source that is known: its text is kept with it, and a new address goes into a draft of it.

    Returns whether the text was new.
    """
    intake = _take(intake)
    draft = source.get_latest_revision_as_object()
    known = {value for kind, value in keys_of(draft) if kind == KeyKind.ADDRESS}
    address = intake.address
    if address_key(address) and (address_key(address) not in known or _is_new_archive(address, draft)):
        kind = LinkKind.ARCHIVE if original(address) != address else LinkKind.MIRROR
        draft.links = [*draft.links.all(), SourceLink(kind=kind, url=address)]
        revision = draft.save_revision(user=user)
        log(instance=source, action="wagtail.edit", user=user, revision=revision, content_changed=True)
    is_new = _capture(intake, source)
    _settle(intake, source)
    return is_new


def discard(intake: Intake) -> None:
    running = Intake.objects.filter(pk=intake.pk).exclude(state=IntakeState.USED)
    running.update(state=IntakeState.DISCARDED, text="", findings={})


def links_for(intake: Intake, source: Source, doi: str) -> list[SourceLink]:
    """Addresses besides that of the document itself: of the archived copy it was read from, and its DOI."""
    links = [SourceLink(kind=LinkKind.ARCHIVE, url=row["value"]) for row in intake.findings.get("archive", [])]
    if doi and doi not in source.url.lower():
        links.append(SourceLink(kind=LinkKind.MIRROR, url=f"{DOI}{doi}", label="DOI"))
    return links


def _is_new_archive(address: str, source: Source) -> bool:
    """An archived copy of a known address is one more address, although it has the same key."""
    return original(address) != address and address not in [link.url for link in source.links.all()]


def _take(intake: Intake) -> Intake:
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.state != IntakeState.READY:
        raise AlreadySettled
    return intake


def _capture(intake: Intake, source: Source) -> bool:
    digest = Capture.digest(intake.text)
    known = Capture.objects.filter(source=source, sha256=digest).first()
    if known and known.text:
        return False
    # An edition names a capture by its hash and leaves the text to the desk that holds it: here it is.
    capture = known or Capture(source=source, origin=intake.origin, taken_at=intake.taken_at, file=intake.file)
    capture.text, capture.sha256 = intake.text, digest
    capture.file_sha256 = intake.file_sha256
    capture.save()
    return True


def _settle(intake: Intake, source: Source) -> None:
    intake.state, intake.source, intake.text, intake.findings = IntakeState.USED, source, "", {}
    intake.save()
