"""The pages' words in Arabic and English, and days written out in each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("ar", "en")
_MONTHS = {
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
           "أكتوبر", "نوفمبر", "ديسمبر"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip


@cache
def words(language: str) -> Mapping[str, Any]:
    """The texts of the pages in one of `LANGUAGES`."""
    source = resources.files("waqai.serve.web") / "i18n" / f"{language}.json"
    texts: Mapping[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return texts


def other(language: str) -> str:
    """The language one click away."""
    return "en" if language == "ar" else "ar"


def write_day(iso: str, language: str) -> str:
    """A day, a month or a year as people write it.

    Example:
        >>> write_day("2025-04-04", "en"), write_day("2025-04", "ar"), write_day("2025", "en")
        ('4 April 2025', 'أبريل 2025', '2025')
    """
    year, *rest = iso[:10].split("-")
    parts = [year]
    if rest:
        parts.insert(0, _MONTHS[language][int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return " ".join(parts)


def write_days(first: str | None, last: str | None, language: str) -> str | None:
    """A day or a span of days; whole months and years are written as such."""
    if first is None or last is None:
        return None
    if first == last:
        return write_day(first, language)
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    if first[:7] == last[:7] and first.endswith("-01") and int(last[8:]) >= 28:
        return write_day(first[:7], language)
    return f"{write_day(first, language)} – {write_day(last, language)}"
