"""Addresses: only the open web is fetched, whatever names, redirects and servers try. No packet leaves: resolver and transport are fakes."""

import gzip
from collections.abc import Callable

import httpx
import pytest

from dragoman.acquire import RawDocument, fetch
from dragoman.acquire.fetch import MOST_BYTES, is_public
from dragoman.errors import InputError

OPEN = "93.184.216.34"
INNER_4 = ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "240.0.0.1")
INNER_6 = ("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1")
Handler = Callable[[httpx.Request], httpx.Response]


def resolver(**names: str) -> Callable[[str, int], tuple[str, ...]]:
    def resolve(host: str, port: int) -> tuple[str, ...]:
        if host in table:
            return (table[host],)
        raise OSError("unknown")

    table = {"lake.example": OPEN, **{name.replace("_", "."): address for name, address in names.items()}}
    return resolve


def page(text: str = "Two envoys met in Bern on Monday.", **headers: str) -> Handler:
    return answer(text.encode(), "text/plain; charset=utf-8", **headers)


def answer(body: bytes, kind: str, **headers: str) -> Handler:
    return lambda request: httpx.Response(200, stream=httpx.ByteStream(body), headers={"content-type": kind, **headers})


def get(url: str, handler: Handler | None = None, **names: str) -> RawDocument:
    return fetch(url, resolver=resolver(**names), transport=httpx.MockTransport(handler or page()))


def test_a_page_is_fetched_from_the_checked_address_under_its_own_name() -> None:
    seen: list[httpx.Request] = []

    def record(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return page()(request)

    raw = get("https://lake.example/news?id=7#top", record)
    assert raw == RawDocument(
        id="https://lake.example/news?id=7#top", text="Two envoys met in Bern on Monday.", url="https://lake.example/news?id=7#top"
    )
    (request,) = seen
    assert str(request.url) == f"https://{OPEN}/news?id=7"
    assert request.headers["host"] == "lake.example"
    assert request.extensions["sni_hostname"] == "lake.example"


def test_html_gives_its_article() -> None:
    body = "<p>" + "Two envoys met in Bern on Monday to talk about milk and the price of hay, officials said. " * 4 + "</p>"
    whole = f"<html><body><nav>Home</nav><article>{body}</article></body></html>"
    raw = get("http://lake.example/", answer(whole.encode(), "text/html"))
    assert raw.text.startswith("Two envoys met in Bern")
    assert "<" not in raw.text


@pytest.mark.parametrize("url", ["ftp://lake.example/", "file:///etc/hosts", "gopher://lake.example", "javascript:alert(1)"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(InputError, match="only http and https addresses are"):
        get(url)


@pytest.mark.parametrize("url", ["http://", "http://lake.example:port/", "http://[::1", "http://lake.example/\nHost: x"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="no valid address"):
        get(url)


@pytest.mark.parametrize("address", [*INNER_4, *INNER_6, "nonsense"])
def test_private_addresses_are_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(InputError, match="leads into a private network"):
        get("http://inner.example/", inner_example=address)


@pytest.mark.parametrize("address", [OPEN, "2606:2800:220:1::1", "8.8.8.8"])
def test_public_addresses_are_taken(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_several_is_enough() -> None:
    with pytest.raises(InputError, match="private network"):
        fetch("http://lake.example/", resolver=lambda host, port: (OPEN, "127.0.0.1"), transport=httpx.MockTransport(page()))


def test_a_redirect_into_a_private_network_is_refused() -> None:
    inwards = httpx.Response(302, headers={"location": "http://inner.example/secret"})
    with pytest.raises(InputError, match=r"inner\.example/secret is not fetched"):
        get("http://lake.example/", lambda _: inwards, inner_example="169.254.169.254")


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with pytest.raises(InputError, match="only http and https"):
        get("http://lake.example/", lambda _: httpx.Response(302, headers={"location": "file:///etc/hosts"}))


def test_a_redirect_is_followed_from_where_it_stands() -> None:
    def turn(request: httpx.Request) -> httpx.Response:
        return page()(request) if request.url.path == "/b" else httpx.Response(301, headers={"location": "/b"})

    assert get("http://lake.example/a", turn).url == "http://lake.example/b"


def test_the_name_is_checked_again_at_every_turn() -> None:
    answers = iter([(OPEN,), ("127.0.0.1",)])
    away = httpx.MockTransport(lambda _: httpx.Response(302, headers={"location": "/b"}))
    with pytest.raises(InputError, match="private network"):
        fetch("http://lake.example/a", resolver=lambda host, port: next(answers), transport=away)


def test_endless_redirects_end() -> None:
    with pytest.raises(InputError, match="redirects more than 5 times"):
        get("http://lake.example/", lambda _: httpx.Response(302, headers={"location": "/again"}))


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="larger than 10 MB"):
        get("http://lake.example/", page("x" * (MOST_BYTES + 1)))


def test_a_page_that_is_too_slow_is_refused() -> None:
    ticks = iter(range(0, 1000, 9))
    with pytest.raises(InputError, match="longer than 20 seconds"):
        fetch("http://lake.example/", resolver=resolver(), transport=httpx.MockTransport(page()), clock=lambda: float(next(ticks)))


def test_a_server_that_hangs_is_refused() -> None:
    def hang(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    with pytest.raises(InputError, match="longer than 20 seconds"):
        get("http://lake.example/", hang)


def test_a_server_that_breaks_is_named() -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("connection refused")

    with pytest.raises(InputError, match="cannot be fetched: connection refused"):
        get("http://lake.example/", broken)


@pytest.mark.parametrize("status", [304, 403, 404, 500])
def test_a_page_that_is_not_there_says_its_status(status: int) -> None:
    with pytest.raises(InputError, match=f"answered with status {status}"):
        get("http://lake.example/", lambda _: httpx.Response(status))


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(InputError, match="host name that nobody knows"):
        get("http://nowhere.example/")


def test_a_packed_answer_is_unpacked_and_another_packing_refused() -> None:
    packed = gzip.compress(b"Two envoys met in Bern on Monday.")
    raw = get("http://lake.example/", lambda _: httpx.Response(200, stream=httpx.ByteStream(packed), headers={"content-encoding": "gzip"}))
    assert raw.text == "Two envoys met in Bern on Monday."
    with pytest.raises(InputError, match="a compression that is not read"):
        get("http://lake.example/", lambda _: httpx.Response(200, stream=httpx.ByteStream(b"x"), headers={"content-encoding": "br"}))
