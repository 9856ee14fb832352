"""A kind of record: its fields, and its way into and out of the database."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import prefetch_related_objects
from wagtail.models import Page

from explainer.editions.schema import Field, choice
from sources.models import Citation


@dataclass
class References:
    """The instance behind a key: of the database in a load, ``in_memory`` in a check, which needs no database."""

    in_memory: bool = False
    instances: dict[tuple[str, str], models.Model] = field(default_factory=dict)

    def get(self, kind: str, key: str) -> models.Model:
        return self.instances[kind, key]


class Kind:
    """Base of the kinds. ``build`` fills an instance without saving it, ``read`` is its inverse, ``save`` publishes it."""

    name: str
    model: type[models.Model]
    fields: tuple[Field, ...]
    # Fields that have the same name and value on both sides
    plain: tuple[str, ...] = ()
    # Relations to inline children, each with the relations of those to theirs; files name them alike
    rows: dict[str, tuple[str, ...]] = {}
    # If records of this kind build on each other: the field that says on which, and what is wrong with a circle
    circle: tuple[str, str] = ("", "")

    def before(self, record: dict) -> set[str]:
        """Keys of records of the same kind that must come first."""
        return set()

    def references(self, record: dict) -> list[tuple[tuple, str, str]]:
        """(path, kind, key) of records it names inside a text; fields say theirs by themselves."""
        return []

    def problems(self, record: dict, records: dict[tuple[str, str], dict]) -> list[tuple[tuple, str]]:
        """What stands against the record beside those it belongs with: (path, message). The model's gate asks the database."""
        return []

    def find(self, key: str) -> models.Model | None:
        return self.model.objects.filter(slug=key).first()

    def all(self):
        """What a dump writes, in order."""
        return self.model.objects.order_by("slug")

    def key(self, instance) -> str:
        return instance.slug

    def build(self, key: str, record: dict, refs: References, instance=None) -> models.Model:
        instance = blank(self.model, refs) if instance is None else instance
        instance.slug = key
        for name in self.plain:
            setattr(instance, name, record.get(name, ""))
        return instance

    def read(self, instance) -> dict:
        return {name: getattr(instance, name) for name in self.plain}

    def record(self, instance) -> dict:
        """``read``, in the one form of a record: fields in order, nothing empty."""
        values = self.read(instance)
        return {f.name: values[f.name] for f in self.fields if values.get(f.name)}

    def save(self, instance, is_new: bool) -> None:
        instance.save()

    def save_page(self, page: Page, parent: Page | None) -> None:
        """Publish a page; a new one under ``parent``."""
        if parent is not None:
            page.live = False
            parent.add_child(instance=page)
        self.publish(page, is_new=parent is not None)

    def publish(self, instance, is_new: bool) -> None:
        """Publish the instance at hand. Wagtail would read it back, row by row, from the revision just written."""
        if is_new:
            prefetch_related_objects([instance], *self.row_paths(with_sources=True))
        # Reading the files has asked each field and the gate; the database holds the rest.
        revision = instance.save_revision(clean=False)
        revision.as_object = lambda: instance
        revision.publish()
        instance._prefetched_objects_cache = {}

    def row_paths(self, with_sources: bool = False) -> list[str]:
        """The relations to its rows and to theirs, as ``prefetch_related`` takes them."""
        found = []
        for name, below in self.rows.items():
            row = self.model._meta.get_field(name).related_model
            for path, model in [(name, row)] + [
                (f"{name}__{inner}", row._meta.get_field(inner).related_model) for inner in below
            ]:
                found.append(f"{path}__source" if with_sources and issubclass(model, Citation) else path)
        return found

    def finish(self, instance, record: dict, refs: References) -> None:
        """What can be set only when every record is there."""

    def has_draft(self, instance) -> bool:
        """Whether an editor has work on it that is not public yet."""
        return getattr(instance, "has_unpublished_changes", False)

    def is_public(self, instance) -> bool:
        return getattr(instance, "live", True)


class RecordKind(Kind):
    """A kind whose model is a Record, with drafts and revisions."""

    def save(self, instance, is_new):
        if is_new:
            instance.live = False
            instance.save()
        self.publish(instance, is_new)


def blank(model: type[models.Model], refs: References) -> models.Model:
    """A new instance. A page looks its type up in the database as it is made; a check tells it one."""
    return model(content_type_id=-1) if refs.in_memory and issubclass(model, Page) else model()


def rows(model: type[models.Model], records: list[dict], convert) -> list[models.Model]:
    """Inline children in file order."""
    return [model(sort_order=n, **convert(record)) for n, record in enumerate(records)]


def lean(record: dict) -> dict:
    return {name: value for name, value in record.items() if value not in ("", None, [], {})}


__all__ = ["Kind", "RecordKind", "References", "blank", "choice", "lean", "rows"]
