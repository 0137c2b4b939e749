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

"My" and "your" are read only where they are hardly a nisba, a dual or a radical: "my" after
ت for ة ("حكومتي"), "your" after ت ن ع ي ("معك"), both on one-letter prepositions; "مصري" is
Egyptian far more often than "my Egypt". A pronoun on a one-letter preposition leaves that
letter as the stem ("له": ل + ه), where the caller knows it as a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from waqai.text.letters import fold_char
from waqai.text.whole_words import NAMES_WITHOUT_ARTICLE, WHOLE_WORDS, is_whole

_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_PRONOUNS_BY_END = {
    end: tuple(p for p in _PRONOUNS if p.endswith(end)) for end in {p[-1] for p in _PRONOUNS}
}
_ONE_LETTER_PREPOSITIONS = frozenset("لبك")
_BEFORE_YOUR = frozenset("تينع")
"""Letters that ك is peeled after; after others it is mostly a radical ("شريك")."""
_HAMZA_ALIFS = ("أ", "إ", "آ")
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
    if len(written) != len(norm):
        letters = "".join(filter(fold_char, written))
        written = letters if len(letters) == len(norm) else ""
    found: dict[Reading, None] = {}
    for reading in _openings(norm, written):
        for option in _closings(reading, written):
            if is_known(option.stem) and option != bare:
                found.setdefault(option)
    parted = sorted(found, key=_n_clitics)
    return (bare, *parted) if is_known(norm) else (*parted, bare)


def _n_clitics(reading: Reading) -> int:
    """Clitics of a reading; a pronoun counts twice, for its letters end many words."""
    before = bool(reading.conj) + bool(reading.prep) + reading.article + reading.future
    return before + 2 * bool(reading.pronoun)


def _openings(norm: str, written: str) -> Iterator[Reading]:
    """The word, without conjunction, then without preposition, article or سـ."""
    yield Reading("", "", False, False, norm, "")
    if _holds_whole(norm, written):
        return
    yield from _after_conjunction("", norm, written)
    if norm[:1] in ("و", "ف") and len(norm) > _MIN_LETTERS:
        yield Reading(norm[0], "", False, False, norm[1:], "")
        if not _holds_whole(norm[1:], written[1:]):
            yield from _after_conjunction(norm[0], norm[1:], written[1:])


def _holds_whole(word: str, written: str) -> bool:
    """Whether a word is whole, or a whole word with a pronoun ("لقائه")."""
    if is_whole(word, written):
        return True
    return any(stem in WHOLE_WORDS for _, stem in _without_pronoun(word))


def _after_conjunction(conj: str, rest: str, written: str) -> Iterator[Reading]:
    if _has_article(rest, written):
        yield Reading(conj, "", True, False, rest[2:], "")
    if _has_future(rest, written):
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
        if rest[1:] not in NAMES_WITHOUT_ARTICLE:
            yield Reading(conj, "ل", True, False, rest[1:], "")
    elif not is_whole(rest[1:], written[1:]) and _has_article(rest[1:], written[1:]):
        yield Reading(conj, rest[0], True, False, rest[3:], "")


def _has_article(rest: str, written: str) -> bool:
    """Whether a word may open with the article: its alif bears no hamza, letters follow."""
    return rest.startswith("ال") and len(rest) > 3 and written[:1] not in _HAMZA_ALIFS


def _has_future(rest: str, written: str) -> bool:
    """Whether a word may open with سـ: a prefix of the imperfect follows, "I" with its hamza."""
    if rest[:1] != "س" or len(rest) <= 3 or rest[1] not in _IMPERFECT_PREFIXES:
        return False
    return rest[1] != "ا" or written[1:2] in ("أ", "")


def _closings(reading: Reading, written: str) -> Iterator[Reading]:
    """The reading itself, then with a pronoun taken off and the spelling restored.

    None after the article, and none before ة or in a whole word.
    """
    yield reading
    word = reading.stem
    if reading.article or written.endswith("ة") or word in WHOLE_WORDS:
        return
    for pronoun, stem in _without_pronoun(word):
        has_article = stem.startswith("ال") and written[-len(word) :][:1] not in _HAMZA_ALIFS
        if has_article and len(stem) > 3 and stem not in WHOLE_WORDS:
            continue
        if len(stem) >= _MIN_LETTERS or not reading.prep:
            yield Reading(reading.conj, reading.prep, False, reading.future, stem, pronoun)


def _without_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """Pronouns a word may end in, each with a stem it may leave, spelled as before it."""
    for pronoun in _PRONOUNS_BY_END.get(word[-1:], ()):
        if not word.endswith(pronoun):
            continue
        rest = word[: -len(pronoun)]
        if rest in _ONE_LETTER_PREPOSITIONS:
            yield pronoun, rest
        elif len(rest) >= _MIN_LETTERS:
            for stem in _restored(rest, pronoun):
                yield pronoun, stem


def _restored(rest: str, pronoun: str) -> Iterator[str]:
    """How a word is spelled that ends in `rest` before a pronoun, as it is first."""
    if pronoun == "ي":
        if rest.endswith("ت"):
            yield rest[:-1] + "ه"
        return
    if pronoun == "ك" and rest[-1] not in _BEFORE_YOUR:
        return
    yield rest
    if rest.endswith("ت"):
        yield rest[:-1] + "ه"
    elif rest.endswith("ا"):
        yield rest[:-1] + "ي"
    elif rest.endswith("و"):
        yield rest + "ا"
    elif rest.endswith(("ئ", "ؤ")):
        yield rest[:-1] + "ء"
    if rest.endswith(("ا", "و", "ي")) and pronoun != "ني":
        yield rest + "ن"


def split_abd(norm: str) -> tuple[str, str] | None:
    """The two words of a name in عبد that is written as one; None for any other word.

    Example:
        >>> split_abd("عبدالحميد"), split_abd("عبدي")
        (('عبد', 'الحميد'), None)
    """
    if norm.startswith("عبدال") and len(norm) >= _MIN_ABD_LETTERS:
        return "عبد", norm[3:]
    return None
