"""The forms of a nisba, the adjective of belonging: from "تركي" to "التركيتين".

In goes the masculine singular as the state files give it, out come the spellings that news
uses, each bare and with the article, so that a look-up of the whole word finds it before
any clitic is peeled. Construct plurals ("تركيو") are left out: news hardly writes them.
"""

from __future__ import annotations

_ENDINGS = ("ي", "ية", "يا", "يان", "يين", "يون", "يتان", "يتين", "يات")


def inflect(nisba: str, plurals: tuple[str, ...] = ()) -> tuple[str, ...]:
    """All forms of a nisba, masculine singular first, without repeats.

    Args:
        nisba: masculine singular, indefinite, ending in ya; of several words all that end
            in ya are inflected together ("كوري جنوبي"), others stay ("جنوب أفريقي").
        plurals: broken plurals, indefinite.

    Example:
        >>> inflect("تركي", ("أتراك",))[:4]
        ('تركي', 'التركي', 'تركية', 'التركية')
        >>> "الكورية الجنوبية" in inflect("كوري جنوبي")
        True
        >>> "الجنوب أفريقية" in inflect("جنوب أفريقي")
        True
    """
    words = nisba.split(" ")
    forms: dict[str, None] = {}
    for ending in _ENDINGS:
        bare = [_with(word, ending) for word in words]
        forms[" ".join(bare)] = None
        if ending != "يا":  # the accusative ending of an indefinite word
            forms[" ".join(_definite(bare, words))] = None
    for plural in plurals:
        forms[plural] = None
        forms["ال" + plural] = None
    return tuple(forms)


def _with(word: str, ending: str) -> str:
    return word[:-1] + ending if word.endswith("ي") else word


def _definite(bare: list[str], words: list[str]) -> list[str]:
    """The article on every inflected word, or on the first where that one is invariant."""
    if not words[0].endswith("ي"):
        return ["ال" + bare[0], *bare[1:]]
    return ["ال" + b if w.endswith("ي") else b for b, w in zip(bare, words, strict=True)]
