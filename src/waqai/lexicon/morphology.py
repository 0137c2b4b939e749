"""Verbs conjugated as news writes them, from lemma, root and stem.

In goes a `Verb` (3rd person masculine singular perfect, radicals, stem number, and for
stem 1 its imperfect), out come the written forms of the third and first persons, perfect
and imperfect in all moods, active and passive, without vowels. Where the lemma is marked
("وَقَّعَ") its marks are carried over to the perfect, so that a written shadda can tell twins
apart. Two spellings are given where usage has two ("قرأوا", "قرؤوا"). Left out: second
persons, imperatives, energetics, which news does not use.

Source of the paradigms: the tables of the verb in any school grammar (sound, doubled,
hamzated, assimilated, hollow, defective); tested against tables in `tests/lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_WEAK = frozenset("وي")
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_SHADDA = "\u0651"
_STRONG_MIDDLE = frozenset({2, 3, 5, 6, 9, 11, 12, 13, 14})
"""Stems whose middle radical stays a consonant even where it is و or ي."""
_PAST, _PRESENT, _JUSSIVE = "perfect", "imperfect", "jussive"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A written form of a verb."""

    spelled: str
    tense: str
    """perfect, imperfect, or jussive where that is shorter ("لم يزر") and stands only after لم."""
    voice: str
    """active, passive, or either where both are written alike."""
    person: int
    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class Conjugation:
    """What the forms are made from."""

    lemma: str
    root: tuple[str, ...]
    stem: int
    imperfect: str
    """3rd masculine singular."""
    is_transitive: bool

    @property
    def is_hollow(self) -> bool:
        """The middle radical turns into a long vowel: زار, أدان, اختار."""
        return (
            len(self.root) == 3
            and self.root[1] in _WEAK
            and self.stem not in _STRONG_MIDDLE
            and self.root[2] not in _WEAK
            and self.lemma[-2] == "ا"
        )

    @property
    def is_defective(self) -> bool:
        """The last radical is weak: دعا, التقى, لقي."""
        return self.root[-1] in _WEAK

    @property
    def is_doubled(self) -> bool:
        """The last two radicals are one letter: مد, احتل, استمر."""
        return len(self.root) == 3 and self.root[1] == self.root[2] and self.stem not in (2, 5)


def strip_marks(word: str) -> str:
    """A word without vowels and shadda."""
    return word.translate({ord(mark): None for mark in _MARKS})


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
    verb = Conjugation(bare, root, stem, present, transitive)
    active = [*_past(verb, bare), *_presents(verb, present)]
    passive: list[_Cell] = []
    if transitive:
        passive = [*_past(verb, passive_past(verb)), *_presents(verb, passive_present(verb))]
    return tuple(_merge(active, passive, lemma, stem))


_Cell = tuple[str, str, int, str, str]
"""Spelling, tense, person, gender, number."""


def _merge(active: list[_Cell], passive: list[_Cell], lemma: str, stem: int) -> Iterator[VerbForm]:
    shared = set(active) & set(passive)
    seen = set()
    for voice, cells in (("active", active), ("passive", passive)):
        for cell in cells:
            if cell in seen:
                continue
            seen.add(cell)
            spelled, tense, person, gender, number = cell
            marked = _mark(spelled, lemma, tense, voice, stem)
            heard = "either" if cell in shared else voice
            yield VerbForm(marked, tense, heard, person, gender, number)


def _mark(spelled: str, lemma: str, tense: str, voice: str, stem: int) -> str:
    """Carry a marked lemma's shadda and vowels over to a form that keeps its letters."""
    if lemma == strip_marks(lemma):
        return spelled
    letters: list[tuple[str, str]] = []
    for char in lemma:
        if char in _MARKS:
            letters[-1] = (letters[-1][0], letters[-1][1] + char)
        else:
            letters.append((char, ""))
    offset = 0 if tense == _PAST else spelled.find(letters[-2][0] if len(letters) > 1 else "")
    result = list(spelled)
    for i, (letter, marks) in enumerate(letters):
        at = i if tense == _PAST else _find(spelled, letter, i, stem)
        keep = marks if tense == _PAST and voice == "active" else _SHADDA * (_SHADDA in marks)
        if at is not None and 0 <= at < len(spelled) and spelled[at] == letter and offset >= 0:
            result[at] = letter + keep
    return "".join(result)


def _find(spelled: str, letter: str, i: int, stem: int) -> int | None:
    """Where a letter of the lemma stands in an imperfect: one prefix further on."""
    shift = 1 if stem in (1, 2, 3, 5, 6, 11, 12) else 0
    return i + shift if i + shift < len(spelled) and spelled[i + shift] == letter else None


# The perfect ------------------------------------------------------------------------------


def _past(verb: Conjugation, third: str) -> Iterator[_Cell]:
    if verb.is_defective:
        yield from _defective_past(third)
        return
    short = _short_past(verb, third)
    yield (third, _PAST, 3, "m", "s")
    yield (_join(third, "ت"), _PAST, 3, "f", "s")
    yield (_join(third, "ا"), _PAST, 3, "m", "d")
    yield (_join(third, "تا"), _PAST, 3, "f", "d")
    for spelled in _plurals(third):
        yield (spelled, _PAST, 3, "m", "p")
    yield (_join(short, "ن"), _PAST, 3, "f", "p")
    yield (_join(short, "ت"), _PAST, 1, "m", "s")
    yield (_join(short, "نا"), _PAST, 1, "m", "p")


def _defective_past(third: str) -> Iterator[_Cell]:
    base, last = third[:-1], third[-1]
    glide = "و" if last == "ا" else "ي"
    short = base if last in "اى" else third
    yield (third, _PAST, 3, "m", "s")
    yield (short + "ت", _PAST, 3, "f", "s")
    yield (base + glide + "ا", _PAST, 3, "m", "d")
    yield (short + "تا", _PAST, 3, "f", "d")
    yield (base + "وا", _PAST, 3, "m", "p")
    yield (base + glide + "ن", _PAST, 3, "f", "p")
    yield (base + glide + "ت", _PAST, 1, "m", "s")
    yield (base + glide + "نا", _PAST, 1, "m", "p")


def _short_past(verb: Conjugation, third: str) -> str:
    """The stem before a consonant: زر for زار, مدد for مد."""
    if verb.is_hollow:
        last = "ئ" if third[-1] == "ء" else third[-1]
        return third[:-2] + last
    if verb.is_doubled and verb.stem in (1, 4, 7, 8, 10):
        return third + verb.root[2]
    return third


def _join(stem: str, ending: str) -> str:
    if stem.endswith("أ") and ending == "ا":
        return stem[:-1] + "آ"
    if stem.endswith("ت") and ending.startswith("ت"):
        return stem + ending
    if stem.endswith("ن") and ending.startswith("ن"):
        return stem + ending[1:]
    return stem + ending


def _plurals(third: str) -> Iterator[str]:
    """ "قرؤوا" and "قرأوا", "جاؤوا" and "جاءوا"."""
    yield third + "وا"
    if third.endswith("أ"):
        yield third[:-1] + "ؤوا"
    if third.endswith("ء"):
        yield third[:-1] + "ؤوا"


# The imperfect ----------------------------------------------------------------------------


def _presents(verb: Conjugation, third: str) -> Iterator[_Cell]:
    stem = third[1:]
    for prefix, person, gender, number in (
        ("ي", 3, "m", "s"),
        ("ت", 3, "f", "s"),
        ("أ", 1, "m", "s"),
        ("ن", 1, "m", "p"),
    ):
        first = "آ" if prefix == "أ" and stem[0] == "أ" else prefix
        rest = stem[1:] if first == "آ" else stem
        yield (first + rest, _PRESENT, person, gender, number)
        jussive = _jussive(verb, rest)
        if jussive != rest:
            yield (first + jussive, _JUSSIVE, person, gender, number)
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for spelled in _dual_present(prefix + stem):
            yield (spelled, _PRESENT, 3, gender, "d")
    for spelled in _plural_present("ي" + stem):
        yield (spelled, _PRESENT, 3, "m", "p")
    yield (_feminine_present(verb, "ي" + stem), _PRESENT, 3, "f", "p")


def _jussive(verb: Conjugation, rest: str) -> str:
    if verb.is_defective:
        return rest[:-1]
    if verb.is_hollow and len(rest) > 2 and rest[-2] in "اوي":
        return rest[:-2] + rest[-1]
    if verb.is_doubled and verb.stem in (1, 4, 7, 8, 10):
        return rest + verb.root[2]
    return rest


def _dual_present(third: str) -> Iterator[str]:
    if third.endswith("ى"):
        base = third[:-1] + "ي"
    elif third.endswith("أ"):
        yield third[:-1] + "آن"
        yield third[:-1] + "آ"
        return
    else:
        base = third[:-1] + "ئ" if third.endswith("ء") else third
    yield base + "ان"
    yield base + "ا"


def _plural_present(third: str) -> Iterator[str]:
    bases = [third[:-1] if third[-1] in "ىيو" and len(third) > 2 else third]
    if third.endswith("ي") and not third.endswith("ى"):
        bases = [third[:-1]]
    if third.endswith("أ"):
        bases = [third, third[:-1] + "ؤ"]
    if third.endswith("ء"):
        bases = [third[:-1] + "ئ", third[:-1] + "ؤ"]
    for base in bases:
        yield base + "ون"
        yield base + "وا"


def _feminine_present(verb: Conjugation, third: str) -> str:
    if third.endswith("ى"):
        return third[:-1] + "ين"
    if verb.is_defective:
        return _join(third, "ن")
    return _join(third[0] + _jussive(verb, third[1:]), "ن")


def imperfect_of(lemma: str, root: tuple[str, ...], stem: int) -> str:
    """The 3rd masculine singular imperfect of a derived stem.

    Example:
        >>> imperfect_of("استعاد", ("ع", "و", "د"), 10), imperfect_of("آخذ", ("ء", "خ", "ذ"), 3)
        ('يستعيد', 'يؤاخذ')
    """
    body = lemma
    if stem == 4:
        body = _fourth(lemma, root)
    elif stem in (7, 8, 9, 10, 13, 14):
        body = lemma.removeprefix("ا")
    elif stem in (2, 3) and lemma[0] in "أآ":
        body = "ؤ" + ("ا" if lemma[0] == "آ" else "") + lemma[1:]
    return "ي" + _present_end(body, root, stem)


def _fourth(lemma: str, root: tuple[str, ...]) -> str:
    if root[0] == "ء":
        return "ؤ" + lemma[1:]
    if root[0] in _WEAK and not lemma.startswith("أو"):
        return "و" + lemma[2:] if lemma.startswith("أي") else lemma[1:]
    return lemma[1:]


def _present_end(body: str, root: tuple[str, ...], stem: int) -> str:
    """ā becomes ī in stems 4 and 10, final ā becomes ī in all but 5 and 6."""
    if root[-1] in _WEAK:
        return body if stem in (5, 6, 12) else body[:-1] + "ي"
    is_hollow = len(root) == 3 and root[1] in _WEAK and stem in (4, 10) and body[-2] == "ا"
    if is_hollow:
        return body[:-2] + "ي" + body[-1]
    if root[-1] == "ء" and stem in (3, 4, 7, 8, 10) and body.endswith("أ"):
        return body[:-1] + "ئ"
    if stem == 14 and len(body) > 2 and body[-2] == "أ":
        return body[:-2] + "ئ" + body[-1]
    return body


# The passive ------------------------------------------------------------------------------


def passive_past(verb: Conjugation) -> str:
    """The 3rd masculine singular perfect passive."""
    word = verb.lemma
    if verb.is_hollow:
        return word[:-2] + "ي" + word[-1]
    if verb.stem in (3, 6) and "ا" in word:
        at = 1 if verb.stem == 3 else 2
        if word[at] == "ا":
            word = word[:at] + "و" + word[at + 1 :]
        elif word[0] == "آ":
            word = "أو" + word[1:]
    if verb.is_defective:
        return word[:-1] + "ي"
    if verb.root[-1] == "ء" and word.endswith("أ"):
        return word[:-1] + "ئ"
    if verb.stem == 1 and len(verb.root) == 3 and verb.root[1] == "ء":
        return word[0] + "ئ" + word[2:]
    return word


def passive_present(verb: Conjugation) -> str:
    """The 3rd masculine singular imperfect passive."""
    word = verb.imperfect
    if verb.is_defective:
        base = _assimilated(verb, word[:-1])
        return base + "ى"
    if verb.is_hollow and word[-2] in "وي":
        return word[:-2] + "ا" + word[-1]
    if verb.root[-1] == "ء" and word.endswith("ئ"):
        return word[:-1] + "أ"
    if verb.stem == 1 and verb.root[0] == "ء" and word[1] == "أ":
        return word[0] + "ؤ" + word[2:]
    return _assimilated(verb, word)


def _assimilated(verb: Conjugation, word: str) -> str:
    """The first radical و comes back in the passive: يجد, يوجد."""
    if verb.stem == 1 and verb.root[0] == "و" and word[1] != "و":
        return word[0] + "و" + word[1:]
    return word
