"""Whether what a text writes may be a word of the lexicon that folds to the same letters.

Folding erases contrasts, so that a sloppy "حكومه" is found as حكومة. What a careful text
does write must agree nevertheless: على ("on") is not علي (Ali), إن ("if") is not أن
("that"). The rules, letter by letter, text first:

    ا            agrees with every alif: hamza is left out at will
    أ إ آ        disagree with each other
    إ for ا      agrees: "إجتماع" for اجتماع is the commonest slip of the press
    أ آ for ا    disagree: "أستقبل" is "I receive", "سأل" (asked) is not سال (flowed); but
                 after the article, where no such verb stands ("الأتحاد"), أ agrees
    ة for ه      disagrees; ه for ة agrees ("حكومه")
    ي for ى      disagrees; ى for ي agrees ("فى", as Egypt writes)
    shadda, vowels   count only where the entry writes marks, and not on the last letter:
                 there they are case endings. A shadda that the text writes the entry must
                 have; where the entry has one and the text a vowel without it they
                 disagree; two vowels must be the same.

Tanwin and dagger alif say nothing of a word. The shadda that the article gives the letter
after it ("الشّمس") belongs to no word and decides nothing.
"""

from __future__ import annotations

import unicodedata

from waqai.text.letters import TATWEEL, fold_char, is_mark, is_presentation_form

_SHADDA = "\u0651"
_VOWELS = frozenset("\u064e\u064f\u0650\u0652")
"""Fatha, damma, kasra, sukun."""
_COMPOSED = frozenset("\u0653\u0654\u0655")
"""Combining madda and hamza: part of their letter in decomposed text."""
_HAMZA_ALIFS = frozenset("أإآ")
_ARTICLE = "ال"


def agrees(written: str, entry: str) -> bool:
    """Whether what a text writes may stand for an entry that folds to the same letters.

    Where the two part in their letters, or one ends first, what lies beyond is not judged.

    Args:
        written: a word as in the text, marks included.
        entry: the entry as spelled in full.

    Example:
        >>> agrees("على", "علي"), agrees("علي", "على"), agrees("ان", "أن"), agrees("إن", "أن")
        (True, False, True, False)
        >>> agrees("دَرَس", "درَّس"), agrees("درس", "درَّس"), agrees("إجتماع", "اجتماع")
        (False, True, True)
    """
    if written == entry:
        return True
    ours, theirs = _letters(written), _letters(entry)
    is_marked = any(marks for _, marks in theirs)
    opened = 2 if entry.startswith(_ARTICLE) and len(theirs) > 3 else 0
    last = len(theirs) - 1
    for i, ((letter, marks), (wanted, wanted_marks)) in enumerate(zip(ours, theirs, strict=False)):
        if letter != wanted:
            if fold_char(letter) != fold_char(wanted):
                return True
            if not _letter_agrees(letter, wanted, is_after_article=i == opened > 0):
                return False
        if is_marked and marks and i < last:
            is_opening = i in (0, opened)
            if not _marks_agree(marks, wanted_marks, is_opening=is_opening):
                return False
    return True


def _letters(word: str) -> list[tuple[str, str]]:
    """Letters, each with the marks on it."""
    if any(char in _COMPOSED or is_presentation_form(char) for char in word):
        word = unicodedata.normalize("NFKC", word)
    letters: list[tuple[str, str]] = []
    for char in word:
        if is_mark(char):
            if letters:
                letters[-1] = (letters[-1][0], letters[-1][1] + char)
        elif char != TATWEEL and fold_char(char):
            letters.append((char, ""))
    return letters


def _letter_agrees(letter: str, wanted: str, *, is_after_article: bool) -> bool:
    if letter in _HAMZA_ALIFS:
        if wanted in _HAMZA_ALIFS:
            return False
        return letter == "إ" or (letter == "أ" and is_after_article)
    if letter == "ة":
        return wanted != "ه"
    if letter == "ي":
        return wanted != "ى"
    return True


def _marks_agree(marks: str, wanted: str, *, is_opening: bool) -> bool:
    """Shadda and short vowel of one letter; the first letter never has a shadda of its own."""
    vowels, wanted_vowels = _VOWELS.intersection(marks), _VOWELS.intersection(wanted)
    if not is_opening:
        if _SHADDA in marks and _SHADDA not in wanted:
            return False
        if _SHADDA in wanted and _SHADDA not in marks and vowels:
            return False
    return not (vowels and wanted_vowels and vowels != wanted_vowels)
