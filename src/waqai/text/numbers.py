"""Numbers in digits and in Arabic words, with the bounds that news puts on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.text.tokens import Token

_UNITS = {
    "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2,
    "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6,
    "سبع": 7, "سبعه": 7, "ثماني": 8, "ثمانيه": 8, "ثمان": 8, "تسع": 9, "تسعه": 9,
    "عشر": 10, "عشره": 10, "احد": 1, "احدي": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2,
}  # fmt: skip
_TEENS = frozenset({"عشر", "عشره"})
_TENS = {
    "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40,
    "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70,
    "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
}  # fmt: skip
_HUNDREDS = {
    "مئه": 100, "مائه": 100, "مئتان": 200, "مئتين": 200, "مئتا": 200, "مئتي": 200, "مائتان": 200,
    "مائتين": 200, "مائتا": 200, "مائتي": 200,
    **{f"{unit}{hundred}": n * 100 for unit, n in (
        ("ثلاث", 3), ("اربع", 4), ("خمس", 5), ("ست", 6), ("سبع", 7), ("ثماني", 8), ("ثمان", 8),
        ("تسع", 9)) for hundred in ("مئه", "مائه")},
}  # fmt: skip
_SCALES = {
    "الف": 1_000, "الفا": 1_000, "الاف": 1_000, "الفان": 2_000, "الفين": 2_000, "الفي": 2_000,
    "مليون": 1_000_000, "مليونا": 1_000_000, "ملايين": 1_000_000, "مليوني": 2_000_000,
    "مليونين": 2_000_000, "مليار": 1_000_000_000, "مليارا": 1_000_000_000,
    "مليارات": 1_000_000_000, "ملياري": 2_000_000_000, "مليارين": 2_000_000_000,
}  # fmt: skip
_DUAL_SCALES = frozenset({"الفان", "الفين", "الفي", "مليوني", "مليونين", "ملياري", "مليارين"})
_VAGUE = {"عشرات": ("tens", 20), "مئات": ("hundreds", 200), "الاف": ("thousands", 2_000),
          "ملايين": ("millions", 2_000_000), "عدد": ("some", None), "عدة": ("some", None),
          "عده": ("some", None), "بضعه": ("some", None), "بضع": ("some", None)}  # fmt: skip
_BEFORE = {
    ("اكثر", "من"): "at least",
    ("ما", "لا", "يقل", "عن"): "at least",
    ("ما", "لايقل", "عن"): "at least",
    ("لا", "يقل", "عن"): "at least",
    ("ازيد", "من"): "at least",
    ("اقل", "من"): "up to",
    ("ما", "يصل", "الي"): "up to",
    ("نحو",): "about",
    ("حوالي",): "about",
    ("قرابه",): "about",
    ("زهاء",): "about",
    ("ما", "يقارب"): "about",
    ("ما", "يناهز"): "about",
}
_AFTER = {("علي", "الاقل"): "at least", ("علي", "الاكثر"): "up to", ("تقريبا",): "about"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text gives it, with its bounds."""

    value: int | None
    """The number said; None for "عشرات" and the like."""
    minimum: int | None
    maximum: int | None
    qualifier: str
    """exact, at least, up to, about, tens, hundreds, thousands, millions or some."""
    n_tokens: int
    """Tokens it takes, qualifiers before it included."""


def read_number(tokens: Sequence[Token], i: int) -> Number | None:
    """The number that starts at token `i`, None where none does.

    Example:
        >>> from waqai.text.view import make_view
        >>> from waqai.text.tokens import tokenize
        >>> text = "ما لا يقل عن خمسة وعشرين شخصا"
        >>> number = read_number(tokenize(make_view(text), 0, len(text)), 0)
        >>> number.value, number.minimum, number.maximum, number.qualifier
        (25, 25, None, 'at least')
    """
    norms = [token.norm for token in tokens]
    qualifier, start = _qualifier(norms, i)
    vague = _VAGUE.get(norms[start]) if start < len(norms) else None
    value, last = _value(norms, start)
    if value is None:
        if vague is None:
            return None
        name, least = vague
        return Number(None, least, None, name, start + 1 - i)
    for words, name in _AFTER.items():
        if tuple(norms[last : last + len(words)]) == words:
            qualifier, last = name, last + len(words)
    return _bounded(value, qualifier, last - i)


def _bounded(value: int, qualifier: str, n_tokens: int) -> Number:
    if qualifier == "at least":
        return Number(value, value, None, qualifier, n_tokens)
    if qualifier == "up to":
        return Number(value, None, value, qualifier, n_tokens)
    if qualifier == "about":
        return Number(value, None, None, qualifier, n_tokens)
    return Number(value, value, value, "exact", n_tokens)


def _qualifier(norms: Sequence[str], i: int) -> tuple[str, int]:
    for words, name in _BEFORE.items():
        if tuple(norms[i : i + len(words)]) == words:
            return name, i + len(words)
    return "exact", i


def _value(norms: Sequence[str], i: int) -> tuple[int | None, int]:
    """A number in digits or words, its scale included: (value, next token)."""
    if i >= len(norms):
        return None, i
    if norms[i][0].isdigit():
        return _digits(norms, i)
    total, part, j, found = 0, 0, i, False
    while j < len(norms):
        word = norms[j].removeprefix("و") if found else norms[j]
        step = _step(word, part, found and word == norms[j])
        if step is None:
            break
        kind, amount = step
        if kind == "scale":
            total += max(part, 1) * amount if word not in _DUAL_SCALES else amount
            part = 0
        else:
            part += amount
        found, j = True, j + 1
    return (total + part, j) if found else (None, i)


def _step(word: str, part: int, is_unjoined: bool) -> tuple[str, int] | None:
    """What one number word adds; unjoined words only go on as teens, hundreds and scales."""
    if word in _SCALES and word != "ملايين" and (part or word not in ("الاف", "ملايين")):
        return "scale", _SCALES[word]
    if word == "ملايين" and part:
        return "scale", _SCALES[word]
    if word in _TEENS and is_unjoined and 0 < part < 10:
        return "unit", 10
    if word in _HUNDREDS and (not is_unjoined or part == 0):
        return "unit", _HUNDREDS[word]
    if is_unjoined:
        return None
    if word in _TENS:
        return "unit", _TENS[word]
    if word in _UNITS and word not in ("احد", "احدي"):
        return "unit", _UNITS[word]
    return None


def _digits(norms: Sequence[str], i: int) -> tuple[int | None, int]:
    raw = norms[i]
    if "," in raw and all(len(group) == 3 for group in raw.split(",")[1:]):
        raw = raw.replace(",", "")
    is_decimal = "." in raw
    if "," in raw or raw.count(".") > 1:
        return None, i
    j, scale = i + 1, 1
    while j < len(norms) and norms[j] in _SCALES and norms[j] not in _DUAL_SCALES:
        scale *= _SCALES[norms[j]]
        j += 1
    if is_decimal and scale == 1:
        whole, _, fraction = raw.partition(".")
        if len(fraction) == 3 and len(whole) <= 3:
            return int(whole + fraction), j
        return None, i
    return round(float(raw) * scale) if is_decimal else int(raw) * scale, j
