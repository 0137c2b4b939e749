"""Clitics: what و ف ب ل ك س ال and the pronouns leave of a word.

A clitic is peeled only where what remains is known to the caller, so that وفد, لجنة or
ألمانيا stay whole. The bare word always comes first where it is known. Spelling that
changes before a pronoun is undone: "زيارته" leaves زيارة, "قتلوه" قتلوا, "أعضائه" أعضاء,
"مقاتليه" مقاتلين.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_MIN_STEM = 2
_MIN_STEM_UNDER_PRONOUN = 2
WHOLE_WORDS = frozenset(
    {
        "ولي",  # heir; not و + لي
        "وفد",  # delegation
        "وزير",
        "وزاره",
        "وكاله",
        "ولايه",
        "وحده",
        "وسط",
        "وثيقه",
        "واشنطن",
        "لجنه",
        "لقاء",
        "لواء",
        "لبنان",
        "ليبيا",
        "لندن",
        "بعثه",
        "بحث",
        "بيان",
        "بنك",
        "بلد",
        "بلغاريا",
        "بولندا",
        "بريطانيا",
        "كتله",
        "كندا",
        "كوريا",
        "كوبا",
        "فرنسا",
        "فريق",
        "فنزويلا",
        "فلسطين",
        "المانيا",
        "البانيا",
        "الان",
        "الي",
        "الا",
        "التي",
        "الذي",
        "الذين",
        "اللذين",
        "اللذان",
        "اللتان",
        "اللواتي",
        "اللاتي",
        "الف",
        "الفان",
        "الفين",
        "القاء",
        "التقي",
        "الغي",
        "الزم",
        "الله",
    }
)
"""Words that begin like a clitic and are never parted, folded."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word parted into its clitics and its stem."""

    conj: str
    """"و", "ف" or ""."""
    prep: str
    """"ب", "ل", "ك" or ""."""
    article: bool
    future: bool
    """س before an imperfect verb."""
    stem: str
    """Folded, spelled as it is without its pronoun."""
    pronoun: str
    """The object or possessive pronoun, or ""."""


def readings(norm: str, is_known: Callable[[str], bool]) -> tuple[Reading, ...]:
    """All ways to read a folded word, the likeliest first.

    Args:
        norm: the folded word.
        is_known: whether a folded stem is a known word.

    Returns:
        Known readings, fewest clitics first, then the bare word where it is not known.

    Example:
        >>> known = {"تعاون", "وفد"}.__contains__
        >>> [(r.conj, r.prep, r.article, r.stem) for r in readings("وبالتعاون", known)]
        [('و', 'ب', True, 'تعاون'), ('', '', False, 'وبالتعاون')]
    """
    found: dict[Reading, None] = {}
    bare = Reading("", "", False, False, norm, "")
    if is_known(norm):
        found[bare] = None
    if norm not in WHOLE_WORDS:
        for reading in _openings(norm):
            for option in _closings(reading):
                is_apart = option.stem not in WHOLE_WORDS or not _is_glued(option)
                if is_apart and is_known(option.stem):
                    found.setdefault(option)
    found.setdefault(bare)
    return tuple(sorted(found, key=lambda r: (not is_known(r.stem), _n_clitics(r))))


def _is_glued(reading: Reading) -> bool:
    """An article before a word that already carries one in its letters."""
    return reading.article and reading.stem.startswith("ال")


def _n_clitics(reading: Reading) -> int:
    return (
        bool(reading.conj)
        + bool(reading.prep)
        + reading.article
        + reading.future
        + 2 * bool(reading.pronoun)
    )


def _openings(norm: str) -> Iterator[Reading]:
    """Conjunction, then preposition, article or سـ, each where letters remain."""
    starts = [("", norm)]
    if norm[0] in "وف" and len(norm) > _MIN_STEM:
        starts.append((norm[0], norm[1:]))
    for conj, rest in starts:
        yield Reading(conj, "", False, False, rest, "")
        if rest.startswith("ال") and len(rest) > 3:
            yield Reading(conj, "", True, False, rest[2:], "")
        if rest.startswith("لل") and len(rest) > 3:
            yield Reading(conj, "ل", True, False, rest[2:], "")
        if rest[0] == "س" and rest[1:2] in ("ي", "ت", "ن", "ا") and len(rest) > 3:
            yield Reading(conj, "", False, True, rest[1:], "")
        if rest[0] in "بلك" and len(rest) > _MIN_STEM:
            yield Reading(conj, rest[0], False, False, rest[1:], "")
            if rest[1:3] == "ال" and len(rest) > 4:
                yield Reading(conj, rest[0], True, False, rest[3:], "")


def _closings(reading: Reading) -> Iterator[Reading]:
    """The reading itself, then with a pronoun taken off and the spelling restored."""
    yield reading
    if reading.article:
        return
    for pronoun in _PRONOUNS:
        rest = reading.stem.removesuffix(pronoun)
        if rest == reading.stem or len(rest) < _MIN_STEM_UNDER_PRONOUN:
            continue
        for stem in _restored(rest):
            yield Reading(reading.conj, reading.prep, False, reading.future, stem, pronoun)


def _restored(rest: str) -> Iterator[str]:
    """How a word is spelled that ends in `rest` before a pronoun."""
    yield rest
    if rest.endswith("ت"):
        yield rest[:-1] + "ه"
    if rest.endswith("ا"):
        yield rest[:-1] + "ي"
    if rest.endswith("و"):
        yield rest + "ا"
        yield rest + "ن"
    if rest.endswith("ي"):
        yield rest + "ن"
    if rest.endswith(("ئ", "ؤ")):
        yield rest[:-1] + "ء"


def split_abd(norm: str) -> tuple[str, str] | None:
    """ "عبدالحميد" as "عبد" and "الحميد"; None for any other word."""
    if norm.startswith("عبدال") and len(norm) > 6:
        return "عبد", norm[3:]
    return None
