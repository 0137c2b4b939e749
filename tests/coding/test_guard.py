"""Documents in which political words are ordinary: what must stay silent, what must speak.

`tests/cases/guard/silent.jsonl` holds reports of matches, storms, films and markets that tell
no act; each of its look-alikes in `speaks.jsonl` tells some, by trigger and type.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from waqai.coding.domains import DomainIndex, fold_words
from waqai.coding.state import Resources
from waqai.dates import Published
from waqai.lexicon.compile import source_files
from waqai.lexicon.source import read_sources
from waqai.model import Document
from waqai.resolve.coder import GrammarCoder, load_coder

CASES = Path(__file__).parents[1] / "cases" / "guard"
RULES = [item.entry for item in read_sources(source_files())[0] if item.kind == "domains"]


def read(name: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


SILENT, SPEAKS = read("silent"), read("speaks")


def document(case: dict[str, Any]) -> Document:
    published = Published.parse("2025-04-04")
    return Document(case["id"], case["text"], published, "Example", case["title"], language="ar")


@pytest.fixture(scope="module")
def coder() -> GrammarCoder:
    return load_coder()


@pytest.fixture(scope="module")
def unguarded(coder: GrammarCoder) -> GrammarCoder:
    """The same coder without any domain."""
    found = coder.resources
    lexicon = replace(found.lexicon, domains={})
    return GrammarCoder(Resources(lexicon, found.knowledge, found.ontology))


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case["id"])
def test_an_ordinary_report_tells_no_act(coder: GrammarCoder, case: dict[str, Any]) -> None:
    told = [(r.event, r.trigger[0].text) for r in coder.code(document(case))]
    assert told == []


@pytest.mark.parametrize("case", SPEAKS, ids=lambda case: case["id"])
def test_a_look_alike_speaks(coder: GrammarCoder, case: dict[str, Any]) -> None:
    told = [(r.event, [span.text for span in r.trigger]) for r in coder.code(document(case))]
    for wanted in case["expect"]:
        assert any(
            event == wanted["event"] and any(wanted["trigger"] in word for word in words)
            for event, words in told
        ), (wanted, told)


def test_the_guard_is_what_keeps_them_silent(unguarded: GrammarCoder) -> None:
    spoken = [case["id"] for case in SILENT if unguarded.code(document(case))]
    assert len(spoken) > len(SILENT) * 3 // 4


def test_every_domain_has_cases() -> None:
    for cases in (SILENT, SPEAKS):
        assert len(cases) >= 30
    named = {rule.domain for rule in RULES}
    assert {case["domain"] for case in SILENT} == named
    # A horoscope that tells news is not to be had.
    assert {case["domain"] for case in SPEAKS} == named - {"horoscope"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.domain)
def test_examples_of_a_domain(coder: GrammarCoder, rule: Any) -> None:
    index = DomainIndex(coder.resources.lexicon)
    for text in rule.examples:
        domain = index.find(None, fold_words(text))
        assert domain is not None, text
        assert domain.rule.id == rule.id, text
    for text in rule.counterexamples:
        domain = index.find(None, fold_words(text))
        assert domain is None or domain.rule.id != rule.id, text


def test_the_explanation_names_domain_and_check(coder: GrammarCoder) -> None:
    case = next(case for case in SILENT if case["id"] == "silent-sport-01")
    shown = coder.explain(document(case)).render()
    assert "\ndomain: sport, weight " in shown
    assert "ar.assault.attack.001: sport: nobody political stands by it (" in shown


def test_a_bare_state_is_a_team_in_sport_only(coder: GrammarCoder) -> None:
    match = "هاجمت تونس مرمى الجزائر في الشوط الثاني من مباراة تصفيات كأس العالم على ملعب رادس."
    assert not coder.code(document({"id": "match", "title": "مباراة القمة", "text": match}))
    border = "هاجمت تونس الجزائر في الأمم المتحدة، ورفضت الجزائر الاتهامات."
    assert coder.code(document({"id": "border", "title": "توتر", "text": border}))


def test_a_tale_goes_on_in_the_imperfect_to_the_end_of_its_paragraph(coder: GrammarCoder) -> None:
    tale = "يروي الفيلم قصة قرية صغيرة، وهو من إخراج مخرجة شابة وبطولة ممثلة مسرحية. "
    case = {"id": "tale", "title": "فيلم جديد", "text": tale + "وتقتل الشرطة بطل القصة."}
    assert not coder.code(document(case))
    case["text"] = tale + "\nواعتقلت الشرطة المخرجة بعد عرض الفيلم."
    assert [r.event for r in coder.code(document(case))] == ["COERCE"]


def test_a_minister_who_saw_a_match_makes_no_match_report(coder: GrammarCoder) -> None:
    text = (
        "التقى رئيس الحكومة وفدا من صندوق النقد الدولي وبحث معه برنامج الإصلاح. وأكد الوزير "
        "أن الميزانية جاهزة، وقال إن المجلس سيناقشها بعد العطلة. وحضر رئيس الحكومة مساء مباراة "
        "المنتخب في الملعب، ثم غادر إلى الجنوب حيث يزور ثلاث ولايات ويلتقي ولاتها وممثلي "
        "المجتمع المدني فيها ويستمع إلى مطالبهم."
    )
    assert DomainIndex(coder.resources.lexicon).find("رئيس الحكومة", fold_words(text)) is None
