from django.urls import path, re_path

from explainer.actors import views

app_name = "actors"
urlpatterns = [
    path("", views.index, name="map"),
    re_path(r"^export\.(?P<form>svg|csv|graphml|ftm\.json)$", views.export, name="export"),
    path("<slug:slug>/", views.actor, name="actor"),
]
