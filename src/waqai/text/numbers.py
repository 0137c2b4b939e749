"""Numbers in digits and in Arabic words, with the bounds that news puts on them.

In go the tokens of a sentence and a position, out comes the number that starts there:
"ثلاثمئة وخمسة وعشرين", "12 ألفا و500", "3,2 مليون", "عشرات", "ما لا يقل عن 20", "بين 20 و30".
Clitics before its first word are passed over ("لثلاثة", "ونحو 20").

Left out: counts that a noun carries in its own form ("قتيلان": two dead), fractions of one,
shares ("30%", "30 في المئة" count nobody), ordinals ("الخامس والعشرين"), and numbers that
are names ("مجموعة العشرين"). What is a year, a sum of money or an hour, the caller knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from waqai.text import number_words as words
from waqai.text.tokens import Token

_DIGITS = re.compile(r"[0-9]{1,15}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_DOTTED_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DECIMAL = re.compile(r"[0-9]{1,12}[.,،][0-9]{1,6}")
_SPACED_GROUP = re.compile(r"[0-9]{3}")
_BETWEEN = frozenset({"بين"})
_OR = frozenset({"او"})
_AND = "و"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text gives it, with its bounds."""

    value: int | None
    """The number said; None for a range, for "عشرات" and the like."""
    minimum: int | None
    """Lower bound; of an exact or rough number the number itself; None where there is none."""
    maximum: int | None
    """Upper bound, likewise."""
    qualifier: str
    """exact, at least, up to, about, between, tens, hundreds, thousands, millions or some."""
    n_tokens: int
    """Tokens it takes, qualifiers before and after it included."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A plain number: its value, what stands before its scale, and the token after it."""

    value: int
    factor: Decimal
    scale: int
    next: int


def is_number_word(norm: str) -> bool:
    """Whether a folded word is by itself a number in letters.

    Example:
        >>> is_number_word("عشرين"), is_number_word("شهر")
        (True, False)
    """
    return norm in words.UNITS or norm in words.TENS or norm in words.HUNDREDS


def read_number(tokens: Sequence[Token], i: int) -> Number | None:
    """The number that starts at token `i`, None where none does.

    Args:
        tokens: the tokens of a sentence.
        i: where to look.

    Example:
        >>> from waqai.text.view import make_view
        >>> from waqai.text.tokens import tokenize
        >>> text = "ما لا يقل عن خمسة وعشرين شخصا"
        >>> number = read_number(tokenize(make_view(text), 0, len(text)), 0)
        >>> number.value, number.minimum, number.maximum, number.qualifier, number.n_tokens
        (25, 25, None, 'at least', 6)
    """
    qualifier, start = _qualifier(tokens, i)
    number = _between(tokens, i) or _vague(tokens, start)
    if number is not None:
        return Number(None, number[0], number[1], number[2], number[3] - i)
    amount = _amount(tokens, start)
    if amount is None or any(_follows(tokens, amount.next, percent) for percent in words.PERCENT):
        return None
    value, end = amount.value, amount.next
    other = _amount(tokens, end + 1) if _norm(tokens, end) in _OR else None
    if other is not None and other.value > value:
        return Number(None, *_range(amount, other), "between", other.next - i)
    for phrase, name in words.AFTER.items():
        if _follows(tokens, end, phrase):
            qualifier, end = name, end + len(phrase)
            break
    minimum = None if qualifier == "up to" else value
    maximum = None if qualifier == "at least" else value
    return Number(value, minimum, maximum, qualifier, end - i)


def read_bound_after(tokens: Sequence[Token], i: int) -> str | None:
    """The bound that the words at `i` put on a number before them: "على الأقل", "على الأكثر"."""
    return next((name for phrase, name in words.AFTER.items() if _follows(tokens, i, phrase)), None)


def _norm(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].norm if i < len(tokens) else ""


def _follows(tokens: Sequence[Token], i: int, phrase: tuple[str, ...]) -> bool:
    """Whether these folded words stand at `i`."""
    return all(_norm(tokens, i + k) == word for k, word in enumerate(phrase))


def _faces(word: str) -> Iterator[str]:
    """A word as it is, then without the conjunction and preposition it may open with."""
    yield word
    rest = word
    for clitics in ("وف", "بلك"):
        if rest[:1] and rest[0] in clitics and len(rest) > 2:
            rest = rest[1:]
            yield rest
    if word[:1] in ("ب", "ل", "ك") and word[1:2] == "ل" and len(word) > 3:
        yield "ا" + word[1:]


def _qualifier(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The bound put before a number, and where the number itself starts."""
    for face in _faces(_norm(tokens, i)):
        for phrase, name in words.BEFORE.items():
            if face == phrase[0] and _follows(tokens, i + 1, phrase[1:]):
                return name, i + len(phrase)
    return "exact", i


def _between(tokens: Sequence[Token], i: int) -> tuple[int, int, str, int] | None:
    """ "بين 20 و30", "ما بين عشرين وثلاثين": bounds, name and the token after."""
    start = i + 1 if _norm(tokens, i) in ("ما", "وما") else i
    if not _BETWEEN.intersection(_faces(_norm(tokens, start))):
        return None
    low = _amount(tokens, start + 1)
    if low is None:
        return None
    at = low.next + 1 if _norm(tokens, low.next) == _AND else low.next
    high = _amount(tokens, at) if _norm(tokens, low.next).startswith(_AND) else None
    if high is None or high.value <= low.value:
        return None
    return (*_range(low, high), "between", high.next)


def _range(low: _Amount, high: _Amount) -> tuple[int, int]:
    """Both ends; in "بين 20 و30 ألفا" the thousands belong to both."""
    if low.scale == 1 and high.scale > 1 and low.factor < high.factor:
        return int(low.factor * high.scale), high.value
    return low.value, high.value


def _vague(tokens: Sequence[Token], i: int) -> tuple[int, int | None, str, int] | None:
    """ "عشرات", "مئات الآلاف", "عدة أشخاص", "عدد من": bounds, name and the token after."""
    some = _some(tokens, i)
    start = some[3] if some is not None else i
    for face in _faces(_norm(tokens, start)):
        if face not in words.VAGUE:
            continue
        name, least = words.VAGUE[face]
        factor = words.VAGUE_OF.get(_norm(tokens, start + 1)) if least < 1_000 else None
        if factor is None:
            return least, None, name, start + 1
        return least * factor, None, "thousands" if factor == 1_000 else "millions", start + 2
    return some


def _some(tokens: Sequence[Token], i: int) -> tuple[int, int | None, str, int] | None:
    for face in _faces(_norm(tokens, i)):
        if (face, _norm(tokens, i + 1)) in words.SEVERAL:
            return 2, None, "some", i + 2
        if face not in words.SOME or (face == "عده" and not tokens[i].text.endswith("ة")):
            continue  # "بعده" is "after him"
        if face != "عده" and _norm(tokens, i + 1) in words.TEN:
            return 13, 19, "some", i + 2
        return (*words.SOME[face], "some", i + 1)
    return None


def _amount(tokens: Sequence[Token], i: int) -> _Amount | None:
    """A plain number: groups from the largest scale down, joined by و."""
    if i >= len(tokens):
        return None
    for face in _first_faces(tokens[i].norm):
        first = _group(tokens, i, face)
        if first is not None:
            break
    else:
        return None
    total, last = first.value, first
    while last.scale > 1:
        halved = _half(tokens, last)
        if halved is not None:
            return _Amount(total + halved.value, first.factor, first.scale, halved.next)
        more = _joined_group(tokens, last.next)
        if more is None or more.value >= last.scale:
            break
        total, last = total + more.value, more
    return _Amount(total, first.factor, first.scale, last.next)


def _first_faces(word: str) -> Iterator[str]:
    """How a number may open: the word, without clitics, or "الثلاثة" as "ثلاثة"."""
    for face in _faces(word):
        if face in words.NO_NUMBERS:
            return
        yield face
        unit = face.removeprefix("ال")
        if unit != face and unit.endswith("ه") and words.UNITS.get(unit, 1) > 2:
            yield unit


def _joined_group(tokens: Sequence[Token], i: int) -> _Amount | None:
    """The group that و joins at `i`: "وخمسين", "و500"."""
    word = _norm(tokens, i)
    if word == _AND:
        return _group(tokens, i + 1, _norm(tokens, i + 1))
    return _group(tokens, i, word[1:]) if word.startswith(_AND) else None


def _group(tokens: Sequence[Token], i: int, word: str) -> _Amount | None:
    """A number below a thousand or in digits, with the scale after it; or a scale alone.

    Args:
        tokens: the tokens of a sentence.
        i: where it starts.
        word: the token there as it is to be read, without clitics.
    """
    if word[:1].isdecimal():
        return _in_digits(tokens, i)
    below = _below_thousand(tokens, i, word)
    if below is not None:
        value, end = below
        scale = words.SCALES.get(_norm(tokens, end), 1)
        return _Amount(value * scale, Decimal(value), scale, end + (scale > 1))
    if word in words.DUAL_SCALES:
        return _Amount(words.DUAL_SCALES[word], Decimal(2), words.DUAL_SCALES[word] // 2, i + 1)
    if word in words.SCALES and word not in words.VAGUE and word not in ("مليارات", "بلايين"):
        return _Amount(words.SCALES[word], Decimal(1), words.SCALES[word], i + 1)
    return None


def _below_thousand(tokens: Sequence[Token], i: int, word: str) -> tuple[int, int] | None:
    """A number in words below a thousand and the token after it."""
    value, end = words.HUNDREDS.get(word, 0), i + 1
    unit = words.UNITS.get(word, 0)
    if not value and 3 <= unit <= 9 and _norm(tokens, i + 1) in words.HUNDRED:
        value, end = unit * 100, i + 2
    if not value:
        return _below_hundred(tokens, i, word)
    more = _norm(tokens, end)
    if more.startswith(_AND):
        below = _below_hundred(tokens, end, more[1:])
        if below is not None:
            return value + below[0], below[1]
    return value, end


def _below_hundred(tokens: Sequence[Token], i: int, word: str) -> tuple[int, int] | None:
    if word in words.TENS:
        return words.TENS[word], i + 1
    following = _norm(tokens, i + 1)
    if word in words.ELEVEN_OPENS:
        if following in words.TEN:
            return 11, i + 2
        tens = words.TENS.get(following.removeprefix(_AND)) if following.startswith(_AND) else None
        return (tens + 1, i + 2) if tens else None
    unit = words.UNITS.get(word)
    if unit is None:
        return None
    if unit < 10 and following in words.TEN:
        return unit + 10, i + 2
    if unit < 10 and following.startswith(_AND) and following[1:] in words.TENS:
        return unit + words.TENS[following[1:]], i + 2
    return unit, i + 1


def _half(tokens: Sequence[Token], group: _Amount) -> _Amount | None:
    """ "ونصف", "ونصف المليون" after a scale: that part of the scale."""
    word = _norm(tokens, group.next)
    part = words.HALVES.get(word[1:]) if word.startswith(_AND) else None
    if part is None:
        return None
    end = group.next + 1
    if words.SCALES.get(_norm(tokens, end).removeprefix("ال")) == group.scale:
        end += 1
    return _Amount(group.scale // part, Decimal(1) / part, group.scale, end)


def _in_digits(tokens: Sequence[Token], i: int) -> _Amount | None:
    """Digits with their scale. Commas, dots and single spaces may group thousands.

    "1.250" is 1250 alone, as Maghrebi papers write, but a decimal before a scale.
    """
    raw, end = tokens[i].norm, i + 1
    if _DIGITS.fullmatch(raw):
        while len(raw) <= 12 and _is_spaced_group(tokens, i, end):
            raw, end = raw + tokens[end].norm, end + 1
    scale = words.SCALES.get(_norm(tokens, end), 1)
    if _THOUSANDS.fullmatch(raw):
        raw = raw.replace(",", "")
    elif scale == 1 and _DOTTED_THOUSANDS.fullmatch(raw):
        raw = raw.replace(".", "")
    elif _DECIMAL.fullmatch(raw) and scale > 1:
        raw = raw.replace(",", ".").replace("،", ".")
    elif not _DIGITS.fullmatch(raw):
        return None
    if len(raw) > 15:
        return None
    factor = Decimal(raw)
    return _Amount(int(factor * scale), factor, scale, end + (scale > 1))


def _is_spaced_group(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether three more digits of the number follow a single space: "10 000"."""
    if end >= len(tokens) or len(tokens[i].norm) > 3 or tokens[i].norm.startswith("0"):
        return False
    is_near = tokens[end].start == tokens[end - 1].end + 1
    return is_near and _SPACED_GROUP.fullmatch(tokens[end].norm) is not None
