from django.urls import path

from explainer.systems import views

app_name = "systems"
urlpatterns = [path("", views.systems, name="systems"), path("<slug:slug>/", views.system, name="system")]
