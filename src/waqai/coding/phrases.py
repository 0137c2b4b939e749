"""Chunks: the flat sequence of phrases and joints that a sentence is read as.

In go tagged words and the stretches that are time expressions; out come `Chunk`s that
cover every word once, in order. A noun phrase is grown from its head the way Arabic
closes one: an iḍāfa stays open until the article, a pronoun or a name closes it; then
only adjectives, ranks, kin words and the name of a titled person may follow. Quoted and
bracketed stretches stay inside the phrase they interrupt. What is left out: agreement in
case, which news does not write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from waqai.coding.names import NameMatch
from waqai.coding.tagging import Tagged
from waqai.text.numbers import is_number_word

AGENT_PREPOSITION = "by"
"""The preposition slot of "من قبل", "على يد": who did it."""
_AGENT_HEADS = {
    "من": frozenset({"قبل", "جانب", "طرف", "لدن"}),
    "علي": frozenset({"يد", "ايدي", "يدي"}),
}
_CLITIC_PREPOSITIONS = {"ب": "ب", "ل": "ل", "ك": "ك"}
_JOINTS = {
    "relative": "relative",
    "complementizer": "complementizer",
    "subordinator": "subordinator",
    "conjunction": "conjunction",
    "negation": "negation",
    "adverb": "adverb",
    "particle": "particle",
    "pronoun": "pronoun",
    "interrogative": "particle",
}
_QUOTES = {"«": "»", "“": "”", "‘": "’", "(": ")", "[": "]", '"': '"', "'": "'"}
_MAX_QUOTED_TOKENS = 8
"""A longer quotation is a clause of its own, not part of a name."""
_MAX_NAME_TOKENS = 5
"""Words of an unknown person's name, as in "سلجوق بيراكتار أوغلو" or "عبد الله بن سعيد"."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase or a joint over words [first, last)."""

    kind: str
    """phrase, verb, time, punct, or a joint (relative, complementizer, …)."""
    first: int
    last: int
    prep: str = ""
    """The preposition before a phrase, folded ("مع", "الي"), or "by"; "" for a bare one."""
    start: int = -1
    """First word of a phrase proper, after its preposition."""
    is_coordinated: bool = False
    """Joined by و to the phrase before it."""
    titles: tuple[str, ...] = ()
    """Types of the titles in it, in order (office, rank, kin …)."""
    name_at: int | None = None
    """First word of a personal name that follows a title."""
    is_apposition: bool = False
    """It says more of the named person before it ("صدام حفتر رئيس أركان القوات")."""


class Chunker:
    """Reads one sentence's chunks from left to right."""

    def __init__(self, tags: Sequence[Tagged], times: Mapping[int, int]) -> None:
        """Keep the words.

        Args:
            tags: the tagged words.
            times: end of each time expression by its first word.
        """
        self._tags = tags
        self._times = times

    def read(self) -> tuple[Chunk, ...]:
        """All chunks; together they cover every word."""
        chunks: list[Chunk] = []
        i = 0
        while i < len(self._tags):
            chunk = self._next(i, chunks)
            chunks.append(chunk)
            i = chunk.last
        return tuple(
            replace(chunk, is_apposition=True) if self._is_apposition(chunks, k) else chunk
            for k, chunk in enumerate(chunks)
        )

    def _is_apposition(self, chunks: Sequence[Chunk], k: int) -> bool:
        """A bare office phrase after a named person, where another bare phrase still follows.

        "أدى بلقاسم مدير الصندوق زيارة" against "استقبل صدام حفتر رئيس الأركان": only what
        comes after tells an apposition from the verb's object. Between commas it is one.
        """
        chunk = chunks[k]
        if chunk.kind != "phrase" or chunk.prep or chunk.is_coordinated or k == 0:
            return False
        if self._is_named_between_commas(chunks, k):
            return True
        if chunk.titles[:1] not in (("office",), ("profession",), ("kin",)):
            return False
        before = k - 2 if chunks[k - 1].kind == "punct" else k - 1
        if before < 0 or not self._is_named_person(chunks[before]):
            return False
        after = next((c for c in chunks[k + 1 :] if c.kind != "time"), None)
        if before == k - 2:
            return after is not None and after.kind == "punct"
        return after is not None and after.kind == "phrase" and not after.prep

    def _is_named_between_commas(self, chunks: Sequence[Chunk], k: int) -> bool:
        """ "الرئيس الجزائري، عبد المجيد تبون، وزير …": the name of the titled one before it."""
        if k < 2 or k + 1 >= len(chunks) or not self._is_named_person(chunks[k]):
            return False
        before = chunks[k - 2]
        is_set_apart = chunks[k - 1].kind == "punct" and chunks[k + 1].kind == "punct"
        return is_set_apart and "office" in before.titles and before.name_at is None

    def _is_named_person(self, chunk: Chunk) -> bool:
        if chunk.kind != "phrase":
            return False
        if chunk.name_at is not None:
            return True
        name = self._tags[chunk.start].name
        return name is not None and any(use.id.startswith("person/") for use in name.uses)

    def _next(self, i: int, before: Sequence[Chunk]) -> Chunk:
        if i in self._times:
            return Chunk("time", i, self._times[i], start=i)
        tag = self._tags[i]
        if tag.tag == "punct":
            return Chunk("punct", i, i + 1)
        if tag.tag == "verb":
            return Chunk("verb", i, i + 1, start=i)
        if tag.tag == "preposition":
            return self._prepositional(i)
        if tag.tag in _JOINTS:
            return Chunk(_JOINTS[tag.tag], i, i + 1, start=i)
        phrase = self._phrase(i)
        prep = _CLITIC_PREPOSITIONS.get(tag.reading.prep, "")
        joined = bool(tag.reading.conj) and bool(before) and before[-1].kind == "phrase"
        if joined and not prep:
            prep = before[-1].prep
        return replace(phrase, prep=prep, is_coordinated=joined)

    def _prepositional(self, i: int) -> Chunk:
        tag = self._tags[i]
        prep = tag.reading.stem
        if tag.reading.pronoun:
            return Chunk("phrase", i, i + 1, prep=prep, start=i)
        j = i + 1
        if j < len(self._tags) and self._tags[j].reading.stem in _AGENT_HEADS.get(prep, ()):
            if j + 1 < len(self._tags) and self._starts_phrase(j + 1):
                prep, j = AGENT_PREPOSITION, j + 1
            elif self._tags[j].reading.pronoun:
                return Chunk("phrase", i, j + 1, prep=AGENT_PREPOSITION, start=j)
        elif j < len(self._tags) and self._tags[j].tag == "preposition":
            return Chunk("particle", i, j)
        if j in self._times or j >= len(self._tags) or not self._starts_phrase(j):
            return Chunk("particle", i, j, start=i)
        return replace(self._phrase(j), first=i, prep=prep)

    def _starts_phrase(self, i: int) -> bool:
        tag = self._tags[i].tag
        if tag == "punct":
            return self._quoted_end(i) is not None
        return tag not in _JOINTS and tag not in ("verb", "preposition")

    def _phrase(self, i: int) -> Chunk:
        return _Growth(self._tags, self._times, self._quoted_end).grow(i)

    def _quoted_end(self, i: int) -> int | None:
        """Past the closing mark of a short stretch that opens at `i`, else None."""
        opening = self._tags[i].token.text
        closing = _QUOTES.get(opening)
        if closing is None:
            return None
        for j in range(i + 1, min(i + 2 + _MAX_QUOTED_TOKENS, len(self._tags))):
            if self._tags[j].token.text == closing:
                return j + 1 if j > i + 1 else None
            if self._tags[j].tag in ("verb", "complementizer") and opening not in "(":
                return None
        return None


class _Growth:
    """The state of one noun phrase while words join it."""

    def __init__(
        self,
        tags: Sequence[Tagged],
        times: Mapping[int, int],
        quoted_end: Callable[[int], int | None],
    ) -> None:
        self._tags = tags
        self._times = times
        self._quoted_end = quoted_end
        self._is_closed = False
        self._is_sealed = False
        self._is_plural = False
        self._start = 0
        self._titles: list[str] = []
        self._name_at: int | None = None
        self._n_name_words = 0
        self._is_known_name = False

    def grow(self, start: int) -> Chunk:
        j = self._start = start
        while j < len(self._tags) and j not in self._times:
            step = self._first(j) if j == start else self._joins(j)
            if step is None:
                break
            j = step
        j = max(j, start + 1)
        return Chunk(
            "phrase", start, j, start=start, titles=tuple(self._titles), name_at=self._name_at
        )

    def _first(self, j: int) -> int | None:
        tag = self._tags[j]
        if tag.tag == "punct":
            end = self._quoted_end(j)
            self._is_closed = True
            return end if end is not None else j + 1
        self._note_title(tag)
        self._is_closed = tag.is_definite or tag.tag == "latin"
        self._is_sealed = _seals(tag)
        if tag.tag == "name":
            assert tag.name is not None
            self._note_name(tag.name)
            return tag.name.last
        return self._past_words(j, tag)

    def _note_name(self, name: NameMatch) -> None:
        """A name ends what may be called so; the name of an office is a title instead."""
        if name.use("office") and not name.use("name", "short", "country"):
            self._titles.append("office")
        else:
            self._is_known_name = True

    def _past_words(self, j: int, tag: Tagged) -> int:
        """Past the known phrase that starts at `j`; an article in it closes the phrase."""
        last = min(j + tag.n_words, len(self._tags))
        self._is_closed = self._is_closed or any(t.is_definite for t in self._tags[j:last])
        return last

    def _note_title(self, tag: Tagged) -> str:
        for form in tag.forms:
            if form.kind == "title":
                self._titles.append(form.type)
                self._is_plural = form.number in ("d", "p")
                return form.type
        return ""

    def _joins(self, j: int) -> int | None:
        """Past word `j` where it belongs to the phrase, else None."""
        tag = self._tags[j]
        if tag.tag == "punct":
            return self._quoted_end(j)
        if tag.tag in ("quantifier", "demonstrative") and not self._is_closed:
            return j + 1 if not (tag.reading.prep or tag.reading.conj) else None
        if tag.tag in _JOINTS or tag.tag in ("verb", "demonstrative", "quantifier"):
            return None
        if tag.token.norm in _REFLEXIVES and self._is_closed:
            return j + 1
        if tag.tag == "preposition" and tag.reading.stem in _DIRECTIONS and not self._is_closed:
            return j + 1
        if tag.reading.prep or tag.tag == "preposition":
            return self._attached(j) if self._attaches(j - 1) else None
        return self._joins_word(j, tag)

    def _joins_word(self, j: int, tag: Tagged) -> int | None:
        """The same for a word that is no joint and has no preposition."""
        if tag.reading.conj:
            return j + 1 if self._continues_office(tag) else None
        if self._is_sealed and not self._is_closed:
            return self._adjective(j, tag)
        if tag.tag == "number":
            return j + 1 if not self._is_closed else None
        if tag.tag == "nisba":
            return self._nisba(j, tag)
        if tag.tag == "name":
            return self._name(tag)
        if tag.tag == "latin":
            return j + 1 if self._titles or not self._is_closed else None
        return self._noun(j, tag)

    def _attaches(self, j: int) -> bool:
        """ "التابعة ل", "المدعومة من": a participle whose preposition stays in the phrase."""
        tag = self._tags[j]
        if not tag.reading.article or tag.reading.stem not in _ATTACHING:
            return False
        after = self._tags[j + 1]
        prep = after.reading.prep or after.reading.stem
        if tag.reading.stem.startswith(("معارض", "مناهض", "موالي")):
            return prep == "ل"
        if tag.reading.stem.startswith("مكلف"):
            return prep == "ب"
        return prep != "في" or tag.reading.stem.startswith("مقيم")

    def _attached(self, j: int) -> int | None:
        """Past the prepositional phrase at `j`; what follows may still join."""
        tag = self._tags[j]
        start = j + 1 if tag.tag == "preposition" else j
        if tag.reading.pronoun and tag.tag == "preposition":
            return j + 1
        if start >= len(self._tags) or self._tags[start].tag in (*_JOINTS, "verb", "punct"):
            return None
        inner = _Growth(self._tags, self._times, self._quoted_end).grow(start)
        self._is_closed = True
        return inner.last

    def _continues_office(self, tag: Tagged) -> bool:
        """ "وزير الخارجية والتعاون الدولي": one office, two matters."""
        known = any(form.kind in ("title", "agent", "trigger") for form in tag.forms)
        return (
            "office" in self._titles
            and self._name_at is None
            and tag.reading.article
            and not known
            and tag.tag == "noun"
        )

    def _adjective(self, j: int, tag: Tagged) -> int | None:
        """After tanween or a full plural no iḍāfa follows, only adjectives that agree."""
        if tag.tag == "nisba" and not tag.reading.article:
            return j + 1
        is_noun = any(form.kind in ("agent", "title", "trigger") for form in tag.forms)
        if tag.tag != "noun" or tag.is_definite or is_noun:
            return None
        before, word = self._tags[j - 1].token.norm, tag.token.norm
        agrees = word[-2:] in _AGREEING and before.endswith(word[-2:])
        return j + 1 if agrees or (word[-1] in "اه" and before[-1] == word[-1]) else None

    def _nisba(self, j: int, tag: Tagged) -> int | None:
        if self._is_closed and not tag.reading.article and not self._tags[j - 1].reading.pronoun:
            return None
        self._is_closed = self._is_closed or tag.reading.article
        self._is_sealed = self._is_sealed or not tag.reading.article
        return j + 1

    def _name(self, tag: Tagged) -> int | None:
        assert tag.name is not None
        is_person = any(use.id.startswith("person/") for use in tag.name.uses)
        if self._is_closed:
            takes_name = bool(self._titles) and self._name_at is None and is_person
            before = self._tags[tag.name.first - 1]
            names_place = before.reading.article and not is_person and _is_kind_of_place(before)
            if not takes_name and not names_place:
                return None
        if is_person and self._titles:
            self._name_at = tag.name.first
        self._is_closed = True
        self._note_name(tag.name)
        return tag.name.last

    def _noun(self, j: int, tag: Tagged) -> int | None:
        title = next((form.type for form in tag.forms if form.kind == "title"), "")
        if not self._is_closed:
            self._note_title(tag)
            self._is_closed = tag.is_definite
            self._is_sealed = _seals(tag) or _is_indefinite_nisba(tag)
            return self._past_words(j, tag)
        if title == "kin" and not tag.reading.article:
            self._note_title(tag)
            self._is_closed = tag.is_definite
            self._is_known_name, self._n_name_words = False, 0
            return j + 1
        if tag.reading.article:
            return self._definite_noun(j, tag, title)
        return self._name_word(j, tag, title)

    def _definite_noun(self, j: int, tag: Tagged, title: str) -> int | None:
        if title in ("rank", "honorific") and self._titles and self._name_at is None:
            self._note_title(tag)
            return self._past_words(j, tag)
        if title in ("office", "kin"):
            return None
        if title == "profession" and self._titles:
            return None
        if self._name_at is not None or self._is_known_name:
            return self._surname(j, tag)
        if any(form.kind == "trigger" and form.pos == "noun" for form in tag.forms):
            return None
        if _ends_alike(self._tags[j - 1], tag):
            return j + 1
        if any(f.kind == "agent" and f.number in "pd" and f.gender == "m" for f in tag.forms):
            return None
        return j + 1 if self._describes(tag) else None

    def _describes(self, tag: Tagged) -> bool:
        """Whether a definite word after a closed phrase can be its adjective."""
        stem = tag.reading.stem
        if not _looks_adjective(stem):
            return False
        return any(_agree(before, stem) for before in self._tags[self._start : tag.token.index])

    def _surname(self, j: int, tag: Tagged) -> int | None:
        if tag.forms or self._name_at is None or self._is_known_name:
            return None
        return self._take_name_word(j)

    def _name_word(self, j: int, tag: Tagged, title: str) -> int | None:
        """An unknown word after a closed, titled phrase is part of a name."""
        if not self._titles or title or self._is_known_name:
            return j + 1 if title == "rank" and self._titles[-1:] == ["rank"] else None
        if any(form.kind in ("trigger", "agent", "light") for form in tag.forms):
            return None
        if tag.reading.pronoun or (tag.forms and not self._may_be_name()):
            return None
        return self._take_name_word(j)

    def _may_be_name(self) -> bool:
        """A known noun is a name ("خليفة", "سعيد") only after a rank, an honorific, kin."""
        takes_names = self._titles[-1] in ("rank", "honorific", "kin") and not self._is_plural
        return self._name_at is not None or takes_names

    def _take_name_word(self, j: int) -> int | None:
        if self._n_name_words >= _MAX_NAME_TOKENS:
            return None
        if self._name_at is None:
            self._name_at = j
        self._n_name_words += 1
        return j + 1


def _seals(tag: Tagged) -> bool:
    """Tanween, a dual or a sound plural with its ن: such a word stands in no iḍāfa."""
    if tag.is_definite or tag.tag != "noun" or is_number_word(tag.token.norm):
        return False
    return any(
        (form.number in ("d", "p") and not form.construct and form.spelled.endswith("ن"))
        or (form.spelled.endswith("ا") and not form.lemma.endswith("ا") and form.number == "s")
        for form in tag.forms
    )


def _is_indefinite_nisba(tag: Tagged) -> bool:
    """ "قوات أجنبية": an adjective in -ية closes an indefinite phrase."""
    is_person = any(form.kind in ("agent", "title", "trigger") for form in tag.forms)
    return not tag.is_definite and not is_person and tag.token.norm.endswith("يه")


def _looks_adjective(stem: str) -> bool:
    """By its pattern: a nisba, a participle (مسلح, عامل), فعيل, أفعل."""
    if stem.endswith(("ي", "يه", "يين", "يون", "يات", "يان")) or stem in _ADJECTIVES:
        return True
    if len(stem) < 4:
        return False
    is_participle = stem[0] == "م" or stem[1] == "ا"
    is_elative = stem[0] == "ا" and len(stem) == 4 and stem[-1] != "ه"
    return is_participle or stem[2] == "ي" or is_elative


def _agree(noun: Tagged, adjective: str) -> bool:
    """Whether an adjective can belong to a noun, by what their endings and forms show."""
    if noun.tag == "name":
        return True
    if noun.tag != "noun":
        return False
    if adjective in _ELATIVES:
        return True
    numbers = {form.number for form in noun.forms if form.gender}
    is_plural = bool(numbers) and numbers <= {"p", "d"}
    stem = noun.reading.stem
    if adjective.endswith(("ين", "ون", "ات", "ان")):
        return is_plural or not numbers
    if adjective.endswith("ه"):
        return stem.endswith(("ه", "ات")) or is_plural or not numbers
    return not stem.endswith(("ه", "ات")) and not is_plural


_ADJECTIVES = frozenset(
    {"حر", "حره", "عليا", "كبري", "عظمي", "اولي", "اخري", "جدد", "اول", "اخر", "خضر", "زرق", "حمر",
     "صفر", "قصوي", "وسطي", "عام", "عامه", "حاد", "جاد", "جديه", "ضخم", "ضخمه", "صعب", "صعبه"}
)  # fmt: skip
"""Adjectives that no pattern shows, folded."""
_ELATIVES = frozenset({"اولي", "اخري", "كبري", "عظمي", "عليا", "قصوي", "وسطي"})
"""Feminine superlatives: they end like no other feminine."""


def _ends_alike(before: Tagged, tag: Tagged) -> bool:
    """An adjective that agrees in a dual or sound plural: "المسؤولان العسكريان"."""
    ending = tag.reading.stem[-2:]
    return ending in _AGREEING and before.reading.article and before.reading.stem.endswith(ending)


_AGREEING = frozenset({"ان", "ين", "ون", "ات"})
_REFLEXIVES = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها", "نفسهم", "انفسهم"})
_DIRECTIONS = frozenset({"شمال", "جنوب", "شرق", "غرب", "وسط"})
"""Prepositions that are nouns inside an open iḍāfa: "موقع أخبار شمال أفريقيا"."""
_ATTACHING = frozenset(
    {"تابع", "تابعه", "تابعين", "خاضع", "خاضعه", "موالي", "مواليه", "موالين", "متحالف", "متحالفه",
     "مدعوم", "مدعومه", "مدعومين", "معترف", "مناهض", "مناهضه", "مناهضين", "معارض", "معارضه", "داعم",
     "داعمه", "مؤيد", "مؤيده", "مؤيدين", "منتمي", "منتميه", "منتمين", "مقرب", "مقربه", "مقربين",
     "منبثق", "منبثقه", "مكلف", "مكلفه", "مقيم", "مقيمين", "محسوب", "محسوبه", "مرتبط", "مرتبطه"}
)  # fmt: skip
"""Participles that keep their preposition inside the phrase they describe, folded."""


def _is_kind_of_place(tag: Tagged) -> bool:
    return tag.reading.stem in _PLACE_NOUNS


_PLACE_NOUNS = frozenset({"عاصمه", "مدينه", "بلده", "جاره", "شقيقه", "جزيره", "محافظه", "ولايه"})
