"""A kind of record: its fields, and its way into and out of the database."""

from dataclasses import dataclass, field

from django.db import models
from wagtail.models import Page

from explainer.editions.schema import Field


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

    def finish(self, instance, record: dict, refs: References) -> None:
        """What can be set only when every record is there."""

    def has_draft(self, instance) -> bool:
        """Whether an editor has work on it that is not public yet."""
        return getattr(instance, "has_unpublished_changes", False)

    def is_public(self, instance) -> bool:
        return getattr(instance, "live", True)


def blank(model: type[models.Model], refs: References) -> models.Model:
    """A new instance. A page looks its type up in the database as it is made; a check tells it one."""
    return model(content_type_id=-1) if refs.in_memory and issubclass(model, Page) else model()


def rows(model: type[models.Model], records: list[dict], convert) -> list[models.Model]:
    """Inline children in file order."""
    return [model(sort_order=n, **convert(record)) for n, record in enumerate(records)]


def lean(record: dict) -> dict:
    return {name: value for name, value in record.items() if value not in ("", None, [], {})}
