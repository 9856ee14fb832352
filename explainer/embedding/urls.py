from django.urls import path

from explainer.embedding import views

app_name = "embed"
urlpatterns = [
    path("claims/<slug:slug>/", views.claim, name="claim"),
    path("timeline/", views.timeline, name="timeline"),
    path("timeline/<slug:slug>/", views.event, name="event"),
    path("relations/<slug:slug>/", views.relation, name="relation"),
    path("catalogs/<slug:slug>/", views.catalog, name="catalog"),
    path("fit.js", views.fit, name="fit"),
]
