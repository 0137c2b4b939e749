"""Checks that pass a trigger over, each with the words the explanation shows.

A false event is worse than a missed one: what is wanted, asked for or alleged has not
happened, and a bare noun without anybody around it only refers to something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai.coding.agreement import is_accusative
from waqai.coding.clauses import Parse
from waqai.coding.focus import Party
from waqai.coding.marks import Marking
from waqai.coding.roles import Slots
from waqai.coding.triggers import Candidate
from waqai.folding import fold
from waqai.lexicon.load import Lexicon

ASKING = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE", "CONCEDE"})
"""Types whose complement is asked for, promised, refused or alleged, not done."""
ACTORLESS = frozenset({"ASSAULT", "PROTEST", "RETREAT", "COERCE", "MOBILIZE"})
"""Types that may be told without naming anybody ("اندلعت اشتباكات في المدينة")."""

_TALKING = frozenset({"GOV", "LEG", "PTY", "LAB", "MIL", "JUD", "OPP"})
"""Sectors whose people talk for others."""

REFERS = "a noun that only refers to an act"

_HAPPENING = ("@happening",)
"""The class of verbs by which a relative clause tells an act."""
_UNDERGOING = ("@undergoing",)
"""The class of nouns whose ل brings what happened."""


def wanted(markings: Sequence[Marking], word: int) -> str | None:
    """The act is what somebody wants, plans or discusses.

    An announced one ("تعتزم النقابة الإضراب") is told as coming, one to be kept from
    happening ("لئلا يصادرها") as not real: they keep their mark.
    """
    for marking in markings:
        if marking.intention and marking.mark == "none" and marking.covers(word):
            return f"wanted, not done ({marking.rule})"
    return None


def asked_for(
    parse: Parse,
    lexicon: Lexicon,
    firing: Sequence[Candidate],
    candidate: Candidate,
    markings: Sequence[Marking],
) -> str | None:
    """The act stands in what another act asks for, refuses or alleges, or a court pronounces.

    What somebody refrained from ("أحجم عن إدانة") is told as not done, and keeps that mark.
    """
    denying = [m for m in markings if m.mark == "negation" and m.covers(candidate.word)]
    for other in firing:
        if other.word == candidate.word or any(m.first <= other.word < m.last for m in denying):
            continue
        entry = lexicon.triggers[other.entry]
        if entry.event not in ASKING and "convict" not in entry.modes:
            continue
        if _in_content(parse, other, candidate.word) or _in_theme(
            parse, entry.frame, other.slots, candidate.word
        ):
            return f"inside what {other.entry} speaks of"
    return None


def _in_content(parse: Parse, other: Candidate, word: int) -> bool:
    """Under a content clause (after أن) that the other word governs."""
    governor = parse.chunk_of[other.word]
    clause: int | None = parse.clause_of[parse.chunk_of[word]]
    while clause is not None:
        current = parse.clauses[clause]
        if current.kind == "content" and current.governor is not None and word > other.word:
            if current.governor == governor:
                return True
            if _hangs_on(parse, current.governor, governor):
                return True
        clause = current.parent
    return False


def _hangs_on(parse: Parse, k: int, governor: int) -> bool:
    """Whether the word before أن is an argument of the governor in the same clause."""
    if k < governor or parse.clause_of[k] != parse.clause_of[governor]:
        return False
    return all(parse.chunks[j].kind != "verb" for j in range(governor + 1, k + 1))


def _in_theme(parse: Parse, frame: Mapping[str, str], slots: Slots, word: int) -> bool:
    for place, role in frame.items():
        if role not in ("theme", "content"):
            continue
        for argument in slots.get(fold(place)):
            if argument.first <= word and _within(parse, argument.first, argument.last, word):
                return True
    return False


def _within(parse: Parse, first: int, last: int, word: int) -> bool:
    """In the argument, or in phrases that follow it without a new verb or joint."""
    if first <= word < last:
        return True
    k, target = parse.chunk_of[last - 1], parse.chunk_of[word]
    if target <= k or parse.clause_of[k] != parse.clause_of[target]:
        return False
    return all(
        parse.chunks[j].kind == "phrase"
        and (parse.chunks[j].prep or parse.chunks[j].is_coordinated)
        for j in range(k + 1, target + 1)
    )


def demanded_in_protest(
    parse: Parse, lexicon: Lexicon, firing: Sequence[Candidate], candidate: Candidate
) -> str | None:
    """ "تظاهروا للمطالبة برحيله": what a protest demands is part of it, no request beside it."""
    if lexicon.triggers[candidate.entry].event != "REQUEST" or candidate.pos == "verb":
        return None
    if candidate.pos == "noun" and parse.tags[candidate.word].reading.prep != "ل":
        return None
    for other in firing:
        if lexicon.triggers[other.entry].event == "PROTEST" and other.word < candidate.word:
            return f"the demand of {other.entry}"
    return None


def purpose(
    parse: Parse, lexicon: Lexicon, candidate: Candidate, markings: Sequence[Marking]
) -> str | None:
    """ "لبحث", "لإخراج": ل before a verbal noun says what for, unless a light verb takes it.

    After a word that marks the act by itself ("تستعد لترحيل", "تحسبا لتظاهر") or says that it
    was undergone ("تعرض الجزيرة لقصف", "نتيجة لانسحاب") ل only joins the two.
    """
    reading = parse.tags[candidate.word].reading
    if candidate.pos == "verb" or reading.prep != "ل" or reading.article:
        return None
    if candidate.slots.light is not None or _is_joined(markings, candidate.word):
        return None
    k = parse.chunk_of[candidate.word]
    if k and parse.tags[parse.chunks[k - 1].start].reading.stem in lexicon.words_of_any(
        _UNDERGOING
    ):
        return None
    return "a purpose, not an act"


def _is_joined(markings: Sequence[Marking], word: int) -> bool:
    marked = [m for m in markings if m.covers(word) and m.mark != "none"]
    return any(m.last == word or (m.intention and m.first < word) for m in marked)


def same_protest(
    parse: Parse, candidate: Candidate, event: str, acts: Mapping[int, str]
) -> str | None:
    """ "تظاهر الآلاف احتجاجا على": the adverb tells why of the protest before it, and no other."""
    word = candidate.word
    if event != "PROTEST" or candidate.pos != "noun" or not is_accusative(parse.tags[word]):
        return None
    if candidate.slots.light_word is not None:
        return None
    clause = parse.clause_of[parse.chunk_of[word]]
    told = [
        other
        for other, kind in acts.items()
        if kind == event and other < word and parse.clause_of[parse.chunk_of[other]] == clause
    ]
    return "why the protest before it" if told else None


def one_sided(event: str, actors: Sequence[Party], recipients: Sequence[Party]) -> str | None:
    """Talks with nobody in particular: a second side must be named, or two at once.

    "عقد الوزيران جلسة": a dual of those who speak for others is both sides.
    """
    if event != "CONSULT":
        return None
    sides = [p for p in (*actors, *recipients) if not p.is_vague]
    n_sides = sum(2 if p.number == "d" and p.sector in _TALKING else 1 for p in sides)
    return None if n_sides > 1 else "no second side is named"


def nobody_speaks(parse: Parse, candidate: Candidate, actors: Sequence[Party]) -> str | None:
    """A verb in the first person where nobody was said to speak: another word, misread."""
    forms = [form for form in parse.tags[candidate.word].forms if form.pos == "verb"]
    is_first = candidate.pos == "verb" and all(form.person == 1 for form in forms)
    return "first person, and nobody speaks" if is_first and not actors else None


def bare_mention(
    parse: Parse,
    lexicon: Lexicon,
    candidate: Candidate,
    event: str,
    n_parties: int,
    has_place: bool,
) -> str | None:
    """Nobody stands around the word: it refers to an act rather than reporting it.

    What a relative clause tells of it is its report: "الهجوم الذي استهدف كنيسة".
    """
    if n_parties:
        return None
    if event not in ACTORLESS:
        return "nobody is named around it"
    if candidate.pos == "verb":
        return None if candidate.slots.filled else "nothing is named around it"
    if candidate.slots.light_word is not None:
        return None
    tag = parse.tags[candidate.word]
    if _is_told_beside(parse, lexicon, candidate.word):
        return None
    if tag.reading.article or not has_place:
        return REFERS
    return None


def _is_told_beside(parse: Parse, lexicon: Lexicon, word: int) -> bool:
    """A relative clause says that the act happened, and where, when or to what."""
    k = parse.chunk_of[word]
    happening = lexicon.words_of_any(_HAPPENING)
    for clause in parse.clauses:
        if clause.kind != "relative" or clause.antecedent != k:
            continue
        chunks = [parse.chunks[j] for j in parse.members(clause.index)]
        verbs = [n for n, chunk in enumerate(chunks) if chunk.kind == "verb"]
        if not verbs:
            continue
        forms = parse.tags[chunks[verbs[0]].first].forms
        tells = any(fold(form.lemma) in happening for form in forms if form.pos == "verb")
        return tells and any(c.kind in ("phrase", "time") for c in chunks[verbs[0] + 1 :])
    return False


def only_recalled(candidate: Candidate, aux: Sequence[str], n_parties: int) -> str | None:
    """ "بعد مظاهرة في المدينة عام 1990": a noun of long ago with nobody around recalls an act."""
    is_bare = candidate.pos == "noun" and candidate.slots.light_word is None
    return REFERS if is_bare and not n_parties and "historical" in aux else None


def n_pronouns(candidate: Candidate, frame: Mapping[str, str]) -> int:
    """Pronouns in a side of the act: "بالاحتفاظ بهم" has somebody, whoever it is."""
    return sum(
        argument.is_pronoun and not argument.is_inherited
        for slot, role in frame.items()
        if role in ("actor", "recipient")
        for argument in candidate.slots.get(slot)
    )
