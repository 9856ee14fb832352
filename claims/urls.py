from django.urls import path

from claims import views
from claims.citing import cite_claim, cite_passage, cite_sources, passage
from claims.classroom import classroom
from claims.versions import views as versions
from sources.citing import paths  # noqa: F401 - the kind of path used below

app_name = "claims"
urlpatterns = [
    path("<slug:slug>/", views.claim, name="claim"),
    path("<slug:slug>/classroom/", classroom, name="classroom"),
    path("<slug:slug>/v/", versions.versions, name="versions"),
    path("<slug:slug>/v/<int:number>/", versions.version, name="version"),
    path("<slug:slug>/v/<int:number>/diff/", versions.diff, name="diff"),
    path("<slug:slug>/v/<int:number>/cite.<citation:extension>", versions.cite, name="cite-version"),
    path("<slug:slug>/cite.<citation:extension>", cite_claim, name="cite"),
    path("<slug:slug>/sources.<citation:extension>", cite_sources, name="cite-sources"),
    path("<slug:slug>/evidence/<slug:key>/", passage, name="passage"),
    path("<slug:slug>/evidence/<slug:key>/cite.<citation:extension>", cite_passage, name="cite-passage"),
]
