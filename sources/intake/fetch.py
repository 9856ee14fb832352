"""Fetching an address for the desk: the one module that touches the network.

Only the web, only machines that are public, and only so much of it for so long. A name is looked up once; what is
checked is what is connected to. Redirects are followed by hand, so that each hop meets the same checks. Call it from a
background task, never inside a request or a transaction.

httpcore does the talking, not a client of httpx on top of it: a client brings cookies, proxies from the environment and
the unpacking of whole chunks, all of which would have to be switched off again.
"""

import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import httpcore
import httpx
from django.conf import settings

from sources.intake.addresses import PORTS, FetchRefused, checked, is_public, shown

LARGEST = 20 * 1024 * 1024  # bytes, unpacked
SECONDS = 40.0  # from first to last, redirects included
MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
CHUNK = 64 * 1024

__all__ = ["FetchFailed", "FetchRefused", "Fetched", "fetch"]


class FetchFailed(OSError):
    """It was tried, and did not work. The message is a full sentence; ``status`` is what the server answered, or 0.

    ``passing`` says whether it may go better later: no answer, too slow, a server in trouble.
    """

    def __init__(self, message: str, *, status: int = 0, passing: bool = False):
        super().__init__(message)
        self.status, self.passing = status, passing


@dataclass(frozen=True)
class Fetched:
    """``url`` is where it was found in the end, ``hops`` the addresses on the way there."""

    url: str
    status: int
    content_type: str
    data: bytes
    headers: dict[str, str] = field(default_factory=dict)
    hops: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        return self.content_type.partition(";")[0].strip().lower()


def fetch(
    url: str,
    *,
    largest: int = LARGEST,
    seconds: float = SECONDS,
    method: str = "GET",
    types: tuple[str, ...] = (),
    any_status: bool = False,
) -> Fetched:
    """What stands at ``url``. ``types``, if given, are the media types that are read ("text/" stands for all of them).

    An answer other than 2xx is a FetchFailed, unless ``any_status``: then it is returned like any other.
    """
    network = PublicNetwork(time.monotonic() + seconds)
    address, hops = checked(url), []
    with httpcore.ConnectionPool(ssl_context=certificates(), network_backend=network, max_connections=1) as pool:
        while True:
            answer = _ask(pool, network, address, method, largest, types, any_status)
            if isinstance(answer, Fetched):
                return Fetched(answer.url, answer.status, answer.content_type, answer.data, answer.headers, tuple(hops))
            hops.append(str(address))
            if len(hops) > MOST_REDIRECTS:
                raise FetchFailed(f"“{shown(url)}” leads from one address to the next, more than {MOST_REDIRECTS} times.")
            address = checked(str(answer))


def _ask(pool, network, address, method, largest, types, any_status) -> Fetched | httpx.URL:
    """One hop: what is there, or where it leads."""
    site = address.host
    request = httpcore.Request(method, str(address), headers=_headers(address), extensions={"target": address.raw_path})
    try:
        response = pool.handle_request(request)
        try:
            headers = _readable(response.headers)
            if response.status in REDIRECTS and "location" in headers:
                return _target(address, headers["location"])
            if not 200 <= response.status < 300 and not any_status:
                raise FetchFailed(
                    _status_sentence(site, response.status), status=response.status, passing=_passing(response.status)
                )
            kind = headers.get("content-type", "")
            _check_type(site, kind, types)
            body = b"" if method == "HEAD" else _body(site, response, headers, largest, network)
            return Fetched(str(address), response.status, kind, body, headers)
        finally:
            response.close()
    except httpcore.TimeoutException as error:
        raise FetchFailed(f"“{site}” did not answer in time.", passing=True) from error
    except (httpcore.ConnectError, ssl.SSLError) as error:
        raise FetchFailed(_connection_sentence(site, error), passing=True) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise FetchFailed(f"“{site}” broke off or did not speak the language of the web.", passing=True) from error


def _target(address: httpx.URL, location: str) -> httpx.URL:
    try:
        return address.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchRefused(f"“{address.host}” leads to “{shown(location)}”, which is not an address.") from error


def _headers(address: httpx.URL) -> list[tuple[bytes, bytes]]:
    name = settings.WAGTAIL_SITE_NAME.encode("ascii", "ignore").decode().strip() or "Site"
    return [
        (b"Host", address.netloc),
        (b"User-Agent", f"{name} editors' desk (+{settings.PUBLIC_URL})".encode("ascii", "ignore")),
        (b"Accept", b"text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5"),
        (b"Accept-Encoding", b"gzip"),
        (b"Connection", b"close"),
    ]


def _readable(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("utf-8", "replace") for name, value in headers}


def _check_type(site: str, content_type: str, types: tuple[str, ...]) -> None:
    kind = content_type.partition(";")[0].strip().lower()
    if types and kind and not any(kind == wanted or (wanted.endswith("/") and kind.startswith(wanted)) for wanted in types):
        raise FetchFailed(f"What “{site}” sends is “{shown(kind)}”, which cannot be read here.")


def _body(site: str, response, headers: dict[str, str], largest: int, network: "PublicNetwork") -> bytes:
    """The whole body, unpacked piece by piece, so that a small one cannot grow without end."""
    most = f"What “{site}” sends is larger than {max(largest // 1024 // 1024, 1)} MB."
    length = headers.get("content-length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > largest:
        raise FetchFailed(most)
    found = bytearray()
    for piece in _unpacked(site, response.iter_stream(), headers.get("content-encoding", "").strip().lower()):
        found += piece
        if len(found) > largest:
            raise FetchFailed(most)
        network.refuse_if_late()
    return bytes(found)


def _unpacked(site: str, pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchFailed(f"“{site}” packs what it sends as “{shown(encoding)}”, although only gzip was asked for.")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for piece in pieces:
            while piece and not unpack.eof:
                yield unpack.decompress(piece, CHUNK)
                piece = unpack.unconsumed_tail
        # What the window still holds
        while rest := unpack.decompress(unpack.unconsumed_tail, CHUNK):
            yield rest
        if not unpack.eof:
            raise FetchFailed(f"“{site}” broke off in the middle.", passing=True)
    except zlib.error as error:
        raise FetchFailed(f"What “{site}” sends is packed wrongly and cannot be unpacked.", passing=True) from error


def _passing(status: int) -> bool:
    return status in (408, 425, 429) or status >= 500


def _status_sentence(site: str, status: int) -> str:
    known = {
        401: "wants a password for this page",
        402: "wants to be paid for this page",
        403: "does not let us see this page",
        404: "has no such page",
        410: "has taken this page down",
        429: "wants us to come back later",
        451: "may not show this page for legal reasons",
    }
    what = known.get(status) or ("is in trouble" if status >= 500 else "did not send the page")
    return f"“{site}” {what} (it answered {status})."


def _connection_sentence(site: str, error: Exception) -> str:
    if re.search("certificate", str(error), re.IGNORECASE):
        return f"The certificate of “{site}” cannot be trusted, so nothing was read from it."
    return f"“{site}” cannot be reached."


@lru_cache(maxsize=1)
def certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a name, in the order they should be tried."""
    return list(dict.fromkeys(row[4][0] for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def connect(ip: str, port: int, timeout: float) -> httpcore.NetworkStream:
    return httpcore.SyncBackend().connect_tcp(ip, port, timeout)


class PublicNetwork(httpcore.NetworkBackend):
    """Connects to public machines only, and to the very address it has checked. Everything ends at the deadline."""

    def __init__(self, deadline: float):
        self.deadline = deadline
        self.known: dict[str, list[str]] = {}

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        if port not in PORTS.values():
            raise FetchRefused(f"Port {port} of “{host}” is not opened.")
        trouble: Exception | None = None
        for ip in self.public_addresses(host, port)[:3]:
            try:
                return TimedStream(connect(ip, port, self.left()), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble or httpcore.ConnectError("no address")

    def connect_unix_socket(self, path, timeout=None, socket_options=None):
        raise FetchRefused("Only addresses of the web are opened.")

    def public_addresses(self, host: str, port: int) -> list[str]:
        """One look-up a name. A name with one address that is not public is refused whole."""
        if host not in self.known:
            self.known[host] = self._addresses(host, port)
        if not self.known[host] or not all(is_public(ip) for ip in self.known[host]):
            raise FetchRefused(f"“{shown(host)}” is not a public site: its address belongs to an internal network.")
        return self.known[host]

    @staticmethod
    def _addresses(host: str, port: int) -> list[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            pass
        try:
            return look_up(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchFailed(
                f"There is no site called “{shown(host)}”, or its name cannot be looked up now.", passing=True
            ) from error

    def left(self) -> float:
        """Seconds until the deadline."""
        self.refuse_if_late()
        return self.deadline - time.monotonic()

    def refuse_if_late(self) -> None:
        if time.monotonic() >= self.deadline:
            raise httpcore.ReadTimeout("the time for the whole is over")


class TimedStream(httpcore.NetworkStream):
    """A server that sends a byte now and then would never run into a time limit of its own for each byte."""

    def __init__(self, stream: httpcore.NetworkStream, network: PublicNetwork):
        self.stream, self.network = stream, network

    def read(self, max_bytes, timeout=None):
        return self.stream.read(max_bytes, self.network.left())

    def write(self, buffer, timeout=None):
        self.stream.write(buffer, self.network.left())

    def close(self):
        self.stream.close()

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        return TimedStream(self.stream.start_tls(ssl_context, server_hostname, self.network.left()), self.network)

    def get_extra_info(self, info):
        return self.stream.get_extra_info(info)
