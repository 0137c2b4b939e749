"""Nouns in writing: duals, plurals, tanween, the seat of hamza, gender."""

from __future__ import annotations

import pytest

from waqai.inflection import human_forms, noun_forms, plural_forms


def spelled(word: str) -> set[str]:
    return {form.spelled for form in noun_forms(word)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("هجوم", {"هجوم", "هجوما", "هجومان", "هجومين", "هجومي"}),
        ("زيارة", {"زيارة", "زيارتان", "زيارتين", "زيارتا", "زيارتي"}),
        ("مستشفى", {"مستشفى", "مستشفيان", "مستشفيين", "مستشفيا", "مستشفيي"}),
        ("لقاء", {"لقاء", "لقاءان", "لقاءين", "لقاءا", "لقاءي"}),
        ("صحراء", {"صحراء", "صحراوان", "صحراوين", "صحراوا", "صحراوي"}),
        ("جزء", {"جزء", "جزءا", "جزءان", "جزءين", "جزءي"}),
        ("عبء", {"عبء", "عبئا", "عبئان", "عبئين", "عبئي"}),
        ("شيء", {"شيء", "شيئا", "شيئان", "شيئين", "شيئي"}),
        ("نبأ", {"نبأ", "نبآن", "نبأين", "نبآ", "نبأي"}),
        ("طارئ", {"طارئ", "طارئا", "طارئان", "طارئين", "طارئي"}),
    ],
)
def test_singular_and_duals(word: str, expected: set[str]) -> None:
    assert spelled(word) == expected


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("زيارة", "f"), ("هجوم", "m"), ("لقاء", "m"), ("اعتداء", "m"), ("إجراء", "m"),
        ("صحراء", "f"), ("مبنى", "m"), ("دعوى", "f"),
    ],
)  # fmt: skip
def test_gender(word: str, gender: str) -> None:
    assert {form.gender for form in noun_forms(word)} == {gender}


def test_construct_forms_are_marked() -> None:
    construct = {form.spelled for form in noun_forms("زيارة") if form.construct}
    assert construct == {"زيارتا", "زيارتي"}
    assert {f.spelled for f in plural_forms("ممثلون") if f.construct} == {"ممثلو", "ممثلي"}


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("زيارات", {"زيارات"}),
        ("أسرى", {"أسرى"}),
        ("وزراء", {"وزراء"}),
        ("جنود", {"جنود", "جنودا"}),
        ("مقاتلون", {"مقاتلون", "مقاتلين", "مقاتلو", "مقاتلي"}),
    ],
)
def test_plurals(plural: str, expected: set[str]) -> None:
    assert {form.spelled for form in plural_forms(plural)} == expected


def test_nisba_in_both_genders_and_all_numbers() -> None:
    forms = {form.spelled: (form.gender, form.number) for form in human_forms("تركي")}
    assert forms["تركية"] == ("f", "s")
    assert forms["تركيان"] == ("m", "d")
    assert forms["تركيتان"] == ("f", "d")
    assert forms["تركيون"] == ("m", "p")
    assert forms["تركيات"] == ("f", "p")


def test_a_feminine_has_no_masculine() -> None:
    assert "ممرضةة" not in {form.spelled for form in human_forms("ممرضة")}
    assert not any(form.spelled.endswith("ون") for form in human_forms("ممرضة"))
