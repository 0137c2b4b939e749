"""The endings and prefixes of the verb: 3rd persons and "I", "we", in both tenses.

In go the 3rd masculine singulars of one voice, out come cells (spelling, tense, person,
gender, number). Where usage has two spellings of a hamza both are made, and the Egyptian
ء before و too: قرأوا, قرؤوا, قرءوا.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.lexicon.stems import Conjugation

PAST, PRESENT, JUSSIVE = "perfect", "imperfect", "jussive"
Cell = tuple[str, str, int, str, str]
"""Spelling, tense, person, gender, number."""
_SINGULARS = (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("أ", 1, "m", "s"), ("ن", 1, "m", "p"))
"""Prefixes without an ending: he, she, I, we. A form that is both genders is given as m."""


def past(verb: Conjugation, third: str, *, passive: bool) -> Iterator[Cell]:
    """The perfect on its 3rd masculine singular.

    Example:
        >>> verb = Conjugation("مد", ("م", "د", "د"), 1, "يمد")
        >>> [cell[0] for cell in past(verb, "مد", passive=False)]
        ['مد', 'مدت', 'مدا', 'مدتا', 'مدوا', 'مددن', 'مددت', 'مددنا']
    """
    if verb.is_defective:
        yield from _defective_past(verb, third)
        return
    short = _short_past(verb, third, passive=passive)
    yield (third, PAST, 3, "m", "s")
    yield (_with_vowel(third, "ت"), PAST, 3, "f", "s")
    yield (_with_vowel(third, "ا"), PAST, 3, "m", "d")
    yield (_with_vowel(third, "تا"), PAST, 3, "f", "d")
    for spelled in _with_u(third, "وا"):
        yield (spelled, PAST, 3, "m", "p")
    yield (_merged(short, "ن"), PAST, 3, "f", "p")
    yield (_merged(short, "ت"), PAST, 1, "m", "s")
    yield (_merged(short, "نا"), PAST, 1, "m", "p")


def _defective_past(verb: Conjugation, third: str) -> Iterator[Cell]:
    base, last = third[:-1], third[-1]
    glide = "و" if last == "ا" and verb.stem == 1 and verb.root[-1] == "و" else "ي"
    short = base if last in "اى" else third
    yield (third, PAST, 3, "m", "s")
    yield (short + "ت", PAST, 3, "f", "s")
    yield (base + glide + "ا", PAST, 3, "m", "d")
    yield (short + "تا", PAST, 3, "f", "d")
    yield (base + "وا", PAST, 3, "m", "p")
    yield (base + glide + "ن", PAST, 3, "f", "p")
    yield (base + glide + "ت", PAST, 1, "m", "s")
    yield (base + glide + "نا", PAST, 1, "m", "p")


def _short_past(verb: Conjugation, third: str, *, passive: bool) -> str:
    """The stem before a consonant: زر for زار, مدد for مد."""
    if verb.is_contracted:
        return third + third[-1]
    if not verb.is_hollow:
        return third
    if third[-1] != "ء":
        return third[:-2] + third[-1]
    seat = "ئ" if passive else "أ"
    if verb.stem == 1 and not passive:
        seat = "ؤ" if verb.imperfect[-2] == "و" else "ئ"
    return third[:-2] + seat


def _with_vowel(stem: str, ending: str) -> str:
    """A stem before ا or تْ: قرآ, جيئت, جاءت."""
    if stem.endswith("أ") and ending.startswith("ا"):
        return stem[:-1] + "آ" + ending[1:]
    if stem.endswith("يء"):
        return stem[:-1] + "ئ" + ending
    return stem + ending


def _with_u(stem: str, ending: str) -> Iterator[str]:
    """A stem before و: قرأوا and قرؤوا and قرءوا, جاءوا and جاؤوا, جيئوا."""
    if stem.endswith("يء"):
        yield stem[:-1] + "ئ" + ending
        return
    yield stem + ending
    if stem.endswith(("أ", "ء")):
        yield stem[:-1] + "ؤ" + ending
    if stem.endswith("أ"):
        yield stem[:-1] + "ء" + ending


def _merged(stem: str, ending: str) -> str:
    """A stem before a consonant; two like letters are written as one: كن, مت."""
    return stem + ending[1:] if stem[-1] == ending[0] else stem + ending


def presents(verb: Conjugation, third: str) -> Iterator[Cell]:
    """The imperfect on its 3rd masculine singular, with the moods that are written apart.

    Example:
        >>> verb = Conjugation("دعا", ("د", "ع", "و"), 1, "يدعو")
        >>> [cell[0] for cell in presents(verb, "يدعو")][:4]
        ['يدعو', 'يدع', 'تدعو', 'تدع']
    """
    for prefix, person, gender, number in _SINGULARS:
        yield (_prefixed(prefix, third[1:]), PRESENT, person, gender, number)
        short = _jussive(verb, third[1:])
        if short != third[1:]:
            yield (_prefixed(prefix, short), JUSSIVE, person, gender, number)
    base = _before_ending(verb, third)
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for ending in ("ان", "ا"):
            spelled = _with_vowel(prefix + base[1:], ending)
            yield (spelled, PRESENT, 3, gender, "d")
    stem = third[:-1] if verb.is_defective else third
    for ending in ("ون", "وا"):
        for spelled in _with_u(stem, ending):
            yield (spelled, PRESENT, 3, "m", "p")
    yield (_feminine_plural(verb, third), PRESENT, 3, "f", "p")


def _prefixed(prefix: str, rest: str) -> str:
    """A prefix before the stem; أ before أ is آ: آخذ."""
    return "آ" + rest[1:] if prefix == "أ" and rest.startswith("أ") else prefix + rest


def _jussive(verb: Conjugation, rest: str) -> str:
    """The stem after لم: يدع for يدعو, يزر for يزور, يمدد beside يمد."""
    if verb.is_defective:
        return rest[:-1]
    if verb.is_hollow:
        seats = {"ا": "أ", "و": "ؤ", "ي": "ئ"}
        return rest[:-2] + (seats[rest[-2]] if rest[-1] == "ء" else rest[-1])
    return rest + rest[-1] if verb.is_contracted else rest


def _before_ending(verb: Conjugation, third: str) -> str:
    """The stem before ان: يلقي for يلقى, يحيي for يحيا."""
    return third[:-1] + "ي" if verb.is_defective and third[-1] in "ىا" else third


def _feminine_plural(verb: Conjugation, third: str) -> str:
    """They (f.): يدعون, يلقين, يزرن, يمددن."""
    if verb.is_defective:
        return _before_ending(verb, third) + "ن"
    return _merged(third[0] + _jussive(verb, third[1:]), "ن")
