"""What the site lists, a file a kind: the rows of its list, one record in full, and the addresses of both.

The rows of a kind are told once, here. The API pages through them, open data writes them as tables, feeds announce them.
"""

from explainer.api.collection import Collection
from explainer.api.kinds.claims import CLAIMS
from explainer.api.kinds.sources import SOURCES

COLLECTIONS: dict[str, Collection] = {one.name: one for one in (CLAIMS, SOURCES)}
