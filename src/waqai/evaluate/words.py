"""Words compared: when two stretches of text share a name, and the F1 of two bags.

Words are folded as the coder folds them (marks, seats of hamza, ta marbuta) and
punctuation counts for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from waqai.text.tokens import tokenize
from waqai.text.view import make_view

_CLITICS = "وفبلك"
"""Conjunctions and prepositions of one letter that are written onto a word."""


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, punctuation left out.

    Example:
        >>> words_of("«أنقرة»، ٢٠٢٥")
        ('انقره', '2025')
    """
    view = make_view(text)
    return tuple(t.norm for t in tokenize(view, 0, len(text)) if t.kind != "punct")


def share_words(one: str, other: str) -> bool:
    """Whether one text is the other, or stands in it as whole words.

    A conjunction or preposition written onto the first word counts for nothing.

    Example:
        >>> share_words("الجيش الليبي", "الجيش"), share_words("للجيش", "الجيش")
        (True, True)
        >>> share_words("بأنقرة", "أنقرة"), share_words("أنقر", "أنقرة")
        (True, False)
    """
    short, long = sorted((words_of(one), words_of(other)), key=len)
    if not short:
        return False
    n_words = len(short)
    return any(
        _is_same(short[0], long[i]) and short[1:] == long[i + 1 : i + n_words]
        for i in range(len(long) - n_words + 1)
    )


def any_shared(some: Iterable[str], others: Sequence[str]) -> bool:
    """Whether any text of one list shares words with any of another."""
    return any(share_words(one, other) for one in some for other in others)


def _is_same(one: str, other: str) -> bool:
    if one == other:
        return True
    one, other = _with_article(one), _with_article(other)
    short, long = sorted((one, other), key=len)
    return one == other or (long[0] in _CLITICS and long[1:] == short)


def _with_article(word: str) -> str:
    """ "للجيش" is ل and "الجيش"."""
    return f"ال{word[2:]}" if word.startswith("لل") else word


def word_f1(found: Iterable[str], gold: Iterable[str]) -> float:
    """F1 of two bags of words: twice the words shared by the words of both.

    Example:
        >>> word_f1(["وزير", "الدفاع"], ["وزير", "الدفاع", "التركي"])
        0.8
        >>> word_f1([], ["وزير"])
        0.0
    """
    one, other = Counter(found), Counter(gold)
    n_words = one.total() + other.total()
    return 2 * (one & other).total() / n_words if n_words else 0.0
