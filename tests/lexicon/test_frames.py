"""The frames load, are well formed, and their slips are named."""

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.lexicon.check import LABELS, check_examples, check_frames
from dragoman.lexicon.frames import FrameLexicon, called, load_frames
from dragoman.schema.text import Sentence, Token


@pytest.fixture(scope="module")
def lexicon() -> FrameLexicon:
    return load_frames()


def written(folder: Path, path: str, text: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def slots(**filled: str) -> dict[str, frozenset[str]]:
    return {slot: frozenset(words.split("/")) for slot, words in filled.items()}


def test_ours_are_well_formed(lexicon: FrameLexicon) -> None:
    assert check_frames(lexicon) == ()


def test_every_layer_and_label_that_news_needs_has_words(lexicon: FrameLexicon) -> None:
    told = {entry.yields for entry in lexicon.classes}
    assert {f"engagement.{kind}" for kind in LABELS["engagement"]} <= told
    assert {f"statement.{act}" for act in LABELS["statement"]} <= told
    assert {f"action.{kind}" for kind in ("AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "COOPERATE", "MOBILIZE", "OFFICE", "PROTEST")} <= told


@pytest.mark.parametrize(
    ("lemma", "words", "name"),
    [
        ("sign", slots(obj="treaty"), "sign"),
        ("meet", slots(nsubj="minister"), "meet"),
        ("recall", slots(obj="ambassador"), "recall_envoy"),
        ("sever", slots(obj="tie/diplomatic tie"), "break_relations"),
        ("declare", slots(obj="state/state of emergency"), "restrict"),
    ],
)
def test_the_first_that_fits(lexicon: FrameLexicon, lemma: str, words: dict[str, frozenset[str]], name: str) -> None:
    assert next(c.id for c in lexicon.verbs[lemma] if c.fits(words)) == name


@pytest.mark.parametrize(
    ("lemma", "words", "name"),
    [
        ("sign", slots(obj="striker", **{"for": "club"}), "sign"),
        ("meet", slots(obj="expectation"), "meet"),
        ("visit", slots(obj="museum"), "visit"),
        ("call", slots(obj="strike"), "call"),
        ("strike", slots(obj="deal", **{"with": "union"}), "sign"),
        ("hit", slots(nsubj="earthquake", obj="city"), "strike_target"),
    ],
)
def test_false_friends_stay_out(lexicon: FrameLexicon, lemma: str, words: dict[str, frozenset[str]], name: str) -> None:
    assert name not in {c.id for c in lexicon.verbs[lemma] if c.fits(words)}


def test_most_restricted_first(lexicon: FrameLexicon) -> None:
    for classes in lexicon.verbs.values():
        assert [len(c.where) for c in classes] == sorted((len(c.where) for c in classes), reverse=True)


def test_longest_member_first(lexicon: FrameLexicon) -> None:
    entry = lexicon.by_id("meet")
    assert entry is not None
    assert entry.headed("meet") == ("meet up", "meet")
    assert lexicon.by_id("no such class") is None


def test_supports_and_cues(lexicon: FrameLexicon) -> None:
    assert lexicon.supports["call off"] == "cancelled"
    assert lexicon.cue("verb", "expect") == ("expected", "hedge")
    assert lexicon.cue("verb", "bake") == ()


def test_alternative_slots_and_any_word(tmp_path: Path) -> None:
    overlay = written(tmp_path, "en/verbs/own.toml", OWN)
    entry = load_frames(overlay).by_id("own")
    assert entry is not None
    assert entry.fits(slots(obj="kite", to="child"))
    assert entry.fits(slots(iobj="kite", to="child"))
    assert not entry.fits(slots(obj="kite"))
    assert not entry.fits(slots(obj="kite", to="child", at="noon"))
    assert not entry.fits(slots(to="child"))


OWN = """
[[class]]
id = "own"
yields = "action.AID"
verbs = ["hand"]
frame = { nsubj = "actor", obj = "what", to = "recipient" }
where = { "obj|iobj" = ["kite", "@truce"], to = ["*"] }
unless = { at = ["noon"] }
examples = ["She handed a kite to the child."]
"""


def test_a_users_class_replaces_ours(tmp_path: Path) -> None:
    text = '[[class]]\nid = "meet"\nyields = "engagement.talks"\nverbs = ["meet"]\nexamples = ["They met."]\n'
    entry = load_frames(written(tmp_path, "en/verbs/meet.toml", text)).by_id("meet")
    assert entry is not None
    assert (entry.yields, entry.verbs) == ("engagement.talks", ("meet",))


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ('[[class]]\nid = "x"\nlema = ["go"]\n', "class 1: no field lema; the fields are id, yields"),
        ('[[class]]\nyields = "action.AID"\n', "class 1: id must be a text."),
        ('[[class]]\nid = "x"\nyields = "action.AID"\nverbs = "go"\n', "class 1: verbs must be a list of words."),
        ('[[class]]\nid = "x"\nyields = "action.AID"\nwhere = { obj = ["@nosuch"] }\n', "where.obj: no set @nosuch"),
        ('[[class]]\nid = "x"\nyields = "action.AID"\nframe = { obj = 3 }\n', "frame.obj must be a role."),
        ('[[class]]\nid = "x"\nyields = "action.AID"\n[[class]]\nid = "x"\nyields = "action.AID"\n', "class 2: the id x is taken"),
        ('[[klass]]\nid = "x"\n', "entries are written [[class]]"),
        ('[[class]]\nid = "x"\nyields = "action.AID"\ncodes = { kameo = "1" }\n', "no field kameo"),
    ],
)
def test_slips_are_named(tmp_path: Path, text: str, slip: str) -> None:
    overlay = written(tmp_path, "en/verbs/mine.toml", text)
    with pytest.raises(DataError) as caught:
        load_frames(overlay)
    assert slip in str(caught.value)
    assert "mine.toml" in str(caught.value)


def test_odd_classes_are_told(tmp_path: Path) -> None:
    text = '[[class]]\nid = "x"\nyields = "action.AID"\nverbs = ["Go"]\nframe = { obj = "hero" }\n[[class]]\nid = "y"\nyields = "action.HELP"\n'
    told = "\n".join(check_frames(load_frames(written(tmp_path, "en/verbs/mine.toml", text))))
    for part in ("the role hero", "'Go' is no lemma", "no examples", "class y: yields action.HELP"):
        assert part in told


def test_examples_run_through_a_reader(tmp_path: Path) -> None:
    overlay = written(tmp_path, "en/verbs/own.toml", OWN.replace("examples", 'never = ["He left."]\nexamples'))
    lexicon = load_frames(overlay)
    assert not [s for s in check_examples(lexicon, lambda text: ("own",) if "kite" in text else ()) if "class own" in s]
    wrong = [s for s in check_examples(lexicon, lambda text: () if "kite" in text else ("own",)) if "class own" in s]
    assert len(wrong) == 2


def test_called_by_lemma_compound_and_kind_of_name() -> None:
    words = (("Diplomatic", "diplomatic", 1, "amod", "O"), ("ties", "tie", -1, "root", "O"), ("Oslo", "Oslo", 1, "nmod", "B-PLACE"))
    tokens = tuple(
        Token(index=i, start=i, end=i + 1, text=text, lemma=lemma, upos="NOUN", xpos="NN", head=head, deprel=relation, name=name)
        for i, (text, lemma, head, relation, name) in enumerate(words)
    )
    sentence = Sentence(index=0, start=0, end=9, tokens=tokens)
    assert {"tie", "ties", "diplomatic tie"} <= called(sentence, tokens[1])
    assert "PLACE" in called(sentence, tokens[2])
