"""How Arabic nouns are inflected in writing: duals, sound plurals, tanween, construct.

Spelled in full, without vowels. Broken plurals cannot be derived and stand in the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_NOT_JOINED = frozenset("اأإآدذرزوؤ")
"""Letters that do not join the next: a hamza behind them stands alone before ا ("جزءا")."""
_ALIFS = frozenset("اأإآ")
_MIN_WITH_ARTICLE = 5
"""Letters of a word that opens with the article; "الات" is machines."""
_DUAL = (("ان", False), ("ين", False), ("ا", True), ("ي", True))


def without_article(word: str) -> str:
    """A word as it stands without its article.

    Example:
        >>> without_article("الوزير"), without_article("الات")
        ('وزير', 'الات')
    """
    return word[2:] if word.startswith("ال") and len(word) >= _MIN_WITH_ARTICLE else word


@dataclass(frozen=True, slots=True)
class NounForm:
    """A written form of a noun."""

    spelled: str
    gender: str
    """m or f."""
    number: str
    """s, d or p."""
    construct: bool
    """Only written before an iḍāfa or a pronoun: "زيارتا", "مقاتلي"."""


def noun_forms(lemma: str) -> Iterator[NounForm]:
    """The singular with tanween, and the duals.

    Example:
        >>> [form.spelled for form in noun_forms("هجوم")]
        ['هجوم', 'هجوما', 'هجومان', 'هجومين', 'هجوما', 'هجومي']
        >>> [form.spelled for form in noun_forms("شيء")][:3]
        ['شيء', 'شيئا', 'شيئان']
    """
    gender = _gender(lemma)
    yield NounForm(lemma, gender, "s", construct=False)
    base = _before_ending(lemma, gender)
    if not lemma.endswith(("ة", "اء", "ى", "ا", "أ")):
        yield NounForm(base + "ا", gender, "s", construct=False)
    for ending, construct in _DUAL:
        spelled = base[:-1] + "آ" + ending[1:] if base[-1] + ending[0] == "أا" else base + ending
        yield NounForm(spelled, gender, "d", construct=construct)


def _gender(lemma: str) -> str:
    """f for ة, for فعلاء ("صحراء", but not "لقاء", "اعتداء"), for ى but in nouns of place."""
    if lemma.endswith("اء"):
        return "f" if len(lemma) == len("صحراء") and lemma[0] not in _ALIFS else "m"
    if lemma.endswith("ى"):
        return "m" if lemma.startswith("م") else "f"
    return "f" if lemma.endswith("ة") else "m"


def _before_ending(lemma: str, gender: str) -> str:
    """The stem before ان: زيارت, مستشفي, صحراو, جزء, شيئ."""
    if lemma.endswith("ة"):
        return lemma[:-1] + "ت"
    if lemma.endswith("ى"):
        return lemma[:-1] + "ي"
    if lemma.endswith("اء"):
        return lemma[:-1] + "و" if gender == "f" else lemma
    if lemma.endswith("ء") and lemma[-2:-1] not in _NOT_JOINED:
        return lemma[:-1] + "ئ"
    return lemma


def plural_forms(plural: str) -> Iterator[NounForm]:
    """A plural given in full, with its oblique, tanween and construct forms.

    Example:
        >>> [form.spelled for form in plural_forms("مقاتلون")]
        ['مقاتلون', 'مقاتلين', 'مقاتلو', 'مقاتلي']
    """
    if plural.endswith("ون"):
        base = plural[:-2]
        for ending, construct in (("ون", False), ("ين", False), ("و", True), ("ي", True)):
            yield NounForm(base + ending, "m", "p", construct=construct)
        return
    gender = "f" if plural.endswith("ات") else "m"
    yield NounForm(plural, gender, "p", construct=False)
    if not plural.endswith(("ات", "اء", "ى", "ة")):
        yield NounForm(plural + "ا", gender, "p", construct=False)


def human_forms(singular: str) -> Iterator[NounForm]:
    """A word for a person, or a nisba, in both genders and all numbers.

    Example:
        >>> sorted({form.spelled for form in human_forms("متظاهر")})[:4]
        ['متظاهر', 'متظاهرا', 'متظاهرات', 'متظاهران']
        >>> {"تركية", "تركيان", "تركيتين"} <= {form.spelled for form in human_forms("تركي")}
        True
    """
    yield from noun_forms(singular)
    if singular.endswith(("ة", "اء", "ى", "ات", "ون", "ين")):
        return
    feminine = singular + "ة"
    yield from noun_forms(feminine)
    yield from plural_forms(singular + "ون")
    yield NounForm(singular + "ات", "f", "p", construct=False)
