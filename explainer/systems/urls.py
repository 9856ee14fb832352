from django.urls import path

from explainer.systems import views

app_name = "systems"
urlpatterns = [
    path("", views.systems, name="systems"),
    path("which/", views.sort, name="sort"),
    path("which/<slug:output>/", views.sort, name="sort"),
    path("which/<slug:output>/<slug:keeper>/", views.sort, name="sort"),
    path("<slug:slug>/", views.system, name="system"),
]
