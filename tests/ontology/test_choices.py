"""Scores, and the CAMEO code that type, modes and contexts decide."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.errors import OntologyError
from waqai.ontology import EventType, Mode, load_ontology

ONTOLOGY = load_ontology()
ACTS = [
    (kind.code, mode)
    for kind in ONTOLOGY.types.values()
    for mode in (None, *kind.modes)
]  # fmt: skip


@pytest.mark.parametrize(
    ("event", "modes", "score"),
    [
        ("CONSULT", (), 2.5),
        ("CONSULT", ("phone",), 1.5),
        ("CONSULT", ("phone", "visit"), 4.0),
        ("ASSAULT", ("beat", "primitive"), -8.0),
        ("REQUEST", ("assist",), 0.5),
        ("REQUEST", ("assist", "yield"), -1.0),
        ("PROTEST", ("vandalize",), -5.0),
    ],
)
def test_of_several_modes_the_farthest_from_zero_counts(event, modes, score) -> None:
    assert {ONTOLOGY.score(event, order) for order in permutations(modes)} == {score}


@pytest.mark.parametrize(
    ("event", "modes", "contexts", "code"),
    [
        ("CONSULT", ("visit",), ("military",), "042"),
        ("CONSULT", ("multilateral",), (), "040"),
        ("CONSULT", ("phone", "visit"), (), "042"),
        ("COOPERATE", (), ("military",), "062"),
        ("COOPERATE", (), ("military", "economic"), "060"),
        ("AID", (), (), "070"),
        ("AID", (), ("military", "diplomatic"), "072"),
        ("RETREAT", ("access",), ("human_security",), "0863"),
        ("RETREAT", ("resign",), ("economic",), "080"),
        ("RETREAT", (), ("economic",), "085"),
        ("ACCUSE", ("investigate",), ("crime", "corruption"), "091"),
        ("THREATEN", ("arrest",), ("legal",), "130"),
        ("PROTEST", ("demo",), ("executive",), "141"),
        ("PROTEST", ("demo",), ("rights_freedoms",), "1413"),
        ("SANCTION", ("expel",), (), "160"),
        ("SANCTION", ("discontinue",), ("economic",), "160"),
        ("ASSAULT", (), ("military",), "190"),
        ("ASSAULT", ("targeted",), ("military",), "180"),
        ("ASSAULT", ("primitive", "firearms"), (), "193"),
    ],
)
def test_code(event, modes, contexts, code) -> None:
    assert ONTOLOGY.cameo_for(event, modes, contexts) == (code, ONTOLOGY.cameo[code].goldstein)


@given(
    st.sampled_from(ACTS),
    st.lists(st.sampled_from(list(ONTOLOGY.contexts)), unique=True, max_size=4),
)
def test_a_code_is_never_another_acts(act, contexts) -> None:
    """The code fits the type; where CAMEO's row names a mode, it is the act's own."""
    event, mode = act
    code, goldstein = ONTOLOGY.cameo_for(event, (mode,) if mode else (), contexts)
    row = ONTOLOGY.cameo[code]
    assert row.fits(event)
    assert goldstein == row.goldstein
    if mode is None and row.event == event:
        assert row.mode is None
    assert ONTOLOGY.cameo_for(event, (mode,) if mode else (), contexts[::-1])[0] == code


OTHER_MODES = {
    # CAMEO tells the two modes not apart.
    ("PROTEST", "strike"): "boycott",
    ("PROTEST", "vandalize"): "riot",
    ("ASSAULT", "drone"): "aerial",
    ("ASSAULT", "explosives"): "suicide-attack",
    ("ASSAULT", "crowd-control"): None,
    ("COERCE", "censor"): "restrict",
    ("RETREAT", "withdraw"): "disarm",
    ("THREATEN", "relations"): None,
    # The table of 2021 gives the parent code another mode than its name and its children have.
    ("ACCUSE", "allege"): "disapprove",
    ("REQUEST", "yield"): "change",
    ("REJECT", "yield"): "change",
}


@pytest.mark.parametrize(("event", "mode"), [act for act in ACTS if act[1]])
def test_a_modes_code_is_the_modes_in_cameo_or_says_no_more_than_the_type(event, mode) -> None:
    code, _ = ONTOLOGY.cameo_for(event, (mode,))
    expected = OTHER_MODES.get((event, mode), mode)
    assert code == ONTOLOGY.type(event).cameo or ONTOLOGY.cameo[code].mode == expected


@pytest.mark.parametrize("code", [c for c, row in ONTOLOGY.cameo.items() if row.event])
def test_a_code_read_as_plover_and_written_again_stays_with_its_type(code) -> None:
    read = ONTOLOGY.plover_for(code)
    assert read is not None
    again, _ = ONTOLOGY.cameo_for(*read)
    assert ONTOLOGY.cameo[again].fits(read[0])
    assert ONTOLOGY.cameo_for(*read, hint=code)[0] == code


def test_two_codes_of_contexts_decide_none() -> None:
    for kind in ONTOLOGY.types.values():
        holders: list[EventType | Mode] = [kind, *kind.modes.values()]
        for holder in holders:
            modes = () if holder is kind else (holder.code,)
            for one, two in combinations(holder.cameo_contexts, 2):
                if holder.cameo_contexts[one] != holder.cameo_contexts[two]:
                    code, _ = ONTOLOGY.cameo_for(kind.code, modes, (one, two))
                    assert code == (holder.cameo or kind.cameo)


def test_a_hint_decides_where_it_fits() -> None:
    assert ONTOLOGY.cameo_for("SUPPORT", hint="057") == ("057", 8.0)
    assert ONTOLOGY.cameo_for("REQUEST", hint="026") == ("026", 4.0)
    assert ONTOLOGY.cameo_for("CONCEDE", hint="0871") == ("0871", 9.0)


def test_dropped_codes_are_none() -> None:
    assert ONTOLOGY.plover_for("010") is None


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: ONTOLOGY.type("FIGHT"), "FIGHT"),
        (lambda: ONTOLOGY.quad("agree"), "agree"),
        (lambda: ONTOLOGY.score("CONSULT", ("demo",)), "demo"),
        (lambda: ONTOLOGY.score("AID", ("visit",)), "visit"),
        (lambda: ONTOLOGY.cameo_for("AID", ("military",)), "military"),
        (lambda: ONTOLOGY.cameo_for("AID", hint="057"), "057"),
        (lambda: ONTOLOGY.cameo_for("AID", hint="7"), "'7'"),
        (lambda: ONTOLOGY.plover_for("0357"), "0357"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(call, named) -> None:
    with pytest.raises(OntologyError, match=named):
        call()
