from django.urls import path, re_path

from explainer.api.data import views
from explainer.api.data.package import NAME
from sources.citing import paths  # noqa: F401 - the kind of path used below

app_name = "data"
urlpatterns = [
    path("", views.index, name="index"),
    path(f"{NAME}.sqlite", views.database, name="database"),
    path(f"{NAME}.zip", views.archive, name="archive"),
    path("datapackage.json", views.datapackage, name="datapackage"),
    path("metadata.json", views.metadata, name="metadata"),
    path("references.<citation:extension>", views.references, name="references"),
    re_path(r"^(?P<name>[a-z]+)\.(?P<form>csv|json)$", views.table, name="table"),
]
