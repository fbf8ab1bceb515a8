"""Codes follow from frame and status, status first; events follow from codes."""

from dataclasses import dataclass, field

import pytest

from dragoman.coding.actor_codes import actor_code
from dragoman.coding.codes import derive
from dragoman.errors import DataError
from dragoman.lexicon.frames import CodeHint, FrameClass
from dragoman.lexicon.ontology import Ontology, load_ontology
from dragoman.schema.record import Action, Because, Codes, Engagement, Event, Statement
from dragoman.schema.text import Article, Span
from dragoman.schema.world import Actor

ONTOLOGY = load_ontology()
KONO = Actor(name="Taro Kono", country="JPN", office="foreign minister")
MATTIS = Actor(name="Jim Mattis", country="USA", office="defence minister")
JAPAN = Actor(name="Japan", country="JPN", kind="state")
KENYA = Actor(name="Kenya", country="KEN", kind="state")
UN = Actor(name="United Nations", kind="body", code="IGOUNO")


@dataclass
class Frames:
    """Frames that know nothing but hints."""

    hints: dict[str, CodeHint] = field(default_factory=dict)

    def by_id(self, name: str) -> FrameClass | None:
        hint = self.hints.get(name)
        return FrameClass(id=name, yields="", frame={}, where={}, unless={}, codes=hint) if hint else None


@dataclass
class Knowledge:
    """The lexicon that coding of events reads."""

    frames: Frames = field(default_factory=Frames)
    ontology: Ontology = ONTOLOGY


def code(
    item: Engagement | Statement | Action, text: str = "", *, date: str | None = "2018-03-16", hints: dict[str, CodeHint] | None = None
) -> tuple[Codes, list[Event]]:
    layers = tuple((item,) if isinstance(item, kind) else () for kind in (Engagement, Statement, Action))
    article = Article(id="x", text=text, date=date)
    engagements, statements, actions, events = derive(*layers, article, Knowledge(frames=Frames(hints or {})))  # type: ignore[arg-type]
    return (*engagements, *statements, *actions)[0].codes, list(events)


def engagement(kind: str, status: str, *participants: Actor, **changes: object) -> Engagement:
    return Engagement(id="e1", kind=kind, participants=participants or (KONO, MATTIS), status=status, evidence=(), **changes)  # type: ignore[arg-type]


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


def statement(act: str, content: str, *, by: tuple[Actor, ...] = (KENYA,), to: tuple[Actor, ...] = (JAPAN,), status: str = "occurred") -> Codes:
    item = Statement(id="s1", act=act, speakers=by, targets=to, content=whole(content), status=status, evidence=(whole(content),))
    return code(item, content)[0]


def action(kind: str, what: str, status: str = "occurred") -> Codes:
    return code(Action(id="a1", type=kind, actors=(KENYA,), recipients=(JAPAN,), what=whole(what), status=status, evidence=(whole(what),)), what)[0]


def ends(events: list[Event]) -> list[tuple[str | None, str | None, str | None]]:
    return [(e.source, e.target, e.cameo) for e in events]


@pytest.mark.parametrize(
    ("kind", "status", "plover", "mode", "cameo"),
    [
        ("meeting", "planned", "AGREE", None, "036"),
        ("talks", "proposed", "AGREE", None, "036"),
        ("meeting", "held", "CONSULT", None, "040"),
        ("call", "held", "CONSULT", "phone", "041"),
        ("visit", "ongoing", "CONSULT", "visit", "042"),
        ("talks", "ongoing", "CONSULT", None, "046"),
        ("conference", "held", "CONSULT", "multilateral", "040"),
        ("visit", "cancelled", "REJECT", "meet", "125"),
        ("summit", "postponed", "REJECT", "meet", "125"),
        ("call", "denied", "REJECT", "meet", "125"),
    ],
)
def test_engagements_by_status(kind: str, status: str, plover: str, mode: str | None, cameo: str) -> None:
    codes, _ = code(engagement(kind, status, host="USA"))
    assert (codes.plover, codes.mode, codes.cameo) == (plover, mode, cameo)


def test_meeting_on_the_soil_of_a_third_state() -> None:
    assert code(engagement("meeting", "held", host="CHE"))[0].cameo == "044"
    assert code(engagement("meeting", "held", host="USA"))[0].cameo == "040"
    assert code(engagement("meeting", "planned", host="CHE"))[0].cameo == "036"


def test_talks_with_a_mediator() -> None:
    text = "Kenya mediated between the two sides"
    item = Engagement(id="e1", kind="talks", participants=(KENYA, JAPAN, UN), status="held", evidence=(whole(text),))
    assert code(item, text)[0].cameo == "045"


def test_held_visit_goes_both_ways() -> None:
    _, events = code(engagement("visit", "held", KONO, host="USA", date="2018-03-14"))
    assert ends(events) == [("JPNGOV", "USA", "042"), ("USA", "JPNGOV", "043")]
    assert [e.date for e in events] == ["2018-03-14", "2018-03-14"]


def test_planned_visit_goes_from_the_visitor_on_the_day_it_was_said() -> None:
    _, events = code(engagement("visit", "planned", KONO, host="USA", date="2018-03-18"))
    assert ends(events) == [("JPNGOV", "USA", "036")]
    assert events[0].date == "2018-03-16"
    said = engagement("visit", "planned", KONO, host="USA", date="2018-03-18", said_on="2018-03-10")
    assert code(said)[1][0].date == "2018-03-10"


def test_invitation_goes_from_the_host() -> None:
    text = "Washington invited the minister to visit"
    _, events = code(Engagement(id="e1", kind="visit", participants=(KONO,), host="USA", status="proposed", evidence=(whole(text),)), text)
    assert ends(events) == [("USA", "JPNGOV", "036")]


def test_meeting_of_three_has_six_rows() -> None:
    _, events = code(engagement("meeting", "held", KONO, MATTIS, UN))
    assert len(events) == 6
    assert ("IGOUNO", "JPNGOV", "040") in ends(events)


def test_nobody_known_gives_no_event() -> None:
    nobody = Actor(name="the two ministers", kind="people")
    assert code(engagement("meeting", "planned", nobody))[1] == []


def test_unknown_target_is_null() -> None:
    item = Statement(id="s1", act="warn", speakers=(JAPAN,), evidence=())
    assert ends(code(item)[1]) == [("JPN", None, "130")]


def test_a_statement_has_its_own_date_or_none() -> None:
    assert code(Statement(id="s1", act="warn", speakers=(JAPAN,), evidence=()))[1][0].date is None


def test_event_quotes_kind_with_its_auxiliary_and_goal() -> None:
    text = "On Monday the minister will fly to Harare if the border opens."
    spot = {w: Span(start=text.index(w), end=text.index(w) + len(w)) for w in ("will", "fly", "Harare")}
    because = {
        "kind": Because(spans=(spot["fly"],), rule="go/fly"),
        "status": Because(spans=(spot["will"],), rule="future"),
        "host": Because(spans=(spot["Harare"],), rule="city"),
    }
    item = Engagement(id="e1", kind="visit", participants=(KONO,), host="ZWE", status="planned", evidence=(whole(text),), because=because)
    assert code(item, text)[1][0].text == "will fly to Harare"


def test_event_of_a_visit_quotes_up_to_its_place() -> None:
    text = "THE MINISTER FLIES TO HARARE ON MONDAY."
    at = text.index("FLIES")
    because = {"kind": Because(spans=(Span(start=at, end=at + 5),), rule="go/fly")}
    item = Engagement(id="e1", kind="visit", participants=(KONO,), place="Harare", status="planned", evidence=(whole(text),), because=because)
    assert code(item, text)[1][0].text == "FLIES TO HARARE"


@pytest.mark.parametrize(
    ("act", "content", "plover", "cameo"),
    [
        ("request", "to free the two fishermen", "REQUEST", "0253"),
        ("request", "to come back to the negotiating table", "REQUEST", "026"),
        ("request", "for more patience", "REQUEST", "020"),
        ("demand", "an immediate truce on the border", "REQUEST", "1056"),
        ("demand", "that the embargo be lifted", "REQUEST", "1054"),
        ("propose", "a new round of talks in May", "AGREE", "036"),
        ("offer", "to send wheat and tents", "AGREE", "0333"),
        ("offer", "to mediate in the quarrel", "AGREE", "039"),
        ("pledge", "to pull out its soldiers by June", "AGREE", "0356"),
        ("agree", "that the matter is grave", None, "019"),
        ("agree", "to share intelligence on the gangs", "AGREE", "0314"),
        ("reject", "the proposal for direct talks", "REJECT", "125"),
        ("reject", "a request to let inspectors in", "REJECT", "1245"),
        ("accuse", "of massacres that amount to war crimes", "ACCUSE", "1124"),
        ("criticise", "the new customs rules", "ACCUSE", "111"),
        ("warn", "that it would close its embassy", "THREATEN", "1313"),
        ("warn", "of grave difficulties", "THREATEN", "130"),
        ("apologise", "for the delay", "SUPPORT", "055"),
        ("support", "the new accord", "SUPPORT", "051"),
        ("deny", "any part in the plot", None, "016"),
        ("expect", "its hope for better days", None, "013"),
        ("doubt", "the value of the pact", None, "012"),
        ("state", "on the harvest", None, "010"),
        ("affirm", "that Japan must return the trawler", "REQUEST", "1053"),
        ("announce", "it will close its embassy", "THREATEN", "1313"),
        ("pledge", "to forgive the insult", "SUPPORT", "056"),
    ],
)
def test_statements_by_act_and_content(act: str, content: str, plover: str | None, cameo: str) -> None:
    codes = statement(act, content)
    assert (codes.plover, codes.cameo) == (plover, cameo)


@pytest.mark.parametrize(("status", "act"), [("planned", "accuse"), ("negated", "request"), ("denied", "warn")])
def test_what_was_not_said_has_no_code(status: str, act: str) -> None:
    assert statement(act, "anything", status=status) == Codes()


@pytest.mark.parametrize(
    ("kind", "status", "what", "plover", "cameo"),
    [
        ("AGREE", "occurred", "signed a fisheries pact", "SUPPORT", "057"),
        ("AGREE", "planned", "a fisheries pact", "AGREE", "0311"),
        ("AID", "occurred", "ten million dollars in aid", "AID", "071"),
        ("AID", "planned", "tents and blankets for the homeless", "AGREE", "0333"),
        ("RETREAT", "occurred", "released the two hostages", "RETREAT", "0841"),
        ("RETREAT", "planned", "withdraw its troops from the hills", "CONCEDE", "0356"),
        ("CONCEDE", "planned", "release of all detainees", "CONCEDE", "0353"),
        ("SANCTION", "occurred", "recalled its ambassador", "SANCTION", "161"),
        ("SANCTION", "occurred", "imposed an arms embargo", "SANCTION", "163"),
        ("SANCTION", "planned", "impose new sanctions", "THREATEN", "1312"),
        ("COERCE", "occurred", "arrested three sailors", "COERCE", "173"),
        ("ASSAULT", "occurred", "shelled the harbour", "ASSAULT", "194"),
        ("ASSAULT", "occurred", "warplanes bombed the bridge", "ASSAULT", "195"),
        ("MOBILIZE", "occurred", "put its navy on alert", "MOBILIZE", "152"),
        ("REJECT", "occurred", "walked out of the talks", "REJECT", "164"),
        ("PROTEST", "occurred", "marched for the resignation of the cabinet", "PROTEST", "1411"),
        ("SUPPORT", "occurred", "recognised the new republic", "SUPPORT", "054"),
        ("COOPERATE", "occurred", "held joint exercises", "COOPERATE", "062"),
    ],
)
def test_actions_by_type_status_and_words(kind: str, status: str, what: str, plover: str, cameo: str) -> None:
    codes = action(kind, what, status)
    assert (codes.plover, codes.cameo) == (plover, cameo)


def test_negated_deed_has_a_code_only_where_refusing_is_the_deed() -> None:
    assert action("AID", "send wheat", "negated") == Codes()
    assert action("AID", "refused to send wheat", "negated").cameo == "1223"
    assert action("ASSAULT", "refused to attack", "negated") == Codes()


def test_sanctions_not_renewed_are_eased() -> None:
    assert action("SANCTION", "renew sanctions", "negated").cameo == "085"
    assert action("SANCTION", "impose sanctions", "negated") == Codes()


def test_change_of_office_has_no_code_but_a_resignation() -> None:
    assert action("OFFICE", "appointed a new envoy") == Codes()
    resigned = action("OFFICE", "resigned as minister")
    assert (resigned.plover, resigned.mode, resigned.cameo, resigned.quad) == ("RETREAT", "resign", None, 2)


def test_signing_counts_in_both_directions() -> None:
    text = "signed a treaty"
    item = Action(id="a1", type="AGREE", actors=(KENYA,), recipients=(JAPAN,), what=whole(text), evidence=(whole(text),))
    assert ends(code(item, text)[1]) == [("KEN", "JPN", "057"), ("JPN", "KEN", "057")]


def test_the_code_of_the_class_counts_for_a_deed_done() -> None:
    hints = {"intern": CodeHint(cameo="173", contexts=("legal",))}
    item = Action(id="a1", type="COERCE", actors=(KENYA,), recipients=(JAPAN,), rule="intern/intern", evidence=())
    codes, _ = code(item, hints=hints)
    assert (codes.cameo, codes.mode, codes.contexts) == ("173", "arrest", ("legal",))


def test_words_tell_more_than_a_general_code_of_the_class() -> None:
    text = "bombed the bridge from helicopters"
    item = Action(id="a1", type="ASSAULT", actors=(KENYA,), recipients=(), rule="strike/bomb", what=whole(text), evidence=(whole(text),))
    assert code(item, text, hints={"strike": CodeHint(cameo="190")})[0].cameo == "195"


def test_the_class_tells_the_topic_of_a_deed_to_come() -> None:
    item = Action(id="a1", type="RETREAT", actors=(KENYA,), recipients=(JAPAN,), rule="free/free", status="planned", evidence=())
    assert code(item, hints={"free": CodeHint(cameo="0841")})[0].cameo == "0353"


def test_a_bare_saying_about_a_coded_deed_is_no_event() -> None:
    text = "Kenya said that Japan had sent wheat"
    deed = Span(start=text.index("Japan"), end=len(text))
    said = Statement(id="s1", act="state", speakers=(KENYA,), targets=(JAPAN,), content=deed, evidence=(whole(text),))
    sent = Action(id="a1", type="AID", actors=(JAPAN,), what=deed, evidence=(deed,))
    _, statements, _, events = derive((), (said,), (sent,), Article(id="x", text=text), Knowledge())  # type: ignore[arg-type]
    assert statements[0].codes.cameo == "010"
    assert ends(list(events)) == [("JPN", None, "073")]
    alone = derive((), (said,), (), Article(id="x", text=text), Knowledge())[3]  # type: ignore[arg-type]
    assert ends(list(alone)) == [("KEN", "JPN", "010")]


def test_contexts_come_from_the_words() -> None:
    assert statement("request", "to send peacekeepers and vaccines").contexts == ("peacekeeping", "health")


def test_the_condition_of_a_visit_tells_no_context() -> None:
    text = "The minister will come if the army withdraws"
    at = text.index("if")
    item = Engagement(
        id="e1", kind="visit", participants=(KONO,), host="KEN", status="planned", evidence=(whole(text),), condition=Span(start=at, end=len(text))
    )
    assert code(item, text)[0].contexts == ()


def test_quad_and_goldstein_come_from_the_tables() -> None:
    codes, _ = code(engagement("meeting", "planned"))
    assert (codes.quad, codes.goldstein) == (1, 4.0)


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (JAPAN, "JPN"),
        (KONO, "JPNGOV"),
        (Actor(name="Joe Gray", country="USA"), "USA"),
        (Actor(name="Joe Gray", country="USA", office="intelligence chief"), "USASPY"),
        (Actor(name="Joe Gray", country="USA", office="chief of defence"), "USAMIL"),
        (Actor(name="President of Egypt", country="EGY", kind="office", office="head of state"), "EGYGOV"),
        (Actor(name="senior U.S. officials", country="USA", kind="people"), "USAGOV"),
        (Actor(name="Kenyan soldiers", country="KEN", kind="people"), "KENMIL"),
        (Actor(name="Yemeni refugees", country="YEM", kind="people"), "YEMREF"),
        (Actor(name="former president of Peru", country="PER", kind="people"), "PERELI"),
        (Actor(name="Supreme Court of Kenya", country="KEN", kind="body"), "KENJUD"),
        (Actor(name="PLO", country="PSE", kind="group", code="PSEREBPLO"), "PSEREBPLO"),
        (UN, "IGOUNO"),
        (Actor(name="Ana Gray", office="head of organisation"), "IGO"),
        (Actor(name="West African leaders", kind="people"), "WAF"),
        (Actor(name="an aid agency", kind="body"), "NGO"),
        (Actor(name="a diplomat", kind="source"), None),
        (Actor(name="gunmen", kind="people"), None),
    ],
)
def test_actor_codes(actor: Actor, expected: str | None) -> None:
    assert actor_code(actor, ONTOLOGY) == expected


def test_modes_and_contexts_are_those_of_plover() -> None:
    for known in ONTOLOGY.cameo.values():
        assert known.mode is None or known.mode in ONTOLOGY.plover[known.plover or ""].modes
        assert set(known.contexts) <= set(ONTOLOGY.contexts), known.code


def test_a_rule_that_points_nowhere_is_refused(tmp_path: object) -> None:
    folder = tmp_path / "ontology"  # type: ignore[operator]
    folder.mkdir()
    head = "layer,kind,status,when,words,family,cameo,plover,mode,direction\n"
    (folder / "rules.csv").write_text(head + "action,AID,occurred,,,gifts,,,,directed\n", encoding="utf-8")
    with pytest.raises(DataError, match="family: gifts is unknown"):
        load_ontology(tmp_path)  # type: ignore[arg-type]


def test_a_users_rule_goes_first(tmp_path: object) -> None:
    folder = tmp_path / "ontology"  # type: ignore[operator]
    folder.mkdir()
    head = "layer,kind,status,when,words,family,cameo,plover,mode,direction\n"
    (folder / "rules.csv").write_text(head + "engagement,call,held,,,,040,,phone,mutual\n", encoding="utf-8")
    assert load_ontology(tmp_path).rules[0].cameo == "040"  # type: ignore[arg-type]
