"""How Arabic nouns are inflected in writing: duals, sound plurals, tanween, construct.

Spelled in full, without vowels. Broken plurals cannot be derived and stand in the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


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
    """
    gender = "f" if lemma.endswith(("ة", "اء", "ى")) else "m"
    yield NounForm(lemma, gender, "s", construct=False)
    base = lemma
    if lemma.endswith("ة"):
        base = lemma[:-1] + "ت"
    elif lemma.endswith("ى"):
        base = lemma[:-1] + "ي"
    elif not lemma.endswith(("اء", "ا", "ي")) or lemma.endswith("ي"):
        yield NounForm(lemma + "ا", gender, "s", construct=False)
    if lemma.endswith("ء") and not lemma.endswith("اء"):
        base = lemma[:-1] + "ئ"
    for ending, construct in (("ان", False), ("ين", False), ("ا", True), ("ي", True)):
        yield NounForm(base + ending, gender, "d", construct=construct)


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
    """A word for a person in both genders, all numbers: "متظاهر" to "متظاهرات".

    Example:
        >>> sorted({form.spelled for form in human_forms("متظاهر")})[:4]
        ['متظاهر', 'متظاهرا', 'متظاهرات', 'متظاهران']
    """
    yield from noun_forms(singular)
    if singular.endswith(("ة", "اء", "ى", "ات", "ون", "ين")):
        return
    feminine = singular + "ة"
    yield from noun_forms(feminine)
    yield from plural_forms(singular + "ون")
    yield NounForm(singular + "ات", "f", "p", construct=False)
