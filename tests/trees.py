"""Build analysed sentences by hand, so that rules are tested without a model."""

from dragoman.schema.text import Sentence, Token


def sentence(text: str, words: str, *, index: int = 0, start: int = 0, kind: str = "body") -> Sentence:
    """A sentence of `text`, whose words are given as `word/lemma/UPOS/XPOS/head/deprel` or `…/name`, parted by white space.

    Heads count from 1 as in CoNLL-U, 0 is the root. An empty lemma is the word in lower case. Offsets are those of the words in
    `text`, plus `start`, the place of the sentence in its article.
    """
    tokens: list[Token] = []
    at = 0
    for number, item in enumerate(words.split()):
        form, lemma, upos, xpos, head, deprel, *name = item.split("/")
        at = text.index(form, at)
        tokens.append(
            Token(
                index=number,
                start=start + at,
                end=start + at + len(form),
                text=form,
                lemma=lemma or form.lower(),
                upos=upos,
                xpos=xpos,
                head=int(head) - 1,
                deprel=deprel,
                name=name[0] if name else "O",
            )
        )
        at += len(form)
    return Sentence(index=index, start=start, end=start + len(text), tokens=tuple(tokens), kind=kind)
