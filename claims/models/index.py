from claims.models.room import RoomPage


class ClaimIndexPage(RoomPage):
    """All claims: ``/claims/``."""

    subpage_types = ["claims.ClaimPage"]

    class Meta:
        verbose_name = "list of claims"

    def get_absolute_url(self) -> str:
        return self.url or ""

    def room_context(self, params):
        from claims.filters import claim_listing

        return {"listing": claim_listing(params)}
