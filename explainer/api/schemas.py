"""Answers that several parts of the API share."""

from ninja import Schema

from explainer.api.lists import absolute


class Problem(Schema):
    detail: str


class Problems(Schema):
    """Where and why a request is not what was asked for."""

    detail: list[dict]


class Place(Schema):
    """A passage in a source."""

    source: str
    source_title: str
    source_url: str
    passage_url: str
    locator: str
    says: str
    quotation: str
    translation: str


def passage(row) -> dict:
    """Any citation."""
    return {
        "source": row.source.slug,
        "source_title": row.source.title,
        "source_url": absolute(row.source.get_absolute_url()),
        "passage_url": row.passage_url,
        "locator": row.locator,
        "says": row.says,
        "quotation": row.quotation,
        "translation": row.translation,
    }
