"""A web page: its text without what stands around it, and what it says of itself. Runs in the bounded process."""

import json
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from sources.intake.dates import edtf_of
from sources.intake.findings import HIGH, LOW, MEDIUM, Findings
from sources.intake.words import doi, doi_of_address

# (field, names of meta tags, how sure)
META = (
    ("title", ("citation_title", "dc.title", "dcterms.title", "articletitle"), HIGH),
    ("title", ("og:title", "twitter:title"), MEDIUM),
    ("authors", ("citation_author", "dc.creator", "dcterms.creator"), HIGH),
    ("authors", ("author", "parsely-author", "byl", "sailthru.author"), MEDIUM),
    (
        "site",
        ("citation_journal_title", "og:site_name", "contentsource", "sitename", "citation_publisher", "dc.publisher"),
        MEDIUM,
    ),
    ("url", ("og:url", "citation_abstract_html_url"), MEDIUM),
)
DATES = (
    ("citation_publication_date", HIGH),
    ("article:published_time", HIGH),
    ("datepublished", HIGH),
    ("pubdate", HIGH),
    ("dc.date.issued", HIGH),
    ("dcterms.issued", HIGH),
    ("citation_online_date", MEDIUM),
    ("citation_date", MEDIUM),
    ("dc.date", MEDIUM),
    ("dcterms.date", MEDIUM),
    ("parsely-pub-date", MEDIUM),
    ("date", LOW),
)
KINDS = {
    "newsarticle": "news",
    "reportagenewsarticle": "news",
    "analysisnewsarticle": "news",
    "opinionnewsarticle": "essay",
    "scholarlyarticle": "paper",
    "blogposting": "blog",
    "report": "report",
    "legislation": "law",
    "book": "book",
    "videoobject": "video",
    "socialmediaposting": "social-post",
}


def read_html(data: bytes, address: str, findings: Findings) -> str:
    import lxml.html
    from trafilatura import extract
    from trafilatura.utils import load_html

    tree = load_html(data)
    if tree is None:
        tree = lxml.html.fromstring(data)
    page = lxml.html.tostring(tree, encoding="unicode")
    read_head(tree, address, findings)
    read_dates(page, findings)
    text = extract(page, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False) or ""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def read_head(tree, address: str, findings: Findings) -> None:
    meta = meta_tags(tree)
    for item in linked_data(tree):
        read_linked_data(item, findings)
    for field, names, sure in META:
        for name in names:
            if name in meta:
                value = "\n".join(dict.fromkeys(meta[name])) if field == "authors" else meta[name][0]
                value = http_address(address, value) if field == "url" else value
                if not (field == "authors" and "://" in value):
                    findings.add(field, value, sure, f"meta tag {name}")
    for name, sure in DATES:
        if name in meta:
            findings.add("issued", edtf_of(meta[name][0]), sure, f"meta tag {name}")
    for name in ("citation_doi", "dc.identifier", "prism.doi"):
        for value in meta.get(name, []):
            findings.add("doi", doi(value), HIGH, f"meta tag {name}")
    if "citation_journal_title" in meta:
        findings.add("kind", "paper", LOW, "meta tag citation_journal_title")
    read_rest(tree, address, findings)


def meta_tags(tree) -> dict[str, list[str]]:
    meta: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("name") or tag.get("property") or tag.get("itemprop") or "").strip().lower()
        if name and tag.get("content"):
            meta.setdefault(name, []).append(tag.get("content"))
    return meta


def read_rest(tree, address: str, findings: Findings) -> None:
    for tag in tree.iter("link"):
        if "canonical" in (tag.get("rel") or "").lower().split():
            found = http_address(address, tag.get("href") or "")
            same_site = urlsplit(found).hostname == urlsplit(address).hostname
            findings.add("url", found, HIGH if same_site else LOW, "link rel=canonical")
    if address:
        findings.add("url", address, MEDIUM, "the address it was fetched from")
        findings.add("doi", doi_of_address(address), HIGH, "the address")
    headings = ["".join(tag.itertext()) for tag in tree.iter("h1")]
    if len(headings) == 1:
        findings.add("title", headings[0], MEDIUM, "main heading")
    for tag in tree.iter("title"):
        findings.add("title", tag.text, LOW, "title of the page")
        break
    root = tree.getroottree().getroot()
    code = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").partition("-")[0].lower()
    if code.isascii() and code.isalpha() and len(code) in (2, 3):
        findings.add("language", code, MEDIUM, "what the page says of its language")


def read_dates(page: str, findings: Findings) -> None:
    from htmldate import find_date

    for extensive, sure, where in ((False, MEDIUM, "a date the page marks"), (True, LOW, "a date somewhere on the page")):
        try:
            found = find_date(page, original_date=True, extensive_search=extensive)
        except (ValueError, TypeError, AttributeError, OverflowError):
            found = None
        if found:
            findings.add("issued", edtf_of(found), sure, where)
            return


def linked_data(tree) -> Iterator[dict]:
    """Things the page describes in JSON-LD, nested ones included."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                waiting = [json.loads(script.text)]
            except (ValueError, RecursionError):
                continue
            for _ in range(200):
                if not waiting:
                    break
                item = waiting.pop(0)
                if isinstance(item, list):
                    waiting += item
                elif isinstance(item, dict):
                    yield item
                    waiting += [item[name] for name in ("@graph", "mainEntity") if name in item]


def read_linked_data(item: dict, findings: Findings) -> None:
    types = item.get("@type")
    types = {str(kind).lower() for kind in (types if isinstance(types, list) else [types])}
    if not types & (KINDS.keys() | {"article", "webpage", "creativework"}):
        return
    sure = MEDIUM if "webpage" in types else HIGH
    where = "JSON-LD"
    if isinstance(item.get("headline"), str):
        findings.add("title", item["headline"], sure, where)
    findings.add("authors", "\n".join(names(item.get("author"))), sure, where)
    findings.add("site", next(iter(names(item.get("publisher"))), ""), sure, where)
    if isinstance(item.get("datePublished"), str):
        findings.add("issued", edtf_of(item["datePublished"]), sure, where)
    for kind in sorted(types & KINDS.keys()):
        findings.add("kind", KINDS[kind], LOW, where)


def names(value) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in names(one)][:20]
    if isinstance(value, dict):
        value = value.get("name")
    return [value] if isinstance(value, str) and value.strip() and "://" not in value else []


def http_address(base: str, found: str) -> str:
    try:
        joined = urljoin(base, found.strip())
        parts = urlsplit(joined)
    except ValueError:
        return ""
    return joined if parts.scheme in ("http", "https") and parts.hostname else ""
