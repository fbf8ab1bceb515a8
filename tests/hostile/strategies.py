"""What hypothesis feeds the reader: bytes of every kind, odd texts, and our wire with something done to it."""

import gzip

from hypothesis import strategies as st

from tests.hostile.wire import WIRE, curly

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "mac_roman", "koi8-r", "utf-7")
HEADS = (b"", b"\x1f\x8b\x08\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"%PDF-", b"<html><body><p>", b"\x00")
CHUNKS = (
    "\x00", "\r", "\n\n", "\r\n", "\x0c", "\x85", "\u2028", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad", "\xa0", "\ufffd",
    "\ud800", "“", "”", '"', "'", "’", "((((", "]]", "<p>", "</", "<script>", "<!--", "&#0;", "&quot;", "...", "--", "…", "•", "🤝", "é",
    "e\u0301", "ß", "İ", "ﬁ", "中国", "السلام", " on 31 February ", " in 0000 ",
    " until ", " unless ", " by the end of ", " three days ago ", " his counterpart ",
    " not ", "Norway", " the North ", " met ", " will visit ", " said that ", "U.S.", "Gen.", "1,2,3", "https://x.example/?a=b", "a@b.example",
    "**", "# ", "> ",
)  # fmt: skip
WORDS = WIRE.split()
PIECES = st.one_of(st.sampled_from(CHUNKS), st.text(max_size=6), st.sampled_from(WORDS))


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """The first sentences of the wire with pieces put in, taken out, moved and repeated."""
    text = draw(st.sampled_from([WIRE[:400], WIRE[200:600], curly(WIRE)[:300], WIRE[:250].upper(), WIRE[:250].lower()]))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(text)))
        after = min(len(text), place + draw(st.integers(0, 40)))
        piece = draw(PIECES) * draw(st.sampled_from([1, 1, 1, 2, 30]))
        text = text[:place] + piece + draw(st.sampled_from(["", text[place:after], text[place:after][::-1]])) + text[after:]
    return text


def word_salad() -> st.SearchStrategy[str]:
    """Words of the wire and marks in any order, so that sentences are grammatical only by chance."""
    return st.lists(PIECES, min_size=1, max_size=60).map(" ".join)


@st.composite
def spoilt_files(draw: st.DrawFn) -> bytes:
    """A wire in some encoding, perhaps packed, cut and with bytes changed."""
    data = draw(mangled()).encode(draw(st.sampled_from(ENCODINGS)), "replace")
    data = gzip.compress(data, mtime=0) if draw(st.booleans()) and draw(st.booleans()) else data
    whole = bytearray(draw(st.sampled_from(HEADS)) + data)
    for place in draw(st.lists(st.integers(0, max(0, len(whole) - 1)), max_size=12)):
        whole[place] = draw(st.integers(0, 255))
    return bytes(whole[: draw(st.integers(0, len(whole)))]) if draw(st.booleans()) else bytes(whole)


def any_bytes() -> st.SearchStrategy[bytes]:
    """Bytes with and without the beginning of a known kind of file."""
    return st.builds(bytes.__add__, st.sampled_from(HEADS), st.binary(max_size=300))


DAYS = st.one_of(st.none(), st.dates().map(str), st.just("2018-03-14"))
