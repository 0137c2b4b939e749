"""Figures: counted people and the word that says what became of them.

In go a parse and its candidates, out come the `Figure`s in the order of the text: a counted
group (`waqai.coding.groups`) with a verb ("قتل 3 جنود"), a verbal noun ("إصابة اثنين"), the
noun itself ("54 قتيلا"), a set phrase ("أودى بحياة 5", "راح ضحيتها 134"), or a toll that
rises ("ارتفع عدد القتلى إلى 9"). Whose they are, `waqai.coding.counts` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from waqai.coding.clauses import Parse
from waqai.coding.groups import Group, GroupReader
from waqai.coding.roles import Argument
from waqai.coding.tagging import Tagged
from waqai.coding.triggers import Candidate, entry_frame
from waqai.folding import fold
from waqai.lexicon.load import Form, Lexicon, Trigger
from waqai.text.numbers import read_number

_CLASSES = {"dead": "@acts_of_killing", "injured": "@acts_of_wounding",
            "arrested": "@acts_of_arrest", "size": "@acts_of_taking_part"}  # fmt: skip
"""Size fields and the word class whose acts they count the people of."""
RESULTS = ("dead", "injured")
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
_MAX_ZONE = 14
"""Words after a verb among which those it counts are looked for."""


@dataclass(frozen=True, slots=True)
class Figure:
    """So many people to whom one thing happened."""

    field: str
    group: Group
    carrier: int
    """The word that says what happened to them."""


class FigureFinder:
    """Finds the figures of one sentence."""

    def __init__(self, parse: Parse, lexicon: Lexicon, candidates: Sequence[Candidate]) -> None:
        """Keep the sentence and its acts.

        Args:
            parse: the sentence.
            lexicon: where the classes of acts stand.
            candidates: all candidates of the sentence, those passed over too.
        """
        self._parse = parse
        self._tags = parse.tags
        self._lexicon = lexicon
        self._groups = GroupReader(parse, lexicon)
        self._classes = {name: lexicon.words_of(ref) for name, ref in _CLASSES.items()}
        self._fields: dict[str, str | None] = {}
        self._by_lemma: dict[int, str | None] = {}
        self._dying = lexicon.words_of("@acts_of_dying")
        self.firing = {c.word: c for c in candidates if c.stopped_by is None}
        """The candidate that fires at a word."""

    def find(self) -> tuple[Figure, ...]:
        """All figures, in the order of the text."""
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
        return tuple(self._spread(sorted(found, key=lambda figure: figure.group.first)))

    def field(self, entry: Trigger) -> str | None:
        """The size field of those an entry's act is done to, None for other acts."""
        if entry.id not in self._fields:
            self._fields[entry.id] = self._find_field(entry)
        return self._fields[entry.id]

    def _find_field(self, entry: Trigger) -> str | None:
        lemmas = {fold(noun.lemma) for noun in entry.nouns}
        if entry.verb is not None:
            lemmas.add(fold(entry.verb.lemma))
        for name in ("dead", "injured", "arrested"):
            if lemmas & self._classes[name]:
                return name
        return "size" if entry.event == "PROTEST" else None

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
        candidate = self.firing.get(i)
        if candidate is not None:
            field = self.field(self._lexicon.triggers[candidate.entry])
            if field is not None:
                return field
        for first in self.firing.values():
            if i in first.extra:  # "ألقت … القبض على 5": the noun counts.
                field = self.field(self._lexicon.triggers[first.entry])
                if field == "arrested" and self._tags[i].reading.stem in self._classes[field]:
                    return field
        return self.by_lemma(i)

    def by_lemma(self, i: int) -> str | None:
        """The field of a word that names such an act, whether or not it fires."""
        if i not in self._by_lemma:
            self._by_lemma[i] = self._find_by_lemma(i)
        return self._by_lemma[i]

    def _find_by_lemma(self, i: int) -> str | None:
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
        if joined_after and self.by_lemma(after) is not None and self._tags[i].tag == "noun":
            return True
        return bool(
            self._tags[i].reading.conj
            and before >= 0
            and self._tags[before].tag == "noun"
            and self.by_lemma(before) in RESULTS
            and self.by_lemma(i) in RESULTS
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
        candidate = self.firing.get(i)
        if candidate is None:
            return ()
        frame = entry_frame(self._lexicon.triggers[candidate.entry], candidate)
        slots = [slot for slot, role in frame.items() if role == "recipient"]
        return tuple(a for slot in slots for a in candidate.slots.get(slot) if not a.is_pronoun)

    def _before_verb(self, i: int, field: str) -> Group | None:
        """ "إن 24 شخصا قتلوا", "70 جنديا على الأقل أصيبوا": the topic of the verb."""
        arguments = self._recipients(i)
        if field == "size" and i in self.firing:
            arguments = self.firing[i].slots.get("subject")
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
        candidate = self.firing.get(i)
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
            return tag.token.text not in '،,«»"“”'
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
        before = self._tags[max(i - 2, 0) : i]
        return any(tag.tag == "preposition" and tag.reading.stem == "بين" for tag in before)

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
