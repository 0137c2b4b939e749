"""Words that the words around them make something else than they are by themselves.

In go the tags of a sentence, out come tags:

1. "ما لا يقل عن ثلاثة جنود": the words that bound a number say only how many; no verb among
   them opens a clause;
2. "جنديا تركيا", "مواطنا سوريا": after an indefinite accusative a state's name in -يا is its
   adjective; in "رئيسا تركيا وإيران" the two of them are what the dual is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.coding.names import NameMatch
from waqai.coding.tagging import Tagged
from waqai.text.number_words import BEFORE, VAGUE
from waqai.text.numbers import is_number_word

_BOUNDS = tuple(words for words in BEFORE if len(words) > 1 and words[0] in ("ما", "مالا", "لا"))
_FIRSTS = frozenset(words[0] for words in _BOUNDS)


def retag(tags: Sequence[Tagged]) -> tuple[Tagged, ...]:
    """The tags with bounds of numbers as quantifiers and accusative nisbas as nisbas."""
    marked = list(tags)
    for i, tag in enumerate(tags):
        if tag.token.norm in _FIRSTS:
            for j in range(i, _bound_end(tags, i)):
                marked[j] = replace(tags[j], tag="quantifier", forms=())
        elif tag.tag == "name" and _is_accusative_nisba(marked, i):
            assert tag.name is not None
            marked[i] = replace(tag, tag="nisba", name=_as_nisba(tag.name))
    return tuple(marked)


def _bound_end(tags: Sequence[Tagged], i: int) -> int:
    """Past the words at `i` that bound the number after them; `i` where none do."""
    norms = tuple(tag.token.norm for tag in tags[i : i + 5])
    for words in _BOUNDS:
        end = i + len(words)
        if norms[: len(words)] == words and end < len(tags) and _is_count(tags[end]):
            return end
    return i


def _is_count(tag: Tagged) -> bool:
    norm = tag.token.norm
    return tag.tag == "number" or is_number_word(norm) or norm in VAGUE


def _is_accusative_nisba(tags: Sequence[Tagged], i: int) -> bool:
    tag, before = tags[i], tags[i - 1] if i else None
    if tag.name is None or tag.name.use("country") is None or before is None:
        return False
    is_bare = tag.name.last == tag.name.first + 1 and not (tag.reading.conj or tag.reading.prep)
    follows = before.tag in ("noun", "nisba") and not before.is_definite
    is_dual = i + 1 < len(tags) and tags[i + 1].reading.conj == "و" and tags[i + 1].tag == "name"
    ends = tag.token.norm.endswith("يا") and before.token.norm.endswith("ا")
    return is_bare and follows and ends and not is_dual


def _as_nisba(name: NameMatch) -> NameMatch:
    use = name.use("country")
    assert use is not None
    return replace(name, uses=(replace(use, kind="nisba"),))
