"""Clitics: what is peeled, what is restored, and what must stay whole."""

import pytest

from waqai.text.clitics import Reading, readings, split_abd
from waqai.text.view import normalise
from waqai.text.whole_words import WHOLE_WORDS, is_whole


def knows(*words):
    return {normalise(word) for word in words}.__contains__


def everything(_stem):
    return True


def shown(reading):
    """A reading as "و+ب+ال+stem+_ه"."""
    parts = [reading.conj, reading.prep, "ال" if reading.article else ""]
    parts += ["س" if reading.future else "", reading.stem]
    parts += ["_" + reading.pronoun if reading.pronoun else ""]
    return "+".join(filter(None, parts))


def peeled(word, *known):
    return [shown(reading) for reading in readings(normalise(word), knows(*known))]


PEELED = {
    "nothing": ("وصل", ["وصل"], ["وصل"]),
    "and": ("وقال", ["قال"], ["و+قال", "وقال"]),
    "so": ("فرفضت", ["رفضت"], ["ف+رفضت", "فرفضت"]),
    "article": ("المدينة", ["مدينة"], ["ال+مدينه", "المدينه"]),
    "by": ("بقصف", ["قصف"], ["ب+قصف", "بقصف"]),
    "by the": ("بالسلاح", ["سلاح"], ["ب+ال+سلاح", "بالسلاح"]),
    "to the": ("للحكومة", ["حكومة"], ["ل+ال+حكومه", "للحكومه"]),
    "and to the": ("وللقوات", ["قوات"], ["و+ل+ال+قوات", "وللقوات"]),
    "as the": ("كالعادة", ["عادة"], ["ك+ال+عاده", "كالعاده"]),
    "then the": ("فالحرب", ["حرب"], ["ف+ال+حرب", "فالحرب"]),
    "and by the": ("وبالتعاون", ["تعاون"], ["و+ب+ال+تعاون", "وبالتعاون"]),
    "to a word in lam": ("للجنة", ["لجنة"], ["ل+لجنه", "ل+ال+لجنه", "للجنه"]),
    "to a country in lam": ("لليبيا", ["ليبيا"], ["ل+ليبيا", "لليبيا"]),
    "to God": ("لله", ["الله"], ["ل+الله", "لله"]),
    "by God": ("بالله", ["الله"], ["ب+الله", "بالله"]),
    "future": ("ستلتقي", ["تلتقي"], ["س+تلتقي", "ستلتقي"]),
    "and future": ("وسيزور", ["يزور"], ["و+س+يزور", "وسيزور"]),
    "object": ("قتلهم", ["قتل"], ["قتل+_هم", "قتلهم"]),
    "two of them": ("بينهما", ["بين"], ["بين+_هما", "بينهما"]),
    "everything": ("وبمشاركتهم", ["مشاركة"], ["و+ب+مشاركه+_هم", "وبمشاركتهم"]),
    "ta for ta marbuta": ("زيارته", ["زيارة"], ["زياره+_ه", "زيارته"]),
    "a verb in ta": ("أعلنته", ["أعلنت"], ["اعلنت+_ه", "اعلنته"]),
    "alif for alif maqsura": ("مستشفاها", ["مستشفى"], ["مستشفي+_ها", "مستشفاها"]),
    "the alif of the plural": ("قتلوه", ["قتلوا"], ["قتلوا+_ه", "قتلوه"]),
    "hamza on ya": ("أعضائها", ["أعضاء"], ["اعضاء+_ها", "اعضائها"]),
    "hamza on waw": ("وزراؤه", ["وزراء"], ["وزراء+_ه", "وزراؤه"]),
    "nun of the plural": ("مقاتليهم", ["مقاتلين"], ["مقاتلين+_هم", "مقاتليهم"]),
    "nun of the plural, subject": ("ممثلوها", ["ممثلون"], ["ممثلون+_ها", "ممثلوها"]),
    "nun of the dual": ("وزيراه", ["وزيران"], ["وزيران+_ه", "وزيراه"]),
    "my": ("حكومتي", ["حكومة"], ["حكومه+_ي", "حكومتي"]),
    "your": ("معك", ["مع"], ["مع+_ك", "معك"]),
    "on a preposition of one letter": ("له", ["ل"], ["ل+_ه", "له"]),
}


@pytest.mark.parametrize(("word", "known", "expected"), PEELED.values(), ids=PEELED)
def test_peeled(word, known, expected):
    assert peeled(word, *known) == expected


def test_a_known_word_comes_first_and_its_other_readings_follow():
    assert peeled("فقد", "فقد", "قد") == ["فقد", "ف+قد"]
    assert peeled("بحسب", "بحسب", "حسب") == ["بحسب", "ب+حسب"]


def test_fewest_clitics_first():
    assert peeled("وبلدنا", "بلدنا", "بلد", "وبلد") == [
        "و+بلدنا",
        "وبلد+_نا",
        "و+بلد+_نا",
        "وبلدنا",
    ]


def test_an_unknown_word_is_returned_as_it_is():
    assert readings("وكذا", knows()) == (Reading("", "", False, False, "وكذا", ""),)


NEVER_PARTED = {
    "ولي": "لي",
    "وفد": "فد",
    "وزير": "زير",
    "وكالة": "كالة",
    "لجنة": "جنة",
    "لقاء": "قاء",
    "بحث": "حث",
    "بعثة": "عثة",
    "كتلة": "تلة",
    "ألمانيا": "مانيا",
    "بلغاريا": "لغاريا",
    "بولندا": "ولندا",
    "لبنان": "بنان",
    "ليبيا": "يبيا",
    "كندا": "ندا",
    "كوريا": "وريا",
    "فرنسا": "رنسا",
    "فنزويلا": "نزويلا",
    "ألف": "ف",
    "الآن": "ان",
    "إلى": "ى",
    "إلا": "ا",
    "اللذين": "لذين",
    "التي": "تي",
    "الذي": "ذي",
    "وحدات": "حدات",
    "واشنطن": "اشنطن",
    "فيصل": "يصل",
    "كلم": "لم",
    "ترك": "تر",
    "انتهاك": "انتهى",
    "اتهم": "ات",
    "ساهم": "سا",
    "توجه": "توج",
    "سابق": "ابق",
}


@pytest.mark.parametrize(("word", "rest"), NEVER_PARTED.items())
def test_never_parted(word, rest):
    assert peeled(word, word, rest) == [normalise(word)]


def test_a_whole_word_stays_whole_behind_a_clitic():
    assert peeled("وبلبنان", "لبنان", "بنان") == ["و+ب+لبنان", "وبلبنان"]
    assert peeled("ولبنان", "لبنان", "بنان") == ["و+لبنان", "ولبنان"]
    assert peeled("بألمانيا", "ألمانيا", "مانيا") == ["ب+المانيا", "بالمانيا"]
    assert peeled("لألمانيا", "ألمانيا", "مانيا") == ["ل+المانيا", "لالمانيا"]
    assert peeled("الوفد", "وفد", "فد") == ["ال+وفد", "الوفد"]


def test_a_whole_word_with_a_pronoun_loses_only_the_pronoun():
    assert peeled("لقائه", "لقاء", "قاء") == ["لقاء+_ه", "لقائه"]
    assert peeled("وزارته", "وزارة", "زارت") == ["وزاره+_ه", "وزارته"]
    assert peeled("فيها", "في", "يها") == ["في+_ها", "فيها"]


def test_written_hamza_and_ta_marbuta_rule_out_what_they_cannot_be():
    known = knows("وان", "كاتب", "احد", "غام", "يوم", "قول")
    assert shown(readings("الغام", known, written="الغام")[0]) == "الغام"  # whole, unspelled too
    assert [shown(r) for r in readings("الوان", known, written="ألوان")] == ["الوان"]
    assert [shown(r) for r in readings("كاتبه", known, written="كاتبة")] == ["كاتبه"]
    assert shown(readings("كاتبه", known, written="كاتبه")[0]) == "كاتبه"  # كاتبة, sloppy
    assert shown(readings("واحد", known, written="وأحد")[0]) == "و+احد"
    assert shown(readings("واحد", known, written="وَأَحَدـٌ")[0]) == "و+احد"
    assert [shown(r) for r in readings("واحد", known, written="واحد")] == ["واحد"]
    assert [shown(r) for r in readings("واحد", known, written="وَاحِدٌ")] == ["واحد"]


def test_marks_on_a_clitic_do_not_hide_the_hamza_behind_it():
    known = knows("بسة")
    assert [shown(r) for r in readings("والبسه", known, written="وَأَلبسة")] == ["والبسه"]
    assert shown(readings("والبسه", known, written="وَالبسة")[0]) == "و+ال+بسه"


def test_ta_marbuta_is_no_pronoun_and_ha_may_be():
    known = knows("مدير")
    assert [shown(r) for r in readings("مديره", known, written="مديرة")] == ["مديره"]
    assert [shown(r) for r in readings("مديره", known, written="مديره")] == ["مدير+_ه", "مديره"]


def test_i_will_is_written_with_hamza():
    known = knows("أطلب")
    assert [shown(r) for r in readings("ساطلب", known, written="ساطلب")] == ["ساطلب"]
    assert [shown(r) for r in readings("ساطلب", known, written="سأطلب")] == ["س+اطلب", "ساطلب"]


def test_the_article_leaves_no_room_for_a_pronoun():
    assert peeled("المدني", "المد", "مد", "المدن") == ["المدني"]
    assert peeled("الحكومتها", "حكومة", "الحكومة") == ["الحكومتها"]


def test_a_nisba_is_not_my():
    assert peeled("مصري", "مصر") == ["مصري"]
    assert peeled("إيراني", "إيران") == ["ايراني"]


def test_a_radical_is_not_your():
    assert peeled("شباك", "شبا") == ["شباك"]


@pytest.mark.parametrize("word", sorted(WHOLE_WORDS))
def test_whole_words_are_never_parted_whatever_is_known(word):
    assert [shown(r) for r in readings(word, everything)] == [word]


def test_whole_words_are_folded_and_spelled_alike():
    for norm, spellings in WHOLE_WORDS.items():
        assert {normalise(spelled) for spelled in spellings} == {norm}
        assert all(is_whole(norm, spelled) for spelled in spellings)


def test_no_word_at_all():
    assert [shown(r) for r in readings("", everything)] == [""]
    assert len(readings("و", everything)) == 1


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("عبدالحميد", ("عبد", "الحميد")),
        ("عبدالله", ("عبد", "الله")),
        ("عبدال", None),
        ("عبدالا", None),
        ("عبد", None),
        ("عبدو", None),
        ("معبدالطريق", None),
    ],
)
def test_split_abd(word, parts):
    assert split_abd(word) == parts
