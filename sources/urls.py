from django.urls import path

from sources import views
from sources.citing import paths  # noqa: F401 - the kind of path used below
from sources.citing.views import cite_source

app_name = "sources"
urlpatterns = [
    path("", views.library, name="library"),
    path("<slug:slug>/", views.source, name="source"),
    path("<slug:slug>/cite.<citation:extension>", cite_source, name="cite"),
]
