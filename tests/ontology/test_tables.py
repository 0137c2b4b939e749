"""The tables: against facts that need no folder, and against the shared tables where present."""

import json
from collections import Counter
from pathlib import Path

import pytest

from waqai.ontology import Ontology, load_ontology

ONTOLOGY = load_ontology()
SHARED_BY_TWO_TYPES = {
    "arrest", "restrict", "expel", "withdraw", "assist", "change", "meet", "yield",
}  # fmt: skip


def test_counts() -> None:
    counts = {
        "types": 16, "contexts": 37, "sectors": 25, "international": 7, "auxiliary": 4, "quads": 4,
        "cameo": 312,
    }  # fmt: skip
    assert {name: len(getattr(ONTOLOGY, name)) for name in counts} == counts
    assert sum(len(kind.modes) for kind in ONTOLOGY.types.values()) == 67


def test_quads_part_words_from_deeds_and_friends_from_foes() -> None:
    by_quad: dict[int, set[str]] = {}
    for kind in ONTOLOGY.types.values():
        by_quad.setdefault(kind.quad, set()).add(kind.code)
    assert by_quad == {
        1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
        2: {"COOPERATE", "AID", "RETREAT"},
        3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
        4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    }
    assert {str(quad) for quad in by_quad} == set(ONTOLOGY.quads)


@pytest.mark.parametrize("kind", ONTOLOGY.types.values(), ids=lambda kind: kind.code)
def test_the_sign_of_a_score_is_that_of_its_quad(kind) -> None:
    for score in (kind.score, *(mode.score for mode in kind.modes.values())):
        if kind.code != "REQUEST":
            assert (score > 0) == (kind.quad in {1, 2})
        assert -10 <= score <= 10


def test_recipients_are_needed_where_an_act_is_done_to_somebody() -> None:
    needing = {kind.code for kind in ONTOLOGY.types.values() if kind.requires_recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_modes_are_keyed_on_their_type() -> None:
    counted = Counter(mode for kind in ONTOLOGY.types.values() for mode in kind.modes)
    assert {mode for mode, n in counted.items() if n > 1} == SHARED_BY_TWO_TYPES
    assert ONTOLOGY.score("RETREAT", ("withdraw",)) == 8
    assert ONTOLOGY.score("SANCTION", ("withdraw",)) == -6


def described(ontology: Ontology) -> list:
    terms = [
        term
        for name in ("contexts", "sectors", "international", "auxiliary", "quads")
        for term in getattr(ontology, name).values()
    ]
    modes = [mode for kind in ontology.types.values() for mode in kind.modes.values()]
    return [*ontology.types.values(), *modes, *terms]


def test_every_definition_is_a_sentence_of_its_own_in_both_languages() -> None:
    things = described(ONTOLOGY)
    for language in ("en", "ar"):
        texts = [getattr(thing, f"definition_{language}") for thing in things]
        assert [text for text in texts if not text.endswith(".")] == []
        assert [text for text, n in Counter(texts).items() if n > 1] == []
    for thing in things:
        assert thing.name_en != thing.name_ar


@pytest.mark.parametrize("kind", ONTOLOGY.types.values(), ids=lambda kind: kind.code)
def test_a_type_says_what_is_out_as_well_as_what_is_in(kind) -> None:
    assert len(kind.definition_en.replace(";", ".").split(". ")) > 1
    assert "." in kind.definition_ar.rstrip(".")


def test_arabic_texts_hold_no_stray_letters() -> None:
    """No Farsi yeh or kaf, no tatweel, no presentation forms, no marks of direction."""
    stray = {"\u06cc", "\u06a9", "\u0640", *map(chr, range(0x200E, 0x2010))}
    for thing in described(ONTOLOGY):
        text = thing.name_ar + thing.definition_ar
        assert not stray & set(text)
        assert not [c for c in text if "\ufb50" <= c <= "\ufeff"]


def test_cameo_is_whole() -> None:
    roots = {code for code in ONTOLOGY.cameo if len(code) == 2}
    assert roots == {f"{n:02}" for n in range(1, 21)}
    for code in ONTOLOGY.cameo:
        assert len(code) <= 3 or code[:3] in ONTOLOGY.cameo
    assert {"010", "030", "042", "190"} <= set(ONTOLOGY.cameo)
    assert "10" in ONTOLOGY.cameo and ONTOLOGY.cameo["10"] != ONTOLOGY.cameo["010"]


def test_only_statements_and_appeals_have_no_type() -> None:
    without = {code[:2] for code, row in ONTOLOGY.cameo.items() if row.event is None}
    assert without == {"01", "02"}


def test_every_type_has_a_code_in_cameo() -> None:
    assert {row.event for row in ONTOLOGY.cameo.values()} - {None} == set(ONTOLOGY.types)


def test_plover_as_shared(shared: Path) -> None:
    facts = json.loads((shared / "standards" / "plover.json").read_text(encoding="utf-8"))
    ours = {
        kind.code: {
            "quad": kind.quad,
            "score": kind.score,
            "requires_recipient": kind.requires_recipient,
            "modes": {m.code: None if m.is_imputed else m.score for m in kind.modes.values()},
        }
        for kind in ONTOLOGY.types.values()
    }
    assert ours == facts["types"]
    assert list(ours) == list(facts["types"])
    assert list(ONTOLOGY.contexts) == facts["contexts"]
    assert list(ONTOLOGY.auxiliary) == facts["auxiliary"]
    assert list(ONTOLOGY.sectors) == [*facts["sectors"]["frequent"], *facts["sectors"]["less"]]
    assert list(ONTOLOGY.international) == facts["international"]


def test_cameo_as_shared(shared: Path) -> None:
    facts = json.loads((shared / "standards" / "cameo.json").read_text(encoding="utf-8"))
    ours = [
        (row.code, row.name, row.goldstein, row.event, row.mode, list(row.contexts))
        for row in ONTOLOGY.cameo.values()
    ]
    assert ours == [
        (f["cameo"], f["name"], f["goldstein"], f["plover"], f["mode"], f["contexts"])
        for f in facts
    ]
