"""Conjugation against written-out tables, marks, and the check of roots."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from waqai.lexicon.morphology import VerbForm, conjugate, imperfect_of, strip_marks
from waqai.lexicon.patterns import imperfects_of, lemmas_of

TABLES = Path(__file__).parent / "conjugations.txt"
PERFECT = ["3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1ms", "1mp"]
IMPERFECT = ["3ms", "3fs", "1ms", "1mp", "3md", "3fd", "3mp", "3fp"]
CELLS = {"perfect": PERFECT, "imperfect": IMPERFECT, "jussive": IMPERFECT[:4]}

Head = tuple[str, tuple[str, ...], int, str | None]
Table = dict[tuple[str, str, str], set[str]]
"""Spellings by voice, tense and cell."""


def tables() -> Iterator[tuple[Head, Table]]:
    head: Head | None = None
    table: Table = {}
    for line in TABLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            if head is not None:
                yield head, table
            lemma, root, stem, imperfect = line.split(", ")
            head = (lemma, tuple(root.split()), int(stem), None if imperfect == "-" else imperfect)
            table = {}
            continue
        name, cells = line.strip().split(": ")
        voice, tense = name.split()
        for cell, spellings in zip(CELLS[tense], cells.split(), strict=True):
            table[voice, tense, cell] = set(spellings.split("/"))
    assert head is not None
    yield head, table


VERBS = list(tables())


def generated(forms: tuple[VerbForm, ...]) -> Table:
    table: Table = {}
    for form in forms:
        for voice in ("active", "passive") if form.voice == "either" else (form.voice,):
            cell = f"{form.person}{form.gender}{form.number}"
            table.setdefault((voice, form.tense, cell), set()).add(form.spelled)
    return table


@pytest.mark.parametrize(("head", "table"), VERBS, ids=[head[0] for head, _ in VERBS])
def test_table(head: Head, table: Table) -> None:
    has_passive = any(voice == "passive" for voice, _, _ in table)
    forms = conjugate(*head, transitive=has_passive)
    assert forms[0].spelled == head[0]
    assert generated(forms) == table


def test_tables_cover_every_class() -> None:
    stems = {head[2] for head, _ in VERBS}
    assert len(VERBS) >= 50
    assert stems == {*range(1, 13), 14}


@pytest.mark.parametrize("head", [head for head, _ in VERBS], ids=[head[0] for head, _ in VERBS])
def test_roots_of_the_tables_give_their_lemmas(head: Head) -> None:
    lemma, root, stem, imperfect = head
    assert lemma in lemmas_of(root, stem)
    if imperfect is not None:
        assert imperfect in imperfects_of(root, lemma)


@pytest.mark.parametrize(
    ("lemma", "root", "stem"),
    [
        ("استند", "س ن د", 10),  # it is stem 8 of the same root
        ("تموضع", "و ض ع", 6),
        ("أدان", "د ي ن", 1),
        ("اعتقل", "ع ت ق ل", 8),
        ("وفى", "و ف ء", 1),
        ("زار", "ز ي ر", 2),
    ],
)
def test_wrong_root_or_stem_is_seen(lemma: str, root: str, stem: int) -> None:
    assert lemma not in lemmas_of(root.split(), stem)


@pytest.mark.parametrize(
    ("lemma", "root", "imperfect"),
    [("زار", "ز و ر", "يزر"), ("دعا", "د ع و", "يدع"), ("قتل", "ق ت ل", "تقتل")],
)
def test_wrong_imperfect_is_seen(lemma: str, root: str, imperfect: str) -> None:
    assert imperfect not in imperfects_of(root.split(), lemma)


@pytest.mark.parametrize(
    ("lemma", "root", "lemmas"),
    [
        ("اتصل", "و ص ل", 8), ("اصطدم", "ص د م", 8), ("ازداد", "ز ي د", 8), ("ادعى", "د ع و", 8),
        ("اضطر", "ض ر ر", 8), ("اطلع", "ط ل ع", 8), ("اتخذ", "ء خ ذ", 8), ("ائتلف", "ء ل ف", 8),
        ("اضطلع", "ض ل ع", 8), ("استحوذ", "ح و ذ", 10), ("استأنف", "ء ن ف", 10),
        ("تآمر", "ء م ر", 6), ("تلاءم", "ل ء م", 6), ("تحاد", "ح د د", 6), ("آوى", "ء و ي", 4),
        ("أضاء", "ض و ء", 4), ("أحيا", "ح ي ي", 4), ("ترأس", "ر ء س", 5), ("سيطر", "س ي ط ر", 11),
        ("اشمأز", "ش م ء ز", 14), ("جرؤ", "ج ر ء", 1), ("يئس", "ي ء س", 1), ("رضي", "ر ض و", 1),
    ],
)  # fmt: skip
def test_lemmas_of_assimilated_and_weak_roots(lemma: str, root: str, lemmas: int) -> None:
    assert lemma in lemmas_of(root.split(), lemmas)


@pytest.mark.parametrize(
    ("lemma", "root", "stem", "expected"),
    [
        ("لاءم", "ل ء م", 3, "يلائم"),
        ("ساءل", "س ء ل", 3, "يسائل"),
        ("استجاب", "ج و ب", 10, "يستجيب"),
        ("استجوب", "ج و ب", 10, "يستجوب"),
        ("أيد", "ء ي د", 2, "يؤيد"),
        ("أدى", "ء د ي", 2, "يؤدي"),
        ("ترأس", "ر ء س", 5, "يترأس"),
        ("ادعى", "د ع و", 8, "يدعي"),
        ("اشمأز", "ش م ء ز", 14, "يشمئز"),
        ("آثر", "ء ث ر", 4, "يؤثر"),
    ],
)
def test_imperfect_of_derived_stems(lemma: str, root: str, stem: int, expected: str) -> None:
    assert imperfect_of(lemma, tuple(root.split()), stem) == expected


def spelled(lemma: str, root: str, stem: int, imperfect: str | None = None) -> set[str]:
    forms = conjugate(lemma, tuple(root.split()), stem, imperfect, transitive=True)
    return {form.spelled for form in forms}


def test_marks_of_the_lemma_go_with_its_letters() -> None:
    """A shadda in both tenses, vowels in the active perfect."""
    signed = spelled("وَقَّع", "و ق ع", 2)
    assert {"وَقَّع", "وَقَّعوا", "يوقّع"} <= signed
    assert {"تحدّثت", "تتحدّث", "يتحدّثون"} <= spelled("تحدّث", "ح د ث", 5)
    assert {"وَقَع", "وَقَعت", "يقع"} <= spelled("وَقَع", "و ق ع", 1, "يقع")


def test_a_doubled_radical_written_twice_has_no_shadda() -> None:
    assert {"أقرّ", "أقرّت", "أقررت", "يقرّ"} <= spelled("أقرّ", "ق ر ر", 4)


def test_strip_marks_keeps_letters() -> None:
    assert strip_marks("اِتَّفَقَ") == "اتفق"


def test_no_passive_that_reads_as_and_with_another_verb() -> None:
    """The word "ووصلت" is و and وصلت; the passive of واصلت hardly occurs."""
    assert "ووصلت" not in spelled("واصل", "و ص ل", 3)
    assert "نوديت" in spelled("نادى", "ن د ي", 3)
