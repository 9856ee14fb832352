"""A suggestion becomes an appearance in a new draft of the claim, or is put aside."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from claims.models import Appearance, ClaimPage, Decision, Suggestion
from sources.picking.anchoring import Unanchorable, passage, quotation
from sources.picking.blocks import locator
from sources.picking.stored import copy_of


class NotAdded(Exception):
    """Says why, in a sentence."""


@transaction.atomic
def add_appearance(suggestion: Suggestion, user: AbstractBaseUser, seen_revision: int | None) -> ClaimPage:
    """Raises ``NotAdded``. ``seen_revision`` is the newest of the claim when the user looked at the suggestion.

    Nothing is published: the row waits in a draft, with what it says still to be written by a person.
    """
    suggestion = (
        Suggestion.objects.select_for_update(of=["self"]).select_related("capture__source__publisher").get(pk=suggestion.pk)
    )
    claim = ClaimPage.objects.select_for_update(of=["self"]).get(pk=suggestion.claim_id)
    refuse_if_taken(suggestion, claim, user, seen_revision)
    draft = claim.get_latest_revision_as_object()
    draft.appearances.add(appearance_of(suggestion, len(draft.appearances.all())))
    draft.save_revision(user=user, log_action=True)
    decide(suggestion, Decision.ADDED, user)
    return claim


def refuse_if_taken(suggestion, claim, user, seen_revision) -> None:
    if suggestion.decision == Decision.ADDED:
        raise NotAdded("This sentence was added already.")
    permissions = claim.permissions_for_user(user)
    if not permissions.can_edit():
        raise NotAdded(f"You may not change “{claim}”.")
    if permissions.page_locked():
        raise NotAdded(f"“{claim}” is locked; nothing can be added to it until it is unlocked.")
    newest = claim.latest_revision
    if newest and newest.pk != seen_revision and newest.user_id != user.pk:
        by = newest.user.get_username() if newest.user else "somebody"
        raise NotAdded(f"“{claim}” has a newer draft by {by} than the one you saw. Look at it, then add the sentence again.")


def appearance_of(suggestion: Suggestion, position: int) -> Appearance:
    capture, copy = suggestion.capture, copy_of(suggestion.capture.text)
    if copy.text[suggestion.start : suggestion.end] != suggestion.sentence:
        raise NotAdded("The stored copy has changed since it was read. Have it read again.")
    try:
        found = passage(copy, suggestion.start, suggestion.end)
    except Unanchorable as reason:
        raise NotAdded(f"No anchor finds this sentence alone. {reason}") from reason
    anchor = found.anchor
    return Appearance(
        sort_order=position,
        source=capture.source,
        said_by=capture.source.publisher.name,
        said_on=capture.source.issued,
        locator=locator(copy.blocks, found.start, found.end),
        quotation=quotation(found.words),
        anchor_start=anchor.start,
        anchor_end=anchor.end,
        anchor_prefix=anchor.prefix,
        anchor_suffix=anchor.suffix,
    )


def decide(suggestion: Suggestion, decision: Decision, user: AbstractBaseUser) -> None:
    suggestion.decision = decision
    suggestion.decided_by, suggestion.decided_at = (None, None) if decision == Decision.OPEN else (user, timezone.now())
    suggestion.save(update_fields=["decision", "decided_by", "decided_at"])
