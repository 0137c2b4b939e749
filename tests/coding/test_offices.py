"""Offices named without their state: whose they are, only the words beside them tell."""

from __future__ import annotations

import pytest

from waqai.dates import Published
from waqai.knowledge import load_knowledge
from waqai.model import Document
from waqai.resolve.coder import GrammarCoder, load_coder


@pytest.fixture(scope="module")
def coder() -> GrammarCoder:
    return load_coder()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("هدد قائد الجيش الكيني الصومال بالحرب يوم الأحد.", "KEN"),
        ("هدد المفتي العام السعودي إيران بالحرب يوم الأحد.", "SAU"),
        ("هدد قائد الجيش إيران بالحرب يوم الأحد.", None),
    ],
)
def test_a_bare_office_is_nobody_elses(coder: GrammarCoder, text: str, code: str | None) -> None:
    document = Document(id="d", text=text, published=Published.parse("2024-05-06"))
    (record,) = coder.code(document)
    (actor,) = record.actors
    assert actor.code == code
    assert actor.identity is None
    assert actor.office is None or actor.office.startswith(f"office/{(code or '').lower()}")


def test_an_office_that_names_its_body_stands_alone() -> None:
    knowledge = load_knowledge()
    for name in ("الأمين العام للأمم المتحدة", "الأمين العام للناتو", "شيخ الأزهر", "عمدة إسطنبول"):
        assert [use.ambiguous for use in knowledge.uses(name)] == [None], name
    for name in ("الأمين العام", "قائد الجيش", "مستشار الأمن القومي", "المفتي"):
        assert "bare office" in [use.ambiguous for use in knowledge.uses(name)], name


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("رئيس مفوضية الاتحاد الأفريقي", "person/moussa-faki"),
        ("وزير الخارجية التركي", "person/mevlut-cavusoglu"),
        ("وزير الخارجية التركي الأسبق", None),
        ("وزير الخارجية التركي السابق", None),
        ("الرئيس المصري المعزول", None),
        ("الرئيس الأمريكي المنتخب", None),
    ],
)
def test_a_seat_that_is_told_to_be_left_has_no_holder(
    coder: GrammarCoder, words: str, holder: str | None
) -> None:
    """Two spellings of a seat are one seat; a former minister is not the one in office."""
    text = f"هدد {words} إيران بالحرب يوم الأحد."
    document = Document(id="d", text=text, published=Published.parse("2020-12-14"))
    (record,) = coder.code(document)
    (actor,) = record.actors
    assert actor.identity == holder
    assert holder is not None or actor.office is None or "المنتخب" in words
