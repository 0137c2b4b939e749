"""Tokens: words, numbers and marks of punctuation, as spans of the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from waqai.text.view import View

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff\u0750-\u077f]+(?:['’-][^\W\d_\u0600-\u06ff]+)*)"
    r"|(?P<punct>[^\s])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one mark of punctuation of a sentence."""

    index: int
    """Position in its sentence, from 0."""
    text: str
    """As written, marks included."""
    norm: str
    """As folded."""
    start: int
    end: int
    kind: str
    """word (Arabic letters), latin, number or punct."""


def tokenize(view: View, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of one sentence.

    Args:
        view: the view of the text.
        start: first offset of the sentence in the text.
        end: one past its last offset.

    Example:
        >>> from waqai.text.view import make_view
        >>> view = make_view("بلغ ٣٠٪ في Tripoli.")
        >>> [token.norm for token in tokenize(view, 0, 19)]
        ['بلغ', '30', '%', 'في', 'Tripoli', '.']
    """
    first, last = view.position(start), view.position(end)
    tokens = []
    text = view.text
    for index, match in enumerate(_TOKEN.finditer(view.norm, first, last)):
        a, b = view.span(match.start(), match.end())
        kind = match.lastgroup
        assert kind is not None
        tokens.append(Token(index, text[a:b], match.group(), a, b, kind))
    return tuple(tokens)
