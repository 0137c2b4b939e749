"""Times that belong to something else in the clause of an act.

"القرار الصادر أمس", "دفعة عام 2023", "تعديل وزاري مرتقب الأسبوع المقبل", "المفقودين منذ عام
2011": the day of a decision, of a class, of what is planned, the beginning of a state. In go
an act and a time of its clause; out comes whether the time is of another word.
"""

from __future__ import annotations

from waqai.coding.clauses import Parse
from waqai.coding.time_expression import TimeExpression
from waqai.inflection import without_article

_PLANNED = frozenset({"مقرر", "مقرره", "مرتقب", "مرتقبه", "منتظر", "منتظره", "مزمع", "مزمعه"})
_DATED = frozenset(
    {"صادر", "صادره", "موقع", "موقعه", "مبرم", "مبرمه", "معين", "معينه", "مؤرخ", "مؤرخه",
     "منعقد", "منعقده", "منتخب", "منتخبه", "منشور", "منشوره", "معلن", "معلنه", "منجز", "منجزه",
     "مولود", "مولوده", "متوفي", "متوفاه", "واقع", "واقعه", "حاصل", "حاصله", "مندلع", "مندلعه",
     "مسجل", "مسجله", "مرتكب", "مرتكبه", "منظم", "منظمه", "مقام", "مقامه", "صدر", "صدرت",
     "نشر", "نشرت", "مكتشف", "مكتشفه", "مؤسس", "تاسس", "تاسست", "ولد", "ولدت"}
)  # fmt: skip
"""Participles and short clauses whose own day follows: "الصادر أمس", "تقريرا صدر أمس"."""
_STATES = frozenset(
    {"مفقود", "مفقودين", "مفقوده", "مفروض", "مفروضه", "معتقل", "معتقلين", "معتقله", "محتجز",
     "محتجزين", "محتجزه", "مسجون", "مسجونين", "سجين", "اسير", "اسري", "مستمر", "مستمره",
     "متواصل", "متواصله", "محاصر", "محاصره", "مغلق", "مغلقه", "متوقف", "متوقفه", "معلق", "معلقه",
     "محتل", "محتله", "مقيم", "مقيمه", "مقيمين", "مختطف", "مختطفين", "مختطفه", "حاكم", "حاكمه",
     "قائم", "قائمه", "دائر", "دائره", "خارج", "خارجه", "خاضع", "خاضعه", "غائب", "غائبه",
     "نازح", "نازحين", "عالق", "عالقين", "عالقه", "موقوف", "موقوفين", "متمركز", "متمركزه",
     "شاغر", "شاغره", "فار", "فارين", "مهجر", "مهجرين", "مندلع", "مندلعه", "مضرب", "مضربين",
     "مضربه", "معتصم", "معتصمين", "عاطل", "عاطلين", "سار", "ساريه", "معمول", "مسروق",
     "مسروقه", "هارب", "هاربين", "منشق", "مودع", "مودعين", "متحصن"}
)  # fmt: skip
"""Words of a state that has lasted: "الحصار المفروض على القطاع منذ عام 2007"."""
_MAX_BACK = 6
"""Words between a state and its beginning: "الخارجة عن سيطرة الحكومة المركزية منذ 2014"."""
_OCCURRENCES = frozenset(
    {"عمليه", "عمليات", "احداث", "حرب", "انقلاب", "تفجيرات", "هجمات", "مجزره", "انتخابات",
     "استفتاء", "اتفاق", "قمه", "مؤتمر", "زلزال", "ثوره", "جلسه", "بيان", "قرار"}
)  # fmt: skip
"""What is called by its day: "عملية السابع من أكتوبر"."""
_HAPPENED = frozenset({"جد", "جدت", "وقع", "وقعت", "حدث", "حدثت", "جري", "جرت", "حصل", "حصلت",
                       "تعود", "يعود"})  # fmt: skip
_LETTERS = frozenset({"رساله", "خطاب", "بيان", "مذكره", "برقيه", "رسالت"})
_LETTER_WORDS = 15
"""Words back to which a letter may be named: its addressees stand between."""
_LINKS = frozenset({"في", "يوم", "مساء", "صباح", "بتاريخ", "منذ", "ب", "خلال"})


def clause_of_time(parse: Parse, time: TimeExpression) -> int:
    """The clause a time stands in; between commas right after a verb, the verb's.

    "الهجمات التي استهدفت، الإثنين الماضي، منشآت": the comma does not close the relative clause.
    """
    k = parse.chunk_of[time.first]
    if k >= 2 and parse.tags[time.first - 1].token.text == "،":
        before = parse.chunks[k - 2]
        after = parse.tags[time.last].token.text if time.last < len(parse.tags) else ""
        if before.kind == "verb" and after == "،":
            return parse.clause_of[k - 2]
    return parse.clause_of[k]


def is_of_other(parse: Parse, time: TimeExpression, word: int) -> bool:
    """Whether a time belongs to another word than the act at `word`."""
    if time.first == 0:
        return False
    if time.is_since:
        return _is_of_state(parse, time, word)
    return _is_of_participle(parse, time, word) or _is_of_noun(parse, time, word)


def _is_of_participle(parse: Parse, time: TimeExpression, word: int) -> bool:
    """ "قبل تعديل وزاري مرتقب الأسبوع المقبل", "بقرار المحكمة الصادر أمس"."""
    at = time.first - 1
    while at > 0 and parse.tags[at].token.norm in _LINKS:
        at -= 1
    tag = parse.tags[at]
    stem = without_article(tag.reading.stem)
    is_relative = parse.clauses[clause_of_time(parse, time)].kind == "relative"
    if is_relative and tag.token.norm in _HAPPENED and word > time.first:
        return True  # "القضية التي جدت يوم 30 ديسمبر وإيقاف الأطراف": the day of the case
    if at == word or stem not in _DATED | _PLANNED:
        return False
    k = parse.chunk_of[at]
    if stem in ("مؤرخ", "مؤرخه"):
        return not _is_of_letter(parse, at)
    if stem in _PLANNED:
        return tag.tag != "verb" and parse.chunk_of[word] != k
    is_clause = tag.tag == "verb" or not tag.is_definite
    if is_clause and (at == 0 or parse.tags[at - 1].is_definite):
        return False  # a verb after a closed phrase tells for itself
    return parse.chunk_of[word] not in (k, k - 1)


def _is_of_letter(parse: Parse, at: int) -> bool:
    """ "طلبت في رسالتها المؤرخة في 8 يوليو": the day of a letter is that of what it asks."""
    before = parse.tags[max(at - _LETTER_WORDS, 0) : at]
    return any(tag.reading.stem in _LETTERS for tag in before)


def _is_of_noun(parse: Parse, time: TimeExpression, word: int) -> bool:
    """ "أدان انقلاب عام 2021", "بيان عن هجوم 7 أكتوبر": a date in the phrase of another act."""
    if not is_beside_noun(parse, time, word):
        return False
    before = parse.tags[time.first - 1]
    is_act = before.names_act or before.reading.stem in _OCCURRENCES
    return is_act and not before.token.norm.endswith("ا")  # "هجوما عام 2021" goes on otherwise


def is_beside_noun(parse: Parse, time: TimeExpression, word: int) -> bool:
    """ "دفعة عام 2023", "اتفاقية 1954": a date right after the open noun of another phrase."""
    before = parse.tags[time.first - 1]
    if time.first == 0 or before.tag != "noun" or before.is_definite or before.given:
        return False
    starts = parse.tags[time.first].token
    is_date = starts.kind == "number" or starts.norm in ("عام", "سنه", "العام")
    return is_date and parse.chunk_of[time.first - 1] != parse.chunk_of[word]


def _is_of_state(parse: Parse, time: TimeExpression, word: int) -> bool:
    """ "عائلات المفقودين منذ عام 2011", "الحزب الحاكم منذ عقدين"."""
    for at in range(time.first - 1, max(time.first - 1 - _MAX_BACK, -1), -1):
        if at == word or parse.tags[at].tag == "verb":
            return False
        if without_article(parse.tags[at].reading.stem) in _STATES:
            return True
    return False
