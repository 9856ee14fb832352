from django.urls import path

from explainer.search import views

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", views.suggest, name="suggest"),
    path("description.xml", views.describe, name="describe"),
]
