"""Turn bytes into text: UTF-8, UTF-16, UTF-32, the Western code pages, and UTF-8 that was once read as one of these."""

import re
import zlib

from charset_normalizer import from_bytes

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\xd0\xcf\x11\xe0", b"\x7fELF")
GZIP = b"\x1f\x8b"
LARGEST = 200_000_000  # bytes that a compressed file may unpack to
SAMPLE = 65536
ENOUGH = 40  # bytes beyond ASCII that let a guess at the code page beat cp1252; on fewer, "ã" was taken for cp1250's "ă"
WESTERN = ["cp1252", "latin_1", "cp1250", "iso8859_15", "mac_roman"]
# UTF-8 read as cp1252: a lead byte of two- and three-byte sequences as its character, then continuation bytes as theirs.
FOLLOWING = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
MANGLED = re.compile(rf"[ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑ][{FOLLOWING}]|[âãäåæçèéêëìíîïà][{FOLLOWING}][{FOLLOWING}]|ï»¿")
SURE_SIGN = re.compile(rf"Ã[{FOLLOWING}]|Â[\xa0-\xbf]|â€[{FOLLOWING}]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file. Never fails: bytes of a binary file come back one character each, for the next stage to refuse them.

    `declared` is the encoding that the sender names. Text that is UTF-8 read as cp1252 ("CafÃ©") is repaired; offsets count the repaired text.
    """
    if data.startswith(GZIP):
        data = unpack(data)
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if data.startswith(BINARY):
        return data.decode("latin-1")
    wide = _wide(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    return repair(_narrow(data, declared))


def unpack(data: bytes) -> bytes:
    """What a gzip file holds, as far as it is whole, and no more than the limit."""
    machine = zlib.decompressobj(wbits=31)
    try:
        return machine.decompress(data, LARGEST)
    except zlib.error:
        return data


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by where its zero bytes stand: Latin letters have one byte that is not zero."""
    if len(sample) < 8 or sample.count(0) < len(sample) * 0.3:
        return None
    share = [sample[i::4].count(0) * 4 / len(sample) for i in range(4)]
    full = [s > 0.8 for s in share]
    patterns = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return patterns.get((full[0], full[1], full[2], full[3]))


def _narrow(data: bytes, declared: str | None) -> str:
    for name in ("utf-8", declared):
        try:
            return data.decode(name) if name else _western(data)
        except (UnicodeDecodeError, LookupError):
            continue
    return _western(data)


def _western(data: bytes) -> str:
    """Broken UTF-8 stays UTF-8 with its broken bytes marked; else the code page that fits best."""
    begun = next((i for i, byte in enumerate(data[:4]) if not 0x80 <= byte < 0xC0), 0)  # a piece of a file may begin inside a letter
    text = data[begun:].decode("utf-8", "replace")
    if begun and "\ufffd" not in text:
        return text
    broken = text.count("\ufffd")
    if broken and sum(1 for c in text if ord(c) > 127) > broken * 3:
        return text
    high = sum(1 for byte in data[:SAMPLE] if byte > 127)
    best = from_bytes(data[:SAMPLE], cp_isolation=WESTERN).best() if high >= ENOUGH else None
    try:
        return data.decode(best.encoding if best is not None else "cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def repair(text: str) -> str:
    """UTF-8 that was read as cp1252, put right; other text comes back as it is."""
    if not SURE_SIGN.search(text):
        return text
    return MANGLED.sub(lambda found: _put_right(found.group()), text)


def _put_right(mangled: str) -> str:
    try:
        return bytes(_byte(c) for c in mangled).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return mangled


def _byte(char: str) -> int:
    """The cp1252 byte of a character; the five that cp1252 lacks stand for themselves."""
    return ord(char) if ord(char) < 0xA0 else char.encode("cp1252")[0]
