from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from sources.choices import PublisherKind, one_of


class Publisher(index.Indexed, models.Model):
    """Who issues documents: a state organ, a court, a newspaper, a company, a think tank."""

    slug = models.SlugField(
        "key", unique=True, max_length=80, help_text="Part of no address, but files refer to it. Never changes."
    )
    name = models.CharField(max_length=200)
    name_original = models.CharField("name in its own script", max_length=200, blank=True)
    language = models.CharField("language of that name", max_length=12, blank=True, help_text="A language code such as zh.")
    kind = models.CharField(max_length=20, choices=PublisherKind)
    url = models.URLField("website", max_length=500, blank=True)
    note = models.TextField(blank=True, help_text="What a reader should know of it: owner, interests.")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("name_original"), FieldPanel("language")]),
        FieldPanel("kind"),
        FieldPanel("url"),
        FieldPanel("note"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("name"), index.SearchField("name_original"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        constraints = [one_of("kind", PublisherKind)]

    def __str__(self):
        return self.name
