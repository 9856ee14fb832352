from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from claims import prose
from explainer.actors.choices import Verb
from sources.fields import SeveralField
from sources.gates import Problem
from sources.models import Record

RESERVED = ("actors", "relations")  # views of their own beside the curated maps
MOST_ACTORS = 25  # more cannot be taken in at a glance


def not_drawn(key: str) -> str:
    return f"the text points to [^{key}], but no line of the map has that key."


class ActorMap(Record):
    """A curated picture of some actors and the relations among them, with a text that points to its lines."""

    title = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField(default=0, help_text="Order of the pictures; the first is the one readers meet.")
    summary = models.CharField(max_length=250, help_text="What one sees, in a sentence.")
    verbs = SeveralField(
        "only these relations",
        choices=Verb,
        help_text="Who feeds whom, who owns whom: lines of no other kind are drawn. None ticked: every relation.",
    )
    body = RichTextField(
        features=prose.FEATURES, blank=True, help_text="Point to a line of the picture by the key of its relation: [^key]."
    )
    # Boxes, lines and numbers, worked out when the map or something on it is published.
    layout = models.JSONField(default=dict, editable=False)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("position")]),
        FieldPanel("summary", required_on_save=True),
        InlinePanel(
            "nodes", heading="Actors", label="Actor", help_text=f"At most {MOST_ACTORS}. Relations among them are drawn."
        ),
        FieldPanel("verbs"),
        FieldPanel("body"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("live")]

    class Meta:
        ordering = ["position", "title"]
        verbose_name = "map"

    def get_absolute_url(self) -> str:
        return f"{reverse('actors:map')}?view={self.slug}"

    def relations(self):
        """Public relations whose both ends are on this map, of the kinds it is about."""
        from explainer.actors.models.relation import Relation

        actors = [row.actor_id for row in self.nodes.all()]
        found = Relation.objects.published().filter(subject__in=actors, object__in=actors).select_related("subject", "object")
        return found.filter(verb__in=self.verbs) if self.verbs else found

    def publication_problems(self) -> list[Problem]:
        item = f"Map “{self.title}”"
        nodes = list(self.nodes.all())
        problems = []
        if self.slug in RESERVED:
            problems.append(Problem(item, f"its key must not be “{self.slug}”: that is the address of a list."))
        if not nodes:
            problems.append(Problem(item, "it shows no actor.", ("actors",)))
        if len(nodes) > MOST_ACTORS:
            problems.append(Problem(item, f"it shows {len(nodes)} actors; at most {MOST_ACTORS} can be taken in.", ("actors",)))
        seen = set()
        for n, row in enumerate(nodes):
            if row.actor_id in seen:
                problems.append(Problem(item, f"“{row.actor}” stands on it twice.", ("actors", n)))
            seen.add(row.actor_id)
        return problems + self.problems_of_text()

    def problems_of_text(self) -> list[Problem]:
        """Lines the text points to that are not drawn. Asks the database, so an edition is checked on its own."""
        if self._state.adding:
            return []
        drawn = set(self.relations().values_list("slug", flat=True))
        return [
            Problem(f"Map “{self.title}”", not_drawn(key), ("body",)) for key in prose.references(self.body) if key not in drawn
        ]

    def get_preview_template(self, request, mode_name):
        return "actors/map_preview.html"

    def get_preview_context(self, request, mode_name):
        from explainer.actors.views import map_context

        return {"request": request, **map_context(self)}


class MapNode(Orderable):
    """An actor on a map; a nudge moves its box from where it was laid out."""

    map = ParentalKey(ActorMap, on_delete=models.CASCADE, related_name="nodes")
    actor = models.ForeignKey("actors.Actor", on_delete=models.PROTECT, related_name="map_nodes")
    mark = models.CharField(
        max_length=20, blank=True, help_text="What a reader must see it as: “a court’s list”. For few of them."
    )
    nudge_x = models.SmallIntegerField(
        "move right by", default=0, help_text="In units of the picture, 1000 wide. Negative is left."
    )
    nudge_y = models.SmallIntegerField("move down by", default=0, help_text="Negative is up.")

    panels = [
        FieldRowPanel([FieldPanel("actor"), FieldPanel("mark")]),
        FieldRowPanel([FieldPanel("nudge_x"), FieldPanel("nudge_y")]),
    ]

    def __str__(self):
        return str(self.actor)
