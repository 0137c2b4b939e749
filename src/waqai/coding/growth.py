"""How a noun phrase grows from its head: what joins it, what ends it.

An iḍāfa stays open until the article, a pronoun or a name closes it; tanween and full
plurals take none. After that only adjectives that agree, ranks, kin words and the name of a
titled person may follow, and the preposition of a participle such as "التابعة ل".
`waqai.coding.phrases` asks for a phrase wherever one can start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from waqai.coding.agreement import (
    AGREEING,
    continues_name,
    ends_alike,
    ends_name,
    gender_of,
    is_accusative,
    is_broken_plural,
    is_indefinite_nisba,
    is_partitive,
    is_people,
    is_unknown,
    looks_adjective,
    opens_name,
    seals,
    speaks_for,
)
from waqai.coding.joining import attaches, describes, follows_attacker, takes_accusative
from waqai.coding.names import NameMatch
from waqai.coding.phrase_words import (
    DIRECTIONS,
    PLACE_NOUNS,
    REFLEXIVES,
)
from waqai.coding.posts import names_person, post_at
from waqai.coding.surnames import is_linked
from waqai.coding.tagging import Tagged

JOINTS = {
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
"""Tags that are joints, and the kind of chunk each makes."""
_MAX_PART_WORDS = 3
"""Words between a part and the من of its whole: "مجموعة مسلحة صغيرة من"."""
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


class Growth:
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
        """No unknown words can be its name any more."""
        self._is_named = False
        """It holds a known name, be it of a place or a body."""
        self._is_bare_name = False
        """It may be an unknown person's name: an unknown word right after a verb."""

    def grow(
        self, start: int, *, first: int | None = None, prep: str = "", is_coordinated: bool = False
    ) -> Chunk:
        """The phrase that starts at a word.

        Args:
            start: its first word proper.
            first: the word before it that is its preposition, if there is one.
            prep: that preposition, or one written onto the first word.
            is_coordinated: whether و joins it to the phrase before it.
        """
        j = self._start = start
        while j < len(self._tags) and j not in self._times:
            step = self._first(j) if j == start else self._joins(j)
            if step is None:
                break
            j = step
        j = max(j, start + 1)
        return Chunk(
            "phrase",
            start if first is None else first,
            j,
            prep,
            start,
            is_coordinated,
            tuple(self._titles),
            self._name_at,
        )

    def _first(self, j: int) -> int | None:
        tag = self._tags[j]
        if tag.tag == "punct":
            end = self._quoted_end(j)
            self._is_closed = True
            return end if end is not None else j + 1
        self._note_title(tag)
        if tag.tag == "nisba" and tag.reading.article and self._opens_name(j + 1):
            self._titles.append("nationality")
        is_after_verb = j > 0 and self._tags[j - 1].tag == "verb"
        self._is_bare_name = opens_name(self._tags, j) or (is_unknown(tag) and is_after_verb)
        is_reflexive = tag.token.norm in REFLEXIVES
        self._is_closed = tag.is_definite or tag.tag == "latin" or is_reflexive
        self._is_sealed = seals(tag) and not opens_name(self._tags, j)
        if tag.tag == "name":
            assert tag.name is not None
            self._note_name(tag.name)
            return tag.name.last
        return self._past_words(j, tag)

    def _note_name(self, name: NameMatch) -> None:
        """A name ends what may be called so; the name of an office is a title instead.

        The name of a state or a body does not, within a title: "والي جندوبة أكرم السبري".
        """
        is_person = any(use.id.startswith("person/") for use in name.uses)
        if name.use("office") and not name.use("name", "short", "country"):
            self._titles.append("office")
        else:
            self._is_named = True
            self._is_known_name = is_person or "office" not in self._titles

    def _past_words(self, j: int, tag: Tagged) -> int:
        """Past the known phrase that starts at `j`; an article in it closes the phrase."""
        last = min(j + tag.n_words, len(self._tags))
        inside = self._tags[last - 1].name
        if inside is not None:
            last = max(last, inside.last)  # "وكيل | وزارة النفط العراقية"
        if self._tags[last - 1].token.norm == "باسم":
            self._is_closed = False  # "المتحدث باسم | الجيش"
            return last
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
        if (self._titles or self._is_bare_name) and is_linked(self._tags, j):
            self._name_at = j - 1 if self._titles and self._name_at is None else self._name_at
            return tag.name.last if tag.name is not None else j + 1
        if tag.tag == "punct":
            return self._quoted_end(j)
        if tag.tag in ("quantifier", "demonstrative") and not self._is_closed:
            return j + 1 if not (tag.reading.prep or tag.reading.conj) else None
        if tag.token.norm == "غير" and j + 1 < len(self._tags):
            return j + 2 if self._tags[j + 1].tag == "noun" else None  # "هجرة غير شرعية"
        if tag.tag in JOINTS or tag.tag in ("verb", "demonstrative", "quantifier"):
            return None
        if tag.token.norm in REFLEXIVES:
            return j + 1 if self._is_closed else None
        if tag.tag == "preposition" and tag.reading.stem in DIRECTIONS and not self._is_closed:
            return None if self._is_sealed or is_people(self._tags[j - 1]) else j + 1
        return self._joins_more(j, tag)

    def _joins_more(self, j: int, tag: Tagged) -> int | None:
        """The same for a word that may bring a preposition."""
        if tag.reading.prep or tag.tag == "preposition":
            takes = attaches(self._tags, j - 1) or self._is_part_of(j) or self._is_post(j)
            return self._attached(j) if takes else None
        if speaks_for(self._tags, j):
            return self._attached(j, is_apart=True)
        return self._joins_word(j, tag)

    def _joins_word(self, j: int, tag: Tagged) -> int | None:
        """The same for a word that is no joint and has no preposition."""
        if tag.reading.conj:
            return j + 1 if self._continues_office(tag) else None
        is_open = tag.is_definite and is_broken_plural(self._tags[j - 1])
        if self._is_sealed and not self._is_closed and not is_open:
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

    def _is_part_of(self, j: int) -> bool:
        """ "عدد من الجنود", "مجموعة صغيرة من الشبان", "أربعة من المهاجمين": some of a whole."""
        tag, head = self._tags[j], self._tags[self._start]
        if tag.tag != "preposition" or tag.reading.stem != "من" or tag.reading.pronoun:
            return False
        n_words = j - self._start
        is_open = n_words == 1 or not self._is_closed
        if is_open and is_partitive(self._tags[j - 1]) and not self._tags[j - 1].reading.conj:
            return True  # "مقتل ثلاثة من الجنود"
        return is_open and is_partitive(head) and n_words <= _MAX_PART_WORDS

    def _is_post(self, j: int) -> bool:
        """ "القيادي في الحركة | عمار سالم": where a title is held, before its bearer's name."""
        is_held = bool(self._titles) and self._titles[-1] in ("office", "profession")
        if not is_held or self._name_at is not None:
            return False
        start = post_at(self._tags, j, self._titles[-1])
        if start is None or start in self._times or self._tags[start].tag in (*JOINTS, "verb"):
            return False
        inner = Growth(self._tags, self._times, self._quoted_end).grow(start)
        is_past = inner.last >= len(self._tags) or inner.last in self._times
        return inner.name_at is None and not is_past and names_person(self._tags, inner.last)

    def _attached(self, j: int, *, is_apart: bool = False) -> int | None:
        """Past the prepositional phrase at `j`; what follows may still join.

        Args:
            j: its first word.
            is_apart: whether that word is its preposition alone, though tagged otherwise.
        """
        tag = self._tags[j]
        start = j + 1 if is_apart or tag.tag == "preposition" else j
        if tag.reading.pronoun and tag.tag == "preposition":
            return j + 1
        if start >= len(self._tags) or self._tags[start].tag in (*JOINTS, "verb", "punct"):
            return None
        inner = Growth(self._tags, self._times, self._quoted_end).grow(start)
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
        is_nisba = tag.token.norm.endswith(("يين", "يون"))  # "مسلحين إسلاميين"
        if tag.tag != "noun" or tag.is_definite or (is_noun and not is_nisba):
            return None
        before, word = self._tags[j - 1].token.norm, tag.token.norm
        if word[-2:] in AGREEING and before.endswith(word[-2:]):
            return j + 1
        # "غارات إسرائيلية | بلدة": a noun that ends alike is no adjective.
        agrees = word[-1] in "اه" and before[-1] == word[-1]
        return j + 1 if agrees and looks_adjective(tag.reading.stem.removesuffix("ا")) else None

    def _nisba(self, j: int, tag: Tagged) -> int | None:
        if self._is_nationality(j, tag):
            return None
        if tag.reading.article and not self._is_closed and self._opens_name(j + 1):
            self._titles.append("nationality")  # "قتل التونسي أنيس العامري"
        if self._is_closed and not tag.reading.article and not self._tags[j - 1].reading.pronoun:
            return None
        self._is_closed = self._is_closed or tag.reading.article
        self._is_sealed = self._is_sealed or not tag.reading.article
        return j + 1

    def _is_nationality(self, j: int, tag: Tagged) -> bool:
        """ "اعتقلت الشرطة | التونسي أنيس": no adjective of a feminine, but of the name after it."""
        is_masculine = tag.reading.article and not tag.token.norm.endswith("ه")
        before = self._tags[j - 1]
        is_feminine = gender_of(before) == "f" or before.token.norm.endswith("ات")
        return is_masculine and is_feminine and self._opens_name(j + 1)

    def _opens_name(self, j: int) -> bool:
        return j < len(self._tags) and names_person(self._tags, j)

    def _name(self, tag: Tagged) -> int | None:
        assert tag.name is not None
        is_person = any(use.id.startswith("person/") for use in tag.name.uses)
        if self._is_bare_name and self._n_name_words == 0 and tag.name.use("short"):
            return tag.name.last  # "سلمان العبيدي": another bearer of a known family name.
        if is_person and self._n_name_words and tag.name.use("short"):
            return tag.name.last  # "التونسي أنيس العامري"
        if self._is_closed:
            takes_name = bool(self._titles) and self._name_at is None and is_person
            before = self._tags[tag.name.first - 1]
            is_of_place = before.reading.article and before.reading.stem in PLACE_NOUNS
            if not takes_name and (is_person or not is_of_place):
                return None
        if is_person and self._titles:
            self._name_at = tag.name.first
        self._is_closed = True
        self._note_name(tag.name)
        return tag.name.last

    def _noun(self, j: int, tag: Tagged) -> int | None:
        title = next((form.type for form in tag.forms if form.kind == "title"), "")
        if is_accusative(tag) and not takes_accusative(self._tags, j):
            return None  # "استهدف انتحاري | مركزا": no iḍāfa takes an accusative.
        if follows_attacker(self._tags, j):
            return None  # "فجر انتحاري | سيارة": such a participle takes no iḍāfa.
        if self._is_bare_name and (continues_name(tag) or self._is_surname_like(tag)):
            self._is_closed = self._is_closed or tag.reading.article
            return j + 1 if self._counts_name_word() else None
        if self._is_bare_name and (tag.forms or opens_name(self._tags, self._start)):
            return None  # "أجرت روسيف | اجتماعات": a name takes no common noun.
        if not self._is_closed:
            self._note_title(tag)
            self._is_closed = tag.is_definite
            self._is_sealed = seals(tag) or is_indefinite_nisba(tag)
            return self._past_words(j, tag)
        if title == "kin" and not tag.reading.article:
            self._note_title(tag)
            self._is_closed = tag.is_definite
            self._is_known_name = self._is_named = False
            self._n_name_words = 0
            return j + 1
        if tag.has_article:
            return self._definite_noun(j, tag, title)
        return self._name_word(j, tag, title)

    def _is_surname_like(self, tag: Tagged) -> bool:
        """ "محمد الشريف": after a first name a common word with the article, if no title."""
        if not opens_name(self._tags, self._start):
            return False
        is_person = any(form.kind in ("title", "agent", "trigger") for form in tag.forms)
        return not tag.forms or (tag.reading.article and not is_person)

    def _counts_name_word(self) -> bool:
        self._n_name_words += 1
        return self._n_name_words < _MAX_NAME_TOKENS

    def _definite_noun(self, j: int, tag: Tagged, title: str) -> int | None:
        if title in ("rank", "honorific") and self._titles and self._name_at is None:
            self._note_title(tag)
            # "دعا وزير الصحة | المواطنين": people, and no word before his name.
            return None if self._is_plural else self._past_words(j, tag)
        if title in ("office", "kin"):
            return None
        if title == "profession" and self._titles:
            return None
        if self._name_at is not None or self._is_named:
            return self._surname(j, tag)
        if tag.names_act:
            return None
        if ends_alike(self._tags[j - 1], tag):
            return j + 1
        if any(f.kind == "agent" and f.number in "pd" and f.gender != "f" for f in tag.forms):
            return None
        return j + 1 if describes(self._tags, self._start, j) else None

    def _surname(self, j: int, tag: Tagged) -> int | None:
        if self._name_at is not None and ends_name(tag) and self._tags[j - 1].given:
            return self._take_name_word(j)
        if tag.forms or self._name_at is None or self._is_known_name:
            return None
        return self._take_name_word(j)

    def _name_word(self, j: int, tag: Tagged, title: str) -> int | None:
        """An unknown word after a closed, titled phrase is part of a name."""
        if not self._titles or title or self._is_known_name:
            return j + 1 if title == "rank" and self._titles[-1:] == ["rank"] else None
        if any(form.kind in ("trigger", "agent", "light") for form in tag.forms):
            return None
        if tag.reading.pronoun or (tag.forms and not tag.given and not self._may_be_name()):
            return None
        if self._is_plural and not (is_unknown(tag) or tag.given):
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
