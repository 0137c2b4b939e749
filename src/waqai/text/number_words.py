"""The words of Arabic numbers, folded, and those that bound or blur a number."""

from __future__ import annotations

UNITS = {
    "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "اثنا": 2, "اثني": 2,
    "اثنتا": 2, "اثنتي": 2, "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5,
    "ست": 6, "سته": 6, "سبع": 7, "سبعه": 7, "ثماني": 8, "ثمانيه": 8, "ثمان": 8, "تسع": 9,
    "تسعه": 9, "عشر": 10, "عشره": 10, "واحدا": 1, "ثلاثا": 3, "اربعا": 4, "خمسا": 5, "ستا": 6,
    "سبعا": 7, "ثمانيا": 8, "تسعا": 9, "عشرا": 10,
}  # fmt: skip
"""One to ten, masculine and feminine, in every case. أحد is "somebody" but before عشر."""
ELEVEN_OPENS = {"احد": 1, "احدي": 1}
TEN = frozenset({"عشر", "عشره"})
TENS = {
    "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40,
    "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70,
    "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
}  # fmt: skip
HUNDRED = frozenset({"مئه", "مائه", "مئات"})
HUNDREDS = {
    "مئه": 100, "مائه": 100,
    **dict.fromkeys(("مئتان", "مئتين", "مئتا", "مئتي", "مائتان", "مائتين", "مائتا", "مائتي"), 200),
    **{
        unit + hundred: n * 100
        for unit, n in (
            ("ثلاث", 3), ("اربع", 4), ("خمس", 5), ("ست", 6), ("سبع", 7), ("ثماني", 8), ("ثمان", 8),
            ("تسع", 9),
        )
        for hundred in ("مئه", "مائه")
    },
}  # fmt: skip
SCALES = {
    **dict.fromkeys(("الف", "الفا", "الاف"), 1_000),
    **dict.fromkeys(("مليون", "مليونا", "ملايين"), 1_000_000),
    **dict.fromkeys(("مليار", "مليارا", "مليارات", "بليون", "بلايين"), 1_000_000_000),
}
DUAL_SCALES = {
    **dict.fromkeys(("الفان", "الفين", "الفي"), 2_000),
    **dict.fromkeys(("مليونان", "مليونين", "مليوني"), 2_000_000),
    **dict.fromkeys(("ملياران", "مليارين", "ملياري"), 2_000_000_000),
}
"""Two thousand and so on. "ألفا", "مليونا" may be duals in a construct too; they are far more
often one in the accusative, and read so."""
HALVES = {"نصف": 2, "ربع": 4}

VAGUE = {
    "عشرات": ("tens", 20), "العشرات": ("tens", 20), "مئات": ("hundreds", 200),
    "المئات": ("hundreds", 200), "الاف": ("thousands", 2_000),
    "الالاف": ("thousands", 2_000), "ملايين": ("millions", 2_000_000),
    "الملايين": ("millions", 2_000_000),
}  # fmt: skip
"""Plurals of round numbers: their names, and at least two of them."""
VAGUE_OF = {"الالاف": 1_000, "الاف": 1_000, "الملايين": 1_000_000, "ملايين": 1_000_000}
"""What tens and hundreds multiply: "عشرات الآلاف" is tens of thousands."""
SOME = {"بضعه": (3, 9), "بضع": (3, 9), "عده": (2, None)}
"""بضع is three to nine, as the dictionaries have it; عدة and عدد من are several, surely more
than one."""

SEVERAL = frozenset({("عدد", "من"), ("عددا", "من")})
BEFORE = {
    ("اكثر", "من"): "at least",
    ("ازيد", "من"): "at least",
    ("ما", "يزيد", "عن"): "at least",
    ("ما", "يزيد", "علي"): "at least",
    ("ما", "يربو", "علي"): "at least",
    ("يزيد", "عددهم", "عن"): "at least",
    ("يزيد", "عددهم", "علي"): "at least",
    ("ما", "يفوق"): "at least",
    ("ما", "لا", "يقل", "عن"): "at least",
    ("ما", "لايقل", "عن"): "at least",
    ("مالا", "يقل", "عن"): "at least",
    ("لا", "يقل", "عن"): "at least",
    ("لا", "يقل", "عددهم", "عن"): "at least",
    ("علي", "الاقل"): "at least",
    ("اقل", "من"): "up to",
    ("دون",): "up to",
    ("ما", "يصل", "الي"): "up to",
    ("ما", "لا", "يتجاوز"): "up to",
    ("لا", "يتجاوز"): "up to",
    ("ما", "لا", "يزيد", "عن"): "up to",
    ("ما", "لا", "يزيد", "علي"): "up to",
    ("لا", "يزيد", "عن"): "up to",
    ("لا", "يزيد", "علي"): "up to",
    ("نحو",): "about",
    ("حوالي",): "about",
    ("قرابه",): "about",
    ("زهاء",): "about",
    ("تقريبا",): "about",
    ("ما", "يقارب"): "about",
    ("ما", "يناهز"): "about",
    ("ما", "يقرب", "من"): "about",
    ("ما", "مجموعه"): "exact",
    ("ما", "مجموعهم"): "exact",
    ("ما", "عدده"): "exact",
    ("ما", "يعادل"): "about",
}
"""What bounds the number after it. News says "more than 20" of what it counts as 20 or a few
more: no more is made of it than a lower bound of 20, nor of "fewer than 20" than an upper."""
AFTER = {
    ("علي", "الاقل"): "at least",
    ("كحد", "ادني"): "at least",
    ("علي", "الاكثر"): "up to",
    ("كحد", "اقصي"): "up to",
    ("تقريبا",): "about",
    ("او", "اكثر"): "at least",
    ("فاكثر",): "at least",
    ("فما", "فوق"): "at least",
}
PERCENT = {("%",), ("في", "المئه"), ("في", "المائه"), ("بالمئه",), ("بالمائه",)}
NO_NUMBERS = frozenset({"لست", "بست", "كست", "فست", "الست"})
"""لست is "I am not"; ست after other clitics is hardly ever six."""
