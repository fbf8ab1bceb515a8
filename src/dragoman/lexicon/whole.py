"""The lexicon: all that people edit, read once and handed to the stages."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dragoman.lexicon.anaphora import Anaphora, load_anaphora
from dragoman.lexicon.frames import FrameLexicon, load_frames
from dragoman.lexicon.ontology import Ontology, load_ontology
from dragoman.lexicon.opens import OpenWords, load_opens
from dragoman.lexicon.times import TimeLexicon, load_times
from dragoman.lexicon.words import WordTables, load_words
from dragoman.lexicon.world import World, load_world


@dataclass(frozen=True)
class Lexicon:
    """Our tables, overlaid entry by entry by those of the user's folder. Each part is read when first asked for."""

    overlay: Path | None = None

    @cached_property
    def words(self) -> WordTables:
        """Abbreviations and lemmas."""
        return load_words(self.overlay)

    @cached_property
    def world(self) -> World:
        """States, bodies, places, offices and who held them."""
        return load_world(self.overlay)

    @cached_property
    def times(self) -> TimeLexicon:
        """Words of calendar time."""
        return load_times(self.overlay)

    @cached_property
    def frames(self) -> FrameLexicon:
        """Verbs, nouns and adjectives that tell of items."""
        return load_frames(self.overlay)

    @cached_property
    def anaphora(self) -> Anaphora:
        """Words that point back."""
        return load_anaphora(self.overlay)

    @cached_property
    def ontology(self) -> Ontology:
        """PLOVER and CAMEO."""
        return load_ontology(self.overlay)

    @cached_property
    def opens(self) -> OpenWords:
        """What a text can leave open."""
        return load_opens(self.overlay)
