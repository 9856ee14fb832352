from django.urls import path

from explainer.articles import views

app_name = "articles"
urlpatterns = [path("", views.index, name="articles"), path("<slug:slug>/", views.article, name="article")]
