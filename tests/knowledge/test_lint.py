"""The shipped files are free of faults, and each kind of fault is found and told in full."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from waqai.errors import KnowledgeError
from waqai.knowledge import load_knowledge
from waqai.knowledge.compile import DATA, parse
from waqai.knowledge.lint import lint
from waqai.knowledge.schema import SourceRow
from waqai.knowledge.source import read_sources

STATE = """\
kind: states
entries:
  - {id: state/LBY, en: [Libya], ar: [ليبيا], capital: [Tripoli, طرابلس], nisba: [ليبي]}
"""
OFFICES = """\
kind: offices
entries:
  - {id: office/lby-chief, en: chief, ar: رئيس الأركان, heads: [رئيس الأركان], country: LBY}
"""
PERSONS = """\
kind: persons
country: LBY
looked_up: "2026-11-24"
entries:
"""
HOLDER = (
    "  - {{id: person/{key}, en: [{key}], ar: [{ar}], sectors: [MIL], source: a page, "
    "tenures: [{{office: office/lby-chief, from: {start}, to: {end}}}]}}\n"
)


def faults_of(folder: Path, **files: str) -> list[str]:
    """What the lint says of a base of these files beside one state."""
    (folder / "states.yaml").write_text(STATE, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [str(fault) for fault in lint(read_sources(folder))]


def test_shipped_files_are_clean() -> None:
    assert [str(fault) for fault in lint(read_sources(DATA))] == []


def test_shipped_tables_have_the_sum_that_their_source_states() -> None:
    rows = [r.model for r in read_sources(DATA).rows if isinstance(r.model, SourceRow)]
    assert [row.table for row in rows] == sorted(path.name for path in DATA.glob("*.csv"))
    for row in rows:
        assert hashlib.sha256((DATA / row.table).read_bytes()).hexdigest() == row.sha256


def test_a_clean_base_has_no_faults(tmp_path: Path) -> None:
    holder = HOLDER.format(key="one", ar="سالم الفيتوري", start="2014", end="2016-03")
    assert faults_of(tmp_path, offices=OFFICES, persons=PERSONS + holder) == []


def test_faults_of_the_model_name_file_line_key_and_value(tmp_path: Path) -> None:
    bad = PERSONS + "  - {id: person/One, en: [one], ar: [سالم], sectors: [ARMY], colour: red}\n"
    found = faults_of(tmp_path, persons=bad)
    assert all(fault.startswith("persons.yaml:5: entries.0.") for fault in found)
    assert any("entries.0.id: 'person/One'" in fault for fault in found)
    assert any("'ARMY'" in fault and "'MIL'" in fault for fault in found)
    assert any("colour" in fault and "Extra inputs" in fault for fault in found)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            "  - {id: person/a, en: [a], ar: [سالم], sectors: [MIL]}\n"
            "  - {id: person/a, en: [b], ar: [كمال], sectors: [MIL]}\n",
            "stands already at persons.yaml:5",
        ),
        (
            "  - {id: person/a, en: [a], ar: [سالم النوري], sectors: [MIL]}\n"
            "  - {id: person/b, en: [b], ar: [سالم النورى], sectors: [MIL]}\n",
            "is also a name of person/a",
        ),
        (
            "  - {id: person/a, en: [a], ar: [سالم], sectors: [MIL], "
            "kin: [{relation: son, other: person/nobody}]}\n",
            "is no id of this base",
        ),
        (
            "  - {id: person/a, en: [a], ar: [سالم], sectors: [MIL], "
            "kin: [{relation: son, other: person/b}]}\n"
            "  - {id: person/b, en: [b], ar: [كمال], sectors: [MIL]}\n",
            "does not name him back",
        ),
        ("  - {id: person/a, en: [a], ar: [سالم]}\n", "needs one, or a policy rule"),
        (
            "  - {id: person/a, en: [a], ar: [سالم], sectors: "
            "[{code: MIL, from: 2016-03, to: 2015}]}\n",
            "ends before it begins",
        ),
        ("  - {id: person/a, en: [a], ar: [سال\u06ccم], sectors: [MIL]}\n", "Farsi yeh"),
        ("  - {id: person/a, en: [a], ar: [س\u0640الم], sectors: [MIL]}\n", "tatweel"),
        ("  - {id: person/a, en: [a], ar: [سالم\u200f], sectors: [MIL]}\n", "not seen"),
        ("  - {id: person/a, en: [a], ar: [\ufeb3\ufe8e\ufedf\ufee2], sectors: [MIL]}\n",
         "presentation form"),
        (
            "  - {id: person/a, en: [a], ar: [سالم], sectors: [MIL], "
            "ambiguous: {كمال: also perfection}}\n",
            "is no name of this entry",
        ),
    ],
)  # fmt: skip
def test_each_fault_is_found(tmp_path: Path, entries: str, message: str) -> None:
    found = faults_of(tmp_path, offices=OFFICES, persons=PERSONS + entries)
    assert len(found) == 1
    assert message in found[0]


def test_a_short_name_does_not_hide_an_adjective(tmp_path: Path) -> None:
    """A person's "السوداني" would turn every Sudanese minister into a minister of his state."""
    states = (
        "kind: states\nentries:\n"
        "  - {id: state/SDN, en: [Sudan], ar: [السودان], capital: [Khartoum, الخرطوم], "
        "nisba: [سوداني]%s}\n"
    )
    person = "  - {id: person/a, en: [a], ar: [محمد السوداني], short: [السوداني], sectors: [GOV]}\n"
    found = faults_of(tmp_path, states=states % "", persons=PERSONS + person)
    assert found == [
        "persons.yaml:5: short: 'السوداني': is the adjective of state/SDN and would hide it"
    ]
    told = states % ", ambiguous: {سوداني: also a surname}"
    assert faults_of(tmp_path, states=told, persons=PERSONS + person) == []


def test_one_seat_is_not_held_by_two(tmp_path: Path) -> None:
    one = HOLDER.format(key="one", ar="سالم الفيتوري", start="2014-01-10", end="2016-03-01")
    two = HOLDER.format(key="two", ar="كمال النوري", start="2016-02-01", end="2018")
    found = faults_of(tmp_path, offices=OFFICES, persons=PERSONS + one + two)
    assert found == [
        "persons.yaml:6: tenures: 'office/lby-chief': already held by person/one until 2016-03-01"
    ]


def test_a_handover_day_and_a_coarse_date_are_no_clash(tmp_path: Path) -> None:
    one = HOLDER.format(key="one", ar="سالم الفيتوري", start="2014", end="2016-03-01")
    two = HOLDER.format(key="two", ar="كمال النوري", start="2016-03-01", end="2018")
    three = HOLDER.format(key="three", ar="هاشم الورفلي", start="2018", end="2019")
    assert faults_of(tmp_path, offices=OFFICES, persons=PERSONS + one + two + three) == []


def test_an_open_tenure_says_how_long_its_source_speaks(tmp_path: Path) -> None:
    entry = (
        "  - {id: person/a, en: [a], ar: [سالم], sectors: [MIL], source: a page, "
        "tenures: [{office: office/lby-chief, from: 2020}]}\n"
    )
    found = faults_of(tmp_path, offices=OFFICES, persons=PERSONS + entry)
    assert found == ["persons.yaml:5: tenures: 'office/lby-chief': open, so it needs attested"]


def test_a_contested_actor_leaves_its_sectors_to_the_policy(tmp_path: Path) -> None:
    force = (
        "kind: entities\nentries:\n"
        "  - {id: force/a, en: [a], ar: [قوات الشرق], country: LBY, sectors: [MIL]}\n"
    )
    policy = (
        "kind: policy\nentries:\n"
        "  - {entity: force/a, code: LBY, sectors: [REB], reason: a reason}\n"
    )
    found = faults_of(tmp_path, force=force, policy=policy)
    assert len(found) == 1
    assert "policy.yaml decides" in found[0]


def test_a_base_with_faults_is_not_loaded_and_says_all(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kind: states\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("kind: cities\nentries: []\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("kind: [\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="3 faults") as caught:
        parse(tmp_path)
    assert all(f"{name}.yaml:" in str(caught.value) for name in "abc")
    with pytest.raises(KnowledgeError, match="W202"):
        load_knowledge(tmp_path)
