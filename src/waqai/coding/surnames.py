"""Names whose end alone is known: "العقيد علي حفتر" is another of the name.

In go the words of a sentence and a known short name in it; out come the word where the whole
name begins, and who of its bearers has all of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.coding.agreement import is_unknown
from waqai.coding.names import NameMatch
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.knowledge import Knowledge, NameUse

_LINKS = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "عبد", "ال", "ام"})
"""Words of a name that need the next one, folded: "قيس عبد | الله", "حنان بن | زيد"."""


def is_linked(tags: Sequence[Tagged], j: int) -> bool:
    """Whether a word belongs to a name because the word before it needs one more.

    The next word may be any noun or known name, and a word that looks like a verb ("زيد").
    """
    tag, before = tags[j], tags[j - 1].token
    if before.norm not in _LINKS or before.text == "أم" or tag.tag not in ("noun", "name", "verb"):
        return False
    return not (tag.reading.prep or tag.reading.conj or tag.reading.pronoun)


_NO_NAMES = frozenset({"الجميع", "البعض", "الكل", "الاخر", "الاخرون", "الاخرين"})
"""Words for people in general, folded."""


def reads_as_name(tags: Sequence[Tagged], first: int, last: int) -> bool:
    """Whether words [first, last) that fill the place of a name can be somebody's name.

    Numbers never are ("منزل 03"). One word alone is none where the lexicon knows it, where a
    pronoun hangs on it ("بلاده"), or where it opens with و and is no first name ("وعدة") or
    ends in it, as a plural does before its iḍāfa ("مصممو").
    """
    if any(tag.tag == "number" for tag in tags[first:last]):
        return False
    tag = tags[first]
    if last - first > 1 or tag.name is not None or tag.given:
        return True
    is_common = bool(tag.forms or tag.reading.pronoun) or tag.token.norm in _NO_NAMES
    return not is_common and not tag.token.norm.startswith("و") and not tag.token.norm.endswith("و")


def name_start(tags: Sequence[Tagged], match: NameMatch, least: int) -> int:
    """Where a name begins: before a short form the given names that it follows are its part.

    Args:
        tags: the words of the sentence.
        match: a person's name; one that is known in full begins where it does.
        least: the first word that may belong to it.
    """
    first = match.first
    while first > least and match.use("name") is None and _is_given(tags[first - 1]):
        first -= 1
    return first


def _is_given(tag: Tagged) -> bool:
    """A word that can only be part of somebody's name where a known surname follows."""
    is_plain = tag.tag in ("noun", "latin") and not tag.reading.article
    return is_plain and (bool(tag.given) or is_unknown(tag))


def bearing(
    people: Sequence[NameUse], given: Iterable[str], knowledge: Knowledge
) -> tuple[NameUse, ...]:
    """Those of the bearers of a short name who have the words before it in a name of theirs."""
    words = {fold(word) for word in given}
    return tuple(use for use in people if not words or _bears(use, words, knowledge))


def _bears(use: NameUse, words: set[str], knowledge: Knowledge) -> bool:
    names = knowledge.entities[use.id].names
    return any(words <= set(fold(name).split()) for name in names)
