"""What the lexicon names must exist here: the two lie beside each other and cannot check it."""

import pytest

from waqai.lexicon.compile import source_files
from waqai.lexicon.source import read_entries
from waqai.ontology import load_ontology

ONTOLOGY = load_ontology()
TRIGGERS = read_entries(source_files())["triggers"]


@pytest.mark.parametrize("event", ONTOLOGY.types)
def test_acts_of_the_lexicon_are_known(event) -> None:
    entries = [entry for entry in TRIGGERS if entry.event == event]
    assert entries, f"no word names {event}"
    for entry in entries:
        modes = {*entry.modes, *(rule.mode for rule in entry.modes_when)}
        assert modes <= set(ONTOLOGY.type(event).modes), entry.id
        assert set(entry.contexts) <= set(ONTOLOGY.contexts), entry.id
        assert entry.negated_event in {None, *ONTOLOGY.types}, entry.id
        code, _ = ONTOLOGY.cameo_for(event, entry.modes, entry.contexts, entry.cameo)
        assert code == (entry.cameo or code), entry.id


def test_no_entry_names_another_type() -> None:
    assert {entry.event for entry in TRIGGERS} <= set(ONTOLOGY.types)
