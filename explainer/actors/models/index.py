from claims.models import RoomPage


class ActorIndexPage(RoomPage):
    """``/actors/``: the map and every actor."""

    class Meta:
        verbose_name = "actor map"

    def room_context(self, params):
        from explainer.actors.views import index_context

        return index_context(params)
