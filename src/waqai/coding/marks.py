"""Marks and stances: what a clause claims of the acts it names.

In goes a parse, out come `Marking`s: words of the lexicon's `marks.yaml` found in the
sentence, each with the words it reaches. Negation holds for the next verb or noun, belief
and expectation for what follows أن, intention for the rest of its clause: what somebody
wants, plans or discusses has not happened. Marks that hang on the form of the word after
them (سـ, قد, إن) are found by `waqai.coding.particle_marks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.particle_marks import find_particle_marks
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Lexicon, Mark

_ANY = "…"
_GAP = "……"
_MAX_GAP_WORDS = 8
"""Words that "……" may stand for; none of them a verb or a punctuation mark."""
_BARE_AN = 2
"""Letters of أن without a pronoun."""
_MIN_LETTERS = 3
"""Letters a word keeps when و or ف before it is passed over."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark found in a sentence."""

    first: int
    last: int
    """The words of the mark, [first, last)."""
    mark: str
    """negation, future, hypothetical, historical or none."""
    stance: str | None
    intention: bool
    rule: str
    reach: tuple[int, int]
    """The words it reaches, [from, to)."""

    def covers(self, word: int) -> bool:
        """Whether it reaches a word."""
        return self.reach[0] <= word < self.reach[1]


_Words = tuple[tuple[str, ...], Mark, frozenset[str]]
"""The words of a mark, gaps included, the mark, and the words beside the first."""


class MarkIndex:
    """The words of all marks by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Split each mark's words, the most telling first."""
        self._foiling = lexicon.words_of("@foiling")
        by_first: dict[str, list[_Words]] = {}
        for mark in lexicon.marks.values():
            for written in mark.words:
                words = tuple(w if w in (_ANY, _GAP) else fold(w) for w in written.split())
                own = frozenset(words[1:]) - {_ANY, _GAP}
                by_first.setdefault(words[0], []).append((words, mark, own))
        self._by_first = {
            first: tuple(sorted(marks, key=lambda m: (*_rank(m[0]), m[1].id)))
            for first, marks in by_first.items()
        }

    def find(self, parse: Parse) -> tuple[Marking, ...]:
        """All marks of a sentence in the order of their words."""
        found = [
            Marking(m.first, m.last, m.mark, None, False, m.rule, m.reach)
            for m in find_particle_marks(parse)
        ]
        faces = [_faces(tag) for tag in parse.tags]
        all_faces = {face for word in faces for face in word}
        i = 0
        while i < len(parse.tags):
            last, marks = self._at(parse.tags, faces, all_faces, i)
            for mark in marks:
                reach = _own_deed(parse, i, _reach(parse, i, last, mark.scope), self._foiling)
                found.append(
                    Marking(i, last, mark.mark, mark.stance, mark.intention, mark.id, reach)
                )
            i = max(last, i + 1)
        return tuple(sorted(found, key=lambda m: (m.first, m.rule)))

    def _at(
        self, tags: Sequence[Tagged], faces: Sequence[Sequence[str]], all_faces: set[str], i: int
    ) -> tuple[int, Sequence[Mark]]:
        """Where the best phrase at a word ends, and the marks that have it."""
        for word in faces[i]:
            known = self._by_first.get(word)
            if known is None:
                continue
            best: tuple[str, ...] | None = None
            last = i
            marks: list[Mark] = []
            for words, mark, own in known:
                if not all_faces.issuperset(own):
                    continue  # Most marks of several words lack one of them.
                if best is not None and words != best:
                    break
                if mark.pos is not None and (tags[i].tag == "verb") != (mark.pos == "verb"):
                    continue
                end = _match(tags, faces, i + 1, words[1:])
                if end is not None:
                    best, last = words, end
                    marks.append(mark)
            if marks:
                return last, marks
        return i, ()


def _rank(words: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    """Phrases with more words of their own first, then those without a gap."""
    n_own = sum(1 for word in words if word not in (_ANY, _GAP))
    return -n_own, len(words) - n_own, words


def _match(
    tags: Sequence[Tagged], faces: Sequence[Sequence[str]], i: int, words: tuple[str, ...]
) -> int | None:
    """Where the words end that stand at `i`; None where they do not.

    Args:
        tags: the sentence.
        faces: what each of its words may be spelled like.
        i: where to look.
        words: the words of a mark, or what is left of them.
    """
    if not words:
        return i
    if i >= len(tags):
        return None
    if words[0] == _GAP:
        for j in range(i, min(i + _MAX_GAP_WORDS + 1, len(tags))):
            end = _match(tags, faces, j, words[1:])
            if end is not None:
                return end
            if tags[j].tag in ("verb", "punct"):
                break
        return None
    if words[0] != _ANY and words[0] not in faces[i]:
        return None
    return _match(tags, faces, i + 1, words[1:])


def _faces(tag: Tagged) -> tuple[str, ...]:
    """What a mark may be spelled like: the word, without its conjunction, its bare stem."""
    norm = tag.token.norm
    may_peel = bool(tag.reading.conj) or not tag.forms  # "ولاية" is no و + لاية
    is_long = len(norm) > _MIN_LETTERS or bool(tag.reading.conj)
    conj = norm[1:] if may_peel and norm[0] in "وف" and is_long else norm
    if tag.tag == "name":
        return (norm,)
    if tag.tag == "verb" or not (tag.reading.prep or tag.reading.pronoun):
        return (norm, conj)
    without_prep = conj.removeprefix(tag.reading.prep)
    return (norm, conj, without_prep, tag.reading.stem)


def _reach(parse: Parse, first: int, last: int, scope: str) -> tuple[int, int]:
    """The words a scope stands for, after the mark at [first, last)."""
    here = parse.clause_of[parse.chunk_of[first]]
    readers: dict[str, Callable[[], tuple[int, int]]] = {
        "sentence": lambda: (0, len(parse.tags)),
        "clause": lambda: _own_clause(parse, here, last),
        "itself": lambda: (first, last),
        "condition": lambda: (last, _condition_end(parse, last)),
        "statement": lambda: _statement(parse, here),
        "own_phrase": lambda: _own_phrase(parse, first),
        "phrase": lambda: (last, _phrase_end(parse, last)),
        "next_verb": lambda: _next_verb(parse, last),
        "next_noun": lambda: _next_noun(parse, last, here),
        "complement": lambda: (last, _governed_end(parse, last, here)),
        "onwards": lambda: (first, _governed_end(parse, last, here)),
    }
    return readers[scope]()


def _own_deed(
    parse: Parse, first: int, reach: tuple[int, int], foiling: frozenset[str]
) -> tuple[int, int]:
    """What is foiled, without the deed that و joins to the foiling.

    "من إحباط محاولة تسلل | وقتل مسلحين", against "محاولة قتل وخطف".
    """
    chunk = parse.chunks[parse.chunk_of[first]]
    if parse.tags[chunk.start].reading.stem not in foiling or chunk.kind != "phrase":
        return reach
    for after in parse.chunks[parse.chunk_of[first] + 1 :]:
        if after.is_coordinated and parse.tags[after.start].names_act:
            return (reach[0], min(reach[1], after.first))
    return reach


def _own_clause(parse: Parse, clause: int, last: int) -> tuple[int, int]:
    """The clause of the mark, and that of its last word where this opens another."""
    own = {clause, parse.clause_of[parse.chunk_of[last - 1]]}
    words = sorted(word for each in own for word in _clause_words(parse, each))
    return (words[0], words[-1] + 1)


def _clause_words(parse: Parse, clause: int) -> Iterator[int]:
    for k in parse.members(clause):
        yield from range(parse.chunks[k].first, parse.chunks[k].last)


def _statement(parse: Parse, clause: int) -> tuple[int, int]:
    """The clause; where a pronoun opens it ("بأنها عارية عن الصحة"), the one around it too."""
    words = list(_clause_words(parse, clause))
    opener, parent = parse.tags[words[0]], parse.clauses[clause].parent
    if (
        opener.tag == "complementizer"
        and len(opener.reading.stem) > _BARE_AN
        and parent is not None
    ):
        words += _clause_words(parse, parent)
    return (min(words), max(words) + 1)


def _condition_end(parse: Parse, last: int) -> int:
    """Where a condition ends: at its comma, or where ف opens what follows from it."""
    for i in range(last, len(parse.tags)):
        tag = parse.tags[i]
        if tag.tag == "punct" and tag.token.text in "،,؛;.":
            return i
        is_answer = tag.tag in ("verb", "complementizer") and tag.reading.conj == "ف"
        if i > last and (is_answer or tag.token.norm in ("فان", "فانه", "فانها")):
            return i
    return len(parse.tags)


def _own_phrase(parse: Parse, word: int) -> tuple[int, int]:
    """ "الإضراب المرتقب لعمال …": the phrase an adjective stands in or follows."""
    k = parse.chunk_of[word]
    chunk = parse.chunks[k]
    before = parse.chunks[k - 1] if k else None
    is_apart = chunk.start == word and not chunk.prep
    if is_apart and before is not None and before.kind in ("phrase", "verb"):
        return (before.first, chunk.last)
    return (chunk.first, chunk.last)


def _phrase_end(parse: Parse, last: int) -> int:
    """Where the phrase goes on to: its own rest, and the ل or على phrase that it takes."""
    k = parse.chunk_of[max(last - 1, 0)]
    while k + 1 < len(parse.chunks) and parse.chunks[k + 1].is_coordinated:
        k += 1
    if k + 1 < len(parse.chunks):
        after = parse.chunks[k + 1]
        if after.kind == "phrase" and (after.prep in ("ل", "علي") or after.first == last):
            return after.last
    return max(parse.chunks[k].last, last)


def _next_verb(parse: Parse, last: int) -> tuple[int, int]:
    for i in range(last, len(parse.tags)):
        if parse.tags[i].tag == "verb":
            return (last, i + 1)
        if parse.tags[i].tag == "punct":
            break
    return (last, last)


def _next_noun(parse: Parse, last: int, clause: int) -> tuple[int, int]:
    """The phrase that follows, with what hangs on it, up to the clause's next verb."""
    for k in range(parse.chunk_of[min(last, len(parse.tags) - 1)], len(parse.chunks)):
        chunk = parse.chunks[k]
        if chunk.last <= last:
            continue
        if chunk.kind == "verb" or parse.clause_of[k] != clause:
            return (last, max(chunk.first, last))
        if chunk.kind == "punct" and parse.tags[chunk.first].token.text in "،,؛;":
            return (last, max(chunk.first, last))
    return (last, len(parse.tags))


def _governed_end(parse: Parse, last: int, clause: int) -> int:
    """Where the words under a clause end: its content and relative clauses included.

    A clause of time ("بعد أن احتج السكان") says what did happen, whatever is feared or hoped.
    """
    start = parse.chunk_of[min(last, len(parse.tags) - 1)]
    if not parse.is_under(parse.clause_of[start], clause):
        clause = parse.clause_of[start]  # "كما لو أنه": the mark's last word opened another
    for k in range(start, len(parse.chunks)):
        chunk = parse.chunks[k]
        is_new_saying = k > start and parse.clauses[parse.clause_of[k]].kind == "participial"
        if chunk.first >= last and (is_new_saying or _opens_time(parse, k)):
            return chunk.first
        if not parse.is_under(parse.clause_of[k], clause):
            return max(chunk.first, last)
    return len(parse.tags)


_TIME_OPENERS = frozenset(
    {"بعدما", "عندما", "حينما", "بينما", "فيما", "حين", "منذ", "بعد", "كما", "حيث", "اذ", "مما"}
)
"""What opens a clause told beside the one before it."""


def _opens_time(parse: Parse, k: int) -> bool:
    """ "بعد أن", "بعدما", "بينما": what follows is told beside the clause, not in it."""
    chunk = parse.chunks[k]
    if chunk.kind not in ("particle", "subordinator", "conjunction", "relative"):
        return False
    if parse.tags[chunk.first].reading.stem not in _TIME_OPENERS:
        return False
    is_bare = chunk.kind == "particle"
    return not is_bare or (
        k + 1 < len(parse.chunks) and parse.chunks[k + 1].kind == "complementizer"
    )
