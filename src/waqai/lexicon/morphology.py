"""Verbs conjugated as news writes them, from lemma, root and stem.

In goes a verb (3rd person masculine singular perfect, radicals, stem number, and for stem 1
its imperfect), out come the written forms of the third and first persons, perfect and
imperfect in all moods, active and passive, without vowels:

1. `stems` makes the imperfect and the passive stems,
2. `endings` puts endings and prefixes on them,
3. here the voices are told apart where spelling does, and the marks of a marked lemma
   ("وَقَّعَ") carried over, so that a written shadda can tell twins apart.

Left out: second persons, imperatives and energetics, which news hardly uses.

Source of the paradigms: the tables of the verb in any school grammar (sound, doubled,
hamzated, assimilated, hollow, defective); tested against tables in `tests/lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.lexicon.endings import PAST, Cell, past, presents
from waqai.lexicon.stems import Conjugation, imperfect_of, passive_past, passive_present

__all__ = ["VerbForm", "conjugate", "imperfect_of", "strip_marks"]

_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_SHADDA = "\u0651"
_STRIP = {ord(mark): None for mark in _MARKS}
_PREFIX_ADDS = frozenset({1, 2, 3, 5, 6, 11, 12})
"""Stems whose imperfect puts a letter before the lemma's; in the others it replaces one."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A written form of a verb."""

    spelled: str
    tense: str
    """perfect, imperfect, or jussive where that is written apart ("لم يزر"), only after لم."""
    voice: str
    """active, passive, or either where both are written alike."""
    person: int
    gender: str
    number: str


def strip_marks(word: str) -> str:
    """A word without vowels and shadda.

    Example:
        >>> strip_marks("وَقَّعَ")
        'وقع'
    """
    return word.translate(_STRIP)


def conjugate(
    lemma: str, root: tuple[str, ...], stem: int, imperfect: str | None, *, transitive: bool
) -> tuple[VerbForm, ...]:
    """All written forms of a verb, the lemma first.

    Args:
        lemma: 3rd person masculine singular perfect, as spelled.
        root: its radicals; a hamza is "ء".
        stem: 1 to 10; 11 for quadriliterals, 12 for their تفعلل, 14 for افعلل.
        imperfect: 3rd masculine singular imperfect; needed for stem 1.
        transitive: whether a passive is made.

    Example:
        >>> forms = conjugate("زار", ("ز", "و", "ر"), 1, "يزور", transitive=True)
        >>> [f.spelled for f in forms][:6]
        ['زار', 'زارت', 'زارا', 'زارتا', 'زاروا', 'زرن']
    """
    bare = strip_marks(lemma)
    present = strip_marks(imperfect) if imperfect else imperfect_of(bare, root, stem)
    verb = Conjugation(bare, root, stem, present)
    active = [*past(verb, bare, passive=False), *presents(verb, present)]
    passive: list[Cell] = []
    if transitive:
        was_done = passive_past(verb)
        # "ووصلت" is و and وصلت, hardly ever the passive of واصلت.
        if not was_done.startswith("وو"):
            passive = [*past(verb, was_done, passive=True)]
        passive += presents(verb, passive_present(verb))
    return tuple(_merge(active, passive, lemma, stem))


def _merge(active: list[Cell], passive: list[Cell], lemma: str, stem: int) -> Iterator[VerbForm]:
    shared = set(active) & set(passive)
    seen = set()
    for voice, cells in (("active", active), ("passive", passive)):
        for cell in cells:
            if cell in seen:
                continue
            seen.add(cell)
            spelled, tense, person, gender, number = cell
            marked = _mark(spelled, lemma, stem, tense, voice)
            heard = "either" if cell in shared else voice
            yield VerbForm(marked, tense, heard, person, gender, number)


def _mark(spelled: str, lemma: str, stem: int, tense: str, voice: str) -> str:
    """Carry a marked lemma's shadda, and in the active perfect its vowels, over to a form.

    A mark stays where the form keeps the letter in its place; a doubled radical that is
    written twice ("مددت") has no shadda.
    """
    if lemma == strip_marks(lemma):
        return spelled
    shift = 0 if tense == PAST or stem not in _PREFIX_ADDS else 1
    is_active_past = tense == PAST and voice == "active"
    result = list(spelled)
    for i, (letter, marks) in enumerate(_letters(lemma)):
        at = i + shift
        keep = marks if is_active_past else _SHADDA * (_SHADDA in marks)
        is_written_twice = _SHADDA in marks and spelled[at + 1 : at + 2] == letter
        if at < len(spelled) and spelled[at] == letter and not is_written_twice:
            result[at] = letter + keep
    return "".join(result)


def _letters(word: str) -> Iterator[tuple[str, str]]:
    """The letters of a word, each with its marks."""
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or word[end] not in _MARKS:
            yield word[start], word[start + 1 : end]
            start = end
