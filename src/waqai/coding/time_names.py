"""What looks like a time and is a name: "ثورة 17 فبراير", "شارع 9 أبريل", "صحيفة اليوم".

In go the words of a sentence and a time expression found in them; out comes whether the
words before or after it make a name of it. The lists hold kinds of things that Arabic names
by a day, not the names themselves: squares and streets, brigades and movements, laws and
plans, newspapers, markets.
"""

from __future__ import annotations

from waqai.coding import calendar_words as words
from waqai.coding.time_expression import TimeExpression
from waqai.coding.time_words import TimeWords

_BY_DATE = frozenset(
    {"ثوره", "انتفاضه", "حراك", "حركه", "كتيبه", "لواء", "سريه", "كتائب", "الويه", "قوي", "فريق",
     "تحالف", "تيار", "جبهه", "حزب", "تنسيقيه", "منظمه", "جمعيه", "مجموعه", "لجنه", "شارع",
     "جاده", "ساحه", "ميدان", "حي", "جسر", "نفق", "ملعب", "استاد", "جامعه", "مدرسه", "معهد",
     "ثانويه", "اعداديه", "ابتدائيه", "مستشفي", "مطار", "ميناء", "قاعده", "ثكنه", "معسكر", "مركز",
     "نادي", "قاعه", "مسجد", "مدينه", "حديقه", "شهداء", "عيد", "ذكري", "قيم", "مبادئ", "اهداف",
     "روح", "شباب"}
)  # fmt: skip
"""Things named by a day of the year."""
_BY_YEAR = frozenset(
    {"دستور", "قانون", "اتفاقيه", "معاهده", "ميزانيه", "موازنه", "رؤيه", "اجنده", "استراتيجيه",
     "خطه", "برنامج", "مخطط", "القرار", "قرار", "حدود", "مونديال", "كاس", "العالم", "اولمبياد",
     "امم", "افريقيا", "اسيا", "العرب", "يورو", "خليجي", "دوره", "موسم", "طبعه", "نسخه", "دفعه",
     "جيل", "مواليد", "طراز", "موديل", "عرب", "فلسطينيي", "اراضي", "الماده", "الفصل", "رقم",
     "الرقم", "المرسوم", "مرسوم", "لائحه", "نكبه", "نكسه"}
)  # fmt: skip
"""Things named by a year, and numbers that are no year."""
_MEDIA = frozenset(
    {"صحيفه", "جريده", "قناه", "موقع", "مجله", "بوابه", "اذاعه", "شبكه", "وكاله", "مراسل",
     "مراسله", "تلفزيون", "فضائيه", "يوميه", "حزب", "تيار", "جماعه", "مؤسسه", "دار", "مركز",
     "منصه", "لجريده", "لصحيفه", "لقناه", "لموقع"}
)  # fmt: skip
_REPORTED = frozenset(
    {"ذكرت", "نقلت", "افادت", "اوردت", "نشرت", "بثت", "كتبت", "بحسب", "حسب", "وفق", "عن", "لموقع",
     "لقناه", "مراسل", "مراسله"}
)  # fmt: skip
_OF_NAME = frozenset({"المصري", "روسيا", "ليبيا", "عربي", "تونس", "سوريا", "مصر", "اخبار",
                      "بغداد", "دنيا"})  # fmt: skip
"""First words of papers and channels called "… اليوم"."""
_DAY_HEADS = frozenset(
    {"سوق", "صلاه", "خطبه", "خطيب", "امام", "خطب", "قداس", "سبت", "احد", "قريه", "بلده", "بلديه",
     "مدينه", "عطله", "شهود", "مكتب", "مصلي"}
)  # fmt: skip
"""Before a weekday: "سوق الأحد", "خطيب الجمعة", "شهود السبت"."""
_PRAYERS = frozenset({"صلاه", "خطبه", "قداس"})
_AFTER_DAY = frozenset(
    {"الدامي", "الداميه", "الاسود", "السوداء", "الابيض", "البيضاء", "العظيمه", "العظيم",
     "الحزينه", "الحزين", "المقدس", "المقدسه", "الكبيره", "الحمراء", "الاحمر", "الخضراء",
     "البنفسجي"}
)  # fmt: skip
"""Adjectives that make a name of a weekday: "الأحد الدامي", "الجمعة السوداء"."""
_AFTER_TODAY = frozenset(
    {"العالمي", "الدولي", "الوطني", "العربي", "الافريقي", "المفتوح", "الدراسي", "التالي",
     "الموالي", "الثاني", "نفسه", "ذاته", "عينه", "الواحد", "الاخير", "السابق", "المشهود",
     "الموعود", "الاعلامي", "التحسيسي", "الختامي", "الافتتاحي", "الذي"}
)  # fmt: skip
"""After "اليوم": "اليوم العالمي للمرأة", "اليوم نفسه" are not today."""
_TIMES_OF_DAY = frozenset({"بعد", "عقب", "قبل", "اثر", "خلال", "اثناء", "وعقب", "وبعد"})

_DATELINE_WORDS = 5
"""Words and marks that may stand before the date of a dateline: "الجزائر العاصمة في"."""
_DATELINE_ENDS = frozenset({"(", "-", "–", "—", "/", ":"})


def is_name(text: TimeWords, time: TimeExpression) -> bool:
    """Whether the words of a time expression are part of a name."""
    first = text.word(time.first)
    if first in ("لسنه", "لعام") or text.word(time.first - 1) in ("ذلك", "تلك", "ذاك"):
        return True  # "قانون المالية لسنة 2017", "في ذلك اليوم"
    if time.first and _bare(text.word(time.first - 1), first):
        return True
    if text.weekday(time.last - 1) is not None and text.word(time.last) in _AFTER_DAY:
        return True
    if text.face(time.last - 1) == "اليوم":
        return _is_no_today(text, time)
    if text.face(time.last - 1) in ("الغد", "الامس") and time.last - time.first == 1:
        return _peeled(text.word(time.first - 1)) in _MEDIA
    if text.weekday(time.first) is not None:
        return _is_of_day_head(text, time)
    return _is_of_head(text, time)


def _bare(before: str, first: str) -> bool:
    """ "كل جمعة", "مرة في السنة": what recurs."""
    return before in ("كل", "لكل") and first not in words.LIMITS


def _peeled(word: str) -> str:
    """A head without the conjunction or preposition before it ("لكتيبة", "وبساحة")."""
    for letters in ("و", "ب", "ل", "ف"):
        rest = word[1:]
        if word.startswith(letters) and (rest in _BY_DATE or rest in _BY_YEAR or rest in _MEDIA):
            return rest
    return word


def _is_no_today(text: TimeWords, time: TimeExpression) -> bool:
    """ "في اليوم", "اليوم الثالث", "روسيا اليوم", "صحيفة اليوم"."""
    after = text.word(time.last)
    before = text.word(time.first - 1)
    if after in _AFTER_TODAY or (after in words.ORDINALS and after != "العشرين"):
        return True
    if time.last - time.first > 1:
        return False
    if text.word(time.first) == "اليوم" and before in ("في", "وفي", "لليوم"):
        return True
    if _peeled(before) in _MEDIA:
        return True
    return before in _OF_NAME and (
        text.word(time.first - 2) in _REPORTED or _peeled(text.word(time.first - 2)) in _MEDIA
    )


def _is_of_day_head(text: TimeWords, time: TimeExpression) -> bool:
    before = text.word(time.first - 1)
    head = before[1:] if before[:1] in "وبل" and before[1:] in _DAY_HEADS else before
    if head not in _DAY_HEADS:
        return False
    return not (head in _PRAYERS and text.word(time.first - 2) in _TIMES_OF_DAY)


def _is_of_head(text: TimeWords, time: TimeExpression) -> bool:
    """ "ثورة 17 فبراير", "حدود عام 1967", "دستور 2014": no preposition stands between."""
    head = _peeled(text.word(time.first - 1))
    if text.day_number(time.first)[0] is not None:
        return head in _BY_DATE or head in _BY_YEAR
    if time.granularity == "month" and time.last - time.first == 1:
        return head in ("حرب", "ثوره", "انتفاضه")
    is_bare_year = text.face(time.first).removeprefix("ل") in words.YEAR_WORDS
    return is_bare_year and head in _BY_YEAR


def is_dateline(text: TimeWords, time: TimeExpression) -> bool:
    """ "طرابلس 3 أبريل 2025 (وال) -": where and when it was written, at its very head."""
    if time.first > _DATELINE_WORDS or time.granularity != "day":
        return False
    if any(token.kind not in ("word", "punct") for token in text.tokens[: time.first]):
        return False
    number, _ = text.day_number(time.first)
    return number is not None and text.word(time.last) in _DATELINE_ENDS
