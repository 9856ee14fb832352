"""The words by which one place's rules are matched with another's. They are content: every edition brings its own."""

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from claims.models.vocabulary import Term


class BehaviourGroup(Term):
    """A field of life: traffic, money, family."""

    class Meta(Term.Meta):
        verbose_name = "group of behaviours"
        verbose_name_plural = "groups of behaviours"


class Behaviour(index.Indexed, models.Model):
    """One thing people do that some scheme rewards or punishes."""

    slug = models.SlugField("key", unique=True, max_length=80, help_text="Part of addresses. Never changes.")
    name = models.CharField(max_length=100, help_text="As a short phrase: “Running a red light”.")
    group = models.ForeignKey(BehaviourGroup, on_delete=models.PROTECT, related_name="behaviours")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order inside its group.")

    panels = [FieldPanel("name"), FieldRowPanel([FieldPanel("group"), FieldPanel("position")]), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["group__position", "position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("catalogs:behaviour", args=[self.slug])
