"""In which language words are: those of the site, which are translated, and those of the content, which are what they are."""

import datetime
from functools import wraps

from django.conf import settings
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext, override, pgettext


class Translated(str):
    """Words that are in the language of the page, where those of the content are expected."""


def in_content_language(function):
    """For what is told outside of a page, or kept: references, data for machines, stored texts."""

    @wraps(function)
    def told(*args, **kwargs):
        with override(settings.LANGUAGE_CODE):
            return function(*args, **kwargs)

    return told


def is_foreign(words: object = "") -> bool:
    """Whether words of the content are in another language than the page that shows them."""
    return get_language() != settings.LANGUAGE_CODE and not isinstance(words, Translated)


def written_in() -> str:
    """The language of the content, without its region: ``en``."""
    return settings.LANGUAGE_CODE.partition("-")[0]


def language_name(code: str) -> str:
    """A language in words, or its code if Django knows no name for it."""
    if code == "zh":  # Django names only the written variants
        return gettext("Chinese")
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


def prefix() -> str:
    """What stands before the address of a page in the language in use: nothing, or ``/zh-hans``."""
    language = get_language() or settings.LANGUAGE_CODE
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def without_prefix(path: str) -> str:
    """The address of the same page in the language of the content."""
    for code, _ in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and path.startswith(f"/{code}/"):
            return path[len(code) + 1 :]
    return path


def told(words: object) -> SafeString:
    """Words of the content for the middle of a sentence of the site."""
    if words in (None, "") or not is_foreign(words):
        return conditional_escape("" if words is None else words)
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, words)


def attribute(words: object = "") -> SafeString | str:
    """`` lang="…"`` for an element that holds words of the content; nothing on a page in their language."""
    return format_html(' lang="{}"', settings.LANGUAGE_CODE) if is_foreign(words) else ""


def day(on: datetime.date | None) -> str:
    """A day as it is written in the language in use: 14 June 2014."""
    # Translators: how a day is written, in the letters of Django's filter “date”; Chinese: Y年n月j日
    return date_format(on, pgettext("format of a day", "j F Y"), use_l10n=False) if on else ""


def moment(at: datetime.datetime | None) -> str:
    """A day and an hour."""
    # Translators: how a day with an hour is written; Chinese: Y年n月j日 H:i
    return date_format(at, pgettext("format of a moment", "j F Y, H:i"), use_l10n=False) if at else ""
