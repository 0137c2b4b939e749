"""A bare name that letter for letter is a word of telling or doing would hide that word."""

from waqai.knowledge import load_knowledge
from waqai.lexicon import load_lexicon

_TELLING = {"speech", "light", "trigger", "verb"}
_CAPITALS_LET_STAND = {"داكا", "دكا", "لومي", "ليما"}
"""Dhaka, Lomé, Lima: the verbs they spell are hardly met in these forms."""


def test_no_name_hides_a_verb_or_an_act() -> None:
    """ "افاد" is "said" far more often than Türkiye's disaster agency."""
    knowledge, lexicon = load_knowledge(), load_lexicon()
    hidden = {
        name
        for name, uses in knowledge.names.items()
        if any(use.kind in ("name", "country", "capital") and not use.ambiguous for use in uses)
        and any(form.kind in _TELLING for form in lexicon.forms.get(name, ()))
    }
    assert hidden <= _CAPITALS_LET_STAND
