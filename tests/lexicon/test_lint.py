"""Lint: every kind of fault, named with its line; the shipped files without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.lexicon.compile import source_files
from waqai.lexicon.lint import lint
from waqai.lexicon.source import Fault
from waqai.serve.codes import lexicon_codes

CODES = lexicon_codes()
TRIGGER = """\
  - id: ar.consult.greet.001
    gloss_en: greet
    verb: {lemma: زار, root: ز و ر, form: 1, imperfect: يزور}
    event: CONSULT
    examples: ["زار الوزير المدينة"]
    counterexamples: ["لم يزر الوزير المدينة"]
"""


def faults_of(tmp_path: Path, *bodies: str) -> list[Fault]:
    paths = []
    for i, body in enumerate(bodies):
        path = tmp_path / f"file{i}.yaml"
        path.write_text(body, encoding="utf-8")
        paths.append(path)
    return lint(paths, CODES)


def triggers(*entries: str) -> str:
    return "kind: triggers\nlanguage: ar\nentries:\n" + "".join(entries)


def changed(old: str, new: str) -> str:
    assert old in TRIGGER
    return triggers(TRIGGER.replace(old, new))


def test_shipped_files_have_no_fault() -> None:
    assert [str(fault) for fault in lint(source_files(), CODES)] == []


def test_a_clean_file_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, triggers(TRIGGER)) == []


@pytest.mark.parametrize(
    ("body", "line", "key", "says"),
    [
        (changed("CONSULT", "VISIT"), 7, "event", "CONSULT"),
        (changed("    event", "    modes: [dance]\n    event"), 7, "modes", "visit"),
        (changed("    event", "    contexts: [sport]\n    event"), 7, "contexts", "military"),
        (changed("    event", "    cameo: '190'\n    event"), 7, "cameo", "a code of CONSULT"),
        (changed("    event", "    colour: red\n    event"), 7, "colour", "Extra inputs"),
        (changed("gloss_en: greet", "gloss_en: ''"), 5, "gloss_en", "at least 1 character"),
        (changed("ar.consult", "consult"), 4, "id", "pattern"),
        (changed("form: 1, imperfect: يزور", "form: 1"), 6, "verb.imperfect", "given for form 1"),
        (changed("imperfect: يزور", "imperfect: يزر"), 6, "verb.imperfect", "يزور"),
        (changed("form: 1", "form: 8"), 6, "verb.lemma", "ازدار"),
        (changed("root: ز و ر", "root: ز ر ر"), 6, "verb.lemma", "زر"),
        (changed("زار الوزير المدينة", "زار الوز\u06ccر المدينة"), 8, "examples.0", "plain Arabic"),
        (changed("زار الوزير", "زار الـوزير"), 8, "examples.0", "U+0640"),
        (
            changed("    event", "    needs: {object: [embassy]}\n    event"),
            7, "needs.object.0", "Arabic letters",
        ),
        (
            changed("    event", "    needs: {object: ['@nothing']}\n    event"),
            7, "needs.object.0", "a class",
        ),
        (
            changed("    event", "    unless: {verb: [نام]}\n    event"),
            7, "unless.verb.0", "a verb that some file has",
        ),
        (changed("    event", "    event: AID\n    event"), 8, "event", "each key once"),
        (changed("    event", "    override: maybe\n    event"), 7, "override", "true"),
        (triggers(TRIGGER, TRIGGER), 10, "id", "it stands in file0.yaml:4"),
        ("kind: verbs\nlanguage: ar\n", 1, "file", "kind, language, entries"),
        ("kind: songs\nlanguage: ar\nentries: []\n", 1, "kind", "triggers"),
        ("kind: verbs\nlanguage: fa\nentries: []\n", 1, "language", "ar"),
        ("kind: verbs\nlanguage: ar\nentries: {}\n", 1, "entries", "a list"),
        ("kind: verbs\nlanguage: ar\nentries: [\n", 4, "file", "expected"),
    ],
)  # fmt: skip
def test_fault(tmp_path: Path, body: str, line: int, key: str, says: str) -> None:
    found = faults_of(tmp_path, body)
    assert [(f.line, f.key) for f in found] == [(line, key)], [str(f) for f in found]
    assert says in str(found[0])


@pytest.mark.parametrize(
    ("names", "line", "says"),
    [
        ("[يوسف, يوسف]", 5, "one use"),
        ("[أحمد, احمد]", 5, "one use"),
        ("[عبد الله]", 5, "compound_head"),
        ("[سعيد]", 5, "ordinary: true"),
        ("[منذ]", 5, "no particle"),
        ("[Omar]", 5, "Arabic letters"),
        ("[يوسف]\n    nickname: true", 6, "Extra inputs"),
    ],
)
def test_faults_of_given_names(tmp_path: Path, names: str, line: int, says: str) -> None:
    body = f"kind: given_names\nlanguage: ar\nentries:\n  - gloss_en: men\n    words: {names}\n"
    nouns = "kind: nouns\nlanguage: ar\nentries:\n  - words: [سعيد]\n"
    since = "kind: particles\nlanguage: ar\nentries:\n"
    since += "  - {word: منذ, type: preposition, gloss_en: since}\n"
    found = faults_of(tmp_path, body, nouns, since)
    assert [f.line for f in found] == [line], [str(f) for f in found]
    assert says in str(found[0])


@pytest.mark.parametrize(
    ("line", "key", "says"),
    [
        ("sure: [مباراة]", "sure.0", "some trigger"),
        ("doubtful: [مباراة]", "doubtful.0", "some trigger"),
        ("sure_modes: [dance]", "sure_modes.0", "visit"),
        ("events: [VISIT]", "events", "CONSULT"),
        ("weak: ['@nothing']", "weak.0", "a class"),
        ("against: [bomb]", "against.0", "Arabic letters"),
        ("proof: somebody", "proof", "party"),
    ],
)
def test_faults_of_domains(tmp_path: Path, line: str, key: str, says: str) -> None:
    body = "kind: domains\nlanguage: ar\nentries:\n  - id: ar.domain.chess.001\n"
    body += f"    domain: chess\n    gloss_en: chess\n    words: [شطرنج]\n    {line}\n"
    body += "    examples: [شطرنج, شطرنج]\n    counterexamples: [شطرنج, شطرنج]\n"
    found = faults_of(tmp_path, body, triggers(TRIGGER))
    assert [(f.line, f.key) for f in found] == [(8, key)], [str(f) for f in found]
    assert says in str(found[0])


def test_an_ordinary_name_may_be_a_noun_and_open_a_compound(tmp_path: Path) -> None:
    body = "kind: given_names\nlanguage: ar\nentries:\n"
    body += "  - {gloss_en: men, words: [نور], ordinary: true}\n"
    body += "  - {gloss_en: openings, words: [نور], compound_head: true}\n"
    nouns = "kind: nouns\nlanguage: ar\nentries:\n  - words: [نور]\n"
    assert faults_of(tmp_path, body, nouns) == []


def test_all_faults_at_once(tmp_path: Path) -> None:
    body = changed("CONSULT", "VISIT").replace("imperfect: يزور", "imperfect: يزر")
    found = faults_of(tmp_path, body, "kind: songs\nlanguage: ar\nentries: []\n")
    assert [(f.file, f.key) for f in found] == [
        ("file0.yaml", "verb.imperfect"),
        ("file0.yaml", "event"),
        ("file1.yaml", "kind"),
    ]


def test_twins_must_be_told_apart(tmp_path: Path) -> None:
    twin = TRIGGER.replace("consult.greet", "protest.greet").replace("CONSULT", "PROTEST")
    [fault] = faults_of(tmp_path, triggers(TRIGGER, twin))
    assert fault.key == "id"
    assert "tell it from ar.consult.greet.001" in fault.expected
    needy = twin.replace("    event", "    needs: {object: [ملعب]}\n    event")
    assert faults_of(tmp_path, triggers(TRIGGER, needy)) == []


def test_marks_tell_twins_apart(tmp_path: Path) -> None:
    studied = TRIGGER.replace("زار, root: ز و ر, form: 1, imperfect: يزور", "MARK")
    studied = studied.replace("    verb", "    nouns: [{lemma: NOUN}]\n    verb")
    one = studied.replace("NOUN", "حَمام").replace("    verb: {lemma: MARK}\n", "")
    two = one.replace("حَمام", "حمّام").replace("consult", "aid").replace("CONSULT", "AID")
    assert faults_of(tmp_path, triggers(one, two)) == []
    bare = two.replace("حمّام", "حمام")
    [fault] = faults_of(tmp_path, triggers(one, bare))
    assert fault.value in ("حمام", "حَمام")


def test_entry_out_of_reach(tmp_path: Path) -> None:
    """The same forms, no needs of its own, and a lower id that always wins."""
    second = TRIGGER.replace("greet.001", "greet.002")
    [fault] = faults_of(tmp_path, triggers(TRIGGER, second))
    assert (fault.key, fault.value) == ("id", "ar.consult.greet.002")
    narrow = TRIGGER.replace("    event", "    needs: {object: [مدينة]}\n    event")
    assert faults_of(tmp_path, triggers(narrow, second)) == []
    wide = second.replace("    event", "    needs: {object: [مدينة, قرية]}\n    event")
    assert faults_of(tmp_path, triggers(narrow, wide)) == []
    inner = wide.replace("[مدينة, قرية]", "[مدينة]")
    wide_first = TRIGGER.replace("    event", "    needs: {object: [مدينة, قرية]}\n    event")
    [fault] = faults_of(tmp_path, triggers(wide_first, inner))
    assert fault.value == "ar.consult.greet.002"


def test_a_noun_may_be_no_particle(tmp_path: Path) -> None:
    particles = (
        "kind: particles\nlanguage: ar\n"
        "entries:\n  - {word: أمام, type: preposition, gloss_en: before}\n"
    )
    nouns = "kind: nouns\nlanguage: ar\nentries:\n  - words: [إمام, أمام]\n"
    [fault] = faults_of(tmp_path, particles, nouns)
    assert (fault.file, fault.key, fault.value) == ("file1.yaml", "words.1", "أمام")


def test_sectors_of_titles_and_their_complements(tmp_path: Path) -> None:
    title = (
        "kind: titles\nlanguage: ar\nentries:\n"
        "  - id: ar.title.chief.001\n    gloss_en: chief\n    words: [رئيس]\n    type: office\n"
        "    sector: BOSS\n    complements: {برلمان: LEG, جمهورية: KING}\n"
        "    examples: [رئيس البرلمان]\n"
    )
    found = faults_of(tmp_path, title)
    assert [(f.line, f.key, f.value) for f in found] == [
        (8, "sector", "BOSS"),
        (9, "complements.جمهورية", "KING"),
    ]
