"""Model fields of the record keeper, and questions to the dates among them."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from sources.edtf import EdtfError, parse


def validate_edtf(value: str) -> None:
    try:
        parse(value)
    except EdtfError as error:
        raise ValidationError(str(error), code="edtf") from error


class EDTFField(models.CharField):
    """An EDTF date as typed. ``bounds`` names two DateFields, declared after this one, that hold its first and last day
    so that the database can sort and filter; they follow the text and are never edited."""

    default_validators = [validate_edtf]
    description = "A date with its precision (EDTF)"

    def __init__(self, *args, bounds: tuple[str, str] | None = None, **kwargs):
        self.bounds = bounds
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault(
            "help_text", "2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known."
        )
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.bounds:
            kwargs["bounds"] = self.bounds
        return name, path, args, kwargs

    def pre_save(self, instance, add):
        value = super().pre_save(instance, add)
        if self.bounds:
            date = parse(value) if value else None
            setattr(instance, self.bounds[0], date.earliest if date else None)
            setattr(instance, self.bounds[1], date.latest if date else None)
        return value


class SeveralField(models.JSONField):
    """Some values of a closed list, in the order of the list. None of them is an empty list."""

    description = "Several of a list"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": list, "blank": True} | kwargs)

    def validate(self, value, model_instance):
        unknown = [name for name in value if name not in dict(self.choices)]
        if unknown:
            raise ValidationError(f"“{unknown[0]}” is not in the list.", code="invalid_choice")

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.choices,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


def not_over_before(stem: str, year: int) -> models.Q:
    """Rows whose date, with bounds ``<stem>_earliest`` and ``<stem>_latest``, may reach into ``year`` or beyond."""
    return models.Q(**{f"{stem}_latest__gte": datetime.date(year, 1, 1)}) | models.Q(**{f"{stem}_latest": None})


def begun_by(stem: str, year: int) -> models.Q:
    """Rows whose date may begin in ``year`` or before."""
    return models.Q(**{f"{stem}_earliest__lte": datetime.date(year, 12, 31)}) | models.Q(**{f"{stem}_earliest": None})


def touching(stem: str, year: int) -> models.Q:
    """Rows whose date may touch the year: “2014” is the whole of 2014."""
    return not_over_before(stem, year) & begun_by(stem, year)
