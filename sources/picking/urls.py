from django.urls import path

from sources.picking import views

app_name = "sources_captures"
urlpatterns = [
    path("picker/", views.dialog, name="dialog"),
    path("picker/sources/", views.sources, name="sources"),
    path("<int:pk>/text/", views.text, name="text"),
    path("<int:pk>/portion/", views.portion, name="portion"),
    path("<int:pk>/find/", views.find, name="find"),
    path("<int:pk>/cite/", views.cite, name="cite"),
    path("<int:pk>/locate/", views.locate, name="locate"),
]
