from django.urls import path

from explainer.glossary import views

app_name = "glossary"
urlpatterns = [path("", views.glossary, name="glossary"), path("<slug:slug>/", views.term, name="term")]
