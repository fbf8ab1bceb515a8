"""A document made by hand, for the tests of what shows documents."""

from dragoman.schema.record import Action, Because, Document, Engagement, Statement, Time
from dragoman.schema.text import Article, Furniture, Span
from dragoman.schema.world import Actor

TEXT = (
    "print PRINT\nQuito offers to host\n"
    "Foreign Minister Ana Vera will meet her Peruvian counterpart in Lima by the end of May unless talks fail, an aide said. "
    "She asked Peru to reopen the bridge. Ecuador recalled its envoy on Monday."
)
VERA = Actor(name="Ana Vera", country="ECU", office="foreign minister", acting=True)
PERU = Actor(name="Peru", country="PER", kind="state")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def because(words: str, rule: str) -> Because:
    return Because(spans=(span(words),), rule=rule)


def article(**changes: object) -> Article:
    fields: dict[str, object] = {
        "id": "quito",
        "text": TEXT,
        "date": "2018-05-10",
        "date_from": "given",
        "title": span("Quito offers to host"),
        "language": "en",
        "furniture": (Furniture(span=span("print"), kind="print button"), Furniture(span=span("PRINT"), kind="print button")),
    }
    return Article(**{**fields, **changes})  # type: ignore[arg-type]


def meeting(**changes: object) -> Engagement:
    fields: dict[str, object] = {
        "id": "e1",
        "kind": "meeting",
        "participants": (VERA, Actor(name="President of Peru", country="PER", kind="office", office="head of state", holder="Martín Vizcarra")),
        "status": "planned",
        "evidence": (span("will meet her Peruvian counterpart in Lima"),),
        "date": "../2018-05-31",
        "date_means": "within",
        "open": ("place",),
        "candidates": ("Lima", "Cusco"),
        "condition": span("unless talks fail"),
        "issues": ("the bridge",),
        "rule": "meet/meet",
        "because": {"kind": because("will meet", "meet/meet"), "condition": because("unless talks fail", "condition/unless")},
    }
    return Engagement(**{**fields, **changes})  # type: ignore[arg-type]


REQUEST = Statement(
    id="s1",
    act="request",
    speakers=(VERA,),
    targets=(PERU,),
    content=span("to reopen the bridge"),
    attributed_to="an aide",
    evidence=(span("She asked Peru to reopen the bridge"),),
)
RECALL = Action(
    id="a1",
    type="SANCTION",
    actors=(Actor(name="Ecuador", country="ECU", kind="state"),),
    what=span("recalled its envoy"),
    date="2018-05-07",
    evidence=(span("Ecuador recalled its envoy on Monday"),),
    doubtful=True,
)
MONDAY = Time(span=span("Monday"), value="2018-05-07", sentence=2, head=6)


def document(**changes: object) -> Document:
    items: dict[str, object] = {"engagements": (meeting(),), "statements": (REQUEST,), "actions": (RECALL,)}
    fields: dict[str, object] = {"article": article(), "times": (MONDAY,), **items}
    return Document(**{**fields, **changes})  # type: ignore[arg-type]
