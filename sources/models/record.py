from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.text import slugify
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from sources.forms import GatedModelForm
from sources.gates import Gated
from sources.querysets import RecordQuerySet


class Record(
    Gated,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """What others point to: entered once, with drafts, revisions, workflow, preview and a public address of its own.

    Abstract. A concrete record names in ``slug_from`` the field its key is made from.
    """

    slug = models.SlugField(
        "key", unique=True, max_length=100, blank=True, help_text="Last part of its address. Made from the name if left empty."
    )

    revisions_relation = GenericRelation("wagtailcore.Revision", related_query_name="%(class)s")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="%(class)s",
        for_concrete_model=False,
    )

    objects = RecordQuerySet.as_manager()
    base_form_class = GatedModelForm
    slug_from = "title"

    class Meta:
        abstract = True

    def __str__(self):
        return getattr(self, self.slug_from)

    def clean(self):
        super().clean()
        self.fill_slug()

    def save(self, *args, **kwargs):
        self.fill_slug()
        super().save(*args, **kwargs)

    def fill_slug(self) -> None:
        if self.slug:
            return
        stem = slugify(getattr(self, self.slug_from))[:90].strip("-") or self._meta.model_name
        self.slug, n = stem, 1
        while type(self).objects.filter(slug=self.slug).exclude(pk=self.pk).exists():
            n += 1
            self.slug = f"{stem}-{n}"
