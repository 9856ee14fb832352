from django.urls import register_converter

from sources.citing.formats import FORMATS


class Extension:
    """The ending of a file of references: ``<citation:extension>``."""

    regex = "|".join(FORMATS)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Extension, "citation")
