"""Words of the calendar as Arabic news writes them, folded (alif, ya, ta marbuta).

Source: the months of the Levant and Iraq, of the Nile and the Gulf, of Tunisia and
Algeria, and of Morocco; checked against their use in dated articles. Hijri months are
known by name only: a Hijri date resolves to nothing rather than to a guess. Words that only
look like a time stand in `waqai.coding.time_names`.
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
    ("يونيه",): 6,
    ("حزيران",): 6,
    ("جوان",): 6,
    ("يوليو",): 7,
    ("يوليه",): 7,
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
"""Also other words (practised, a name, father, …): a day, "شهر", a preposition, a part of the
month or a year must stand by."""
HIJRI_MONTHS: tuple[tuple[str, ...], ...] = (
    ("محرم",), ("المحرم",), ("صفر",), ("ربيع", "الاول"), ("ربيع", "الاخر"), ("ربيع", "الثاني"),
    ("جمادي", "الاولي"), ("جمادي", "الاخره"), ("جمادي", "الثانيه"), ("رجب",), ("شعبان",),
    ("رمضان",), ("شوال",), ("ذو", "القعده"), ("ذي", "القعده"), ("ذو", "الحجه"), ("ذي", "الحجه"),
)  # fmt: skip
HIJRI_SIGNS = frozenset({"ه", "هـ", "هجري", "هجريه", "للهجره"})

DAYS_AWAY = {
    ("اليوم",): 0,
    ("الليله",): 0,
    ("هذا", "الصباح"): 0,
    ("هذا", "المساء"): 0,
    ("هذا", "اليوم"): 0,
    ("هذه", "الليله"): 0,
    ("الليله", "قبل", "الماضيه"): -2,
    ("امس",): -1,
    ("الامس",): -1,
    ("البارحه",): -1,
    ("اول", "امس"): -2,
    ("اول", "من", "امس"): -2,
    ("اول", "الامس"): -2,
    ("اول", "البارحه"): -2,
    ("امس", "الاول"): -2,
    ("قبل", "امس"): -2,
    ("غدا",): 1,
    ("غد",): 1,
    ("الغد",): 1,
    ("بعد", "غد"): 2,
    ("بعد", "الغد"): 2,
}
DAY_PARTS = frozenset(
    {"صباح", "مساء", "ظهر", "عصر", "فجر", "ليل", "ليله", "يوم", "نهار", "عشيه", "منتصف", "بعد",
     "الظهر", "ضحي", "صبيحه", "ساعه", "متاخر", "متاخره", "من", "وقت", "سابق", "اليوم", "ساعات",
     "الساعات", "الاولي", "اولي", "اخر", "بتاريخ", "مغرب", "غروب", "قبل", "ايام", "يومي",
     "ليلتي"}
)  # fmt: skip
"""What may stand between a part of the day and the day itself ("بعد ظهر اليوم")."""
PAST = frozenset(
    {"الماضي", "الماضيه", "المنصرم", "المنصرمه", "الفائت", "الفائته", "المنقضي", "المنقضيه",
     "السابق", "الفارط", "الفارطه", "الماضيين", "المنصرمين", "الفائتين", "المنقضيين",
     "الفارطين", "الاخير", "الاخيره", "الاخيرين"}
)  # fmt: skip
LAST_ONES = frozenset({"الاخير", "الاخيره", "الاخيرين", "السابق"})
"""Of these only what is counted has passed ("الأشهر الأخيرة"): "الشهر الأخير" is the last of
some others."""
NEXT = frozenset(
    {"المقبل", "المقبله", "القادم", "القادمه", "التالي", "المقبلين", "القادمين"}
)  # fmt: skip
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
    "دقيقه": "hour",
    "دقائق": "hour",
    "دقيقتين": "hour",
    "عقود": "decade",
    "عقد": "decade",
    "عقدين": "decade",
}
DUALS = frozenset({"يومين", "اسبوعين", "شهرين", "عامين", "سنتين", "ساعتين", "عقدين"})
PLURALS = frozenset(
    {"ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام", "سنين", "ساعات", "عقود", "دقائق"}
)
FEW = frozenset({"قليله", "معدوده", "عده", "معدودات", "طويله", "عديده"})
"""After a plural unit: "أيام قليلة", "أيام عدة"."""
ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "تقريبا"})
RECENTLY = (("الاونه", "الاخيره"), ("مؤخرا",))
"""Within about a month (so the codebook's readers too)."""
VAGUE = {
    **dict.fromkeys(RECENTLY, "month"),
    ("الفتره", "الاخيره"): "month",
    ("الفتره", "الماضيه"): "month",
    ("وقت", "سابق"): "day",
    ("وقت", "لاحق"): "day",
}
"""Vague spans, whose days stay unresolved."""
EDGES = {"مطلع": "start", "بدايه": "start", "اوائل": "start", "مستهل": "start", "اول": "start",
         "منتصف": "middle", "اواسط": "middle", "نهايه": "end", "اواخر": "end", "اخر": "end",
         "ختام": "end"}  # fmt: skip
ORDINALS = {"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5, "السادس": 6,
            "السابع": 7, "الثامن": 8, "التاسع": 9, "العاشر": 10, "الحادي": 1, "العشرين": 20,
            "الثلاثين": 30}  # fmt: skip
ORDINAL_TENS = {"عشر": 10, "والعشرين": 20, "والعشرون": 20, "والثلاثين": 30}
"""A day of the month in words: "الحادي عشر من أبريل", "الخامس والعشرين من أيار"."""
PARTS_OF_YEAR = {"الربع": 4, "الثلاثي": 4, "النصف": 2, "السداسي": 2}
"""Into how many the year is cut; الثلاثي and السداسي are Tunisian for three and six months."""
SEASONS = {"ربيع": (3, 6), "صيف": (6, 9), "خريف": (9, 12), "شتاء": (12, 12)}
"""First and last month; newspapers do not keep to the solstice. A winter lies in two years:
of one named by its year either may be meant."""
STEPS = {
    **dict.fromkeys(PAST - LAST_ONES, -1), **dict.fromkeys(NEXT, 1),
    **dict.fromkeys(CURRENT, 0), "السابق": -1,
}  # fmt: skip
"""Weeks, months or years from that of publication, by the word behind the unit."""
YEAR_WORDS = frozenset({"عام", "سنه", "العام", "السنه"})
SINCE = frozenset({"منذ", "مذ"})
FROM_ON = frozenset({"اعتبارا", "ابتداء", "بدءا", "انطلاقا"})
UNTIL = frozenset({"الي", "حتي", "لغايه"})
LIMITS = frozenset({"قبل", "بعد", "حتي", "لغايه", "بحلول", "حلول", "قبيل"})
"""Words after which a time is a limit and not the day of an act."""
PAIRS = frozenset({"يومي", "ايام", "شهري", "عامي", "سنتي", "ليلتي", "اشهر", "ليله", "ليل"})
"""What two or more days, months or years follow: "يومي السبت والأحد"."""
STRETCHES = frozenset({"الفتره", "المده", "الليله", "الفاصله", "الممتده", "الواقعه", "ما", "ليله",
                       "ليل"})  # fmt: skip
"""What may stand before "بين" or "من": "الفترة الممتدة بين", "الليلة الفاصلة بين"."""
PEELED = (
    {part for key in MONTHS for part in key[:1]}
    | {key[0] for key in DAYS_AWAY}
    | {"ال" + unit for unit in UNITS}
    | ORDINALS.keys()
    | {"عام", "سنه", "العام", "السنه", "الاونه", "الفتره"}
    | SEASONS.keys()
    | EDGES.keys()
    | PARTS_OF_YEAR.keys()
    | SINCE
)
"""Words before which و or ب is peeled."""
STARTS = (
    DAY_PARTS
    | EDGES.keys()
    | {key[0] for key in (*DAYS_AWAY, *VAGUE, *MONTHS)}
    | {"ال" + word for word in (*WEEKDAYS, *UNITS)}
    | {
        "في",
        "خلال",
        "غضون",
        "شهر",
        "هذا",
        "هذه",
        "لعام",
        "لسنه",
        "ال",
        "بين",
        "ما",
        "الفتره",
        "الصيف",
        "الخريف",
        "الربيع",
        "الشتاء",
        "عقب",
    }
    | YEAR_WORDS
    | SEASONS.keys()
    | PARTS_OF_YEAR.keys()
    | PAIRS
    | SINCE
    | FROM_ON
    | LIMITS
    | ORDINALS.keys()
    | {"الثلاثه", "الاربعه", "الخمسه", "السته", "السبعه", "الثمانيه", "التسعه", "العشره"}
)
"""First words of expressions; one letter (و, ب, ل) may stand before them."""

Keys = Mapping[str, Sequence[tuple[str, ...]]]


def _by_first_word(keys: Iterable[tuple[str, ...]]) -> Keys:
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys, key=len, reverse=True):
        found.setdefault(key[0], []).append(key)
    return found


DAYS_AWAY_BY_FIRST = _by_first_word(DAYS_AWAY)
"""The longest first."""
VAGUE_BY_FIRST = _by_first_word(VAGUE)
HIJRI_BY_FIRST = _by_first_word(HIJRI_MONTHS)
