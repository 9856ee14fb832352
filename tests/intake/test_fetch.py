"""Only what is public is opened, only so much of it, and only for so long. No request leaves this machine."""

import gzip
import time

import httpcore
import pytest

from sources.intake import fetch as module
from sources.intake.addresses import is_public
from sources.intake.fetch import FetchFailed, FetchRefused, fetch
from tests.intake import web as small_web

MB = 1024 * 1024


@pytest.fixture
def web(monkeypatch):
    with small_web.public(monkeypatch) as found:
        yield found


def test_a_page_is_read_with_its_type_and_its_last_address(web):
    web.page("/a", b"<p>It is so.</p>", Content_Type="text/html; charset=utf-8")
    found = fetch("http://example.org/a#part")
    assert (found.data, found.status, found.url, found.media_type) == (
        b"<p>It is so.</p>",
        200,
        "http://example.org/a",
        "text/html",
    )
    assert web.connected == [(small_web.PUBLIC, 80)]


def test_we_say_who_we_are_and_keep_no_cookies(web, settings):
    settings.WAGTAIL_SITE_NAME, settings.PUBLIC_URL = "The Désk", "https://desk.example"
    web.page("/a", status=302, Location="/b", Set_Cookie="id=1")
    web.page("/b", b"x")
    fetch("http://example.org/a")
    _, _, headers = web.asked[-1]
    assert headers["User-Agent"] == "The Dsk editors' desk (+https://desk.example)"
    assert "Cookie" not in headers


def test_proxies_of_the_environment_are_not_used(web, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    web.page("/", b"x")
    assert fetch("http://example.org/").data == b"x"


def test_redirects_are_followed_and_remembered(web):
    web.page("/a", status=301, Location="//other.example/b")
    web.page("/b", b"x")
    found = fetch("http://example.org/a")
    assert (found.url, found.hops) == ("http://other.example/b", ("http://example.org/a",))
    assert [host for host, _, _ in web.asked] == ["example.org", "other.example"]


def test_a_circle_of_redirects_ends(web):
    web.page("/a", status=302, Location="/a")
    with pytest.raises(FetchFailed, match="more than 5 times"):
        fetch("http://example.org/a")


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433/",
        "http://inside.example/",
        "https://inside.example/",
        "file:///etc/passwd",
        "http://example.org:22/",
        "http://user@example.org/",
        "gopher://example.org/",
    ],
)
def test_a_redirect_to_what_is_not_public_is_refused(web, target):
    web.names["inside.example"] = ["10.0.0.1"]
    web.page("/", status=302, Location=target)
    with pytest.raises(FetchRefused):
        fetch("http://example.org/")
    assert web.connected == [(small_web.PUBLIC, 80)]


@pytest.mark.parametrize(
    "address",
    [
        "http://167772161/",  # 10.0.0.1
        "http://0x0a000001/",
        "http://012.0.0.1/",
        "http://0xa.0.0.1/",
        "http://10.1/",
        "http://10.0.0.1/",
        "http://127。0。0。1/",
        "http://localhost./",
        "http://example.org@10.0.0.1/",
        "http://example.org\\@10.0.0.1/",
        "http://10.0.0.1\\@example.org/",
        "http://10.0.0.1:80#@example.org/",
        "http://[fe80::1%25eth0]/",
        "http://0.0.0.0/",
        "http://[::]/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "//example.org/",
        "http://",
        "http:///x",
        "javascript:alert(1)",
        "http://exa mple.org/",
        "http://a\n.example/",
        "http://a.example/\x00",
        "http://a.example:99999/",
        "",
    ],
)
def test_an_address_with_a_trick_is_refused_before_anything_is_opened(web, address):
    web.names["localhost."] = ["127.0.0.1"]
    with pytest.raises(FetchRefused):
        fetch(address)
    assert web.connected == []


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.1",
        "192.168.0.1",
        "192.88.99.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_addresses_that_are_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.215.14", "2606:4700::1111"])
def test_addresses_that_are(ip):
    assert is_public(ip)


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind(web, monkeypatch):
    answers = iter([[small_web.PUBLIC], ["127.0.0.1"]])
    monkeypatch.setattr(module, "look_up", lambda host, port: next(answers))
    web.page("/", status=302, Location="/b")
    web.page("/b", b"x")
    assert fetch("http://rebind.example/").data == b"x"
    assert {ip for ip, _ in web.connected} == {small_web.PUBLIC}


def test_a_name_with_one_inner_address_among_others_is_refused(web):
    web.names["mixed.example"] = [small_web.PUBLIC, "192.168.1.1"]
    with pytest.raises(FetchRefused, match="internal network"):
        fetch("http://mixed.example/")
    assert web.connected == []


def test_a_secure_address_is_asked_by_name_at_the_checked_address(monkeypatch):
    asked = {}

    class Stream(httpcore.MockStream):
        def start_tls(self, ssl_context, server_hostname=None, timeout=None):
            asked.update(name=server_hostname, checked=ssl_context.check_hostname)
            return self

    def connect(ip, port, timeout):
        asked.update(ip=ip, port=port)
        return Stream([b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"])

    monkeypatch.setattr(module, "look_up", lambda host, port: [small_web.PUBLIC])
    monkeypatch.setattr(module, "connect", connect)
    assert fetch("https://example.org/").data == b"hi"
    assert asked == {"name": "example.org", "checked": True, "ip": small_web.PUBLIC, "port": 443}


def test_a_packed_page_is_unpacked_and_a_bomb_is_not(web):
    web.page("/fair", gzip.compress(b"<p>It is so.</p>" * 9), Content_Encoding="gzip")
    web.page("/bomb", gzip.compress(b"\0" * (60 * MB)), Content_Encoding="gzip")
    web.page("/half", gzip.compress(b"<p>It is so.</p>" * 999)[:40], Content_Encoding="gzip")
    web.page("/other", b"x", Content_Encoding="br")
    assert fetch("http://example.org/fair").data == b"<p>It is so.</p>" * 9
    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        fetch("http://example.org/bomb", largest=MB)
    with pytest.raises(FetchFailed, match="broke off"):
        fetch("http://example.org/half")
    with pytest.raises(FetchFailed, match="only gzip was asked for"):
        fetch("http://example.org/other")


def test_a_body_without_end_is_cut_off(web):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    web.pages["/"] = endless
    with pytest.raises(FetchFailed, match="larger than 2 MB"):
        fetch("http://example.org/", largest=2 * MB)


def test_a_size_that_is_announced_too_large_is_not_read(web):
    web.page("/", b"", Content_Length=str(50 * MB))
    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        fetch("http://example.org/", largest=MB)


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_dribbles_does_not_hold_us(web, part):
    def dribble(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if part == "body" else b"X-Slow: "))
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.02)

    web.pages["/"] = dribble
    began = time.monotonic()
    with pytest.raises(FetchFailed, match="in time") as failed:
        fetch("http://example.org/", seconds=0.3)
    assert failed.value.passing
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("status", "sentence", "passing"), [(404, "has no such page", False), (403, "does not let", False), (503, "trouble", True)]
)
def test_an_answer_that_is_no_page_is_told_in_words(web, status, sentence, passing):
    web.page("/", status=status)
    with pytest.raises(FetchFailed, match=sentence) as failed:
        fetch("http://example.org/")
    assert (failed.value.status, failed.value.passing) == (status, passing)
    assert fetch("http://example.org/", any_status=True).status == status


def test_a_type_that_cannot_be_read_is_named(web):
    web.page("/", b"x", Content_Type="video/mp4")
    with pytest.raises(FetchFailed, match="video/mp4"):
        fetch("http://example.org/", types=("text/", "application/pdf"))
    assert fetch("http://example.org/", types=("video/",)).data == b"x"


def test_head_asks_for_no_body(web):
    web.page("/", b"long")
    assert fetch("http://example.org/", method="HEAD").data == b""


def test_a_name_that_does_not_exist_is_told_in_words(monkeypatch):
    def nobody(host, port):
        raise OSError("Name or service not known")

    monkeypatch.setattr(module, "look_up", nobody)
    with pytest.raises(FetchFailed, match="There is no site called “nowhere"):
        fetch("http://nowhere.example/")
