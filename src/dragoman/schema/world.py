"""What flows about the world: actors, tenures of office, places."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts: RECORD.md's `{"name", "country"}` with what else is known.

    `kind`: `person`, `office` (known by office alone), `state`, `body` (of several states or of one: ministry, parliament),
    `group` (armed or opposition), `people` ("senior officials", "Yemenis"), `source` (anonymous).
    `country` is ISO 3166-1 alpha-3 (XKX, SUN, YUG, DDR …), None for a body of several states. `office` is a role of the
    title vocabulary, underscores as spaces ("foreign minister"). `holder` is the register's holder of an office named alone.
    `code` is the CAMEO actor code where a table gives one (IGOUNO, PSEREBPLO).
    """

    name: str
    country: str | None = None
    kind: str = "person"
    office: str | None = None
    acting: bool = False
    holder: str | None = None
    id: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state, present or historic. `capital` as its English name; `valid_to` None for one that exists."""

    iso3: str
    name: str
    cameo: str
    adjective: str | None = None
    capital: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Who held which office of which state or body, from and to when (EDTF, None where the source does not tell)."""

    holder: str
    holder_id: str
    country: str | None
    body: str | None
    role: str
    office: str
    counterpart: str | None = None
    start: str | None = None
    end: str | None = None
    acting: bool = False
    as_of: str | None = None
    confidence: str = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, venue, country or region. `kind`: `city`, `venue`, `country`, `region`."""

    name: str
    country: str | None
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    id: str | None = None
