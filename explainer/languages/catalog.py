"""Texts of the site that are to be translated: found where they are used, kept as gettext catalogs, compiled for Django.

Django's own commands need GNU gettext on the machine; Babel, which comes with the packages, does the same.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import to_locale
from django.utils.translation.template import templatize

LOCALE_DIR = Path(__file__).parent / "locale"
CODE = ("claims", "sources", "explainer")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
CALL = re.compile(r"^\s+", re.MULTILINE)


def languages() -> list[str]:
    """Codes of the languages that the site is translated into."""
    return [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def path_of(code: str, ending: str = "po") -> Path:
    return LOCALE_DIR / to_locale(code) / "LC_MESSAGES" / f"django.{ending}"


def found() -> Catalog:
    """Every text that is marked in the templates and the code, with the files that use it, and the dictionary of the data."""
    from explainer.api.data import tables

    catalog = Catalog(charset="utf-8")
    for file, python in _sources():
        name = file.relative_to(settings.BASE_DIR).as_posix()
        for _, message, comments, context in extract("python", io.BytesIO(python.encode()), KEYWORDS, ("Translators:",)):
            if message:
                catalog.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    for message in tables.words():
        catalog.add(message, locations=[("explainer/api/data/tables.py", 0)])
    return catalog


def _sources() -> Iterator[tuple[Path, str]]:
    for file in sorted((settings.BASE_DIR / "templates").rglob("*.html")):
        # What is left of a template is calls in a row of blanks; how far in they stand means nothing.
        yield file, CALL.sub("", templatize(file.read_text(encoding="utf-8"), origin=str(file)))
    for folder in CODE:
        for file in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            yield file, file.read_text(encoding="utf-8")


def read(code: str) -> Catalog:
    path = path_of(code)
    if not path.exists():
        return Catalog(
            to_locale(code), project="Explainer", version="1", header_comment=f"# {code}", charset="utf-8", fuzzy=False
        )
    with path.open("rb") as file:
        return read_po(file, locale=to_locale(code), abort_invalid=True)


def missing(catalog: Catalog) -> list[str]:
    """The texts that the catalog does not have in its language."""
    return [_first(message.id) for message in catalog if message.id and (message.fuzzy or not _is_whole(message.string))]


def _first(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


def _is_whole(text: str | tuple[str, ...] | None) -> bool:
    return bool(text) and (isinstance(text, str) or all(text))


def update(code: str) -> Catalog:
    """Bring the catalog of a language to what the site says now. Translations of texts that are gone go with them."""
    catalog = read(code)
    created = catalog.creation_date
    catalog.update(found(), no_fuzzy_matching=True)
    catalog.creation_date = created  # or every run would change the file
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = ""
    path = path_of(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=0, ignore_obsolete=True, include_lineno=False, sort_by_file=True)
    return catalog


def compile_texts(code: str) -> None:
    """Write what Django reads, in one step."""
    path = path_of(code, "mo")
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        write_mo(file, read(code))
    part.replace(path)


def is_stale(code: str) -> bool:
    text, compiled = path_of(code), path_of(code, "mo")
    return text.exists() and (not compiled.exists() or compiled.stat().st_mtime < text.stat().st_mtime)


def compile_stale() -> None:
    for code in languages():
        if is_stale(code):
            compile_texts(code)
