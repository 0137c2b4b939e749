"""Active participles that go on with a sentence: "، مطالبا بفتح تحقيق", "، منددة بالقرار".

Only the forms that stand so are made: the accusative singular and the sound plural,
indefinite. In go a verb's lemma, root, stem and imperfect; out come spellings with gender and
number.
"""

from __future__ import annotations

from collections.abc import Iterator

_WEAK = frozenset("وي")


def participles_of(
    lemma: str, root: tuple[str, ...], stem: int, imperfect: str
) -> Iterator[tuple[str, str, str]]:
    """Spelling, gender and number of each form.

    Args:
        lemma: he did, without marks.
        root: its radicals, a hamza as ء.
        stem: 1 to 14.
        imperfect: he does, without marks.

    Example:
        >>> list(participles_of("طالب", ("ط", "ل", "ب"), 3, "يطالب"))
        [('مطالبا', 'm', 's'), ('مطالبة', 'f', 's'), ('مطالبين', 'm', 'p')]
        >>> next(participles_of("دعا", ("د", "ع", "و"), 1, "يدعو"))[0]
        'داعيا'
    """
    base = _first(root) if stem == 1 else "م" + imperfect[1:]
    if root[-1] in _WEAK:
        base = base[:-1] + "ي"
        plural = base[:-1] + "ين"
    else:
        plural = base + "ين"
    if base.endswith("ء"):
        base = base[:-1] + "ئ"
    yield base + "ا", "m", "s"
    yield base + "ة", "f", "s"
    yield plural, "m", "p"


def _first(root: tuple[str, ...]) -> str:
    """فاعل of a first stem: طالب, داعي, قائد, حاث, آمر."""
    one, two, three = root
    if two == three:
        return one + "ا" + two
    head = "آ" if one == "ء" else one + "ا"
    middle = "ئ" if two in (*_WEAK, "ء") else two
    return head + middle + ("ئ" if three == "ء" else three)
