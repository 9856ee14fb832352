"""What this room adds to pages of others. It knows nothing of the API, which is made only when every room has told its filters."""

from django.urls import reverse

from claims.models import ClaimPage
from sources.languages import in_content_language


@in_content_language
def link(page: ClaimPage) -> tuple[str, dict] | None:
    """To the packet, for the page of the claim. Nothing for a draft."""
    return ("sharing/packet_link.html", {"address": reverse("claim-packet", args=[page.slug])}) if page.live else None
