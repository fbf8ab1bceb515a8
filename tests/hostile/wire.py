"""One short wire of our own, and the ways in which a file may mangle it and still be read."""

import random
import re
from collections.abc import Callable

WIRE = """VALLETTA, March 14 (Harbour News) - The foreign ministers of Malta and Tunisia met in Valletta on Wednesday to discuss fishing rights, the Maltese government said in a note.

"We had a frank exchange, and we shall go on talking," Maltese Foreign Minister Carmelo Abela told reporters. He said that Malta's patrols would stay in port for now.

Tunisia asked Malta last week to release two trawlers that were held near Lampedusa. The Tunisian ministry called the step "a matter of days, not of months".

Abela will visit Tunis next month, his office said. Italy, which isn't part of the talks, has offered to host a third round if both sides agree.

Algeria on Monday signed an accord with Libya on the same waters. Officials in Rome said they had not seen its text, and an adviser to the Maltese prime minister said it wouldn't change the government's view.
"""  # noqa: E501 - a paragraph stands on one line, as wires have it
DATE = "2018-03-14"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


def curly(text: str) -> str:
    """With typographic quotation marks, apostrophes and dashes."""
    text = re.sub(r'"([^"]*)"', "“\\1”", text)
    return text.replace("'", "’").replace(" - ", " – ")


def low_quotes(text: str) -> str:
    return re.sub(r'"([^"]*)"', "„\\1“", text)


def guillemets(text: str) -> str:
    return re.sub(r'"([^"]*)"', "« \\1 »", text)


def wrapped(text: str, width: int = 72) -> str:
    """Hard-wrapped lines, as the wires sent them."""
    import textwrap

    return "\n\n".join(textwrap.fill(p, width) for p in text.strip().split("\n\n"))


def sprinkled(text: str, marks: str, every: int, seed: int = 7) -> str:
    """With a mark put in before one character of so many."""
    chance = random.Random(seed)
    return "".join(chance.choice(marks) + c if chance.randrange(every) == 0 else c for c in text)


def between_words(text: str, mark: str) -> str:
    """With a mark behind every space."""
    return text.replace(" ", " " + mark)


def hyphenated(text: str) -> str:
    """Soft hyphens inside the long words, as web pages set them."""
    return re.sub(r"([a-z]{4})([a-z]{3})", "\\1\u00ad\\2", text)


def spoilt(data: bytes, every: int, seed: int = 11) -> bytes:
    """With one byte in so many replaced by any other."""
    chance = random.Random(seed)
    return bytes(chance.randrange(256) if chance.randrange(every) == 0 else b for b in data)


def spoilt_high(data: bytes, every: int, seed: int = 11) -> bytes:
    """With the top bit of one byte in so many set, as a bad line sets it."""
    chance = random.Random(seed)
    return bytes(b | 0x80 if chance.randrange(every) == 0 else b for b in data)


def mixed_ends(text: str) -> str:
    """Every kind of line end in turn."""
    ends = ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"]
    parts = text.split("\n")
    return "".join(part + ends[i % len(ends)] for i, part in enumerate(parts))


def mojibake(text: str) -> bytes:
    """UTF-8 that was once read as cp1252 and saved as UTF-8 again."""
    return curly(text).encode("utf-8").decode("cp1252", "replace").encode("utf-8")


Mangle = Callable[[str], str]
TEXTS: dict[str, Mangle] = {
    "as it is": lambda t: t,
    "curly quotes": curly,
    "low quotes": low_quotes,
    "guillemets": guillemets,
    "no quotes": lambda t: t.replace('"', ""),
    "a quote never closed": lambda t: t.replace('talking,"', "talking,"),
    "a quote never opened": lambda t: t.replace('"We', "We"),
    "quotes doubled": lambda t: t.replace('"', '""'),
    "quotes of two apostrophes": lambda t: t.replace('"', "''"),
    "quotes of LaTeX": lambda t: re.sub(r'"([^"]*)"', "``\\1''", t),
    "hard-wrapped": wrapped,
    "hard-wrapped narrow": lambda t: wrapped(t, 50),
    "wrapped with CR LF": lambda t: wrapped(t).replace("\n", "\r\n"),
    "CR LF": lambda t: t.replace("\n", "\r\n"),
    "CR alone": lambda t: t.replace("\n", "\r"),
    "LF CR": lambda t: t.replace("\n", "\n\r"),
    "mixed line ends": mixed_ends,
    "Unicode line separators": lambda t: t.replace("\n\n", "\u2028\u2028"),
    "paragraph separators": lambda t: t.replace("\n\n", "\u2029"),
    "form feeds": lambda t: t.replace("\n\n", "\n\x0c\n"),
    "vertical tabs": lambda t: t.replace("\n\n", "\x0b\x0b"),
    "next-line marks": lambda t: t.replace("\n\n", "\x85\x85"),
    "single line ends": lambda t: t.replace("\n\n", "\n"),
    "one line": lambda t: t.replace("\n\n", " "),
    "many line ends": lambda t: t.replace("\n\n", "\n" * 40),
    "no-break spaces": lambda t: t.replace(" ", "\xa0"),
    "narrow no-break spaces": lambda t: t.replace(" ", "\u202f"),
    "ideographic spaces": lambda t: t.replace(" ", "\u3000"),
    "thin spaces": lambda t: t.replace(" ", "\u2009"),
    "tabs": lambda t: t.replace(" ", "\t"),
    "double spaces": lambda t: t.replace(" ", "  "),
    "spaces at line ends": lambda t: t.replace("\n", "   \n"),
    "indented": lambda t: t.replace("\n\n", "\n\n     "),
    "NBSP after each stop": lambda t: t.replace(". ", ".\xa0"),
    "zero-width spaces between words": lambda t: between_words(t, "\u200b"),
    "zero-width joiners between words": lambda t: between_words(t, "\u200d"),
    "word joiners between words": lambda t: between_words(t, "\u2060"),
    "zero-width spaces inside words": lambda t: sprinkled(t, "\u200b", 30),
    "invisible marks anywhere": lambda t: sprinkled(t, INVISIBLE, 40),
    "invisible marks everywhere": lambda t: sprinkled(t, INVISIBLE, 6),
    "soft hyphens": hyphenated,
    "right-to-left marks": lambda t: between_words(t, "\u200f"),
    "right-to-left override around lines": lambda t: "\u202e" + t.replace("\n\n", "\u202c\n\n\u202e") + "\u202c",
    "isolates around names": lambda t: t.replace("Malta", "\u2068Malta\u2069").replace("Tunisia", "\u2068Tunisia\u2069"),
    "byte order mark inside": lambda t: t.replace("\n\n", "\n\n\ufeff"),
    "two byte order marks": lambda t: "\ufeff\ufeff" + t,
    "NUL between lines": lambda t: t.replace("\n\n", "\n\x00\n"),
    "a NUL at the end": lambda t: t + "\x00",
    "a NUL in a hundred characters": lambda t: sprinkled(t, "\x00", 100),
    "replacement characters": lambda t: sprinkled(t, "\ufffd", 100),
    "control characters": lambda t: sprinkled(t, "\x01\x02\x07\x08\x1b", 100),
    "lone surrogates": lambda t: sprinkled(t, "\ud800\udc80\udfff", 200),
    "private-use marks": lambda t: t.replace("\n\n", "\ue000\n\n\uf8ff"),
    "emoji at line ends": lambda t: t.replace("\n\n", " \U0001f600\U0001f1f2\U0001f1f9\n\n"),
    "emoji between sentences": lambda t: t.replace(". ", ". \U0001f91d "),
    "combining marks": lambda t: t.replace("e", "e\u0301", 3),
    "ligatures": lambda t: t.replace("fi", "\ufb01").replace("ff", "\ufb00"),
    "in capitals": lambda t: t.upper(),
    "in capitals, wrapped": lambda t: wrapped(t.upper(), 69),
    "curly and in capitals": lambda t: curly(t).upper(),
    "numbered paragraphs": lambda t: "\n\n".join(f"{i}. {p}" for i, p in enumerate(t.strip().split("\n\n"), 1)),
    "Markdown emphasis": lambda t: t.replace("Malta", "**Malta**"),
    "HTML entities": lambda t: t.replace('"', "&quot;").replace("'", "&#39;"),
    "tags left over": lambda t: "<p>" + t.strip().replace("\n\n", "</p>\n<p>") + "</p>",
    "line-break tags": lambda t: t.replace("\n\n", "<br />\n<br />"),
    "after a menu": lambda t: "Home | World | Sport | Sign in\nShare\nPrint\n\n" + t,
    "before junk": lambda t: t + "\n" + "%$#@!&*" * 400,
    "after 2,000 empty lines": lambda t: "\n" * 2000 + t,
    "twice": lambda t: t + "\n" + t,
}
BYTES: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda t: curly(t).encode(),
    "UTF-8 with mark": lambda t: curly(t).encode("utf-8-sig"),
    "UTF-8 with two marks": lambda t: b"\xef\xbb\xbf" + t.encode("utf-8-sig"),
    "UTF-16 LE with mark": lambda t: b"\xff\xfe" + curly(t).encode("utf-16-le"),
    "UTF-16 BE with mark": lambda t: b"\xfe\xff" + curly(t).encode("utf-16-be"),
    "UTF-16 LE without mark": lambda t: curly(t).encode("utf-16-le"),
    "UTF-16 BE without mark": lambda t: curly(t).encode("utf-16-be"),
    "UTF-16 with an odd byte": lambda t: t.encode("utf-16") + b"x",
    "UTF-16 without mark, with an odd byte": lambda t: t.encode("utf-16-le")[:-1],
    "half a UTF-16 file": lambda t: t.encode("utf-16")[: len(t) + 1],
    "UTF-32 with mark": lambda t: curly(t).encode("utf-32"),
    "UTF-32 BE without mark": lambda t: t.encode("utf-32-be"),
    "UTF-32 with three odd bytes": lambda t: t.encode("utf-32")[:-3],
    "cp1252": lambda t: curly(t).encode("cp1252"),
    "Latin-1 with an accent": lambda t: t.replace("Abela", "Abelà").encode("latin-1"),
    "Mac Roman": lambda t: curly(t).encode("mac_roman"),
    "mojibake": mojibake,
    "UTF-8 cut inside a letter": lambda t: (t.strip() + "é").encode()[:-1],
    "UTF-8 begun inside a letter": lambda t: b"\xa9" + t.encode(),
    "cp1252 lines among UTF-8": lambda t: b"\n\n".join(
        curly(p).encode("cp1252" if i % 2 else "utf-8") for i, p in enumerate(t.strip().split("\n\n"))
    ),
    "cut in the middle": lambda t: t.encode()[: len(t) * 2 // 3],
    "0xFF at the end": lambda t: t.encode() + b"\xff\xff\xff",
    "Ctrl-Z at the end": lambda t: t.encode() + b"\x1a",
    "NUL padding": lambda t: t.encode() + bytes(2000),
    "NUL padding before": lambda t: bytes(64) + t.encode(),
}
