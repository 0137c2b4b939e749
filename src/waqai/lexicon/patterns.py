"""What a root and a stem may look like: the check of a verb's spelling against its root.

In goes a root with its stem, out come the lemmas and, for stem 1, the imperfects that it
can have in writing. Lint compares them with what an entry says, so that a slip in a root, a
stem or a hamza does not stay unseen. More is allowed than one verb has: both زاد and
استحوذ keep to some pattern of their roots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqai.lexicon.stems import WEAK

_OPENINGS = {5: "ت", 6: "ت", 7: "ان", 9: "ا", 10: "است"}
_TA_BECOMES = {"ص": "ط", "ض": "ط", "ز": "د"}
"""What the ت of stem 8 turns into behind a radical."""
_TA_JOINS = {"و": "ت", "ي": "ت", "ت": "ت", "ط": "ط", "ظ": "ظ", "د": "د", "ذ": "دذ", "ث": "ث"}
"""Letters that ت and a first radical become together in stem 8: اتصل, اطلع, ادعى."""


def lemmas_of(root: Sequence[str], stem: int) -> frozenset[str]:
    """All 3rd masculine singular perfects that a root may have in a stem, without marks.

    Args:
        root: three or four radicals, a hamza as ء.
        stem: 1 to 14.

    Returns:
        The spellings, empty where root and stem do not go together.

    Example:
        >>> sorted(lemmas_of("ل ق ي".split(), 8)), sorted(lemmas_of("ز و ر".split(), 1))
        (['التقى'], ['زار', 'زور'])
    """
    if len(root) == 4:
        return frozenset(_four(root, stem))
    if stem > 10:
        return frozenset()
    first, middle, last = root
    if stem == 1:
        return frozenset(_seat(first) + end for end in _ends_of_first(middle, last))
    ends = list(_ends(middle, last, stem))
    if stem in (3, 6):
        opened = [_long(first, end, middle) for end in ends]
    elif stem == 4:
        opened = ["آ" + end if first == "ء" else "أ" + first + end for end in ends]
    elif stem == 8:
        opened = [start + end for start in _eighth(first) for end in ends]
    else:
        opened = [_seat(first) + end for end in ends]
    return frozenset(_OPENINGS.get(stem, "") + word for word in opened)


def imperfects_of(root: Sequence[str], lemma: str) -> frozenset[str]:
    """All 3rd masculine singular imperfects that a root may have in stem 1.

    Example:
        >>> "يصل" in imperfects_of("و ص ل".split(), "وصل")
        True
        >>> sorted(imperfects_of("ر م ي".split(), "رمى"))
        ['يرمو', 'يرمى', 'يرمي']
    """
    if len(root) != 3:
        return frozenset()
    first, middle, last = root
    if (first, middle, last) == ("ر", "ء", "ي"):
        return frozenset({"يرى"})
    starts = ["ي" + _seat(first)]
    if first == "و":
        starts.append("ي")
    if last in WEAK:
        ends = ["ا"] if middle == "ي" else [_seat(middle) + end for end in "ويى"]
        ends = ["يا"] if middle == "ي" else ends
    elif middle in WEAK and lemma[1] == "ا":
        ends = [vowel + last for vowel in "اوي"]
    elif middle == last:
        ends = [middle]
    else:
        ends = [m + last_ for m in _seats(middle) for last_ in _seats(last)]
    return frozenset(start + end for start in starts for end in ends)


def _seat(radical: str) -> str:
    """A hamza at the start of a word, or behind a consonant before a."""
    return "أ" if radical == "ء" else radical


def _seats(radical: str) -> str:
    return "أئؤ" if radical == "ء" else radical


def _ends_of_first(middle: str, last: str) -> Iterator[str]:
    """The last two radicals in stem 1: زور and زار, مد, دعا, رمى, لقي, سأل, يئس, قرأ, برئ."""
    if middle == last:
        yield middle
    if last in WEAK:
        alif = "ا" if last == "و" or middle == "ي" else "ى"
        yield from (_seat(middle) + alif, _seat(middle) + "ي")
        return
    if middle in WEAK:
        yield "ا" + last
    if middle != last:
        yield from (m + last_ for m in _seats(middle) for last_ in _seats(last))


def _ends(middle: str, last: str, stem: int) -> Iterator[str]:
    """The last two radicals in stems 2 to 10, before which stands an a."""
    if last in WEAK:
        yield _seat(middle) + ("ا" if middle == "ي" else "ى")
        return
    if middle in WEAK and stem in (4, 7, 8, 10):
        yield "ا" + last
    if middle == last and stem not in (2, 5, 9):
        yield middle
    yield _seat(middle) + _seat(last)


def _long(first: str, end: str, middle: str) -> str:
    """Stems 3 and 6: a long a behind the first radical: آخذ, لاءم, فاجأ."""
    if middle == "ء":
        end = "ء" + end[1:]
    return "آ" + end if first == "ء" else first + "ا" + end


def _eighth(first: str) -> Iterator[str]:
    """The opening of stem 8: اجت, ات (اتصل), اصط (اصطدم), ازد, ائت and ات (ائتمن, اتخذ)."""
    if first == "ء":
        yield from ("ائت", "ات")
    yield from ("ا" + letter for letter in _TA_JOINS.get(first, ""))
    yield "ا" + _seat(first) + _TA_BECOMES.get(first, "ت")
    if first in "ضظ":
        yield from ("ا" + first, "اضط")


def _four(root: Sequence[str], stem: int) -> Iterator[str]:
    """Quadriliterals: ترجم, تدهور, احرنجم, اطمأن."""
    first, second, third, last = root
    body = _seat(first) + _seat(second) + _seat(third)
    end = "ى" if last in WEAK else _seat(last)
    if stem == 11:
        yield body + end
    elif stem == 12:
        yield "ت" + body + end
    elif stem == 13:
        yield "ا" + first + _seat(second) + "ن" + _seat(third) + end
    elif stem == 14:
        yield "ا" + body + end
