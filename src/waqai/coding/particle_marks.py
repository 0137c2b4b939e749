"""Marks that hang on the form of the word after a particle, found without a list of words.

In goes a parse, out come `ParticleMark`s: سـ on a verb, لن, قد before an imperfect ("may"),
إن before a verb ("if"), لما before an imperfect ("not yet"), لا before a bare noun, ما before
a perfect where the clause shows that it denies, and كان before a perfect ("had done").
What is left out: ما that nothing shows to be a negation, for "ما قاله" is far more frequent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.coding.clauses import Parse

FUTURE_RULE = "ar.mark.future_particle.000"
"""The rule named where سـ on the verb itself is the evidence."""
MAY_RULE = "ar.mark.may.000"
"""The rule named for قد before an imperfect: "may"; before a perfect it only says "has"."""
IF_RULE = "ar.mark.if_verb.000"
NOT_YET_RULE = "ar.mark.not_yet.000"
NO_NOUN_RULE = "ar.mark.no_noun.000"
DID_NOT_RULE = "ar.mark.did_not.000"
HAD_DONE_RULE = "ar.mark.had_done.000"
_FIRST, _THIRD = 1, 3
_WITNESSES = frozenset({"اي", "ايه", "احد", "احدا", "قط", "ابدا", "حتي", "بعد", "سوي", "الا"})
"""Words that show ما before a perfect to be a negation ("ما انسحبت حتى الآن")."""
_WAS = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا"})
_UNREAL = frozenset({"اذا", "لو", "ان", "ما", "مهما", "سواء", "ولو"})
"""Words after which كان makes no past of the verb that follows."""


@dataclass(frozen=True, slots=True)
class ParticleMark:
    """Words [first, last) with their mark and the words they reach."""

    first: int
    last: int
    mark: str
    rule: str
    reach: tuple[int, int]


def find_particle_marks(parse: Parse) -> Iterator[ParticleMark]:
    """The marks of a sentence in the order of their words."""
    for i, tag in enumerate(parse.tags):
        norm = tag.token.norm
        bare = norm[1:] if norm[:1] in "وف" else norm
        if tag.tag == "verb" and tag.reading.future:
            yield ParticleMark(i, i + 1, "future", FUTURE_RULE, (i, i + 1))
        if bare == "لن":
            yield ParticleMark(i, i + 1, "future", FUTURE_RULE, _to_next_verb(parse, i))
        if norm in ("قد", "وقد", "فقد") and _is_verb(parse, i + 1, "imperfect"):
            yield ParticleMark(i, i + 1, "hypothetical", MAY_RULE, (i, i + 2))
        if tag.token.text == "إن" and _is_verb(parse, i + 1) and not _is_as_soon_as(parse, i):
            yield ParticleMark(i, i + 1, "hypothetical", IF_RULE, (i, i + 2))
        if norm in ("لما", "ولما") and _is_verb(parse, i + 1, "imperfect"):
            yield ParticleMark(i, i + 1, "negation", NOT_YET_RULE, (i, i + 2))
        if bare == "لا" and _is_bare_noun(parse, i + 1):
            yield ParticleMark(i, i + 1, "negation", NO_NOUN_RULE, (i, i + 2))
        if norm == "ما" and _denies(parse, i):
            yield ParticleMark(i, i + 1, "negation", DID_NOT_RULE, _to_end(parse, i))
        yield from _had_done(parse, i, bare)


def _is_verb(parse: Parse, i: int, tense: str | None = None) -> bool:
    if i >= len(parse.tags) or parse.tags[i].tag != "verb" or not parse.tags[i].forms:
        return False
    if tense is None:
        return True
    # "اتهم" is also "I accuse": news speaks of others.
    forms = [form for form in parse.tags[i].forms if form.person == _THIRD] or parse.tags[i].forms
    return all(form.tense == tense for form in forms)


def _is_as_soon_as(parse: Parse, i: int) -> bool:
    """ "ما إن انسحبت حتى": no condition."""
    return i > 0 and parse.tags[i - 1].token.norm in ("ما", "وما", "فما")


def _is_bare_noun(parse: Parse, i: int) -> bool:
    """ "لا محادثات": an act's noun without article or preposition."""
    if i >= len(parse.tags) or parse.tags[i].tag != "noun":
        return False
    tag = parse.tags[i]
    if tag.is_definite or tag.reading.prep or tag.reading.conj:
        return False
    return tag.names_act


def _denies(parse: Parse, i: int) -> bool:
    """Whether ما before a perfect denies it rather than meaning "what"."""
    if not _is_verb(parse, i + 1, "perfect"):
        return False
    verb = parse.tags[i + 1]
    if verb.reading.pronoun or (i and parse.tags[i - 1].tag in ("preposition", "verb")):
        return False
    if all(form.person == _FIRST for form in verb.forms):
        return True
    first, last = _to_end(parse, i)
    return any(tag.token.norm in _WITNESSES for tag in parse.tags[first + 1 : last])


def _to_next_verb(parse: Parse, i: int) -> tuple[int, int]:
    for j in range(i + 1, len(parse.tags)):
        if parse.tags[j].tag == "verb":
            return (i, j + 1)
        if parse.tags[j].tag == "punct":
            break
    return (i, i + 1)


def _to_end(parse: Parse, i: int) -> tuple[int, int]:
    """From a word to the next comma or full stop."""
    for j in range(i + 1, len(parse.tags)):
        if parse.tags[j].tag == "punct" and parse.tags[j].token.text in "،,؛;.":
            return (i, j)
    return (i, len(parse.tags))


def _had_done(parse: Parse, i: int, bare: str) -> Iterator[ParticleMark]:
    """ "وكان المدعي العام اتهم …": كان before a perfect, without قد."""
    norm_before = parse.tags[i - 1].token.norm if i else ""
    if parse.tags[i].tag != "verb" or bare not in _WAS or norm_before in _UNREAL:
        return
    k = parse.chunk_of[i]
    for chunk in parse.chunks[k + 1 :]:
        if chunk.kind == "verb":
            is_plain = not parse.tags[chunk.first].reading.conj
            before = parse.tags[chunk.first - 1]
            # "كان 480 مهاجرا أنقذتهم سفن": after an open noun the verb says more of that.
            is_open = before.tag == "noun" and not before.is_definite and chunk.first - 1 > i
            if is_plain and not is_open and _is_verb(parse, chunk.first, "perfect"):
                yield ParticleMark(i, i + 1, "historical", HAD_DONE_RULE, (i, chunk.last))
            return
        if chunk.kind not in ("phrase", "time", "adverb"):
            return
