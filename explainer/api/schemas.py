"""Answers that several parts of the API share."""

from typing import Annotated

from ninja import Field, Path, Schema

from explainer.api.lists import absolute

Slug = Annotated[str, Path(description="Key of the record, as in the list.", example="some-key")]


def choice(meaning: str, choices) -> Field:
    """A field of a closed list, with its values. They are told, not enforced: a later edition of the list may add one."""
    return Field(description=f"{meaning} One of: {', '.join(choices.values)}.")


class Problem(Schema):
    detail: str


class Problems(Schema):
    """Where and why a request is not what was asked for."""

    detail: list[dict]


class PassageOut(Schema):
    """A passage in a document, and what stands there."""

    source: str = Field(description="Slug of the document.")
    source_title: str = Field(description="Title of the document, in the language of this site.")
    source_url: str = Field(description="Page of the document on this site.")
    passage_url: str = Field(description="The document on the web, at the passage where a browser can find it.")
    locator: str = Field(description="Where in the document: article, page, paragraph.")
    says: str = Field(description="What the passage says, in the words of this site. Not a quotation.")
    quotation: str = Field(description="A short phrase, word for word, in the language of the document.")
    translation: str = Field(description="The quotation in the language of this site.")


class KeyedPassageOut(PassageOut):
    key: str = Field(description="Short name by which the text points to it, as [^key].")


def passage(row) -> dict:
    """Any citation, with its source."""
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


def cited(record) -> list[str]:
    """The documents a record rests on, in the order of its citations."""
    return list(dict.fromkeys(row.source.slug for row in record.citations.all()))


def public(records) -> list[str]:
    """Slugs of those that are public."""
    return sorted(record.slug for record in records if record.live)


def slug_of(record) -> str:
    """Of a record that may be missing or not public."""
    return record.slug if record is not None and record.live else ""
