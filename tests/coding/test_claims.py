"""Marks, stance, sources and interests on small sentences, family by family."""

from __future__ import annotations

from functools import cache

import pytest

from waqai.coding.quotes import find_quotes
from waqai.dates import Published
from waqai.model import Document, Record
from waqai.resolve.coder import GrammarCoder, load_coder


@cache
def coder() -> GrammarCoder:
    return load_coder()


def act(text: str, event: str, trigger: str = "") -> Record:
    """The first record of a type in a text, whose trigger holds some letters."""
    document = Document("d", text, Published.parse("2025-04-04"), "Example", language="ar")
    return next(
        r for r in coder().code(document) if r.event == event and trigger in r.trigger[0].text
    )


@pytest.mark.parametrize(
    ("text", "event", "aux"),
    [
        (
            "أحجم مجلس الأمن في ختام جلسته الطارئة عن إدانة الانقلاب العسكري في بوركينا فاسو",
            "ACCUSE",
            {"negation"},
        ),
        ("تجنب البيان الختامي للقمة إدانة الغارات الإسرائيلية", "ACCUSE", {"negation"}),
        ("ما انسحبت الميليشيات من مواقعها حتى اللحظة", "RETREAT", {"negation"}),
        ("ما إن انسحبت الميليشيات من مواقعها حتى عاد السكان", "RETREAT", set()),
        ("لم تحل الأمطار دون تظاهر الطلاب أمام البرلمان", "PROTEST", set()),
        ("لن تفرض الحكومة حظر التجول في المدن", "COERCE", {"negation", "future"}),
        ("إن تحشد موسكو قواتها على الحدود فالحلف مستعد", "MOBILIZE", {"hypothetical"}),
        ("بدا ممثل الصين كما لو أنه رفض المقترح", "REJECT", {"hypothetical"}),
        ("يخشى التجار على محالهم بعد أن احتج السكان على الغلاء", "PROTEST", set()),
        ("وكان المدعي العام اتهم الوزير السابق بالفساد", "ACCUSE", {"historical"}),
        ("أنقذت البحرية الإيطالية آلاف المهاجرين بين عامي 2013 و2014", "AID", {"historical"}),
        ("اجتاحت القوات العراقية الكويت فجر الثاني من آب 1990", "ASSAULT", {"historical"}),
        ("اعتصم الطلبة المسجلون في دفعة عام 2023 يوم الثلاثاء", "PROTEST", set()),
        ("يعتزم سائقو الشاحنات تنظيم اعتصام أمام البرلمان", "PROTEST", {"future"}),
        ("تنظم أحزاب المعارضة مساء اليوم مظاهرة أمام البرلمان", "PROTEST", {"future"}),
    ],
)
def test_marks(text: str, event: str, aux: set[str]) -> None:
    assert set(act(text, event).aux) == aux


@pytest.mark.parametrize(
    ("text", "event", "stance", "source"),
    [
        ('"قواتنا سيطرت على المطار"، يقول الناطق باسم الجيش', "ASSAULT", "reported", "الناطق"),
        ("قيل إن الملك أقال قائد الحرس", "SANCTION", "reported", None),
        ("أفرجت الحكومة عن الأسرى وفقا لاتفاق ستوكهولم", "RETREAT", "asserted", None),
        ("تبنت الجماعة الهجوم على المعسكر", "ASSAULT", "claimed", "الجماعة"),
        ("وصل الوفد إلى موسكو، كما صرح بذلك السفير الأفغاني", "CONSULT", "reported", "السفير"),
        ("من المقرر أن يزور الوزير الإيراني بغداد", "AGREE", "expected", None),
        ("رجح مصدر أمني أن تكون الحركة قد قصفت المعسكر", "ASSAULT", "believed", "مصدر أمني"),
    ],
)
def test_stance_and_source(text: str, event: str, stance: str, source: str | None) -> None:
    record = act(text, event)
    assert record.stance == stance
    named = [a.span.text for a in record.attributions]
    assert (source is None and not named) or any(str(source) in name for name in named)


def test_a_chain_names_both_sources() -> None:
    record = act("نقلت وكالة رويترز عن مسؤول عراقي قوله إن مسلحين هاجموا القاعدة", "ASSAULT")
    assert [a.span.text for a in record.attributions] == ["وكالة رويترز", "مسؤول عراقي"]


def test_a_quotation_goes_on_over_sentences() -> None:
    text = (
        'قال الوزير المصري: "بذلنا جهودا. قصفت الطائرات المخيم أمس. ولن نسكت". اعتقلت الشرطة لصا.'
    )
    assert act(text, "ASSAULT").attributions[0].span.text == "الوزير المصري"
    assert act(text, "COERCE").attributions == ()


@pytest.mark.parametrize(
    ("text", "event", "wanted"),
    [
        ("نشر الجيش قوات على الحدود لمنع تسلل الجماعات", "MOBILIZE", "منع تسلل الجماعات"),
        ("من أجل تخفيف المعاناة، أرسل المغرب مساعدات إلى تشاد", "AID", "تخفيف المعاناة"),
        (
            "قطع محتجون الطريق الدولي قرب الناصرية حتى تستجيب الحكومة لمطالبهم",
            "PROTEST",
            "تستجيب الحكومة",
        ),
        ("اعتقلت الشرطة مديرا لمخالفته القانون", "COERCE", None),
        ("أدان الاتحاد من أجل المتوسط التفجير في مقديشو", "ACCUSE", None),
    ],
)
def test_interest(text: str, event: str, wanted: str | None) -> None:
    found = [i.span.text for i in act(text, event).interests]
    assert found == [] if wanted is None else any(wanted in words for words in found)


def test_quotes_left_open_and_closed() -> None:
    assert find_quotes(['"', "أ", '"'], is_open=False).opens_at is None
    assert find_quotes(["أ", "»", "«", "ب"], is_open=True).opens_at == 2
