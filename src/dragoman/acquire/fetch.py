"""Fetch a page of the open web, and nothing else: no address of a private network, none that a redirect or a changing name leads to."""

import ipaddress
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import SplitResult, urljoin, urlsplit

from dragoman.acquire.files import from_bytes
from dragoman.acquire.raw import RawDocument
from dragoman.errors import InputError

if TYPE_CHECKING:
    import httpx

Resolver = Callable[[str, int], tuple[str, ...]]
MOST_BYTES = 10_000_000
MOST_SECONDS = 20.0
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
HEADERS = {"User-Agent": "dragoman/0.1 (reads news of diplomacy)", "Accept": "text/html, text/plain;q=0.9, */*;q=0.1", "Accept-Encoding": "identity"}
# Networks that hand on to an address inside the own address: 6to4, Teredo, NAT64.
RELAYS = tuple(ipaddress.ip_network(n) for n in ("2002::/16", "2001::/32", "64:ff9b::/96", "64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server sent: a page, or where to go."""

    status: int
    location: str | None
    body: bytes
    charset: str | None
    html: bool


def fetch(
    url: str, *, resolver: Resolver | None = None, transport: "httpx.BaseTransport | None" = None, clock: Callable[[], float] = time.monotonic
) -> RawDocument:
    """The article at an address. InputError says in one sentence why there is none.

    Every name is resolved first, all its addresses are checked, and the connection goes to a checked address with the name kept in
    Host and in the TLS handshake, so that a name that changes between check and use cheats nobody. Proxies of the environment are not used.
    """
    import httpx  # 60 ms to import

    deadline, here = clock() + MOST_SECONDS, url
    with httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client:
        answer, turns = _ask(client, here, resolver or resolve, lambda: deadline - clock()), 0
        while answer.status in REDIRECTS and answer.location:
            turns += 1
            if turns > MOST_REDIRECTS:
                _refuse(url, f"redirects more than {MOST_REDIRECTS} times; give the page's own address.")
            here = urljoin(here, answer.location)
            answer = _ask(client, here, resolver or resolve, lambda: deadline - clock())
    if not 200 <= answer.status < 300:
        _refuse(here, f"answered with status {answer.status}; check the address.")
    return from_bytes(answer.body, id=url, url=here, declared=answer.charset, html=answer.html)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, as the system tells them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _refuse(url: str, why: str) -> NoReturn:
    shown = url if len(url) <= 200 else url[:200] + "…"
    raise InputError(f"{shown} {why}")


def _parts(url: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        _refuse(url, "is no valid address; check it.")
    if parts.scheme not in PORTS:
        _refuse(url, "is not fetched; only http and https addresses are.")
    if not parts.hostname or any(c.isspace() or ord(c) < 0x20 for c in url):
        _refuse(url, "is no valid address; check it.")
    return parts, port


def _checked_address(url: str, host: str, port: int, resolver: Resolver, left: float) -> str:
    """An address of the name, all of which are public."""
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        found = pool.submit(resolver, host, port).result(timeout=max(left, 0.01))
    except Late:
        _refuse(url, f"took longer than {MOST_SECONDS:.0f} seconds; try again later.")
    except (OSError, UnicodeError):
        _refuse(url, "has a host name that nobody knows; check its spelling.")
    finally:
        pool.shutdown(wait=False)
    if not found:
        _refuse(url, "has a host name that nobody knows; check its spelling.")
    if not all(is_public(address) for address in found):
        _refuse(url, "is not fetched; it leads into a private network.")
    return found[0]


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, relays to others excluded."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in network for network in RELAYS):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _ask(client: "httpx.Client", url: str, resolver: Resolver, left: Callable[[], float]) -> _Answer:
    """One request to a checked address."""
    import httpx

    parts, port = _parts(url)
    host = parts.hostname or ""
    address = _checked_address(url, host, port, resolver, left())
    named = f"[{address}]" if ":" in address else address
    target = parts._replace(netloc=f"{named}:{port}", fragment="").geturl()
    headers = {**HEADERS, "Host": parts.netloc.rpartition("@")[2]}
    try:
        request = client.build_request("GET", target, headers=headers, timeout=max(left(), 0.01), extensions={"sni_hostname": host})
        answer = client.send(request, stream=True)
        try:
            return _answer(url, answer, left)
        finally:
            answer.close()
    except httpx.TimeoutException:
        _refuse(url, f"took longer than {MOST_SECONDS:.0f} seconds; try again later.")
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, UnicodeError, OSError) as slip:
        _refuse(url, f"cannot be fetched: {str(slip).rstrip('.') or type(slip).__name__}.")


def _answer(url: str, answer: "httpx.Response", left: Callable[[], float]) -> _Answer:
    kind = answer.headers.get("content-type", "")
    if answer.status_code in REDIRECTS:
        return _Answer(answer.status_code, answer.headers.get("location"), b"", None, html=False)
    if not 200 <= answer.status_code < 300:
        return _Answer(answer.status_code, None, b"", None, html=False)
    if answer.headers.get("content-encoding", "identity").lower() not in {"identity", "gzip", ""}:
        _refuse(url, "sends a compression that is not read; save the page and read the file.")
    return _Answer(answer.status_code, None, _body(url, answer, left), answer.charset_encoding, html="html" in kind)


def _body(url: str, answer: "httpx.Response", left: Callable[[], float]) -> bytes:
    """All bytes, as they came over the wire, up to the limits of size and time."""
    whole = bytearray()
    for chunk in answer.iter_raw():
        whole += chunk
        if len(whole) > MOST_BYTES:
            _refuse(url, f"is larger than {MOST_BYTES // 1_000_000} MB; save the page and read the file.")
        if left() <= 0:
            _refuse(url, f"took longer than {MOST_SECONDS:.0f} seconds; try again later.")
    return bytes(whole)
