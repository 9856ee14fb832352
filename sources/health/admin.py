"""Hooks of the admin for addresses and stored copies."""

from urllib.parse import urlencode

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from sources.health import copies, views
from sources.models import Capture, Source


@hooks.register("register_admin_urls")
def urls():
    addresses = [
        path("", views.AddressListView.as_view(), name="index"),
        path("results/", views.AddressListView.as_view(results_only=True), name="results"),
        path("<int:pk>/", views.AddressView.as_view(), name="address"),
        path("<int:pk>/judge/", views.JudgeAddressView.as_view(), name="judge"),
        path("<int:pk>/check/", views.CheckAddressesView.as_view(), name="check"),
        path("<int:pk>/archive/", views.ArchiveView.as_view(), name="archive"),
    ]
    reading = [path("<int:pk>/", copies.ReadCopyView.as_view(), name="read")]
    return [path("addresses/", include((addresses, "addresses"))), path("copies/", include((reading, "copies")))]


class AddressMenuItem(MenuItem):
    def is_shown(self, request):
        return views.may_see(request.user)


def address_menu_item() -> MenuItem:
    return AddressMenuItem("Addresses", reverse("addresses:index"), name="addresses", icon_name="link", order=1000)


@hooks.register("register_snippet_listing_buttons")
def listing_buttons(snippet, user, next_url=None):
    if isinstance(snippet, Source) and views.may_see(user):
        yield Button("Addresses", f"{reverse('addresses:index')}?{urlencode({'q': snippet.slug})}", icon_name="link", priority=40)
    if isinstance(snippet, Capture):
        yield Button("Read and judge", reverse("copies:read", args=[snippet.pk]), icon_name="view", priority=5)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(
        content_type__app_label="sources", codename__in=["view_linkstate", "judge_linkstate", "check_capture"]
    )


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("sources.judge_address", "Judge address", "Judged an address")
    actions.register_action("sources.check_capture", "Judge copy", "Judged a stored copy")
