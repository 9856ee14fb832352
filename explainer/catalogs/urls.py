from django.urls import path

from explainer.catalogs import views

app_name = "catalogs"
urlpatterns = [
    path("", views.index, name="catalogs"),
    path("compare/", views.compare, name="compare"),
    path("behaviours/", views.behaviours, name="behaviours"),
    path("behaviours/<slug:slug>/", views.behaviour, name="behaviour"),
    path("<slug:slug>/", views.catalog, name="catalog"),
]
