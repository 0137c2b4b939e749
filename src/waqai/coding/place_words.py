"""Words that open, head or hide a place, folded and without their article.

`waqai.coding.names` asks which words show that an ordinary word is meant as a place,
`waqai.coding.placing` which phrases are places and which only bear the name of one.
"""

from __future__ import annotations

PREPOSITIONS = frozenset(
    {"في", "ب", "قرب", "شرق", "غرب", "شمال", "جنوب", "وسط", "داخل", "خارج", "عند", "امام", "قباله",
     "عبر", "فوق", "شرقي", "غربي", "شمالي", "جنوبي", "حذو", "بجوار", "بمحاذاه", "حول"}
)  # fmt: skip
"""What stands before the place of an act."""
DIRECTIONS = frozenset(
    {"شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "قرب"}
)
"""Nouns by their form, that inside another phrase still say where: "عبوة وسط بغداد"."""
AREAS = frozenset(
    {"مدينه", "بلده", "ولايه", "محافظه", "مقاطعه", "اقليم", "قضاء", "ناحيه", "معتمديه", "جهه",
     "بلديه", "منطقه", "اماره", "مديريه", "دايره", "شعبيه", "لواء", "عماله", "جزيره", "عاصمه"}
)  # fmt: skip
"""Units that have a name of their own: "معتمدية الرديف"."""
UNITS = AREAS | {"قريه"}
SPOTS = frozenset(
    {"قريه", "حي", "مخيم", "ساحه", "ميدان", "شارع", "نهج", "معبر", "منفذ", "حقل", "ضاحيه", "جبل",
     "وادي", "شاطئ", "مفترق", "دوار", "سوق", "تله", "سهل", "واحه", "عماده", "مشيخه", "نهر"}
)  # fmt: skip
"""Spots that the text names more closely than by a town."""
BUILDINGS = frozenset(
    {"مطار", "ميناء", "مرفا", "مستشفي", "جامع", "مسجد", "كنيسه", "كنيس", "جامعه", "مدرسه", "معسكر",
     "قاعده", "ريف", "ملعب", "فندق", "نزل", "محطه", "جسر", "طريق", "سجن", "قصر", "معهد", "كليه",
     "ثكنه", "مصنع", "معمل", "مجمع", "مصفاه", "مبني", "مقر", "بوابه"}
)  # fmt: skip
"""Buildings and grounds, which a town tells better where the text names both."""
NO_NAMES = frozenset({"خطا", "قوه", "حوار", "تفاوض"})
"""Words that make of a kind something else: "عن طريق الخطأ", "طريق الحوار"."""
KINDS = AREAS | SPOTS | BUILDINGS
REGIONS = frozenset(
    {"حدود", "ساحل", "سواحل", "شواطئ", "اراضي", "مياه", "اجواء", "تراب", "جنوب", "شمال", "شرق",
     "غرب", "وسط", "عاصمه", "مدن", "مدينه", "بلده", "ولايه", "محافظه", "ريف", "منفذ", "مطارات",
     "سجون", "شريط"}
)  # fmt: skip
"""Heads whose adjective names the country that they lie in: "السواحل الليبية"."""
BACK = {
    "مدينه": (4, 4), "بلده": (4, 4), "قريه": (4, 5), "محافظه": (2, 2), "ولايه": (2, 2),
    "جهه": (2, 4), "اقليم": (2, 2), "منطقه": (2, 5), "معتمديه": (3, 4), "مخيم": (5, 5),
    "معبر": (4, 5), "مطار": (5, 5), "سجن": (5, 5), "ميناء": (4, 5), "قاعده": (5, 5),
    "حقل": (5, 5), "جزيره": (2, 3), "ساحه": (5, 5), "ميدان": (5, 5), "حي": (5, 5),
}  # fmt: skip
"""Words that alone, with the article, mean a place named before, by its resolutions."""
NAMESAKES = frozenset(
    {"اتفاق", "اتفاقيه", "اتفاقات", "معاهده", "اعلان", "مبادره", "مسار", "مخرجات", "بيان", "ميثاق",
     "بروتوكول", "صحيفه", "جريده", "قناه", "وكاله", "اذاعه", "راديو", "تلفزيون", "شبكه", "مجله",
     "نادي", "فريق", "منتخب", "احداث", "هجمات", "ملف", "قضيه", "ازمه", "سياسه", "علاقات",
     "مستقبل", "قرار", "قانون", "دستور", "مفاوضات", "محادثات", "شان", "اسم", "حزب", "حركه",
     "جبهه", "لواء", "كتيبه", "كتائب", "سرايا", "فيلق", "بنك", "شركه", "خام", "سفير", "سفيره",
     "سفاره", "مبعوث", "مبعوثه", "قنصل", "ابناء", "اهالي", "شعب", "حكومه", "دعم", "حق",
     "وضع", "اوضاع", "استقرار", "امن", "سلام", "حرب", "حل", "اهلي", "ترجي", "شباب", "مولوديه",
     "وفاق", "رجاء", "وداد", "نجم", "اتحاد", "وثيقه", "قدره", "ثقه", "دور", "موقف", "مصلحه",
     "سياده", "عمليه"}
)  # fmt: skip
"""Heads that bear the name of a place, or speak of it, without being there."""
TOPICS = frozenset(
    {"وضع", "اوضاع", "ازمه", "ملف", "تطورات", "مستجدات", "احداث", "حرب", "استقرار", "سلام", "قضيه",
     "تعيين", "انتخابات"}
)  # fmt: skip
"""What is spoken of: talks about "الوضع في ليبيا" are not held there."""
SETTLED = frozenset({"واقعه", "واقع", "كائنه", "كائن", "مجاوره", "محاذيه", "متاخمه", "حدوديه"})
"""Adjectives that say how a place lies and are no part of its name."""
REPORTERS = frozenset({"مراسل", "مراسلنا", "مراسلتنا", "مراسله", "مبعوث", "مبعوثنا"})
DIPLOMATS = frozenset(
    {"سفير", "سفيره", "مبعوث", "مبعوثه", "مبعوثا", "قنصل", "سفاره", "قنصليه", "بعثه", "سفراء"}
)
"""Who has a seat in a place: "السفير الإيطالي في تونس" is no act in Tunis."""
MOTIONS = frozenset(
    {"تحول", "تحولت", "توجه", "توجهت", "سافر", "سافرت", "وصل", "وصلت", "انتقل", "انتقلت", "يصل",
     "تصل", "يزور", "تزور", "حل", "حلت"}
)  # fmt: skip
"""Verbs that bring somebody to where he then acts: "توجه إلى الصين ووقع اتفاقا"."""
HOSTS = frozenset(
    {"شهد", "شهدت", "تشهد", "يشهد", "عرفت", "تعرف", "عاشت", "تعيش", "احتضنت", "استضافت", "تحتضن",
     "تستضيف"}
)  # fmt: skip
"""Verbs whose subject is where it happened: "شهدت مدينة صفاقس مظاهرة"."""
PLACING = (
    KINDS
    | PREPOSITIONS
    | frozenset(
        {"الي", "من", "نحو", "بين", "محيط", "ضواحي", "مدخل", "مشارف", "اطراف", "مدن", "احياء",
         "باتجاه", "صوب", "انحاء", "سواحل", "ساحل", "عرض", "علي"}
    )
)  # fmt: skip
"""What shows before an ordinary word that it is meant as a place ("مدينة صور")."""
