"""From article text to analysed sentences. An engine is one class; its module is the sole importer of its library."""

from typing import Protocol

from dragoman.schema.text import Article, Block, Sentence


class Engine(Protocol):
    """Turns blocks of a text into sentences of Universal Dependencies with names; trained heads may put proposals on them.

    A sentence gets the same analysis whatever stands beside it. Offsets count characters of `text`.
    """

    name: str

    def parse(self, text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
        """Sentences in the order of the text; none crosses a block."""
        ...


def analyse(article: Article, engine: Engine) -> tuple[Sentence, ...]:
    """The sentences of an article's blocks; of a text that is no article, none."""
    return engine.parse(article.text, article.blocks) if article.article else ()
