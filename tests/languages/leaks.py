"""What a page in another language still says in English: ``python -m tests.languages.leaks http://127.0.0.1:8150/zh-hans/``.

Words of the content are in the language of the content and say so (``lang``). Everything else has to be translated.
"""

import re
import sys
import urllib.request

from bs4 import BeautifulSoup, Comment, Doctype

ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "aria-description", "data-close", "data-back")
# Names that are the same in every language: of formats, standards, programs, licences, files, tables and values of the open data
SAME = re.compile(
    r"https?://\S+|\w+\.(?:json|sqlite|zip)|(?<![A-Za-z])(API|APA|Atom|BibTeX|BOM|Chicago|ClaimReview|CC|BY|CSL|CSV|DOI|EDTF|FollowTheMoney|Frictionless|GraphML|HTML|HTTP|ID|ISO|"
    r"JSON|JSONL|LD|Lighthouse|Markdown|MLA|MIT|OpenAPI|oEmbed|PDF|PNG|RIS|SHA|SVG|TXT|UTF|W3C|Word|XLSX|Excel|XML|ZIP|Zotero|docx|txt|html|md|pdf|"
    r"KB|MB|QR|URL|Feed|v\d+|https?|Cookie|UTC|SQLite|SQL|Datasette|Wikidata|README|MB|verdicts|origins|not-found|catalog)(?![A-Za-z])"
)
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2,}")


def leaks(html: str, language: str = "zh-hans") -> list[str]:
    """Texts and labels that claim to be in ``language`` and hold Latin words, each with where it stands."""
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup.select(".Z3988"):  # references for machines
        unseen.decompose()
    found = []
    for text in soup.find_all(string=True):
        if isinstance(text, (Comment, Doctype)) or text.find_parent(["head", "script", "style", "code"]):
            continue
        if _language(text.parent) == language and WORD.search(SAME.sub("", text)):
            found.append(f"{_where(text.parent)}: {' '.join(text.split())}")
    for element in soup.body.find_all(True):
        for name in ATTRIBUTES:
            value = element.get(name, "")
            # A label cannot tell of a part of it in which language it is: a sentence of the site may hold a name.
            if _language(element) == language and WORD.search(SAME.sub("", value)) and not HAN.search(value):
                found.append(f"{_where(element)} {name}=: {value}")
    return found


def _language(element) -> str | None:
    return next((each["lang"] for each in [element, *element.parents] if each.get("lang")), None)


def _where(element) -> str:
    steps = [element, *element.parents][:4]
    return " ".join(
        step.name + "".join(f".{name}" for name in step.get("class", [])) for step in reversed(steps) if step.name != "[document]"
    )


if __name__ == "__main__":
    for address in sys.argv[1:]:
        with urllib.request.urlopen(address) as answer:
            page = answer.read().decode()
        rows = leaks(page)
        print(f"{address}: {len(rows)}")
        for row in rows:
            print("  " + row)
