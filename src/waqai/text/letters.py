"""Which code points the normalised view folds, and to what: the tables of `waqai.text.view`.

Every folded value is itself left alone by the tables, so that folding twice changes nothing.
Source: Unicode 14 (unicodedata of Python 3.11). Left as they are, for they are letters of
their own: ء ؤ ئ, and پ چ ڤ ڨ گ, with which the press spells foreign names.
"""

from __future__ import annotations

import unicodedata

_ARABIC_LETTERS = {
    "أ": "ا",  # alif with hamza above
    "إ": "ا",  # alif with hamza below
    "آ": "ا",  # alif with madda
    "ٱ": "ا",  # alif wasla
    "\u0672": "ا",  # alif with wavy hamza above
    "\u0673": "ا",  # alif with wavy hamza below
    "\u0675": "ا",  # alif with high hamza
    "\u0676": "ؤ",  # waw with high hamza
    "\u0678": "ئ",  # ya with high hamza
    "ى": "ي",  # alif maqsura
    "\u06cc": "ي",  # Farsi yeh
    "\u06d2": "ي",  # yeh barree
    "\u06cd": "ي",  # yeh with tail
    "\u06d3": "ئ",  # yeh barree with hamza
    "ة": "ه",  # ta marbuta
    "\u06c0": "ه",  # heh with yeh above
    "\u06c1": "ه",  # heh goal
    "\u06c2": "ه",  # heh goal with hamza
    "\u06c3": "ه",  # ta marbuta goal
    "\u06be": "ه",  # heh doachashmee
    "\u06d5": "ه",  # ae
    "\u06a9": "ك",  # keheh
    "\u06aa": "ك",  # swash kaf
}
_SIGNS = {
    **{chr(0x0660 + n): str(n) for n in range(10)},  # Arabic-Indic digits
    **{chr(0x06F0 + n): str(n) for n in range(10)},  # Persian digits
    "\u066a": "%",
    "\u066b": ".",  # decimal separator
    "\u066c": ",",  # thousands separator
    **dict.fromkeys("«»“”„‟", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\x1f\u00a0\u1680\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
    **dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
}
SAME_LENGTH = str.maketrans({**_ARABIC_LETTERS, **_SIGNS})
"""Folds that give one code point for one."""

MAY_CHANGE_LENGTH = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0700-\u109f\u135d-\u135f\u1700-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f"
    "\u3099\u309a\ua66f-\ua6f1\ua802-\uabff\ufb1e\ufb50-\ufdff\ufe00-\ufe2f\ufe70-\uffff"
    "\U00010000-\U0010ffff"
)
"""A character class that holds all marks, signs of direction and presentation forms, and
more; outside it one code point gives one. A test goes through all of Unicode."""

FIRST_MARK = "\u0300"
"""No character below combines with the one before it."""
TATWEEL = "\u0640"
HAMZA_ABOVE = "\u0654"
HAMZA_SEATS = {"و": "ؤ", "ي": "ئ"}
"""What a letter becomes with a combining hamza above, as decomposed text writes it."""
_UNSEEN = frozenset(
    (0x00AD, 0x061C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
) | frozenset((*range(0x2060, 0x2070), *range(0xE0000, 0xE0080)))
"""Soft hyphen, zero-width characters, signs of direction, tags."""


def is_mark(char: str) -> bool:
    """Whether a character combines with the one before it (vowel marks, accents)."""
    return char >= FIRST_MARK and unicodedata.category(char)[0] == "M"


def is_presentation_form(char: str) -> bool:
    """Whether a character is an Arabic letter or ligature in one of its shapes."""
    return "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"


def fold_char(char: str) -> str:
    """The folded form of one character: empty, one or several code points.

    Example:
        >>> fold_char("\ufefb"), fold_char("ة"), fold_char("\u064b")
        ('لا', 'ه', '')
    """
    if is_presentation_form(char):
        parts = unicodedata.normalize("NFKC", char)
        if parts == char:
            return char
        folded = "".join(map(fold_char, parts))
        # Without spaces: a lone vowel mark stands for a space and the mark, and a formula in
        # one character ("ﷺ") is one word, since two could not share its one offset.
        return "".join(folded.split())
    if char == TATWEEL or ord(char) in _UNSEEN or is_mark(char):
        return ""
    return char.translate(SAME_LENGTH)
