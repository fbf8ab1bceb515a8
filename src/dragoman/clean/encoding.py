"""Tell text from what is none: empty input, files of other programs, control characters in place of words."""

from dragoman.clean.lines import EDGES

SAMPLE = 65536  # characters looked at
MOST_JUNK = 0.04  # of characters that no text has; a page with stray marks has fewer than one in a thousand
MAGIC = (
    ("%PDF-", "a PDF file"),
    ("PK\x03\x04", "a zip archive or office file"),
    ("\x89PNG", "a picture"),
    ("\xff\xd8\xff", "a picture"),
    ("GIF8", "a picture"),
    ("RIFF", "a sound or picture file"),
    ("\x1f\x8b", "a compressed file"),
    ("\xd0\xcf\x11\xe0", "an office file"),
    ("\x7fELF", "a program"),
    ("{\\rtf", "an RTF file"),
)
LAYOUT = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\x1a\x00")


def why_no_text(text: str) -> str | None:
    """The sentence that says why this is no text, or None. Invisible marks alone are an empty text."""
    if not text or not text.strip(EDGES):
        return "The text is empty."
    for magic, name in MAGIC:
        if text.startswith(magic):
            return f"This is {name}, not a text; save it as plain text or HTML first."
    sample = text.strip("\x00")[:SAMPLE]  # some tools pad a file with NULs
    junk = sum(1 for c in sample if _is_junk(c)) + max(0, sample.count("\x00") - 3)
    if junk > max(2, len(sample) * MOST_JUNK):
        return "This is binary data, not a text."
    return None if any(c.isalpha() for c in sample) else _wordless(text)


def _wordless(text: str) -> str | None:
    return None if len(text) > SAMPLE and any(c.isalpha() for c in text) else "The text has no words."


def _is_junk(char: str) -> bool:
    """Control characters, halves of surrogate pairs, private and replaced characters."""
    if char in LAYOUT:
        return False
    code = ord(char)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code in (0xFFFD, 0xFFFE, 0xFFFF)
