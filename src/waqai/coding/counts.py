"""Casualties and sizes: how many an act killed, wounded, held or gathered.

In go the parse of a sentence and the candidates for its acts; out comes what each act's
record may say of numbers. The order:

1. figures: a counted group (`waqai.coding.groups`) with the word that says what became of
   those counted: a verb ("قتل 3 جنود"), a verbal noun ("إصابة اثنين"), the noun itself
   ("54 قتيلا"), a set phrase ("أودى بحياة 5", "راح ضحيتها 134"), a rising toll;
2. background: what stands behind بعد, منذ, ردا على … is another event's;
3. for each act the figures of its own word; for an attack besides those of its results, told
   before it ("قتل 3 في هجوم") or after it ("هجوم أسفر عن مقتل 3"), the nearest attack first.

The dead stay with the killing, the wounded with the wounding: "قتل 3 وأصيب 5" gives the
first record no wounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from waqai.coding.clauses import Parse
from waqai.coding.groups import Group, GroupReader
from waqai.coding.parties import PartyReader
from waqai.coding.roles import Argument
from waqai.coding.tagging import Tagged
from waqai.coding.triggers import Candidate, entry_frame
from waqai.folding import fold
from waqai.lexicon.load import Form, Lexicon, Trigger
from waqai.model import Count
from waqai.text.numbers import read_number

_CLASSES = {"dead": "@acts_of_killing", "injured": "@acts_of_wounding", "arrested": "@acts_of_arrest",
            "size": "@acts_of_taking_part"}  # fmt: skip
"""Size fields and the word class whose acts they count the people of."""
_EVENTS = {"dead": ("ASSAULT",), "injured": ("ASSAULT",), "arrested": ("COERCE",),
           "size": ("PROTEST",)}  # fmt: skip
_RESULTS = ("dead", "injured")
"""What an attack leaves behind."""
_ONLY_WITH_OBJECT = {"لقي": frozenset({"مصرع", "حتف"})}
"""Verbs that kill only beside these words."""
_AMBIGUOUS = frozenset({"قضي", "صفي", "تصفيه", "ضبط", "اسر", "لقي", "اودي"})
"""Words that count people only where they are read as the act itself."""
_LIVES = frozenset({"بحياه", "ارواح", "ضحيته", "ضحيتها", "ضحيتهما", "ضحاياه"})
_TAKING = frozenset({"اودي", "حصد", "ازهق", "راح", "ذهب", "كلف", "خلف"})
_TOLLS = frozenset({"عدد", "حصيله", "اعداد"})
_REACHING = frozenset({"بلغ", "بلغت", "الي", "تجاوز", "تجاوزت", "فاق", "يبلغ", "تبلغ"})
_PARTS = ("بينه", "منه", "معظم", "احده", "اغلبه", "ضمنه")
_TRIED = frozenset({"محاوله", "محاولات", "شروع", "تهديد", "مخطط", "بتهمه", "تهمه"})
_BACKGROUND = frozenset(
    {"بعد", "عقب", "قبل", "منذ", "ذكري", "غداه", "ردا", "احتجاجا", "خلفيه", "انتقاما", "تنديدا",
     "بعدما", "عقبت", "قبيل", "تزامنا", "غرار"}
)  # fmt: skip
"""Words after which another event is told than the one before them."""
_CAUSES = frozenset(
    {"في", "خلال", "اثر", "جراء", "نتيجه", "بسبب", "عقب", "بعد", "اثناء", "من", "ب", "لدي", "عند",
     "ضمن", "ل", "بفعل", "عبر"}
)  # fmt: skip
"""Prepositions between those hit and the act that hit them."""
_WHEN = frozenset({"عندما", "حين", "حينما", "لما", "بعدما", "اذ"})
_MAX_ZONE = 14
"""Words after a verb among which those it counts are looked for."""


@dataclass(frozen=True, slots=True)
class Figure:
    """So many people to whom one thing happened."""

    field: str
    group: Group
    carrier: int
    """The word that says what happened to them."""


class CountReader:
    """Reads the figures of one sentence, once, and gives each act its own."""

    def __init__(
        self,
        parse: Parse,
        lexicon: Lexicon,
        reader: PartyReader,
        candidates: Sequence[Candidate],
    ) -> None:
        """Find the figures.

        Args:
            parse: the sentence.
            lexicon: where the classes of acts stand.
            reader: turns words into spans.
            candidates: all candidates of the sentence, those passed over too.
        """
        self._parse = parse
        self._tags = parse.tags
        self._lexicon = lexicon
        self._reader = reader
        self._groups = GroupReader(parse, lexicon)
        self._classes = {name: lexicon.words_of(ref) for name, ref in _CLASSES.items()}
        self._dying = lexicon.words_of("@acts_of_dying")
        self._firing = {c.word: c for c in candidates if c.stopped_by is None}
        self._acts = {c.word: lexicon.triggers[c.entry].event for c in self._firing.values()}
        self._figures = tuple(self._find())

    def read(self, entry: Trigger, candidate: Candidate) -> dict[str, Count]:
        """The numbers of an act's record by field; exact only where the text is."""
        words = {candidate.word, *candidate.extra}
        own = [f for f in self._figures if f.carrier in words]
        found: dict[str, Figure] = {}
        field = self._field(entry)
        for figure in own:
            if figure.field == field and entry.event in _EVENTS[field]:
                found.setdefault(figure.field, figure)
        if entry.event == "ASSAULT" and field in _RESULTS:
            for figure in self._unclaimed(candidate.word):
                found.setdefault(figure.field, figure)
        elif entry.event == "ASSAULT":
            for figure in self._results(candidate.word):
                found.setdefault(figure.field, figure)
        elif entry.event == "PROTEST" and not found:
            for figure in self._crowds(candidate.word):
                found.setdefault(figure.field, figure)
        return {name: self._count(figure.group) for name, figure in found.items()}

    def _count(self, group: Group) -> Count:
        span = self._reader.span(group.first, group.last)
        return Count(group.minimum, group.maximum, group.qualifier, span)

    def _field(self, entry: Trigger) -> str | None:
        lemmas = {fold(noun.lemma) for noun in entry.nouns}
        if entry.verb is not None:
            lemmas.add(fold(entry.verb.lemma))
        for name in ("dead", "injured", "arrested"):
            if lemmas & self._classes[name]:
                return name
        return "size" if entry.event == "PROTEST" else None

    # Figures ---------------------------------------------------------------------------

    def _find(self) -> list[Figure]:
        found: list[Figure] = []
        taken: set[int] = set()
        for i in range(len(self._tags)):
            field = self._carries(i)
            group = None if field is None or self._is_tried(i) else self._group_of(i, field)
            if field is not None and group is not None:
                found.append(Figure(field, group, i))
                taken.update(range(group.first, group.next))
        for i in range(len(self._tags)):
            found += [f for f in self._by_victims(i) if f.group.first not in taken]
        return self._spread(sorted(found, key=lambda figure: figure.group.first))

    def _spread(self, figures: list[Figure]) -> list[Figure]:
        """ "ما لا يقل عن ستين قتيلا ومئة جريح": a bound put before both goes over both."""
        for k, two in enumerate(figures[1:]):
            group, other = figures[k].group, two.group
            is_before = read_number([self._tags[group.first].token], 0) is None
            if other.first == group.next and other.qualifier == "exact" and is_before:
                low = None if group.minimum is None else other.minimum
                high = None if group.maximum is None else other.maximum
                joined = replace(other, minimum=low, maximum=high, qualifier=group.qualifier)
                figures[k + 1] = replace(two, group=joined)
        return figures

    def _carries(self, i: int) -> str | None:
        """The field of those whom the act at `i` hits."""
        candidate = self._firing.get(i)
        if candidate is not None:
            field = self._field(self._lexicon.triggers[candidate.entry])
            if field is not None:
                return field
        for first in self._firing.values():
            if i in first.extra:  # "ألقت … القبض على 5": the noun counts.
                field = self._field(self._lexicon.triggers[first.entry])
                if field == "arrested" and self._tags[i].reading.stem in self._classes[field]:
                    return field
        return self._by_lemma(i)

    def _by_lemma(self, i: int) -> str | None:
        """The field of a word that names such an act, whether or not it fires."""
        tag = self._tags[i]
        if tag.tag not in ("verb", "noun") or self._is_lives(i):
            return "dead" if self._is_lives(i) else None
        lemmas = {fold(f.lemma) for f in (*tag.forms, *self._forms(tag)) if f.lemma}
        lemmas = {lemma for lemma in lemmas if lemma not in _AMBIGUOUS}
        for name in ("dead", "injured", "size"):
            if lemmas & self._classes[name] and self._groups.victims(i) is None:
                return name
        if lemmas & self._dying:
            return "dead"
        return "dead" if self._is_with_object(i) else None

    def _forms(self, tag: Tagged) -> Sequence[Form]:
        forms = self._lexicon.forms.get(tag.reading.stem, ())
        return [f for f in forms if f.kind in ("trigger", "verb", "light") and f.pos != "particle"]

    def _is_lives(self, i: int) -> bool:
        """ "أودى بحياة 5", "راح ضحيته 5": the noun after which those killed stand."""
        if self._tags[i].token.norm not in _LIVES:
            return False
        before = self._tags[max(i - 3, 0) : i]
        return any(fold(f.lemma) in _TAKING for t in before for f in (*t.forms, *self._forms(t)))

    def _is_with_object(self, i: int) -> bool:
        lemmas = {fold(f.lemma) for f in (*self._tags[i].forms, *self._forms(self._tags[i]))}
        for verb, nouns in _ONLY_WITH_OBJECT.items():
            if verb in lemmas:
                return any(t.reading.stem in nouns for t in self._tags[i + 1 : i + _MAX_ZONE])
        return False

    def _is_tried(self, i: int) -> bool:
        """ "محاولة قتل": nobody was."""
        return i > 0 and self._tags[i - 1].reading.stem in _TRIED

    def _group_of(self, i: int, field: str) -> Group | None:
        """Those whom the act at `i` counts."""
        if self._is_joint(i):
            return None
        is_verb = self._tags[i].tag == "verb"
        if field == "size":
            group = self._after_verb(i, numbered=True) if is_verb else self._after_noun(i, field)
            return group if group is not None and group.is_numbered else self._before_verb(i, field)
        if self._is_lives(i) or not is_verb:
            return self._after_noun(i, field) or self._after_mistaken(i) or self._in_slot(i)
        if self._tags[i].reading.pronoun:
            return None
        return self._before_verb(i, field) or self._after_verb(i) or self._in_slot(i)

    def _in_slot(self, i: int) -> Group | None:
        """Those whom a preposition of the act brings: "ألقت الشرطة القبض على 12 شخصا"."""
        for argument in self._recipients(i):
            if argument.first < i or self._is_part(i, argument.first):
                continue
            for j in range(max(argument.first - 3, i + 1), argument.first + 1):
                group = self._groups.numbered(j)
                if group is not None and group.next > argument.first:
                    return group
            group = self._groups.single(argument.first, definite=True)
            if group is not None:
                return group
        return None

    def _is_joint(self, i: int) -> bool:
        """ "مقتل وإصابة 1115": the number stands for both together."""
        after, before = i + 1, i - 1
        joined_after = after < len(self._tags) and self._tags[after].reading.conj
        if joined_after and self._by_lemma(after) is not None and self._tags[i].tag == "noun":
            return True
        return bool(
            self._tags[i].reading.conj
            and before >= 0
            and self._tags[before].tag == "noun"
            and self._by_lemma(before) in _RESULTS
            and self._by_lemma(i) in _RESULTS
        )

    def _after_noun(self, i: int, field: str) -> Group | None:
        """Those in the iḍāfa of a verbal noun, or after "القبض على"."""
        j = i + 1
        while j < len(self._tags) and (self._is_time(j) or self._tags[j].token.norm == "علي"):
            if self._tags[j].token.norm == "علي" and self._groups.numbered(j) is not None:
                break
            j += 1
        if field == "size" and j < len(self._tags) and self._tags[j].token.norm in ("من", "ل"):
            j += 1
        if j + 1 < len(self._tags) and self._tags[j].token.norm in ("،", ",", "عدد"):
            j += self._groups.numbered(j + 1) is not None
        group = self._groups.numbered(j)
        if group is None and field != "size":
            group = self._groups.single(j, definite=self._is_recipient(i, j))
        return group

    def _after_mistaken(self, i: int) -> Group | None:
        """A verb that the tagging takes for a noun: "قتل 3 وأصيب، الأحد، 5"."""
        forms = [f for f in self._forms(self._tags[i]) if f.pos == "verb"]
        return self._after_verb(i, numbered=True) if forms else None

    def _is_recipient(self, i: int, j: int) -> bool:
        return any(a.first <= j < a.last for a in self._recipients(i))

    def _recipients(self, i: int) -> tuple[Argument, ...]:
        candidate = self._firing.get(i)
        if candidate is None:
            return ()
        frame = entry_frame(self._lexicon.triggers[candidate.entry], candidate)
        slots = [slot for slot, role in frame.items() if role == "recipient"]
        return tuple(a for slot in slots for a in candidate.slots.get(slot) if not a.is_pronoun)

    def _before_verb(self, i: int, field: str) -> Group | None:
        """ "إن 24 شخصا قتلوا", "70 جنديا على الأقل أصيبوا": the topic of the verb."""
        arguments = self._recipients(i)
        if field == "size" and i in self._firing:
            arguments = self._firing[i].slots.get("subject")
        for argument in arguments:
            if argument.first >= i:
                continue
            for j in range(max(argument.first - 3, 0), argument.last):
                group = self._groups.numbered(j)
                if group is not None and group.next > argument.first and group.next <= i + 3:
                    return group
            one = None if field == "size" else self._groups.single(argument.first, definite=True)
            if one is not None and not argument.is_inherited:
                return one
        return None

    def _after_verb(self, i: int, *, numbered: bool = False) -> Group | None:
        """Those after a verb: the object where a subject stands before it."""
        groups = self._bare_groups(i)
        known = [g for g in groups[:3] if g is not None and g.is_numbered]
        if known:
            first = known[0]
            follows = [g for g in groups if g is not None and g.first == first.next]
            has_object = follows and self._is_recipient(i, follows[0].head)
            return follows[0] if has_object and not self._is_recipient(i, first.head) else first
        if numbered:
            return None
        hit = [g for g in groups if g is not None and self._is_recipient(i, g.head)]
        if hit:
            return hit[0]
        return groups[0] if groups and self._lacks_object(i) else None

    def _lacks_object(self, i: int) -> bool:
        """A verb of harm without an object is a passive: "فقتل ضابط وجنديان"."""
        if self._tags[i].token.norm.endswith("وا"):
            return False
        candidate = self._firing.get(i)
        return candidate is None or not candidate.slots.get("object")

    def _bare_groups(self, i: int) -> list[Group | None]:
        """Phrases without preposition after a verb; None for one that counts nobody."""
        found: list[Group | None] = []
        j, limit = i + 1, min(i + 1 + _MAX_ZONE, len(self._tags))
        while j < limit:
            group = self._groups.numbered(j)
            if group is None and self._is_end(j):
                break
            if group is None and (passed := self._passed(j)) is not None:
                j = passed
                continue
            if group is None:
                group = self._groups.single(j, definite=self._is_recipient(i, j))
            found.append(group)
            j = group.next if group is not None else self._groups.end_of_phrase(j)
        return found

    def _is_end(self, j: int) -> bool:
        tag = self._tags[j]
        if tag.tag in ("verb", "subordinator", "complementizer", "relative", "negation", "pronoun"):
            return True
        if tag.tag == "punct":
            return tag.token.text not in "،,«»\"“”"
        if tag.token.norm.startswith(_PARTS):
            return True
        return bool(tag.reading.conj) and not self._is_time(j)

    def _is_part(self, i: int, j: int) -> bool:
        """ "اعتقلت 11 شخصا، بينهم امرأتان": among those counted before."""
        return any(tag.token.norm.startswith(_PARTS) for tag in self._tags[i + 1 : j])

    def _passed(self, j: int) -> int | None:
        """The word after a stretch that says when or where, None for a bare phrase."""
        tag, chunk = self._tags[j], self._parse.chunks[self._parse.chunk_of[j]]
        if self._is_time(j) or tag.tag in ("adverb", "punct", "particle"):
            return j + 1
        if tag.tag != "preposition" and not tag.reading.prep:
            return None
        inner = self._groups.numbered(j + 1)
        return max(chunk.last, j + 1) if inner is None else inner.next

    def _is_time(self, j: int) -> bool:
        return self._parse.chunks[self._parse.chunk_of[j]].kind == "time"

    # The dead and the wounded by name ----------------------------------------------------

    def _by_victims(self, i: int) -> list[Figure]:
        """ "54 قتيلا", "سقوط قتيلين", "ارتفع عدد القتلى إلى 9"."""
        field = self._groups.victims(i)
        if field is None or self._is_mixed(i):
            return []
        for j in range(max(i - 6, 0), i):
            group = self._groups.numbered(j)
            if group is not None and group.head == i:
                return [Figure(field, group, i)]
        group = self._groups.single(i)
        if group is not None and not self._groups.is_described(i):
            return [Figure(field, group, i)]
        toll = self._toll(i)
        return [] if toll is None else [Figure(field, toll, i)]

    def _is_mixed(self, i: int) -> bool:
        """ "80 بين قتيل وجريح": who of them is dead, nobody says."""
        return any(tag.reading.stem == "بين" or tag.token.norm == "ما" for tag in
                   self._tags[max(i - 2, 0) : i] if tag.tag in ("preposition", "relative"))  # fmt: skip

    def _toll(self, i: int) -> Group | None:
        """ "ارتفع عدد ضحايا الهجوم إلى تسعة", "بلغت حصيلة القتلى 20"."""
        before = self._tags[max(i - 2, 0) : i]
        if not any(tag.reading.stem in _TOLLS for tag in before):
            return None
        for j in range(i + 1, min(i + 1 + 2 * _MAX_ZONE, len(self._tags))):
            tag = self._tags[j]
            if tag.tag == "punct" and tag.token.text in ".؛":
                return None
            is_reached = self._tags[j - 1].reading.stem in _REACHING
            group = self._groups.numbered(j) if is_reached or j == i + 1 else None
            if group is not None:
                return group
        return None

    # Whose they are --------------------------------------------------------------------

    def _results(self, word: int) -> list[Figure]:
        """The dead and the wounded of the attack at `word`, those told after it first."""
        hits = [f for f in self._figures if f.field in _RESULTS]
        after = [f for f in hits if f.carrier > word and self._follows(word, f)]
        before = [f for f in hits if f.carrier < word and self._attack_after(f) == word]
        return sorted(after, key=lambda f: f.carrier) + before

    def _unclaimed(self, word: int) -> list[Figure]:
        """Those hit in the same breath by an act that makes no record of its own."""
        return [
            f
            for f in self._figures
            if f.field in _RESULTS
            and f.carrier > word
            and f.carrier not in self._firing
            and not any(word < other for other in self._attacks())
            and self._follows(word, f)
        ]

    def _attacks(self) -> list[int]:
        """Words of attacks that are told as such, not by those they killed or wounded."""
        return [
            word
            for word, event in sorted(self._acts.items())
            if event == "ASSAULT"
            and self._field(self._lexicon.triggers[self._firing[word].entry]) not in _RESULTS
        ]

    def _attack_after(self, figure: Figure) -> int | None:
        """ "قتل 3 في هجوم": the attack behind a figure that is its cause."""
        for word in self._attacks():
            if word <= figure.carrier or word < figure.group.first:
                continue
            return word if self._is_cause(figure, word) else None
        return None

    def _is_cause(self, figure: Figure, word: int) -> bool:
        between = range(figure.group.next, word)
        if any(self._tags[j].token.text in ".؛:" for j in between):
            return False
        chunk = self._parse.chunks[self._parse.chunk_of[word]]
        verbs = [j for j in between if self._tags[j].tag == "verb" and self._by_lemma(j) is None]
        when = [j for j in between if self._tags[j].token.norm in _WHEN]
        if self._tags[word].tag == "verb":
            return bool(when) and not [j for j in verbs if j > when[-1]]
        nearest = next((self._tags[j] for j in reversed(between)), None)
        is_under = chunk.prep in _CAUSES or (
            nearest is not None and nearest.reading.stem in _CAUSES
        )
        return is_under and not verbs

    def _follows(self, word: int, figure: Figure) -> bool:
        """Whether a figure told after an attack is its result."""
        if any(word < other < figure.carrier for other in self._attacks()):
            return False
        other = self._attack_after(figure)
        if other is not None and not self._tags[other].is_definite:
            return False
        counted = {j for f in self._figures for j in range(f.group.first, f.group.next)}
        between = [j for j in range(word + 1, figure.carrier) if j not in counted]
        if self._region(word) != self._region(figure.carrier):
            return False
        return not any(
            self._tags[j].token.text in ".؛:" or self._is_saying(j) for j in between
        )

    def _is_saying(self, j: int) -> bool:
        tag = self._tags[j]
        if tag.tag == "complementizer":
            return True
        return tag.tag == "verb" and any(form.kind == "speech" for form in tag.forms)

    def _region(self, word: int) -> int:
        """Where the background that a word stands in begins; -1 for the news itself."""
        start = -1
        for j in range(word):
            tag = self._tags[j]
            if tag.reading.stem in _BACKGROUND or tag.token.norm in _BACKGROUND:
                start = j
            elif tag.tag == "punct" and tag.token.text in "،,؛.":
                start = -1
        return start

    def _crowds(self, word: int) -> list[Figure]:
        """Those who took part in the protest at `word`."""
        protests = [w for w, event in self._acts.items() if event == "PROTEST"]
        found = []
        for figure in self._figures:
            low, high = sorted((figure.carrier, word))
            if figure.field != "size" or self._region(word) != self._region(figure.carrier):
                continue
            if any(low < other < high for other in protests):
                continue
            if any(self._tags[j].token.text in ".؛:" for j in range(low, high)):
                continue
            found.append(figure)
        return found
