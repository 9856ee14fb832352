from django.urls import path

from explainer.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.ReportView.as_view(), name="report"),
    path("status/", views.StatusView.as_view(), name="status"),
    path("<str:typed>/", views.StatusView.as_view(), name="reference"),
]
