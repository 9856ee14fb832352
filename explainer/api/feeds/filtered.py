"""A list of the site with the filter that an address asks for."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict

from explainer.api.collection import Collection
from explainer.api.lists import refuse_unknown
from sources.listing import Listing

ORDER = "sort"  # a feed has an order of its own


@dataclass(frozen=True)
class Filtered:
    collection: Collection
    listing: Listing

    @classmethod
    def by(cls, collection: Collection, params: QueryDict) -> "Filtered":
        """Refuses what the filters do not understand."""
        listing = collection.listing(params)
        refuse_unknown(listing, params)
        return cls(collection, listing)

    @property
    def records(self) -> QuerySet:
        """What the filter leaves, without what belongs to a row of the page."""
        return self.listing.filters.qs.prefetch_related(None)

    @property
    def query(self) -> str:
        params = self.listing.params.copy()
        params.pop(ORDER, None)
        return params.urlencode()

    @property
    def page(self) -> str:
        """The same list on the site."""
        return f"{self.collection.page}{self.query}".rstrip("?&")

    def title(self, words: str) -> str:
        """With the values chosen: “Claims: False, Court list”."""
        order = self.listing.filters.form.fields.get(ORDER)
        chosen = [value for label, value in self.listing.chosen if not order or label != order.label]
        return f"{words}: {', '.join(chosen)}" if chosen else words
