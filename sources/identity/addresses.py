"""One key for all the ways in which the address of one page is written."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

LONGEST = 500
ARCHIVES = (
    re.compile(r"^https?://(?:web\.|www\.)?archive\.org/(?:web|wayback)/[^/]+/(?P<address>.+)$", re.IGNORECASE),
    re.compile(
        r"^https?://(?:www\.)?archive\.(?:today|ph|is|li|md|vn|fo)/(?:o/\w+/|newest/|oldest/|\d[\d.-]*/)(?P<address>https?:.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"^https?://(?:www\.)?google\.[a-z.]+/amp/(?:s/)?(?P<address>.+)$", re.IGNORECASE),
    re.compile(r"^https?://[^/]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(?P<address>.+)$", re.IGNORECASE),
)
# Names of hosts that show the same pages to other screens
VARIANT = re.compile(r"^(?:www?\d?|m|mobile|amp|wap|3g)\.(?=[^.]+\.[^.])")
TRACKING = re.compile(
    r"utm_.*|.*clid|mc_[ce]id|igshid|_ga|_gl|ref_?(?:src|url)?|cmpid|ocid|smid|spm|amp|outputtype|isappinstalled|"
    r"sharer?_?.*|fb_.*|at_(?:campaign|medium).*|(?:wt|ns|pk|piwik|hsa|vero|oly)_.*|xtor|__twitter_impression|trk.*",
    re.IGNORECASE,
)
ENDING = re.compile(r"(?:/amp|\.amp|/(?:index|default)\.(?:html?|php|aspx?|jsp))$", re.IGNORECASE)


def original(address: str) -> str:
    """What an address of an archive is a copy of; any other address as it is."""
    for _ in range(3):
        match = next((match for form in ARCHIVES if (match := form.match(address))), None)
        if not match:
            return address
        address = match["address"]
        if address[:9].lower().startswith(("http%3a", "https%3a")):
            address = unquote(address)
        if not re.match(r"https?:/", address, re.IGNORECASE):
            address = f"http://{address}"
        # Some copies write only one of the two strokes.
        address = re.sub(r"^(https?):/+", r"\1://", address, flags=re.IGNORECASE)
    return address


def address_key(address: str) -> str:
    """Equal for two addresses of one page; empty if it is no address of the web."""
    try:
        parts = urlsplit(original(address.strip()))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    host = VARIANT.sub("", in_letters_of_the_net(host.lower().rstrip(".")))
    path, query = parts.path, [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0])]
    if host == "youtu.be":
        host, path, query = "youtube.com", "/watch", [("v", path.strip("/")), *query]
    if host in ("dx.doi.org", "doi.org"):
        host, path = "doi.org", path.lower()
    path = re.sub(
        r"/{2,}", "/", quote(unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogateescape")
    )
    path = ENDING.sub("", path.rstrip("/")).rstrip("/")
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    key = f"{place}{path}" + (f"?{urlencode(sorted(query))}" if query else "")
    if parts.fragment.startswith("!"):
        key += f"#{parts.fragment}"
    return key if len(key) <= LONGEST else "sha256:" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def in_letters_of_the_net(host: str) -> str:
    """信用.cn and xn--vuqs22g.cn are one name."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def host_of(address: str) -> str:
    return address_key(address).partition("/")[0].partition("?")[0]
