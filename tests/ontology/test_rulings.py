"""Every ruling is held: by the tables, by `settle`, by the score, or by the coder.

What the coder keeps is shown by `tests/coding/test_rulings.py` too.
"""

from pathlib import Path

import pytest

import waqai
from waqai.ontology import Example, load_ontology
from waqai.ontology.rulings import (
    ANNOUNCED_RETREAT,
    COMING_TO_AGREE,
    COMING_TO_CONCEDE,
    FUTURE_COOPERATION,
    settle,
)

ONTOLOGY = load_ontology()
CAMEO = ONTOLOGY.cameo


def read(code: str) -> tuple[str, str | None]:
    row = CAMEO[code]
    assert row.event is not None
    return row.event, row.mode


TABLES = {
    "accuse-score-is-minus-three": lambda: ONTOLOGY.score("ACCUSE") == -3,
    "sanction-quad-is-four": lambda: ONTOLOGY.quad("SANCTION") == 4,
    "vandalize-takes-its-types-score": lambda: (
        [
            (kind.code, mode.code, mode.score)
            for kind in ONTOLOGY.types.values()
            for mode in kind.modes.values()
            if mode.is_imputed
        ]
        == [("PROTEST", "vandalize", ONTOLOGY.score("PROTEST"))]
    ),
    "sections-over-summary": lambda: (
        not ONTOLOGY.type("AID").modes and not ONTOLOGY.type("PROTEST").requires_recipient
    ),
    "cameo-twenty-is-assault": lambda: (
        {row.event for row in CAMEO.values() if row.code.startswith("20")} == {"ASSAULT"}
    ),
    "lifted-measure-is-concede": lambda: read("0813") == read("0814") == ("CONCEDE", None),
    "court-conviction-is-sanction": lambda: read("116") == ("SANCTION", "convict"),
    "international-sanctions-are-discontinue": lambda: read("163") == ("SANCTION", "discontinue"),
    "destroyed-property-is-assault": lambda: (
        (read("1711"), read("1712")) == (("COERCE", "seize"), ("ASSAULT", "destroy"))
    ),
    "repression-by-force-is-assault": lambda: (
        read("175") == ("COERCE", None)
        and ONTOLOGY.cameo_for("COERCE", (), ("repression",))[0] == "175"
        and ONTOLOGY.cameo_for("ASSAULT", ("crowd-control",))[0] == "175"
    ),
    "air-weapons-have-their-own-mode": lambda: read("195") == ("ASSAULT", "aerial"),
    "retired-modes-are-folded": lambda: (
        [
            ONTOLOGY.renamed("ASSAULT", "massacre"),
            ONTOLOGY.renamed("COERCE", "ban"),
            ONTOLOGY.renamed("THREATEN", "political"),
            ONTOLOGY.renamed("ASSAULT", "cleansing"),
            ONTOLOGY.renamed("RETREAT", "ease"),
            ONTOLOGY.renamed("INVESTIGATE"),
        ]
        == [
            ("ASSAULT", "targeted"),
            ("COERCE", "restrict"),
            ("THREATEN", "restrict"),
            ("ASSAULT", None),
            ("RETREAT", None),
            ("ACCUSE", "investigate"),
        ]
    ),
    "misprints-are-aliases": lambda: (
        ONTOLOGY.renamed("THREAT", "arrest") == ("THREATEN", "arrest")
        and ONTOLOGY.renamed("RESTRICT") == ("COERCE", "restrict")
        and ONTOLOGY.aliases.contexts["elections"] == "election"
        and ONTOLOGY.aliases.contexts["lbgt"] == "lgbt"
    ),
    "modes-are-keyed-on-their-type": lambda: (
        ONTOLOGY.score("THREATEN", ("expel",)) != ONTOLOGY.score("SANCTION", ("expel",))
    ),
    "two-sides-need-no-mode": lambda: "sideAB" not in ONTOLOGY.type("ASSAULT").modes,
    "codes-are-strings": lambda: (
        CAMEO["010"].name != CAMEO["10"].name and "embargo" in CAMEO["163"].name
    ),
    "appeals-may-be-requests": lambda: (
        all(row.fits("REQUEST") for row in CAMEO.values() if row.code.startswith("02"))
        and not CAMEO["010"].fits("REQUEST")
    ),
}
MARKS = {
    "future-cooperation-is-agree": FUTURE_COOPERATION,
    "announced-retreat-is-concede": ANNOUNCED_RETREAT,
    "agree-says-the-future-itself": None,
}
OPTIONAL = ("test_articles.py", "test_optional_gold_changes_nothing")
GOLD = {
    "second-telling-is-a-repeat": (
        "test_matching.py",
        "test_what_fits_optional_gold_or_repeats_a_find_is_not_false",
    ),
    "one-visit-for-host-and-day": OPTIONAL,
    "ongoing-totals-are-optional": OPTIONAL,
    "clash-in-parts-is-one-for-each-act": ("test_matching.py", "test_one_record_finds_one_event"),
    "own-services-and-job-cuts-are-optional": OPTIONAL,
    "contradicting-days-are-both-accepted": (
        "test_articles.py",
        "test_all_days_of_a_record_must_be_accepted",
    ),
}
"""Which test of the score carries a ruling that the coder has no part in."""


@pytest.mark.parametrize("name", TABLES)
def test_ruling_of_the_tables(name) -> None:
    assert TABLES[name]()


def test_no_ruling_goes_untested() -> None:
    by = {"tables": set(TABLES), "marks": set(MARKS), "gold": set(GOLD)}
    for carrier, tested in by.items():
        assert {r.id for r in ONTOLOGY.rulings.values() if r.by == carrier} == tested


@pytest.mark.parametrize("name", GOLD)
def test_ruling_of_gold_is_held_where_gold_is_scored(name) -> None:
    file, test = GOLD[name]
    source = (Path(__file__).parents[1] / "evaluate" / file).read_text(encoding="utf-8")
    assert f"\ndef {test}(" in source


@pytest.mark.parametrize(
    ("event", "contexts", "cameo"),
    [
        ("CONSULT", (), "036"),
        ("CONSULT", ("military", "diplomatic"), "036"),
        ("SUPPORT", ("economic",), "032"),
        ("COOPERATE", (), "031"),
        ("COOPERATE", ("economic", "diplomatic"), "0311"),
        ("COOPERATE", ("economic", "military"), "031"),
        ("AID", ("military",), "0332"),
        ("AID", ("human_security",), "0333"),
        ("AID", ("asylum",), "033"),
    ],
)
def test_coming_cooperation_is_agree(event, contexts, cameo) -> None:
    settled = settle(event, modes=("visit",), contexts=contexts, future=True)
    assert (settled.event, settled.modes) == ("AGREE", ())
    assert (settled.contexts, settled.cameo) == (contexts, cameo)
    assert settled.rule == FUTURE_COOPERATION
    assert ONTOLOGY.score(settled.event, settled.modes) == 2.5
    assert ONTOLOGY.cameo_for("AGREE", (), contexts, settled.cameo)[0] == cameo


@pytest.mark.parametrize("mode", [None, *ONTOLOGY.type("RETREAT").modes])
def test_announced_retreat_is_concede(mode) -> None:
    settled = settle("RETREAT", modes=(mode,) if mode else (), future=True)
    assert (settled.event, settled.modes, settled.rule) == ("CONCEDE", (), ANNOUNCED_RETREAT)
    assert settled.cameo == COMING_TO_CONCEDE.get(mode, "035")
    assert ONTOLOGY.cameo_for("CONCEDE", hint=settled.cameo)[0] == settled.cameo


@pytest.mark.parametrize("event", ONTOLOGY.types)
@pytest.mark.parametrize("future", [True, False])
def test_other_acts_stay_what_they_are(event, future) -> None:
    modes = tuple(ONTOLOGY.type(event).modes)[:1]
    settled = settle(event, modes=modes, contexts=("legal",), future=future)
    if not future or event not in {*COMING_TO_AGREE, "RETREAT"}:
        assert (settled.event, settled.modes, settled.contexts) == (event, modes, ("legal",))
        assert settled.rule is settled.cameo is None
    else:
        assert settled.rule in ONTOLOGY.rulings


def test_every_code_of_an_intent_is_one_of_root_three_and_known() -> None:
    for plain, finer in COMING_TO_AGREE.values():
        for code in (plain, *finer.values()):
            assert CAMEO[code].event == "AGREE"
        for context, code in finer.items():
            assert CAMEO[code].contexts == (context,)


EXAMPLES = [
    pytest.param(example, id=f"{ruling.id}-{n}")
    for ruling in ONTOLOGY.rulings.values()
    for n, example in enumerate(ruling.examples)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_coder_reads_an_example_as_the_ruling_says(example: Example) -> None:
    records = waqai.code(example.text, published="2025-05-06", outlet="An Example")
    assert [(r.event, r.modes, r.aux) for r in records] == [(example.event, example.modes, ())]
    for wanted, found in (
        (example.actor, records[0].actors),
        (example.recipient, records[0].recipients),
    ):
        assert wanted is None or any(wanted in entity.span.text for entity in found)
