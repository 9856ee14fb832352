"""One way to filter and page a list, used by every list of the site."""

from dataclasses import dataclass
from functools import cached_property

import django_filters
from django import forms
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import QueryDict

from sources.languages import Translated, is_foreign

PER_PAGE = 20
MOST_CHOICES = 150  # beyond that a drop-down helps nobody


class RecordSelect(forms.Select):
    """Options that are records are in the language of the content; the empty one is in that of the page."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value and is_foreign():
            option["attrs"]["lang"] = settings.LANGUAGE_CODE
        return option


class RecordFilter(django_filters.ModelChoiceFilter):
    """A choice of one record, or of one word of the vocabulary."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"widget": RecordSelect, **kwargs})


class RecordChoiceFilter(RecordFilter):
    """Where there are too many to choose from it is set by addresses only, and shown when set."""

    @property
    def field(self):
        field = super().field
        if field.queryset.count() > MOST_CHOICES:
            field.widget = forms.HiddenInput()
        return field


@dataclass
class Listing:
    """A filtered, paged list. ``filters`` is a bound django-filter set; ``params`` holds only what it understood."""

    filters: django_filters.FilterSet
    params: QueryDict
    page_number: str
    per_page: int = PER_PAGE

    @cached_property
    def page(self) -> Page:
        """The page asked for; the nearest one if there is no such page."""
        return Paginator(self.filters.qs, self.per_page).get_page(self.page_number)

    @property
    def query(self) -> str:
        """The filter as a query string that ends in ``&``, to which a page number can be added."""
        return self.params.urlencode() + "&" if self.params else ""

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """(label of the filter, value chosen in words) for every filter in use."""
        data = self.filters.form.cleaned_data
        words = []
        for name, field in self.filters.form.fields.items():
            if value := data.get(name):
                names = dict(field.choices) if isinstance(value, str) and hasattr(field, "choices") else {}
                words.append((field.label, Translated(names[value]) if value in names else str(value)))
        return words

    @property
    def wider(self) -> list[tuple[str, str, int, str]]:
        """What to try when nothing fits: (label, value, count, query string) for each filter without which something does.

        One query for each filter in use.
        """
        labels = dict(zip(self._names_chosen, self.chosen, strict=True))
        found = []
        for name, (label, value) in labels.items():
            params = self.params.copy()
            del params[name]
            if count := type(self.filters)(params, self.filters.queryset).qs.count():
                found.append((label, value, count, params.urlencode()))
        return found

    @property
    def _names_chosen(self) -> list[str]:
        data = self.filters.form.cleaned_data
        return [name for name in self.filters.form.fields if data.get(name)]


def listing(filterset_class, params: QueryDict, queryset, per_page: int = PER_PAGE) -> Listing:
    """Bind ``filterset_class`` to a query string. What it does not understand is ignored, never an error."""
    known = QueryDict(mutable=True)
    for name in filterset_class.base_filters:
        if value := params.get(name, "").strip().replace("\0", ""):
            known[name] = value
    filters = filterset_class(known, queryset)
    if not filters.form.is_valid():
        for name in filters.form.errors:
            known.pop(name, None)
        filters = filterset_class(known, queryset)
    return Listing(filters, known, params.get("page", ""), per_page)
