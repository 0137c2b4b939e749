"""Posts: where a title is held, between the title and the name of who holds it.

In "القيادي في الحركة عمار سالم" and "النائب عن الكتلة سالم العموري" the prepositional phrase
belongs to the title and the name after it is its bearer's. In "استقبل الرئيس في القصر محمد
بن سلمان" it says where, and the name is another's.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.coding.agreement import is_unknown, opens_name
from waqai.coding.tagging import Tagged

_PREPOSITIONS = frozenset({"في", "ب", "عن", "لدي", "ل", "من", "علي"})
"""Prepositions between a title and where it is held: "السفير لدى", "المشرف على"."""
_OF_PLACE = frozenset({"في", "ب"})


def post_at(tags: Sequence[Tagged], j: int, title: str) -> int | None:
    """First word of the post that the preposition at `j` may bring, else None.

    Args:
        tags: the words of the sentence.
        j: a preposition or a word that one is written onto.
        title: the type of the title before it.
    """
    tag = tags[j]
    prep = tag.reading.prep or tag.reading.stem
    start = j + 1 if tag.tag == "preposition" else j
    if prep not in _PREPOSITIONS or tag.reading.conj or start >= len(tags):
        return None
    if tags[start].tag in ("punct", "preposition"):
        return None
    return None if prep in _OF_PLACE and not _is_body_or_field(tags[start], title) else start


def _is_body_or_field(tag: Tagged, title: str) -> bool:
    """Where one belongs, not where one stands: "في الحزب"; of a profession any field."""
    if tag.tag == "name":
        assert tag.name is not None
        return tag.name.use("name") is not None and tag.name.use("place", "capital") is None
    return title == "profession" or any(form.kind == "agent" for form in tag.forms)


def names_person(tags: Sequence[Tagged], j: int) -> bool:
    """Whether a person's name starts at `j`: a first name, a known one, two unknown words."""
    tag = tags[j]
    if tag.reading.conj or tag.reading.prep:
        return False
    if tag.tag == "name":
        assert tag.name is not None
        return any(use.id.startswith("person/") for use in tag.name.uses)
    is_pair = is_unknown(tag) and j + 1 < len(tags) and is_unknown(tags[j + 1])
    return tag.tag == "noun" and (opens_name(tags, j) or is_pair)
