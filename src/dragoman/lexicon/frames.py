"""Read the frames: which verbs, nouns and adjectives tell of which engagement, statement or deed, and which of their arguments is who."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DataError
from dragoman.lexicon.rows import Table, csv_rows, data_root, folder, toml_tables
from dragoman.schema.text import Sentence, Token

Words = frozenset[str]
FIELDS = ("id", "yields", "verbs", "nouns", "adjectives", "frame", "needs", "where", "unless", "codes", "examples", "never")
CODE_FIELDS = ("cameo", "mode", "contexts")
SUPPORT_FIELDS = ("lemmas", "effect")
CUE_COLUMNS = ("word", "kind", "effect")
OURS = "en/"
BEFORE = ("compound", "amod", "flat", "nmod", "dep", "advmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeHint:
    """What the frame tells about codes: the CAMEO code of the deed once done, a PLOVER mode, PLOVER contexts."""

    cameo: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameClass:
    """Words that share a meaning and a frame. `yields` is `layer.label`: `engagement.visit`, `statement.request`, `action.SANCTION`.

    Members are base lemmas; more than one word where a particle or modifier belongs to it (`sit down`, `phone call`); hyphens are spaces.
    `frame` maps a slot (UD relation or preposition) to a role; passives are derived by the matcher unless the frame names `nsubj:pass`.
    At least one slot of `needs` must be filled (`support`: the noun is carried by a supporting verb), each of `where` by one of its words, none of
    `unless`. A slot `obj|to` means either; the word `*` any; a word of two the slot's head with a compound or adjective (`diplomatic relation`);
    one in capitals a kind of name (`PERSON`, `PLACE`, `ORG`, `NORP`). Named sets are written out in both.
    `fits` decides all three on what `called` finds.
    """

    id: str
    yields: str
    frame: Mapping[str, str]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    where: Mapping[str, Words]
    unless: Mapping[str, Words]
    codes: CodeHint = CodeHint()
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    source: str = ""

    def fits(self, slots: Mapping[str, Words]) -> bool:
        """Whether filled slots meet `needs`, `where` and `unless`; each slot with all that its filler can be called."""
        if self.needs and not any(slot in slots for slot in self.needs):
            return False
        met = all(_holds(slots, slot, words) for slot, words in self.where.items())
        return met and not any(_holds(slots, slot, words) for slot, words in self.unless.items())

    @property
    def layer(self) -> str:
        """`engagement`, `statement` or `action`."""
        return self.yields.partition(".")[0]

    @property
    def label(self) -> str:
        """The kind, act or type."""
        return self.yields.partition(".")[2]

    @property
    def members(self) -> tuple[str, ...]:
        """All words of the class."""
        return self.verbs + self.nouns + self.adjectives

    def headed(self, lemma: str) -> tuple[str, ...]:
        """Members whose head word is this lemma, the longest first: try them in this order."""
        found = [m for m in self.verbs if m.split()[0] == lemma]
        found += [m for m in self.nouns + self.adjectives if m.split()[-1] == lemma]
        return tuple(sorted(found, key=lambda m: -len(m.split())))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLexicon:
    """All frames. `verbs` has the classes by the first word of a member, `nouns` and `adjectives` by the last, the most restricted class first.

    `supports` maps a verb (with particle: `call off`) to what it does to the event noun that it carries.
    `cues` maps a kind (`aux`, `verb`, `adjective`, `noun`, `modifier`, `adverb`, `phrase`, `mark`) to words and their effects.
    """

    classes: tuple[FrameClass, ...]
    verbs: Mapping[str, tuple[FrameClass, ...]]
    nouns: Mapping[str, tuple[FrameClass, ...]]
    adjectives: Mapping[str, tuple[FrameClass, ...]]
    supports: Mapping[str, str]
    cues: Mapping[str, Mapping[str, tuple[str, ...]]]
    sets: Mapping[str, Words]

    def by_id(self, name: str) -> FrameClass | None:
        """The class of this name."""
        return next((c for c in self.classes if c.id == name), None)

    def cue(self, kind: str, word: str) -> tuple[str, ...]:
        """Effects of a cue word; empty if it is none."""
        return self.cues.get(kind, {}).get(word, ())


def called(sentence: Sentence, token: Token) -> Words:
    """All that a slot's filler can be called: its lemma and form, what stands before it + lemma, its title, its kind of name (`PERSON`)."""
    lemma = token.lemma.lower()
    found = {lemma, token.text.lower()} | {t.lemma.lower() for t in sentence.children(token, "appos", "nmod:desc")}
    found |= {f"{m.lemma.lower()} {lemma}" for m in sentence.children(token, *BEFORE) if m.index < token.index}
    found |= {f"{lemma} of {m.lemma.lower()}" for m in sentence.children(token, "nmod") if m.index > token.index}
    named = (token, *sentence.children(token, "flat", "appos", "nmod:desc"))
    found |= {t.name.partition("-")[2] for t in named if t.name != "O"}
    return frozenset(found)


def _holds(slots: Mapping[str, Words], slot: str, words: Words) -> bool:
    """Whether the slot, or one of those joined by `|`, is filled by one of the words."""
    filled = [slots[name] for name in slot.split("|") if name in slots]
    return bool(filled) if "*" in words else any(not words.isdisjoint(found) for found in filled)


def load_frames(overlay: Path | None = None) -> FrameLexicon:
    """Read `en/verbs/`, `en/nouns/`, `en/sets.toml`, `en/support.toml` and `en/cues.csv`; a user's class of the same id replaces ours."""
    sets = _sets(overlay)
    classes: dict[str, FrameClass] = {}
    for source, number, table in _class_tables(overlay):
        entry = _Entry(source=source, number=number, table=table)
        found = _frame_class(entry, sets)
        taken = classes.get(found.id)
        if taken is not None and (source == taken.source or source.startswith(OURS)):
            raise entry.slip(f"the id {found.id} is taken by a class of {taken.source}; ids are unique.")
        classes[found.id] = found
    every = tuple(classes.values())
    return FrameLexicon(
        classes=every,
        verbs=_by_head((c, m.split()[0]) for c in every for m in c.verbs),
        nouns=_by_head((c, m.split()[-1]) for c in every for m in c.nouns),
        adjectives=_by_head((c, m.split()[-1]) for c in every for m in c.adjectives),
        supports=_supports(overlay),
        cues=_cues(overlay),
        sets=sets,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One `[[class]]` or `[[support]]` table and where it stands, for errors."""

    source: str
    number: int
    table: Table
    what: str = "class"

    def slip(self, message: str) -> DataError:
        """The error that names this place."""
        return DataError(f"{self.source}, {self.what} {self.number}: {message}")

    def known(self, fields: tuple[str, ...]) -> None:
        """Refuse a field that there is none of."""
        for name in self.table:
            if name not in fields:
                raise self.slip(f"no field {name}; the fields are {', '.join(fields)}.")

    def text(self, name: str) -> str:
        """A field that must be a text."""
        value = self.table.get(name)
        if not isinstance(value, str) or not value:
            raise self.slip(f"{name} must be a text.")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A field that must be a list of words; empty where it is left out."""
        return self._words(name, self.table.get(name, []))

    def members(self, name: str) -> tuple[str, ...]:
        """Words as the treebanks cut them, each once."""
        return tuple(dict.fromkeys(_apart(word) for word in self.words(name)))

    def _words(self, name: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.slip(f"{name} must be a list of words.")
        return tuple(value)

    def pairs(self, name: str) -> dict[str, object]:
        """A field that must be a table; empty where it is left out."""
        value = self.table.get(name, {})
        if not isinstance(value, dict):
            raise self.slip(f"{name} must be a table.")
        return {str(k): v for k, v in value.items()}

    def frame(self) -> dict[str, str]:
        """Slots and their roles."""
        found: dict[str, str] = {}
        for slot, role in self.pairs("frame").items():
            if not isinstance(role, str):
                raise self.slip(f"frame.{slot} must be a role.")
            found[slot] = role
        return found

    def restrictions(self, name: str, sets: Mapping[str, Words]) -> dict[str, Words]:
        """Slots and the words that restrict them, named sets written out."""
        return {slot: self._written_out(f"{name}.{slot}", v, sets) for slot, v in self.pairs(name).items()}

    def _written_out(self, name: str, value: object, sets: Mapping[str, Words]) -> Words:
        found: set[str] = set()
        for word in self._words(name, value):
            if word.startswith("@") and word[1:] not in sets:
                raise self.slip(f"{name}: no set {word} in sets.toml.")
            found |= sets[word[1:]] if word.startswith("@") else {_apart(word)}
        return frozenset(found)


def _apart(word: str) -> str:
    """A hyphened word as the treebanks cut it: `cease-fire` is two words."""
    return word.replace("-", " ")


def _frame_class(entry: _Entry, sets: Mapping[str, Words]) -> FrameClass:
    entry.known(FIELDS)
    return FrameClass(
        id=entry.text("id"),
        yields=entry.text("yields"),
        frame=entry.frame(),
        verbs=entry.members("verbs"),
        nouns=entry.members("nouns"),
        adjectives=entry.members("adjectives"),
        needs=entry.words("needs"),
        where=entry.restrictions("where", sets),
        unless=entry.restrictions("unless", sets),
        codes=_code_hint(entry),
        examples=entry.words("examples"),
        never=entry.words("never"),
        source=entry.source,
    )


def _code_hint(entry: _Entry) -> CodeHint:
    codes = _Entry(source=entry.source, number=entry.number, table=entry.pairs("codes"))
    codes.known(CODE_FIELDS)
    return CodeHint(
        cameo=codes.text("cameo") if "cameo" in codes.table else None,
        mode=codes.text("mode") if "mode" in codes.table else None,
        contexts=codes.words("contexts"),
    )


def _class_tables(overlay: Path | None) -> Iterator[tuple[str, int, Table]]:
    for path in _class_paths(overlay):
        for source, table in toml_tables(path, overlay):
            yield from ((source, number, entry) for number, entry in enumerate(_entries(source, table, "class"), 1))


def _class_paths(overlay: Path | None) -> Iterator[str]:
    for name in ("verbs", "nouns"):
        if data_root().joinpath(f"en/{name}").is_dir():
            yield from folder(f"en/{name}", ".toml", overlay)
        yield f"en/{name}.toml"


def _entries(source: str, table: Table, name: str) -> list[Table]:
    entries = table.get(name, [])
    if not isinstance(entries, list) or set(table) - {name}:
        raise DataError(f"{source}: entries are written [[{name}]], and nothing else stands in the file.")
    return entries


def _by_head(pairs: Iterable[tuple[FrameClass, str]]) -> dict[str, tuple[FrameClass, ...]]:
    """Classes by head word, the most restricted first, so that the first that fits is the best."""
    found: dict[str, dict[str, FrameClass]] = {}
    for entry, head in pairs:
        found.setdefault(head, {})[entry.id] = entry
    return {head: tuple(sorted(entries.values(), key=lambda c: -len(c.where))) for head, entries in found.items()}


def _sets(overlay: Path | None) -> dict[str, Words]:
    found: dict[str, Words] = {}
    for source, table in toml_tables("en/sets.toml", overlay):
        for name in table:
            found[name] = frozenset(_Entry(source=source, number=1, table=table, what="table").members(name))
    return found


def _supports(overlay: Path | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for source, table in toml_tables("en/support.toml", overlay):
        for number, row in enumerate(_entries(source, table, "support"), 1):
            entry = _Entry(source=source, number=number, table=row, what="support")
            entry.known(SUPPORT_FIELDS)
            found |= dict.fromkeys(entry.members("lemmas"), entry.text("effect"))
    return found


def _cues(overlay: Path | None) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in csv_rows("en/cues.csv", CUE_COLUMNS, overlay):
        found.setdefault(row["kind"], {})[row["word"]] = tuple(row["effect"].split())
    return found
