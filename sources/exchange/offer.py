"""The way to an import, from the list of what it makes."""

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.widgets.button import Button

from sources.exchange.kinds import allowed_kinds


class OffersImport:
    """Mixed into a list of the admin."""

    imports = ""  # name of the kind

    @cached_property
    def header_more_buttons(self):
        offered = [kind for kind in allowed_kinds(self.request.user) if kind.name == self.imports]
        buttons = [
            Button(kind.title, url=reverse("imports:read", args=[kind.name]), icon_name="upload", priority=80) for kind in offered
        ]
        return [*super().header_more_buttons, *buttons]
