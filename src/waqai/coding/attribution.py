"""Who says so: sources in a sentence and the words they answer for.

Three constructions: a word that brings its source with it ("وفق", "نقلا عن") answers for
its whole sentence; a verb of saying answers for what hangs under its clause after it; a
participle of saying ("مشيرا إلى") goes on with the last speaker. "المصدر نفسه" is whoever
was named last. The stance follows from the word of saying.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.roles import Argument, RoleFinder
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Lexicon

_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه"})
_NORMS = "@norms"
"""The class of what acts accord with: agreements, laws, numbers."""
_CLAIM_OF_DEED = "ar.speech.claim_deed.001"
_CHAINS = {"ar.speech.convey.001": "عن", "ar.speech.attribute.001": "الي"}
"""Verbs of carrying a report, and the preposition before whom it comes from."""
_POINTERS = frozenset({"به", "بها", "عنه", "عنها", "له", "لها", "لنا", "لهم", "عليه", "علي ذلك"})
_OWN_WORDS = frozenset({"قول", "تعبير", "وصف", "تصريح", "كلام", "روايه", "تقدير", "راي", "زعم"})
"""Words whose pronoun means whoever spoke last ("حسب تعبيره")."""
_OWN = frozenset(
    word + pronoun for word in _OWN_WORDS for pronoun in ("ه", "ها", "هم", "هما", "هن")
)
""" "تعبيره", "قولها": a word of somebody's whose pronoun alone says whose."""
_ISSUED = frozenset({"صادر", "صادره", "صدر", "صدرت"})
_AS_REPORTED = "ar.speech.as_reported.001"
_IN_STATEMENT = "ar.speech.in_statement.001"
_QUOTE_PAIRS = {'"': '"', "»": "«", "”": "“"}
_AS = {
    words.split()[0]: tuple(words.split())
    for words in ("كما", "حسبما", "مثلما", "وفقما", "علي ما", "حسب ما", "بحسب ما", "وفق ما",
                  "وفقا لما", "طبقا لما")
}  # fmt: skip
"""What makes of a verb of saying after it a source for the whole sentence, by its first word."""
_SOURCE_PREPOSITIONS = frozenset({"عن", "ل", "الي", "من", ""})


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of saying with its source."""

    word: int
    """The word of saying."""
    n_words: int
    source: Argument | None
    """The words that name who says so; None where the last source is meant."""
    is_same_source: bool
    """ "المصدر نفسه": the source named last in the document."""
    stance: str
    rule: str
    reach: tuple[int, int]
    """The words it answers for."""

    def covers(self, word: int) -> bool:
        """Whether it answers for a word."""
        return self.reach[0] <= word < self.reach[1]


class SayingIndex:
    """Words that bring their source, by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Split phrases such as "نقلا عن", the longest first."""
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for speech in lexicon.speeches.values():
            for written in speech.nouns:
                words = tuple(fold(word) for word in written.split())
                by_first.setdefault(words[0], []).append((words, speech.id))
        self._by_first = {
            first: tuple(sorted(items, key=lambda item: (-len(item[0]), item)))
            for first, items in by_first.items()
        }
        self._lexicon = lexicon

    def find(self, parse: Parse, roles: RoleFinder) -> tuple[Saying, ...]:
        """All sayings of a sentence, in the order of their words."""
        found = list(self._prepositional(parse))
        taken = {
            word for saying in found for word in range(saying.word, saying.word + saying.n_words)
        }
        found += [saying for saying in self._verbal(parse, roles) if saying.word not in taken]
        found.sort(key=lambda saying: saying.word)
        return tuple(found)

    def _prepositional(self, parse: Parse) -> Iterator[Saying]:
        i = 0
        while i < len(parse.tags):
            hit = self._phrase_at(parse, i)
            if hit is None:
                i += 1
                continue
            n_words, entry = hit
            stance = self._lexicon.speeches[entry].stance
            if parse.tags[i + n_words - 1].tag == "verb":
                source, is_same = self._said_by(parse, i + n_words)
            else:
                source, is_same = self._source(parse, i + n_words, i)
            if entry == _IN_STATEMENT and not _is_speaker(parse, source):
                source = None
            if is_same or (source is not None and not self._is_norm(parse, source)):
                whole = (0, len(parse.tags))
                yield Saying(i, n_words, source, is_same, stance, entry, whole)
                is_chain = entry in _CHAINS or _is_issued(parse, source)
                for further in _chain(parse, source, "عن") if is_chain else ():
                    yield Saying(i, n_words, further, False, stance, entry, whole)
            i += n_words

    def _said_by(self, parse: Parse, first: int) -> tuple[Argument | None, bool]:
        """ "حسب ما أكده في تصريح للإذاعة الأستاذ …": the bare phrase after the verb.

        Without one whoever spoke last is meant.
        """
        for chunk in parse.chunks[parse.chunk_of[first - 1] + 1 :]:
            if chunk.kind not in ("phrase", "time", "adverb"):
                break
            if chunk.kind != "phrase":
                continue
            start = chunk.start
            if _points_back(parse, start):
                if chunk.last - start > 1:
                    return Argument(start + 1, chunk.last), False  # "كما صرح بذلك السفير"
                continue
            if not chunk.prep:
                is_same = _is_same(parse, start, chunk.last)
                return (None, True) if is_same else (Argument(start, chunk.last), False)
        return None, True

    def _is_norm(self, parse: Parse, source: Argument) -> bool:
        """ "وفقا لاتفاق", "حسب عدد": what something accords with, and nobody's word."""
        norms = self._lexicon.words_of_any((_NORMS,))
        return parse.tags[source.first].reading.stem in norms

    def _phrase_at(self, parse: Parse, i: int) -> tuple[int, str] | None:
        norm = parse.tags[i].token.norm
        as_said = self._as_said_at(parse, i) if norm in _AS else None
        if as_said is not None:
            return as_said
        for face in (norm, norm.removeprefix("و")):
            for words, entry in self._by_first.get(face, ()):
                norms = tuple(t.token.norm for t in parse.tags[i + 1 : i + len(words)])
                if norms == words[1:]:
                    return len(words), entry
                if norms and norms[-1] in _OWN and norms[:-1] == words[1:-1]:
                    return len(words) - 1, entry  # "على حد | تعبيره"
        return None

    def _as_said_at(self, parse: Parse, i: int) -> tuple[int, str] | None:
        """ "كما صرح", "وفق ما ذكرته": a verb of saying that takes the whole sentence up.

        "كما أكد أن" adds a saying of its own.
        """
        words = _AS[parse.tags[i].token.norm]
        last = i + len(words)
        if last >= len(parse.tags) or parse.tags[last].tag != "verb":
            return None
        if words == ("كما",) and (i == 0 or _goes_on_to_say(parse, last)):
            return None
        entries = parse.tags[last].entry_ids("speech")
        if not entries or tuple(t.token.norm for t in parse.tags[i:last]) != words:
            return None
        is_plain = self._lexicon.speeches[entries[0]].stance == "reported"
        return len(words) + 1, _AS_REPORTED if is_plain else entries[0]

    def _source(self, parse: Parse, first: int, head: int) -> tuple[Argument | None, bool]:
        """The phrase that follows a word such as "وفق", over "ما أفاد به" and a preposition."""
        for k in range(parse.chunk_of[head], min(parse.chunk_of[head] + 6, len(parse.chunks))):
            chunk = parse.chunks[k]
            if chunk.last <= first or chunk.kind in ("verb", "relative", "particle", "time"):
                continue
            if chunk.kind != "phrase":
                return None, False
            start = max(chunk.start, first)
            if start >= chunk.last or _is_pointer(parse, start, chunk.last):
                continue
            if chunk.prep not in _SOURCE_PREPOSITIONS and chunk.first >= first:
                return None, False
            if _is_same(parse, start, chunk.last):
                return None, True
            return Argument(start, chunk.last), False
        return None, False

    def _verbal(self, parse: Parse, roles: RoleFinder) -> Iterator[Saying]:
        for k, chunk in enumerate(parse.chunks):
            tag = parse.tags[chunk.start] if chunk.start >= 0 else None
            if tag is None or chunk.kind not in ("verb", "phrase") or chunk.prep:
                continue
            entries = tag.entry_ids("speech")
            if not entries:
                continue
            if chunk.kind == "verb":
                yield from self._of_verb(parse, roles, k, entries[0])
            elif any(form.pos == "participle" for form in tag.forms):
                reach = (chunk.start + 1, _end(parse, k))
                stance = self._lexicon.speeches[entries[0]].stance
                source = _speaker_before(parse, roles, k)
                is_same = source is None
                yield Saying(chunk.start, 1, source, is_same, stance, entries[0], reach)

    def _of_verb(self, parse: Parse, roles: RoleFinder, k: int, entry: str) -> Iterator[Saying]:
        if entry == _CLAIM_OF_DEED and not self._claims_deed(parse, k):
            return
        chunk = parse.chunks[k]
        stance = self._lexicon.speeches[entry].stance
        if stance == "denied" and k and parse.chunks[k - 1].kind == "negation":
            stance = "expected"  # "لا يستبعد مراقبون"
        quoted = _quoted_before(parse, chunk.first)
        reach = (chunk.last if quoted is None else quoted, _end(parse, k))
        cognate = _cognate(parse, k)
        subject = roles.subject_of(k if cognate is None else cognate)
        source = subject[0] if subject else None
        if source is not None and _names_deed(parse.tags[source.first]):
            source = None  # "أعلن مقتل جنديين": announced, and nobody says by whom
        if source is not None and parse.tags[source.first].tag == "number":
            return  # "تبلغ 28 عاما": an age, and nobody's word
        is_same = source is not None and _is_same(parse, source.first, source.last)
        if is_same:
            source = None
        yield Saying(chunk.start, 1, source, is_same, stance, entry, reach)
        prep = _CHAINS.get(entry)
        for further in _chain(parse, source, prep) if prep else ():
            yield Saying(chunk.start, 1, further, False, stance, entry, reach)

    def _claims_deed(self, parse: Parse, k: int) -> bool:
        """ "تبنى التنظيم الهجوم": an attack, and no law or plan, is what is claimed."""
        for j in range(k + 1, len(parse.chunks)):
            if parse.clause_of[j] != parse.clause_of[k] or parse.chunks[j].kind == "verb":
                return False
            chunk = parse.chunks[j]
            forms = parse.tags[chunk.start].forms if chunk.kind == "phrase" else ()
            triggers = [self._lexicon.triggers[f.entry] for f in forms if f.kind == "trigger"]
            if any(trigger.event == "ASSAULT" for trigger in triggers):
                return True
        return False


def _chain(parse: Parse, source: Argument | None, prep: str) -> Iterator[Argument]:
    """ "نقلت الوكالة عن مسؤول": the phrase with the preposition that names the source's own."""
    if source is None:
        return
    for chunk in parse.chunks[parse.chunk_of[source.last - 1] + 1 :]:
        if chunk.kind != "phrase":
            return
        if chunk.prep == prep:
            yield Argument(chunk.start, chunk.last)
            return


def _names_deed(tag: Tagged) -> bool:
    """A noun that only names an act, and nobody who could speak of it."""
    kinds = {form.kind for form in tag.forms if form.pos == "noun"}
    return "trigger" in kinds and not kinds & {"agent", "title", "speech"}


def _is_speaker(parse: Parse, source: Argument | None) -> bool:
    """ "في تصريح الوزير": whose statement it is; not to whom ("لإذاعة") or of what kind."""
    if source is None:
        return False
    tag = parse.tags[source.first]
    if tag.reading.prep == "ل" or parse.chunks[parse.chunk_of[source.first]].prep == "ل":
        return False
    return tag.is_definite or any(form.kind in ("agent", "title") for form in tag.forms)


def _goes_on_to_say(parse: Parse, verb: int) -> bool:
    """Whether a verb of saying has a content of its own: "أن …", "عن …", before a comma."""
    for tag in parse.tags[verb + 1 :]:
        if tag.tag == "punct":
            return False
        if tag.tag == "complementizer" or tag.token.norm in ("عن", "الي"):
            return True
    return False


def _is_issued(parse: Parse, source: Argument | None) -> bool:
    """ "بيان صادر عن الرئاسة": the paper names whoever issued it."""
    return source is not None and parse.tags[source.last - 1].reading.stem in _ISSUED


def _speaker_before(parse: Parse, roles: RoleFinder, k: int) -> Argument | None:
    """ "وجه النائب انتقادات، مؤكدا أن": who does what the participle goes on from.

    None where he is nobody who can speak, or "the same source": the last source is meant.
    """
    verbs = [j for j in range(k) if parse.chunks[j].kind == "verb"]
    own = [j for j in verbs if parse.clauses[parse.clause_of[j]].kind in ("main", "coordinate")]
    subject = roles.subject_of(own[-1]) if own else ()
    if not subject or _is_same(parse, subject[0].first, subject[0].last):
        return None
    head = parse.tags[subject[0].first]
    speaks = head.tag == "name" or any(form.kind in ("agent", "title") for form in head.forms)
    return subject[0] if speaks and not subject[0].is_pronoun else None


def _points_back(parse: Parse, word: int) -> bool:
    """ "به", "بذلك", "لنا" after a verb of saying: what was said, or to whom."""
    tag = parse.tags[word]
    return tag.tag == "demonstrative" or tag.token.norm in _POINTERS


def _is_pointer(parse: Parse, first: int, last: int) -> bool:
    """ "به", "بذلك": what was said, not who said it."""
    tag = parse.tags[first]
    if tag.tag == "preposition":
        return bool(tag.reading.pronoun)
    return tag.tag == "demonstrative" and last - first == 1


def _cognate(parse: Parse, k: int) -> int | None:
    """ "نفت الرئاسة نفيا قاطعا": the verb whose own noun, spelled like its dual, stands at `k`."""
    tag = parse.tags[parse.chunks[k].first]
    if not tag.token.norm.endswith("ا"):
        return None
    entries = set(tag.entry_ids("speech"))
    for j in range(k - 1, -1, -1):
        other = parse.chunks[j]
        if other.kind == "verb" and entries & set(parse.tags[other.first].entry_ids("speech")):
            return j
    return None


def _quoted_before(parse: Parse, verb: int) -> int | None:
    """ "«…»، يقول الناطق": the mark that opens the quotation right before a verb of saying."""
    i = verb - 1
    while i >= 0 and parse.tags[i].token.text in "،,.":
        i -= 1
    if i < 0 or parse.tags[i].token.text not in _QUOTE_PAIRS:
        return None
    opening = _QUOTE_PAIRS[parse.tags[i].token.text]
    for j in range(i - 1, -1, -1):
        if parse.tags[j].token.text == opening:
            return j
    return 0


def _is_same(parse: Parse, first: int, last: int) -> bool:
    """ "المصدر نفسه", "حسب تعبيره": the word for "same", or what only a pronoun owns."""
    if parse.tags[first].token.norm in _OWN:
        return True
    return any(tag.token.norm in _SAME for tag in parse.tags[first : last + 1])


def _end(parse: Parse, k: int) -> int:
    """Where what hangs under the clause of chunk `k` ends."""
    clause = parse.clause_of[k]
    for j in range(k + 1, len(parse.chunks)):
        other = parse.clause_of[j]
        is_new_saying = parse.clauses[other].kind == "participial" and other != clause
        if is_new_saying or not parse.is_under(other, clause):
            return parse.chunks[j].first
    return len(parse.tags)
