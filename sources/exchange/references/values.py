"""What a reference says, in the fields of a source."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import get_language_info

from sources.choices import SourceKind
from sources.citing.csl import IN_SOMETHING
from sources.exchange.formats.dates import is_edtf
from sources.exchange.formats.reference import Reference
from sources.exchange.references.types import NAMES, kind_of
from sources.identity.addresses import host_of, original
from sources.intake.words import SCRIPTS, doi_of_address, tidy_doi
from sources.intake.words import doi as doi_in
from sources.languages import written_in
from sources.models import Publisher, Source

CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_].*)?")
NAMES_OF_LANGUAGES = {"chinese": "zh", "中文": "zh", "汉语": "zh", "english": "en", "deutsch": "de", "français": "fr"}
LIMITS = {name: Source._meta.get_field(name).max_length for name in ("title", "title_original", "document_number", "url")} | {
    "publisher": Publisher._meta.get_field("name").max_length
}
FOREIGN = {"han": "zh", "kana": "ja", "ko": "ko", "cyrillic": "ru", "ar": "ar"}
is_web_address = URLValidator(["http", "https"])


@dataclass
class Values:
    """As texts, empty if the file does not say. ``problems`` forbid to take it in; ``notes`` are to be looked at."""

    key: str = ""
    title: str = ""
    title_original: str = ""
    language: str = ""
    publisher: str = ""
    authors: str = ""
    kind: str = ""
    document_number: str = ""
    issued: str = ""
    url: str = ""
    doi: str = ""
    archive: str = ""
    reliability: str = ""
    guesses: list[str] = field(default_factory=list)  # fields that the file does not say itself
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def year(self) -> str:
        return self.issued[:4]


def values_of(reference: Reference) -> Values:
    found = Values(key=reference.id, notes=list(reference.notes))
    found.kind = kind_of(reference.type, reference.genre)
    if reference.genre.casefold() not in NAMES:
        found.guesses.append("kind")
    if not found.kind:
        found.problems.append(f"It is of the type “{reference.type}”, which is no document that can be cited here.")
    _addresses(found, reference)
    _titles(found, reference)
    _publisher_and_authors(found, reference)
    found.document_number = reference.number
    if reference.issued and not is_edtf(reference.issued):
        found.notes.append(f"Its date “{reference.issued}” is not understood and left out.")
    else:
        found.issued = reference.issued
    if reference.accessed:
        found.notes.append(f"Looked at on {reference.accessed}.")
    if reference.tags:
        found.notes.append("Tags: " + ", ".join(reference.tags)[:400])
    for name, limit in LIMITS.items():
        length = len(getattr(found, name))
        if length > limit:
            words = name.replace("_", " ")
            found.problems.append(f"Its {words} has {length} characters; at most {limit} can be kept.")
    return found


def _addresses(found: Values, reference: Reference) -> None:
    found.url = _checked(found, reference.url)
    found.doi = tidy_doi(doi_in(reference.doi)) if reference.doi else ""
    if reference.doi and not found.doi:
        found.notes.append(f"“{reference.doi[:80]}” is no DOI and left out.")
    place = reference.archive_location
    if place.startswith(("http://", "https://")):
        found.archive = _checked(found, place)
    elif held := ", ".join(filter(None, (reference.archive, place))):
        found.reliability = f"Held by {held}."
    if found.url and (page := original(found.url)) != found.url:
        found.archive, found.url = found.url, _checked(found, page)
    if found.doi and not found.url:
        found.url = f"https://doi.org/{found.doi}"
        found.guesses.append("url")
    found.doi = found.doi or doi_of_address(found.url)


def _checked(found: Values, url: str) -> str:
    if not url:
        return ""
    try:
        is_web_address(url)
    except ValidationError:
        found.notes.append(f"“{url[:80]}” is no address of the web and left out.")
        return ""
    return url


def _titles(found: Values, reference: Reference) -> None:
    """Ours is in the language of the site, and beside it the one in its own."""
    title, own = reference.title, reference.original_title
    if own and _script(title) != "latin" and _script(own) == "latin":
        title, own = own, title  # a program that calls the translation the other title
    if reference.translated_title:
        title, own = reference.translated_title, own or title
    found.language = language_of(reference.language) or FOREIGN.get(_script(own or title), "")
    if not found.language:
        found.language = written_in()
        found.guesses.append("language")
        found.notes.append(f"No language is given; taken for {get_language_info(found.language)['name']}.")
    if not settings.LANGUAGE_CODE.startswith(found.language) and not own and _script(title) != "latin":
        own = title
        found.guesses.append("title")
        found.notes.append("Its title is not translated yet.")
    found.title, found.title_original = title, own
    if not title:
        found.problems.append("It has no title.")


def _script(text: str) -> str:
    letters = {name: len(script.findall(text)) for name, script in SCRIPTS.items()}
    letters["han"] *= 3
    return max(letters, key=letters.get)


def language_of(written: str) -> str:
    """“zh-CN”, “zh_Hant” and “English” are codes: zh, zh-Hant, en."""
    written = re.split("[;,/]", written)[0].strip()
    if known := NAMES_OF_LANGUAGES.get(written.casefold()):
        return known
    match = CODE.fullmatch(written)
    if match:
        return match[1].lower() + (f"-{match[2].capitalize()}" if match[2] else "")
    return next((code for code, name in _languages().items() if written.casefold() in name), "")


def _languages() -> dict[str, tuple[str, str]]:
    from django.conf.locale import LANG_INFO

    return {code: (info["name"].casefold(), info["name_local"].casefold()) for code, info in LANG_INFO.items() if "name" in info}


def _publisher_and_authors(found: Values, reference: Reference) -> None:
    held = [reference.publisher, reference.authority]
    in_something = reference.type in IN_SOMETHING or reference.type in ("webpage", "broadcast", "entry-encyclopedia")
    holders = [reference.container, *held] if in_something else [*held, reference.container]
    authors = list(reference.authors)
    institution = authors[0] if len(authors) == 1 and "," not in authors[0] else ""
    found.publisher = next(filter(None, (*holders, institution)), "")
    if not found.publisher:
        found.publisher = next(filter(None, (host_of(found.url), reference.archive, *authors[:1])), "")
        found.guesses.append("publisher")
    if authors == [found.publisher] and found.kind != SourceKind.BLOG:
        authors = []  # a paper of an office is nobody's in particular
    found.authors = "\n".join(authors)
    if not found.publisher:
        found.problems.append("It names nobody who issued it: no publisher, no journal or site, no institution, no address.")
