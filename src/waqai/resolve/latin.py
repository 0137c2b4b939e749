"""Names in Latin letters: how somebody nobody knows is written for who reads no Arabic.

Word by word: as the knowledge base writes that word of somebody's name in English, where
most who bear it are written so ("محمد" Mohamed); else letter by letter. Short vowels are not
written in Arabic and are not guessed: "القوبنطيني" is al-Qubntini.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from waqai.folding import fold
from waqai.knowledge import Knowledge

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ء": "'", "ؤ": "'", "ئ": "'", "ب": "b", "ت": "t",
    "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "'", "غ": "gh", "ف": "f", "ق": "q",
    "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ى": "a", "ة": "a",
    "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip
_LONG = {"و": "u", "ي": "i"}
"""How و and ي are written between consonants and at the end."""
_VOWELS = frozenset("اأإآىةوي")
_SHARE = 0.5
"""Least share of the bearers of a word who are written alike."""


class Romanizer:
    """Writes Arabic names in Latin letters."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Learn words from the persons whose names in both scripts have as many words."""
        counts: dict[str, Counter[str]] = {}
        for key in knowledge.entities:
            if key.startswith("person/"):
                entry = knowledge.entities[key]
                for arabic, latin in _pairs(entry.name_ar, entry.name_en):
                    counts.setdefault(arabic, Counter())[latin] += 1
        self._known = _prevailing(counts)

    def write(self, name: str) -> str:
        """A name in Latin letters, each word with a capital.

        Args:
            name: Arabic words with blanks between them; marks and hamzas may stand or not.

        Example:
            >>> from waqai.knowledge import load_knowledge
            >>> Romanizer(load_knowledge()).write("محمد القوبنطيني")
            'Mohamed al-Qubntini'
        """
        return " ".join(self._word(word) for word in joined(name).split())

    def _word(self, word: str) -> str:
        known = self._known.get(fold(word))
        if known is not None:
            return known
        bare = word.removeprefix("ال")
        if bare != word and len(bare) > 1:
            return f"al-{_spell(bare)}"
        return _spell(word)


def joined(name: str) -> str:
    """A name with "عبد" and what follows it as one word.

    Example:
        >>> joined("عبد الله السالم")
        'عبدالله السالم'
    """
    return f" {name}".replace(" عبد ال", " عبدال")[1:]


def _pairs(arabic: str, latin: str) -> Iterable[tuple[str, str]]:
    """Words of a name in both scripts, side by side where they are as many."""
    words = joined(arabic).split()
    written = latin.split()
    if len(words) == len(written):
        yield from zip((fold(word) for word in words), written, strict=True)


def _prevailing(counts: Mapping[str, Counter[str]]) -> dict[str, str]:
    """For each word how most write it, where most agree; equal counts by the alphabet."""
    found: dict[str, str] = {}
    for word, written in counts.items():
        latin, n_alike = min(written.items(), key=lambda item: (-item[1], item[0]))
        if n_alike >= _SHARE * written.total():
            found[word] = latin
    return found


def _spell(word: str) -> str:
    """Letter by letter, with a capital; signs that are no letters fall out."""
    letters = [letter for letter in word if letter in _LETTERS]
    spelled = "".join(_letter(letters, i) for i in range(len(letters))).strip("'")
    return spelled[:1].upper() + spelled[1:]


def _letter(letters: list[str], i: int) -> str:
    """One letter: و and ي are vowels but at the start and beside another vowel."""
    letter = letters[i]
    if letter in _LONG and i > 0 and letters[i - 1] not in _VOWELS:
        is_before_vowel = i + 1 < len(letters) and letters[i + 1] in _VOWELS
        return _LETTERS[letter] if is_before_vowel else _LONG[letter]
    return _LETTERS[letter]
