from django.urls import path, register_converter

from explainer.sharing import views
from explainer.sharing.cards import DIGITS
from explainer.sharing.kinds import KINDS


class Kind:
    regex = "|".join(KINDS)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Digest(Kind):
    regex = f"[0-9a-f]{{{DIGITS}}}"


register_converter(Kind, "card_kind")
register_converter(Digest, "card_digest")

app_name = "sharing"
urlpatterns = [path("<card_kind:kind>/<slug:slug>.<card_digest:digest>.png", views.card, name="card")]
