"""Words of the calendar as Arabic news writes them, folded (alif, ya, ta marbuta).

Source: the months of the Levant and Iraq, of the Nile and the Gulf, of Tunisia and
Algeria, and of Morocco; checked against their use in dated articles. Hijri months are
left out: a Hijri date resolves to nothing rather than to a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

WEEKDAYS = {
    "اثنين": 0,
    "ثلاثاء": 1,
    "اربعاء": 2,
    "خميس": 3,
    "جمعه": 4,
    "سبت": 5,
    "احد": 6,
}
"""Without the article, as `datetime.date.weekday` counts."""

MONTHS: dict[tuple[str, ...], int] = {
    ("يناير",): 1,
    ("كانون", "الثاني"): 1,
    ("جانفي",): 1,
    ("فبراير",): 2,
    ("شباط",): 2,
    ("فيفري",): 2,
    ("مارس",): 3,
    ("اذار",): 3,
    ("ابريل",): 4,
    ("نيسان",): 4,
    ("افريل",): 4,
    ("مايو",): 5,
    ("ايار",): 5,
    ("ماي",): 5,
    ("يونيو",): 6,
    ("حزيران",): 6,
    ("جوان",): 6,
    ("يوليو",): 7,
    ("تموز",): 7,
    ("جويليه",): 7,
    ("يوليوز",): 7,
    ("اغسطس",): 8,
    ("اب",): 8,
    ("اوت",): 8,
    ("غشت",): 8,
    ("سبتمبر",): 9,
    ("ايلول",): 9,
    ("شتنبر",): 9,
    ("اكتوبر",): 10,
    ("تشرين", "الاول"): 10,
    ("نوفمبر",): 11,
    ("تشرين", "الثاني"): 11,
    ("نونبر",): 11,
    ("ديسمبر",): 12,
    ("كانون", "الاول"): 12,
    ("دجنبر",): 12,
}
AMBIGUOUS_MONTHS = frozenset({"مارس", "ماي", "جوان", "اب", "اوت"})
"""Also other words (practised, a name, father, …): a day, "شهر" or a year must stand by."""

DAYS_AWAY = {
    ("اليوم",): 0,
    ("الليله",): 0,
    ("امس",): -1,
    ("الامس",): -1,
    ("البارحه",): -1,
    ("اول", "امس"): -2,
    ("اول", "من", "امس"): -2,
    ("اول", "الامس"): -2,
    ("امس", "الاول"): -2,
    ("غدا",): 1,
    ("الغد",): 1,
    ("بعد", "غد"): 2,
}
DAY_PARTS = frozenset(
    {"صباح", "مساء", "ظهر", "عصر", "فجر", "ليل", "ليله", "يوم", "نهار", "عشيه", "منتصف", "بعد",
     "الظهر", "ضحي", "صبيحه", "ساعه", "متاخر", "من", "وقت", "سابق", "اليوم"}
)  # fmt: skip
"""What may stand between a part of the day and the day itself ("بعد ظهر اليوم")."""
PAST = frozenset(
    {"الماضي", "الماضيه", "المنصرم", "المنصرمه", "الفائت", "الفائته", "المنقضي", "السابق", "الفارط",
     "الفارطه", "الماضيين"}
)  # fmt: skip
NEXT = frozenset({"المقبل", "المقبله", "القادم", "القادمه", "التالي"})
CURRENT = frozenset({"الجاري", "الجاريه", "الحالي", "الحاليه", "هذا", "هذه"})
UNITS = {
    "يوم": "day",
    "ايام": "day",
    "يوما": "day",
    "يومين": "day",
    "اسبوع": "week",
    "اسابيع": "week",
    "اسبوعين": "week",
    "اسبوعا": "week",
    "شهر": "month",
    "اشهر": "month",
    "شهور": "month",
    "شهرين": "month",
    "شهرا": "month",
    "عام": "year",
    "عامين": "year",
    "اعوام": "year",
    "عاما": "year",
    "سنه": "year",
    "سنوات": "year",
    "سنين": "year",
    "سنتين": "year",
    "ساعه": "hour",
    "ساعات": "hour",
    "ساعتين": "hour",
    "عقود": "decade",
    "عقد": "decade",
    "عقدين": "decade",
}
DUALS = frozenset({"يومين", "اسبوعين", "شهرين", "عامين", "سنتين", "ساعتين", "عقدين"})
VAGUE = (
    ("الاونه", "الاخيره"),
    ("الفتره", "الاخيره"),
    ("الفتره", "الماضيه"),
    ("الايام", "الاخيره"),
    ("الايام", "الماضيه"),
    ("الايام", "القليله", "الماضيه"),
    ("الاسابيع", "الاخيره"),
    ("الاسابيع", "الماضيه"),
    ("الاشهر", "الاخيره"),
    ("الاشهر", "الماضيه"),
    ("السنوات", "الاخيره"),
    ("السنوات", "الماضيه"),
)
"""Vague spans, whose days stay unresolved."""
EDGES = {"مطلع": "start", "بدايه": "start", "اوائل": "start", "مستهل": "start", "منتصف": "middle",
         "اواسط": "middle", "نهايه": "end", "اواخر": "end", "اخر": "end"}  # fmt: skip
ORDINALS = {"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5, "السادس": 6,
            "السابع": 7, "الثامن": 8, "التاسع": 9, "العاشر": 10, "الحادي": 1, "العشرين": 20,
            "الثلاثين": 30}  # fmt: skip
ORDINAL_TENS = {"عشر": 10, "والعشرين": 20, "والعشرون": 20, "والثلاثين": 30}
"""A day of the month in words: "الحادي عشر من أبريل", "الخامس والعشرين من أيار"."""
STEPS = {
    **dict.fromkeys(PAST, -1), **dict.fromkeys(NEXT, 1),
    **dict.fromkeys(CURRENT, 0),
}  # fmt: skip
"""Weeks, months or years from that of publication, by the word behind the unit."""
PEELED = (
    {part for key in MONTHS for part in key[:1]}
    | {key[0] for key in DAYS_AWAY}
    | {"ال" + unit for unit in UNITS}
    | {"عام", "سنه", "العام", "السنه", "صيف", "خريف", "الاونه", "الفتره", "الايام"}
)
"""Words before which و or ب is peeled."""
STARTS = (
    DAY_PARTS
    | EDGES.keys()
    | {key[0] for key in (*DAYS_AWAY, *VAGUE, *MONTHS)}
    | {"ال" + word for word in (*WEEKDAYS, *UNITS)}
    | {"قبل", "منذ", "في", "خلال", "شهر", "هذا", "هذه", "عام", "سنه", "العام", "السنه"}
    | {"صيف", "خريف", "عامي", "لعام", "لسنه"}
    | ORDINALS.keys()
)
"""First words of expressions; one letter (و, ب, ل) may stand before them."""

Keys = Mapping[str, Sequence[tuple[str, ...]]]


def _by_first_word(keys: Iterable[tuple[str, ...]]) -> Keys:
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in keys:
        found.setdefault(key[0], []).append(key)
    return found


DAYS_AWAY_BY_FIRST = _by_first_word(sorted(DAYS_AWAY, key=len, reverse=True))
"""The longest first."""
VAGUE_BY_FIRST = _by_first_word(VAGUE)
