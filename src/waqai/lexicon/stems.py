"""The stems a verb is conjugated on: its imperfect, its passives, and what kind of verb it is.

In goes the lemma with its root and stem, out come the 3rd masculine singulars of the other
three stems (imperfect, passive perfect, passive imperfect), from which `endings` makes the
rest. Hamza takes its seat from the vowels around it: يؤكد, قرئ, يلائم, اؤتمن.
"""

from __future__ import annotations

from dataclasses import dataclass

WEAK = frozenset("وي")
_STRONG_MIDDLE = frozenset({2, 3, 5, 6, 9, 11, 12, 13, 14})
"""Stems whose middle radical stays a consonant even where it is و or ي."""
_KEEP_A = frozenset({5, 6, 12})
"""Stems with an a before the last radical of the imperfect too: يتلقى, يتنبأ."""
_DROP_ALIF = frozenset({7, 8, 9, 10, 13, 14})
"""Stems that open with ا, which the prefix of the imperfect takes the place of."""


@dataclass(frozen=True, slots=True)
class Conjugation:
    """What the forms are made from; spellings without marks."""

    lemma: str
    root: tuple[str, ...]
    """Radicals; a hamza is ء."""
    stem: int
    imperfect: str
    """3rd masculine singular."""

    @property
    def is_hollow(self) -> bool:
        """The middle radical turns into a long vowel: زار, أدان, اختار."""
        return (
            len(self.root) == 3
            and self.root[1] in WEAK
            and self.stem not in _STRONG_MIDDLE
            and self.root[2] not in WEAK
            and self.lemma[-2] == "ا"
        )

    @property
    def is_defective(self) -> bool:
        """The last radical is weak: دعا, التقى, لقي."""
        return self.root[-1] in WEAK

    @property
    def is_contracted(self) -> bool:
        """Two like radicals at the end are written as one: مد, احتل, حاج, احمر, اطمأن."""
        if self.stem in (9, 14):
            return not self.is_defective
        doubled = len(self.root) == 3 and self.root[1] == self.root[2]
        return doubled and not self.lemma.endswith(self.root[2] * 2)


def imperfect_of(lemma: str, root: tuple[str, ...], stem: int) -> str:
    """The 3rd masculine singular imperfect of a derived stem.

    Args:
        lemma: 3rd masculine singular perfect, without marks.
        root: its radicals.
        stem: 2 to 14.

    Example:
        >>> imperfect_of("استعاد", ("ع", "و", "د"), 10), imperfect_of("آخذ", ("ء", "خ", "ذ"), 3)
        ('يستعيد', 'يؤاخذ')
    """
    body = lemma
    if stem == 4:
        body = _fourth(lemma, root)
    elif stem in _DROP_ALIF:
        body = lemma[1:]
        if body.startswith("ئ"):
            body = "أ" + body[1:]
    elif stem in (2, 3, 11) and lemma[0] in "أآ":
        body = "ؤ" + ("ا" if lemma[0] == "آ" else "") + lemma[1:]
    return "ي" + _present_end(body, root, stem)


def _fourth(lemma: str, root: tuple[str, ...]) -> str:
    """أوقف, أيقظ and آمن behind the prefix: وقف, وقظ, ؤمن."""
    if root[0] == "ء":
        return "ؤ" + lemma[1:]
    if root[0] == "ي" and lemma.startswith("أي"):
        return "و" + lemma[2:]
    return lemma[1:]


def _present_end(body: str, root: tuple[str, ...], stem: int) -> str:
    """An i before the last radical, in all stems but 5, 6 and 12."""
    if stem in _KEEP_A:
        return body[:-1] + "ى" if root[-1] in WEAK and body.endswith("ي") else body
    if root[-1] in WEAK:
        return body[:-1] + "ي"
    if len(root) == 3 and root[1] in WEAK and stem in (4, 10) and body[-2] == "ا":
        return body[:-2] + "ي" + body[-1]
    if root[-2] == "ء" and body[-2] in "أء" and stem != 9:
        return body[:-2] + "ئ" + body[-1]
    return body[:-1] + "ئ" if body.endswith("أ") else body


def passive_past(verb: Conjugation) -> str:
    """The 3rd masculine singular perfect passive.

    Example:
        >>> passive_past(Conjugation("رأى", ("ر", "ء", "ي"), 1, "يرى"))
        'رئي'
    """
    word = verb.lemma
    if verb.is_hollow:
        return word[:-2] + "ي" + word[-1]
    word = _open_passive(verb, word)
    if word[-2] in "أءؤ" and verb.root[-2] == "ء":
        word = word[:-2] + "ئ" + word[-1]
    if verb.is_defective:
        return word[:-1] + "ي"
    return word[:-1] + "ئ" if word.endswith("أ") else word


def _open_passive(verb: Conjugation, word: str) -> str:
    """The first vowel u: ووجه, أوخذ, تؤومر, أومن, اؤتمن."""
    if verb.stem in (3, 4) and word[0] == "آ":
        return "أو" + word[1:]
    if verb.stem == 4 and verb.root[0] == "ي" and word.startswith("أي"):
        return "أو" + word[2:]
    if verb.stem == 3:
        return word[0] + "و" + word[2:]
    if verb.stem == 6:
        return word[0] + "ؤو" + word[2:] if word[1] == "آ" else word[:2] + "و" + word[3:]
    if verb.stem == 8 and word[1] == "ئ":
        return "اؤ" + word[2:]
    return word


def passive_present(verb: Conjugation) -> str:
    """The 3rd masculine singular imperfect passive.

    Example:
        >>> passive_present(Conjugation("أتى", ("ء", "ت", "ي"), 1, "يأتي"))
        'يؤتى'
    """
    word = _open_passive_present(verb, verb.imperfect)
    if verb.is_defective:
        return word[:-1] + ("ا" if word[-2] == "ي" else "ى")
    if verb.is_hollow:
        return word[:-2] + "ا" + word[-1]
    if word.endswith("ئ"):
        return word[:-1] + "أ"
    if verb.root[-2] == "ء" and word[-2] == "ئ":
        return word[:-2] + ("ء" if word[-3] == "ا" else "أ") + word[-1]
    return word


def _open_passive_present(verb: Conjugation, word: str) -> str:
    """و comes back (يجد, يوجد), a hamza sits on و (يأخذ, يؤخذ)."""
    if verb.stem == 1 and verb.root[0] == "و" and word[1] != "و":
        return word[0] + "و" + word[1:]
    if verb.stem in (1, 8) and verb.root[0] == "ء" and word[1] == "أ":
        return word[0] + "ؤ" + word[2:]
    return word
