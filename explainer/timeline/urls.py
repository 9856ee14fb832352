from django.urls import path, register_converter

from explainer.timeline import views


class YearConverter:
    """Four digits, as a number."""

    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:04}"


register_converter(YearConverter, "year")

app_name = "timeline"
urlpatterns = [
    path("", views.timeline, name="timeline"),
    path("<year:year>/", views.year, name="year"),
    path("<slug:slug>/", views.event, name="event"),
]
