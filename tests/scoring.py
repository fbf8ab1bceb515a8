"""Compare a record that was read with one written by hand; used by the tests of whole texts.

Items are paired greedily, the most alike first, and each at most once. Everything is counted in characters of the text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Item = Mapping[str, Any]
Span = tuple[int, int]
KINDS = {"meeting": "encounter", "talks": "encounter", "summit": "encounter", "conference": "encounter"}
ENOUGH = 1.0


@dataclass(frozen=True, kw_only=True)
class Score:
    """What became of the items of one layer: pairs found, those right in every field that counts, and what nobody asked for."""

    wanted: int
    found: int
    right: int
    extra: int
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def share_found(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def share_right(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def plain(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case or marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return tuple(re.findall(r"[a-z]+", bare.replace("ı", "i")))


def same_actor(wanted: Item, got: Item) -> bool:
    """One country, and of the words of the shorter name at least the greater part in the longer one."""
    if wanted.get("country") != got.get("country"):
        return False
    one, other = sorted((set(plain(wanted["name"])), set(plain(got["name"]))), key=len)
    return 2 * len(one & other) > len(one) or (not one and not other)


def quoted(text: str, quote: str | None, occurrence: int = 1) -> Span | None:
    """Where a quotation stands in the text."""
    if not quote:
        return None
    at = -1
    for _ in range(occurrence):
        at = text.index(quote, at + 1)
    return at, at + len(quote)


def overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def spans(item: Item, text: str, names: Sequence[str]) -> list[Span]:
    """All places that an item rests on, whether it quotes them or counts them."""
    raw = [*item["evidence"], *(item.get(name) for name in names)]
    places = [(r["start"], r["end"]) if isinstance(r, Mapping) else quoted(text, r) for r in raw if r]
    return [p for p in places if p]


def shared(wanted: Iterable[Span], got: Iterable[Span]) -> float:
    """The part of the shorter evidence that lies in the longer, best pair of the two sets."""
    got = list(got)
    return max((overlap(a, b) / max(1, min(a[1] - a[0], b[1] - b[0])) for a in wanted for b in got), default=0.0)


def actors_met(wanted: Sequence[Item], got: Sequence[Item]) -> float:
    """The part of the actors asked for that are there; whole where none is asked for."""
    return sum(any(same_actor(w, g) for g in got) for w in wanted) / len(wanted) if wanted else 1.0


def countries(actors: Iterable[Item]) -> set[str | None]:
    return {a.get("country") for a in actors}


def pairs(wanted: Sequence[Item], got: Sequence[Item], alike: Callable[[Item, Item], float]) -> list[tuple[Item, Item]]:
    """The best pairs first, each item once, none less alike than `ENOUGH`."""
    ranked = sorted(((alike(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(got)), key=lambda r: (-r[0], r[1], r[2]))
    chosen: dict[int, int] = {}
    for worth, i, j in ranked:
        if worth >= ENOUGH and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return [(wanted[i], got[j]) for i, j in sorted(chosen.items())]


def score_layer(
    wanted: Sequence[Item], got: Sequence[Item], alike: Callable[[Item, Item], float], faults: Callable[[Item, Item], list[str]]
) -> Score:
    """Pair the items of a layer and look for faults in each pair."""
    met = pairs(wanted, got, alike)
    wrong = {str(w["id"]): faults(w, g) for w, g in met}
    missed = [f"{w['id']} not found" for w in wanted if str(w["id"]) not in wrong]
    notes = [f"{name}: {fault}" for name, all_faults in wrong.items() for fault in all_faults]
    used = {id(g) for _, g in met}
    beyond = [f"extra {g['id']}" for g in got if id(g) not in used]
    return Score(wanted=len(wanted), found=len(met), right=sum(not f for f in wrong.values()), extra=len(beyond), notes=(*missed, *notes, *beyond))


def unequal(wanted: Item, got: Item, names: Sequence[str]) -> list[str]:
    return [f"{name} {got.get(name)!r}, not {wanted.get(name)!r}" for name in names if wanted.get(name) != got.get(name)]


def score_engagements(text: str, gold: Item, read: Item) -> Score:
    """Found: the same group of kinds, and participants and evidence that agree for the most part. Right: status, date and countries too."""

    def alike(wanted: Item, got: Item) -> float:
        if KINDS.get(wanted["kind"], wanted["kind"]) != KINDS.get(got["kind"], got["kind"]):
            return 0.0
        met = min(actors_met(wanted["participants"], got["participants"]), actors_met(got["participants"], wanted["participants"]))
        bonus = 0.1 * (wanted["date"] == got["date"]) + 0.1 * (wanted["status"] == got["status"])
        return met + shared(spans(wanted, text, ()), spans(got, text, ())) + bonus if met else 0.0

    def faults(wanted: Item, got: Item) -> list[str]:
        sides = countries(wanted["participants"]), countries(got["participants"])
        other = [f"participants of {sides[1]}, not {sides[0]}"] if sides[0] != sides[1] else []
        return [*unequal(wanted, got, ("status", "date")), *other]

    return score_layer(gold["engagements"], read["engagements"], alike, faults)


def score_statements(text: str, gold: Item, read: Item) -> Score:
    """Found: the same words and a speaker's country in common. Right: act, status, speakers and targets too."""

    def alike(wanted: Item, got: Item) -> float:
        if wanted["speakers"] and not countries(wanted["speakers"]) & countries(got["speakers"]):
            return 0.0
        touching = shared(spans(wanted, text, ("content",)), spans(got, text, ("content",)))
        return (0.8 + 0.2 * touching + 0.5 * (wanted["act"] == got["act"])) if touching > 0.5 else 0.0

    def faults(wanted: Item, got: Item) -> list[str]:
        sides = [f"{side} {got[side]}" for side in ("speakers", "targets") if countries(wanted[side]) != countries(got[side])]
        return [*unequal(wanted, got, ("act", "status")), *sides]

    return score_layer(gold["statements"], read["statements"], alike, faults)


def score_actions(text: str, gold: Item, read: Item) -> Score:
    """Found: the same words and type. Right: status, date, actors and recipients too."""

    def alike(wanted: Item, got: Item) -> float:
        touching = shared(spans(wanted, text, ("what",)), spans(got, text, ("what",)))
        return 1.0 + touching if touching > 0.5 and wanted["type"] == got["type"] else 0.0

    def faults(wanted: Item, got: Item) -> list[str]:
        sides = [f"{side} {got[side]}" for side in ("actors", "recipients") if countries(wanted[side]) != countries(got[side])]
        return [*unequal(wanted, got, ("status", "date")), *sides]

    return score_layer(gold["actions"], read["actions"], alike, faults)


def closed(value: str | None) -> str | None:
    """A date without the side at which `by`, `until` or `since` leaves it open: the day alone is as good."""
    return value and value.removeprefix("../").removesuffix("/..")


def score_times(text: str, gold: Item, read: Item) -> Score:
    """Found: a time that covers the words. Right: its value too. Times that the gold does not list count neither way."""
    found = right = 0
    notes = []
    for wanted in gold["times"]:
        at = quoted(text, wanted["text"], wanted.get("occurrence", 1))
        touching = [t for t in read["times"] if at and overlap(at, (t["start"], t["end"]))]
        hit = any(closed(t["value"]) == closed(wanted["value"]) for t in touching)
        found, right = found + bool(touching), right + hit
        if not hit:
            notes.append(f"{wanted['text']!r}: {[t['value'] for t in touching]}, not {wanted['value']}")
    return Score(wanted=len(gold["times"]), found=found, right=right, extra=0, notes=tuple(notes))


def names_actor(name: str, actor: Item) -> bool:
    """Gold mentions name a country by its code, anybody and anything else by name."""
    if re.fullmatch(r"[A-Z]{3}", name):
        return bool(actor.get("country") == name)
    one, other = sorted((set(plain(name)), set(plain(actor["name"]))), key=len)
    return 2 * len(one & other) > len(one)


def score_mentions(text: str, gold: Item, read: Item) -> Score:
    """Found: a mention over most of the words. Right: it refers to those actors and to no other."""
    found = right = 0
    notes = []
    for wanted in gold["mentions"]:
        at = quoted(text, wanted["text"], wanted.get("occurrence", 1)) or (0, 0)
        touching = [m for m in read["mentions"] if 2 * overlap(at, (m["start"], m["end"])) > max(at[1] - at[0], m["end"] - m["start"])]
        names = wanted["refers_to"]
        hit = any(len(m["refers_to"]) == len(names) and all(any(names_actor(n, a) for a in m["refers_to"]) for n in names) for m in touching)
        found, right = found + bool(touching), right + hit
        if not hit:
            notes.append(f"{wanted['text']!r}: {[[a['name'] for a in m['refers_to']] for m in touching]}, not {names}")
    return Score(wanted=len(gold["mentions"]), found=found, right=right, extra=0, notes=tuple(notes))


LAYERS: Mapping[str, Callable[[str, Item, Item], Score]] = {
    "engagements": score_engagements,
    "statements": score_statements,
    "actions": score_actions,
    "times": score_times,
    "mentions": score_mentions,
}


def score(text: str, gold: Item, read: Item) -> dict[str, Score]:
    """Every layer of a record against the gold."""
    return {layer: count(text, gold, read) for layer, count in LAYERS.items()}
