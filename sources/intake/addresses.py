"""Which addresses the desk may open at all. Pure rules; nothing here touches the network."""

import ipaddress
import re

import httpx

PORTS = {"http": 80, "https": 443}

# Python calls some of these global. Each of them can stand for a machine of our own, or for nobody's.
NOT_PUBLIC = [
    ipaddress.ip_network(network)
    for network in (
        "100.64.0.0/10",  # shared by the customers of one provider
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "198.18.0.0/15",  # for measurements
        "240.0.0.0/4",
        "64:ff9b::/96",  # NAT64: an IPv4 address in disguise, as are the next four
        "64:ff9b:1::/48",
        "2002::/16",  # 6to4
        "2001::/32",  # Teredo
        "::/96",
        "fec0::/10",  # site-local of old
        "3fff::/20",  # documentation
        "5f00::/16",
    )
]
NAME = re.compile(r"[A-Za-z0-9_.-]+", re.ASCII)
NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)


class FetchRefused(ValueError):
    """The address may not be opened. The message is a full sentence for the person who gave it."""


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody on the Internet could reach."""
    ip = ipaddress.ip_address(address)
    if getattr(ip, "ipv4_mapped", None) or getattr(ip, "scope_id", None):
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified or ip.is_loopback:
        return False
    return not any(ip.version == network.version and ip in network for network in NOT_PUBLIC)


def checked(address: str) -> httpx.URL:
    """The address, if its form allows it to be opened. Whether its host is public is seen once it has been looked up."""
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, TypeError) as error:
        raise FetchRefused(f"“{shown(address)}” is not an address.") from error
    if url.scheme not in PORTS or not url.host:
        raise FetchRefused(f"“{shown(address)}” is not an address of the web; it must begin with http:// or https://.")
    if url.userinfo:
        raise FetchRefused(f"“{shown(address)}” carries a user name or a password; give the address without them.")
    if url.port not in (None, *PORTS.values()):
        raise FetchRefused(f"“{shown(address)}” names port {url.port}; only the ports of the web, 80 and 443, are opened.")
    refuse_odd_host(url.raw_host.decode("ascii"))
    return url.copy_with(fragment=None)


def refuse_odd_host(host: str) -> None:
    """An IP address is written in one way here; 2130706433 and 0x7f.1 are ways to hide one."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if not NAME.fullmatch(host):
            raise FetchRefused(f"“{shown(host)}” is not the name of a site.") from None
        if NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
            raise FetchRefused(f"“{shown(host)}” is a number written in an unusual way, not the name of a site.") from None


def shown(address: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", str(address)).strip()[:120]
