"""A validator for our own pages: parse errors as HTML5 knows them, and the mistakes a parser does not see."""

import itertools

import html5lib
from bs4 import BeautifulSoup

PHRASING_ONLY = ("p", "h1", "h2", "h3", "h4", "dt", "label", "button", "summary", "span", "b", "a")
FLOW = {
    "div",
    "p",
    "ul",
    "ol",
    "dl",
    "section",
    "article",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "form",
    "table",
    "details",
    "aside",
    "nav",
}


def problems(html: str) -> list[str]:
    """Everything wrong with a whole page; empty if it is valid."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    found = [f"line {place[0]}: {code} {data}" for place, code, data in parser.errors]
    soup = BeautifulSoup(html, "html.parser")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    found += [f"id {name} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    for tag in soup.find_all(True):
        found += [f"<{tag.name}> points to #{ref}, which is not there" for ref in references(tag) if ref not in ids]
        if tag.name == "a" and tag.find("a"):
            found.append("a link inside a link")
        if tag.name in PHRASING_ONLY and tag.name != "a":
            found += [f"<{child.name}> inside <{tag.name}>" for child in tag.find_all(FLOW) if child.find_parent("svg") is None]
        if tag.name in ("ul", "ol"):
            found += [
                f"<{child.name}> directly inside <{tag.name}>"
                for child in tag.find_all(True, recursive=False)
                if child.name != "li"
            ]
        if tag.name == "img" and not tag.has_attr("alt"):
            found.append("an image without alt")
        if tag.has_attr("style") or any(name.startswith("on") for name in tag.attrs):
            found.append(f"inline style or script on <{tag.name}>")
    if len(soup.find_all("h1")) != 1:
        found.append(f"{len(soup.find_all('h1'))} h1, not one")
    levels = [int(tag.name[1]) for tag in soup.find_all(["h1", "h2", "h3", "h4"])]
    found += [f"h{b} follows h{a}" for a, b in itertools.pairwise(levels) if b > a + 1]
    if not (soup.title and soup.title.text.strip()):
        found.append("no title")
    for field in soup.find_all(["select", "input", "textarea"]):
        if field.get("type") not in ("hidden", "submit") and not soup.find("label", attrs={"for": field.get("id")}):
            found.append(f"field {field.get('name')} has no label")
    return found


def references(tag) -> list[str]:
    names = " ".join(tag.get(name, "") for name in ("aria-labelledby", "aria-describedby", "for")).split()
    href = tag.get("href", "")
    return names + ([href[1:]] if href.startswith("#") and len(href) > 1 else [])


def outside_requests(html: str) -> list[str]:
    """What a browser would fetch from another host on opening the page."""
    soup = BeautifulSoup(html, "html.parser")
    fetched = [tag.get("src", "") for tag in soup.find_all(src=True)]
    fetched += [tag["href"] for tag in soup.find_all("link", href=True) if tag.get("rel") not in (["canonical"], ["alternate"])]
    return [address for address in fetched if address.startswith(("http:", "https:", "//"))]
