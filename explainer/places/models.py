import re

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from explainer.places.choices import Level
from sources.choices import one_of
from sources.gates import Problem, PublicationRefused
from sources.models import Record

RESERVED = ("behaviours", "compare")  # addresses beside those of places
TILE = re.compile(r"(\d{1,2}),(\d{1,2})")


class Place(Record):
    """A country, province, city, county or village. What it scores is its catalog; this says only where it is."""

    name = models.CharField(max_length=100)
    name_original = models.CharField("name in its own script", max_length=100, blank=True)
    language = models.CharField("language of that name", max_length=12, blank=True, help_text="A language code such as zh.")
    level = models.CharField(max_length=20, choices=Level)
    within = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts", verbose_name="lies in"
    )
    code = models.CharField(
        "administrative division code",
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^\d{6}(\d{3}(\d{3})?)?$", "A division code has 6, 9 or 12 digits.")],
    )
    wikidata = models.CharField(
        max_length=15, blank=True, validators=[RegexValidator(r"^Q[1-9]\d*$", "A Wikidata id is Q and digits.")]
    )
    tile = models.CharField(
        "tile on the grid map",
        max_length=5,
        blank=True,
        validators=[RegexValidator(rf"^{TILE.pattern}$", "A tile is column,row, counted from 0, such as 9,4.")],
        help_text="Column and row, such as 9,4. The grid shows where a place is, not its borders.",
    )
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)

    slug_from = "name"

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldRowPanel([FieldPanel("name_original"), FieldPanel("language")])], heading="Name"
        ),
        FieldRowPanel([FieldPanel("level", required_on_save=True), FieldPanel("within")]),
        FieldRowPanel([FieldPanel("code"), FieldPanel("wikidata")]),
        FieldRowPanel([FieldPanel("tile"), FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("name_original"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
        index.FilterField("level"),
    ]

    class Meta:
        ordering = ["name"]
        constraints = [
            one_of("level", Level),
            models.CheckConstraint(condition=~models.Q(within=models.F("id")), name="places_place_not_in_itself"),
        ]

    def save(self, *args, **kwargs):
        if not self.live and not kwargs.get("update_fields"):
            self.refuse_if_hidden_in_use()
        super().save(*args, **kwargs)

    def refuse_if_hidden_in_use(self) -> None:
        """A public catalog would go with its place and nobody would have said so."""
        was_public = not self._state.adding and Place.objects.published().filter(pk=self.pk).exists()
        catalog = getattr(self, "catalog", None) if was_public else None
        if catalog is not None and catalog.live:
            reason = f"its catalog “{catalog}” is public, so it cannot be hidden. Unpublish the catalog first."
            raise PublicationRefused(self, [Problem(f"Place “{self.name}”", reason)])

    def get_absolute_url(self) -> str:
        return reverse("catalogs:catalog", args=[self.slug])

    @property
    def column_and_row(self) -> tuple[int, int] | None:
        match = TILE.fullmatch(self.tile)
        return (int(match[1]), int(match[2])) if match else None

    def around(self) -> list["Place"]:
        """The places it lies in, nearest first. Stops at a circle instead of running in it."""
        found, place = [], self.within
        while place is not None and place not in found and place != self:
            found.append(place)
            place = place.within
        return found

    def public_around(self) -> list["Place"]:
        return [place for place in self.around() if place.live]

    def with_all_inside(self) -> set[int]:
        """Ids of the place and of every place in it, at any depth."""
        found, edge = {self.pk}, {self.pk}
        while edge:
            edge = set(Place.objects.filter(within__in=edge).values_list("pk", flat=True)) - found
            found |= edge
        return found

    def publication_problems(self) -> list[Problem]:
        item = f"Place “{self.name}”"
        problems = []
        if self.slug in RESERVED:
            problems.append(Problem(item, f"its key must not be “{self.slug}”: that is the address of another page."))
        if self.within_id and self._leads_back():
            problems.append(Problem(item, "it lies within itself; one of the places around it is wrong.", ("within",)))
        if (self.latitude is None) != (self.longitude is None):
            problems.append(Problem(item, "it has only one of latitude and longitude.", ("latitude",)))
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            problems.append(Problem(item, "its latitude is not between -90 and 90.", ("latitude",)))
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            problems.append(Problem(item, "its longitude is not between -180 and 180.", ("longitude",)))
        return problems

    def _leads_back(self) -> bool:
        seen, place = {self.pk}, self.within
        while place is not None:
            if place.pk in seen:
                return True
            seen.add(place.pk)
            place = place.within
        return False

    def get_preview_template(self, request, mode_name):
        return "places/place_detail.html"

    def get_preview_context(self, request, mode_name):
        return {"request": request, "place": self}
