"""Questions about words in a row: whether one may join the noun phrase before it.

Each takes the words of a sentence and answers for one of them; what has joined so far,
`waqai.coding.growth` keeps.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.coding.agreement import agree, looks_adjective
from waqai.coding.phrase_words import ATTACHING, ATTACKERS
from waqai.coding.tagging import Tagged
from waqai.text.numbers import is_number_word


def attaches(tags: Sequence[Tagged], j: int) -> bool:
    """ "التابعة ل", "المدعومة من": a participle whose preposition stays in the phrase."""
    tag = tags[j]
    if tag.reading.stem not in ATTACHING:
        return False
    after = tags[j + 1]
    prep = after.reading.prep or after.reading.stem
    if not tag.reading.article:
        return prep == "ل" and tag.reading.stem.startswith("تابع")  # "دورية تابعة للحرس"
    if tag.reading.stem.startswith(("معارض", "مناهض", "موالي")):
        return prep == "ل"
    if tag.reading.stem.startswith("مكلف"):
        return prep == "ب"
    return prep != "في" or tag.reading.stem.startswith("مقيم")


def follows_attacker(tags: Sequence[Tagged], j: int) -> bool:
    """A common noun right after an indefinite "مسلح" or "متظاهرون", no adjective of it."""
    tag, before = tags[j], tags[j - 1]
    if before.is_definite or before.reading.stem not in ATTACKERS or tag.reading.article:
        return False
    is_thing = bool(tag.forms) and not any(f.kind in ("agent", "title") for f in tag.forms)
    return is_thing and not tag.token.norm.endswith(("ي", "يه", "ون", "ين"))


def takes_accusative(tags: Sequence[Tagged], j: int) -> bool:
    """After a number ("24 شخصا") or as the adjective of an accusative ("هجوما عنيفا")."""
    before = tags[j - 1]
    is_counted = before.tag == "number" or is_number_word(before.token.norm)
    return is_counted or before.token.norm.endswith("ا")


def describes(tags: Sequence[Tagged], start: int, j: int) -> bool:
    """Whether a definite word after a closed phrase can be its adjective."""
    tag = tags[j]
    stem = tag.reading.stem if tag.reading.article else tag.reading.stem.removeprefix("ال")
    if not looks_adjective(stem):
        return False
    return any(agree(before, stem) for before in tags[start:j])
