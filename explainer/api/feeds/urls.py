from django.urls import re_path

from explainer.api.feeds import views

app_name = "feeds"
urlpatterns = [
    re_path(r"^(?P<name>[a-z]+)\.(?P<form>atom|json)$", views.feed, name="feed"),
    re_path(r"^claims/(?P<slug>[-a-zA-Z0-9_]+)\.(?P<form>atom|json)$", views.claim_feed, name="claim"),
]
