"""The ranking of verbs that no trigger has."""

import pytest
from tools.rank_verbs import Ranker, group, skeletons


@pytest.fixture(scope="module")
def ranker() -> Ranker:
    return Ranker()


@pytest.mark.parametrize(
    "forms",
    [
        ("استفاد", "استفادت", "يستفيد", "استفادة", "مستفيدين"),
        ("دشن", "دشنت", "يدشن", "تدشين"),
        ("تفطن", "تفطنوا", "يتفطن", "متفطنا"),
        ("انزلق", "انزلقت", "ينزلق", "منزلقة"),
        ("احترق", "يحترق", "محترقة"),
    ],
)
def test_all_forms_of_a_verb_share_a_skeleton(forms: tuple[str, ...]) -> None:
    assert frozenset.intersection(*map(skeletons, forms))


def test_verbs_of_other_roots_share_none() -> None:
    assert not skeletons("دشن") & skeletons("رمم")


def test_forms_are_counted_together_and_the_commonest_verb_comes_first() -> None:
    rows = group({"تفطن": 2, "تفطنت": 3, "رقمن": 4})
    assert rows == [(5, ["تفطنت", "تفطن"]), (4, ["رقمن"])]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("رقمنت الوزارة الملفات.", "رقمنت", ""),
        ("تراوحت الأسعار بين عشرة وعشرين.", "تراوحت", "تراوح"),
        ("تم ترصيص الصفوف.", "ترصيص", ""),
    ],
)
def test_what_bears_a_clause(ranker: Ranker, text: str, word: str, lemma: str) -> None:
    assert [(hit.word, hit.lemma) for hit in ranker.hits(text)] == [(word, lemma)]


def test_a_trigger_bears_nothing_here(ranker: Ranker) -> None:
    assert not list(ranker.hits("زار الوزير أنقرة."))
