"""Casualties and crowds: the figures of a sentence and the act each belongs to."""

from __future__ import annotations

import pytest

from waqai.dates import Published
from waqai.model import Document
from waqai.resolve.coder import load_coder


def sizes(text: str) -> dict[str, dict[str, tuple[int | None, int | None, str]]]:
    """Bounds and words of each number, by the first word of the record's trigger."""
    document = Document("case", text, Published.parse("2025-04-04"), language="ar")
    return {
        record.trigger[0].text: {
            field: (count.minimum, count.maximum, count.span.text)
            for field, count in record.sizes.items()
        }
        for record in load_coder().code(document)
    }


OWN = {
    "مقتل جندي برصاص مسلحين شمال سيناء.": ("مقتل", "dead", (1, 1, "جندي")),
    "قتل شرطيان برصاص مسلحين في بغداد.": ("قتل", "dead", (2, 2, "شرطيان")),
    "قتل مسلحون ضابطا وجنديين في بغداد.": ("قتل", "dead", (3, 3, "ضابطا وجنديين")),
    "اعتقلت الشرطة التركية 21 شخصا على الأقل في أنقرة.": ("اعتقلت", "arrested", (21, None, "21")),
    "اعتقلت الشرطة التركية أحد المتظاهرين في أنقرة.": ("اعتقلت", "arrested", (1, 1, "أحد")),
    "تمكنت الشرطة من القبض على ثلاثة (03) إرهابيين.": ("القبض", "arrested", (3, 3, "ثلاثة")),
    "ألقت الشرطة المصرية القبض على رجل أعمال.": ("ألقت", "arrested", (1, 1, "رجل")),
    "إن سبعين جنديا قتلوا في الهجوم.": ("قتلوا", "dead", (70, 70, "سبعين")),
    "تظاهر مئات العمال في تونس ضد الحكومة.": ("تظاهر", "size", (200, None, "مئات")),
}


@pytest.mark.parametrize("text", OWN)
def test_an_act_counts_those_it_is_done_to(text: str) -> None:
    word, field, wanted = OWN[text]
    assert sizes(text)[word] == {field: wanted}


RESULTS = {
    "قتل 5 جنود في هجوم على ثكنة في بغداد.": "هجوم",
    "أسفر هجوم على ثكنة في بغداد عن مقتل 5 جنود.": "هجوم",
    "قصفت إسرائيل بلدة الخيام، ما أدى إلى سقوط 5 قتلى.": "قصفت",
    "هجوم إسرائيلي على بلدة الخيام أودى بحياة 5 أشخاص.": "هجوم",
    "قتل 5 أشخاص عندما أطلق مسلحون النار على مصلين في بغداد.": "أطلق",
}


@pytest.mark.parametrize("text", RESULTS)
def test_an_attack_has_the_dead_it_left(text: str) -> None:
    (found,) = sizes(text)[RESULTS[text]].items()
    assert (found[0], found[1][:2]) == ("dead", (5, 5))


NOTHING = {
    "قصفت إسرائيل بلدة الخيام بعد يومين من مقتل خمسة مسعفين في غارة سابقة.": "قصفت",
    "قصف الجيش الروسي مدينة أوديسا بـ45 طائرة مسيرة.": "قصف",
    "ضبطت الشرطة التركية 5 بنادق صيد في أنقرة.": "ضبطت",
    "أصيب 80 بين قتيل وجريح في قصف إسرائيلي على غزة.": "قصف",
}


@pytest.mark.parametrize("text", NOTHING)
def test_what_counts_something_else_is_left_out(text: str) -> None:
    assert sizes(text).get(NOTHING[text], {}) == {}


def test_the_dead_stay_with_the_killing_and_the_wounded_with_the_wounding() -> None:
    found = sizes("أعلن الجيش التركي مقتل جندي وإصابة اثنين في هجوم على قاعدة شمالي العراق.")
    assert found["مقتل"] == {"dead": (1, 1, "جندي")}
    assert found["إصابة"] == {"injured": (2, 2, "اثنين")}
    assert found["هجوم"] == {"dead": (1, 1, "جندي"), "injured": (2, 2, "اثنين")}


def test_both_together_are_neither() -> None:
    found = sizes("أعلنت الأمم المتحدة مقتل وإصابة 1115 مدنيا في هجمات في العراق.")
    assert all(not counts for counts in found.values())
