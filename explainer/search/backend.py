"""Wagtail's database search, made to bear whatever a person types.

On SQLite a lone quotation mark is a syntax error of the full-text query (wagtail issue 13227), and a NUL byte is an
error of PostgreSQL. Neither means anything in a search, so both go before the query is built.
"""

from wagtail.search.backends import database
from wagtail.search.query import MATCH_ALL

MAX_LENGTH = 200


def typed(words: str) -> str:
    return " ".join(words.replace('"', " ").replace("\0", " ").split())[:MAX_LENGTH]


def SearchBackend(params):  # noqa: N802 - the name Wagtail looks for
    base = type(database.SearchBackend(params))

    class TolerantSearchBackend(base):
        def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
            if isinstance(query, str):
                # Nothing but such signs is an empty box, and an empty box shows the whole list.
                query = typed(query) or MATCH_ALL
            return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)

    return TolerantSearchBackend(params)
