from claims.models import RoomPage


class CatalogIndexPage(RoomPage):
    """``/catalogs/``: every place that has one, on a grid and in a table."""

    subpage_types = ["catalogs.CatalogPage"]

    class Meta:
        verbose_name = "list of catalogs"

    def room_context(self, params):
        from explainer.catalogs.views import index_context

        return index_context(params)
