"""Contexts: what words earn, what hides them, what only says where."""

from __future__ import annotations

import pytest

from waqai.dates import Published
from waqai.model import Document, Record
from waqai.resolve.coder import load_coder


def code(text: str) -> tuple[Record, ...]:
    document = Document("case", text, Published.parse("2025-04-04"), language="ar")
    records = load_coder().code(document)
    assert records, text
    return records


EARNED = {
    "رفضت إثيوبيا طلب مصر الكشف عن جدول ملء خزان سد النهضة.": "natural_resource",
    "طالب مزارعو البقاع الحكومة بتعويضهم عن خسائر ألحقها الصقيع بمحاصيلهم.": "disasters",
    "سلمت مصر إلى السودان المساعدات الإنسانية.": "human_security",
    "اعتقلت الشرطة التركية عشرات المحتجين في أنقرة.": "repression",
}
HIDDEN = {
    "اعتقلت الشرطة التركية رجلا بعد فحص الحمض النووي.": "cbrn",
    "اتهم وزير الإعلام اليمني نقابة الصحفيين بممارسة إرهاب فكري.": "terrorism",
    "نظم معلمون وقفة احتجاجية أمام مقر البرلمان في تونس.": "legislative",
    "اعتقلت الشرطة التركية رجلا في أنقرة حسب وزارة الدفاع.": "military",
}


@pytest.mark.parametrize("text", EARNED)
def test_words_earn_a_context_and_are_its_evidence(text: str) -> None:
    record = next(r for r in code(text) if EARNED[text] in r.contexts)
    evidence = record.evidence["context"]
    assert any(e.rule.startswith(f"ar.context.{EARNED[text]}.") for e in evidence)


@pytest.mark.parametrize("text", HIDDEN)
def test_other_senses_places_and_sources_earn_nothing(text: str) -> None:
    assert all(HIDDEN[text] not in record.contexts for record in code(text))


def test_a_weak_word_needs_a_document_that_speaks_of_the_matter() -> None:
    alone = "اعتصم عمال شركة في تونس."
    assert "economic" not in code(alone)[0].contexts
    about = "قال الوزير إن الاقتصاد يعاني من ديون وقروض وضرائب وعجز في الميزانية والموازنة."
    assert "economic" in code(f"{about}\n{alone}")[-1].contexts


def test_crime_is_not_set_beside_a_narrower_context() -> None:
    text = "أحالت النيابة وزيرا سابقا إلى المحاكمة بتهمة اختلاس المال العام وسرقة أموال."
    contexts = code(text)[0].contexts
    assert "corruption" in contexts and "crime" not in contexts
