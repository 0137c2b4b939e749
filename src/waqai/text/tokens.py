"""Tokens: words, numbers and marks of punctuation, as spans of the original text.

A word is a run of Arabic letters, its marks and tatweel included; "و" that stands alone
("و قال") is a word of its own. A number keeps its separators ("1,250", "3.5", "4.4.2025")
and parts from what is written onto it ("30%", "20شخصا"). Letters of all other scripts make
tokens of kind latin, hyphens and apostrophes inside included. What remains is punctuation,
one character a token. Together the tokens hold every visible character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from waqai.text.view import View

_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef"
    "\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9"
)
"""Letters of the Arabic blocks, without digits, marks, punctuation."""
_OTHER = rf"[^\W\d_{_ARABIC}]"
_TOKEN = re.compile(
    # An Arabic comma is a decimal sign before one or two digits: "3،5", but not in a list
    # ("2011،2012", "3،4،5").
    r"(?P<number>(?<![0-9]،)[0-9]+،[0-9]{1,2}(?![0-9،])|[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<word>[{_ARABIC}]+)"
    rf"|(?P<latin>{_OTHER}+(?:['-]{_OTHER}+)*)"
    r"|(?P<punct>\S)"
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
    """First offset in the text of the document."""
    end: int
    """One past its last offset; never before a combining mark."""
    kind: str
    """word (Arabic letters), latin, number or punct."""


def tokenize(view: View, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of one sentence, in order; none overlap.

    Args:
        view: the view of the whole text.
        start: first offset of the sentence in the text.
        end: one past its last offset.

    Example:
        >>> from waqai.text.view import make_view
        >>> view = make_view("بلغ ٣٠٪ في Tripoli.")
        >>> [(token.norm, token.kind) for token in tokenize(view, 0, 19)]
        [('بلغ', 'word'), ('30', 'number'), ('%', 'punct'), ('في', 'word'), ('Tripoli', 'latin'),
        ('.', 'punct')]
    """
    text = view.text
    first, last = view.position(start), view.position(end)
    is_same_length = view.starts is None  # no marks then, and the view's offsets are the text's
    tokens = []
    for index, match in enumerate(_TOKEN.finditer(view.norm, first, last)):
        a, b = match.span()
        if not is_same_length:
            a, b = view.span(a, b)
        tokens.append(Token(index, text[a:b], match.group(), a, b, match.lastgroup or "punct"))
    return tuple(tokens)
