"""Clitics: what و ف ب ل ك س ال and the pronouns leave of a word.

In goes a folded word, out come all ways to read it, the likeliest first. A clitic is peeled
only where what remains is known to the caller; words such as وفد, لجنة or ألمانيا stay
whole in any case (`waqai.text.whole_words`). Spelling that joining changes is undone:

    لل          ل + ال: "للحكومة"; before another ل one is not written: "للجنة" is ل + (ال) + لجنة
    ة -> ت      "زيارته" leaves زيارة
    ى -> ا      "مستشفاه" leaves مستشفى
    وا -> و     "قتلوه" leaves قتلوا
    ء -> ئ ؤ    "أعضائه", "وزراؤه" leave أعضاء, وزراء
    ن dropped   "مقاتليه", "ممثلوها", "وزيراه" leave مقاتلين, ممثلون, وزيران

"My" is read only where it cannot be a nisba or a dual: after ت for ة ("حكومتي") and on
one-letter prepositions; "مصري" is Egyptian far more often than "my Egypt".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from waqai.text.whole_words import NAMES_WITHOUT_ARTICLE, WHOLE_WORDS

_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_MY = "ي"
_ONE_LETTER_PREPOSITIONS = frozenset("لبك")
_IMPERFECT_PREFIXES = frozenset("يتنا")
_MIN_LETTERS = 2
"""Letters a stem keeps."""
_GOD = "الله"
_GOD_AFTER_LAM = "لله"
_MIN_ABD_LETTERS = 7
"""عبد, ال and at least two letters of one of the names of God."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word parted into its clitics and its stem."""

    conj: str
    """"و", "ف" or ""."""
    prep: str
    """"ب", "ل", "ك" or ""."""
    article: bool
    """ال, also where لل hides it."""
    future: bool
    """س before an imperfect verb."""
    stem: str
    """Folded, spelled as it is without its pronoun: the form to look up."""
    pronoun: str
    """The object or possessive pronoun, or ""."""


def readings(
    norm: str, is_known: Callable[[str], bool], *, written: str = ""
) -> tuple[Reading, ...]:
    """All ways to read a folded word, the likeliest first.

    Args:
        norm: the folded word.
        is_known: whether a folded stem is a known word.
        written: the word as the text writes it, where that is known. Its hamza rules out an
            article ("ألغام" is mines, not ال + غام) and its ة a pronoun ("كاتبة").

    Returns:
        The bare word where it is known, then known readings, fewest clitics first, then the
        bare word where it is not known: never empty.

    Example:
        >>> known = {"تعاون", "وفد"}.__contains__
        >>> [(r.conj, r.prep, r.article, r.stem) for r in readings("وبالتعاون", known)]
        [('و', 'ب', True, 'تعاون'), ('', '', False, 'وبالتعاون')]
        >>> len(readings("وفد", {"وفد", "فد"}.__contains__))
        1
    """
    bare = Reading("", "", False, False, norm, "")
    found: dict[Reading, None] = {}
    if norm not in WHOLE_WORDS:
        has_pronoun = not written.endswith("ة")
        for reading in _openings(norm, written):
            for option in _closings(reading) if has_pronoun else (reading,):
                if option != bare and is_known(option.stem):
                    found.setdefault(option)
    parted = sorted(found, key=_n_clitics)
    return (bare, *parted) if is_known(norm) else (*parted, bare)


def _n_clitics(reading: Reading) -> int:
    """Clitics of a reading; a pronoun counts twice, for its letters end many words."""
    before = bool(reading.conj) + bool(reading.prep) + reading.article + reading.future
    return before + 2 * bool(reading.pronoun)


def _openings(norm: str, written: str) -> Iterator[Reading]:
    """The word, without conjunction, then without preposition, article or سـ."""
    yield from _after_conjunction("", norm, written)
    if norm[:1] in ("و", "ف") and len(norm) > _MIN_LETTERS:
        yield from _after_conjunction(norm[0], norm[1:], written[1:])


def _after_conjunction(conj: str, rest: str, written: str) -> Iterator[Reading]:
    yield Reading(conj, "", False, False, rest, "")
    if rest in WHOLE_WORDS:
        return
    if _has_article(rest, written):
        yield Reading(conj, "", True, False, rest[2:], "")
    if rest[:1] == "س" and rest[1:2] in _IMPERFECT_PREFIXES and len(rest) > 3:
        yield Reading(conj, "", False, True, rest[1:], "")
    if rest[:1] not in _ONE_LETTER_PREPOSITIONS:
        return
    if rest == _GOD_AFTER_LAM:
        yield Reading(conj, "ل", False, False, _GOD, "")
    elif len(rest) > _MIN_LETTERS:
        yield Reading(conj, rest[0], False, False, rest[1:], "")
        yield from _articles_after(conj, rest, written)


def _articles_after(conj: str, rest: str, written: str) -> Iterator[Reading]:
    """Readings with a preposition and the article behind it."""
    if rest.startswith("لل"):
        if len(rest) > 3:
            yield Reading(conj, "ل", True, False, rest[2:], "")
        if len(rest) > 2 and rest[1:] not in NAMES_WITHOUT_ARTICLE:
            yield Reading(conj, "ل", True, False, rest[1:], "")
    elif rest[1:] not in WHOLE_WORDS and _has_article(rest[1:], written[1:]):
        yield Reading(conj, rest[0], True, False, rest[3:], "")


def _has_article(rest: str, written: str) -> bool:
    """Whether a word may open with the article: its alif bears no hamza, letters follow."""
    return rest.startswith("ال") and len(rest) > 3 and written[:1] not in ("أ", "إ", "آ")


def _closings(reading: Reading) -> Iterator[Reading]:
    """The reading itself, then with a pronoun taken off and the spelling restored."""
    yield reading
    word = reading.stem
    if reading.article or word in WHOLE_WORDS:
        return
    for pronoun in _PRONOUNS:
        if not word.endswith(pronoun):
            continue
        rest = word[: -len(pronoun)]
        is_short = rest in _ONE_LETTER_PREPOSITIONS and not reading.prep
        if len(rest) < _MIN_LETTERS and not is_short:
            continue
        if pronoun == _MY and not (is_short or rest.endswith("ت")):
            continue
        for stem in _restored(rest) if pronoun != _MY or is_short else (rest[:-1] + "ه",):
            yield Reading(reading.conj, reading.prep, False, reading.future, stem, pronoun)


def _restored(rest: str) -> Iterator[str]:
    """How a word is spelled that ends in `rest` before a pronoun, as it is first."""
    yield rest
    if rest.endswith("ت"):
        yield rest[:-1] + "ه"
    elif rest.endswith("ا"):
        yield rest[:-1] + "ي"
        yield rest + "ن"
    elif rest.endswith("و"):
        yield rest + "ا"
        yield rest + "ن"
    elif rest.endswith("ي"):
        yield rest + "ن"
    elif rest.endswith(("ئ", "ؤ")):
        yield rest[:-1] + "ء"


def split_abd(norm: str) -> tuple[str, str] | None:
    """The two words of a name in عبد that is written as one; None for any other word.

    Example:
        >>> split_abd("عبدالحميد"), split_abd("عبدي")
        (('عبد', 'الحميد'), None)
    """
    if norm.startswith("عبدال") and len(norm) >= _MIN_ABD_LETTERS:
        return "عبد", norm[3:]
    return None
