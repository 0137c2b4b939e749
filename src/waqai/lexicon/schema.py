"""What a lexicon file may hold: closed models, one kind per file.

A file is YAML with `kind`, `language` and `entries`; every kind has one model here and
nothing outside it is accepted. Words are spelled in full, hamzas included, vowels and
shadda only where they tell twins apart ("وَقَّعَ" signed, "وَقَعَ" happened). Where a list of
words is asked for, `@name` stands for a class of `classes.yaml`. `docs/lexicon.md`
explains each key to somebody who knows Arabic and not Python.

Only loading from source and `waqai lexicon lint` import this module; the coder reads the
compiled form (`waqai.lexicon.load`).
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
RuleId = Annotated[str, StringConstraints(pattern=r"^ar\.[a-z]+\.[a-z_]+\.\d{3}$")]
Root = Annotated[str, StringConstraints(pattern=r"^\S( \S){2,3}$")]
Place = Literal[
    "subject", "known_subject", "object", "of", "near", "next", "before", "verb",
    "مع", "إلى", "على", "عن", "ضد", "ل", "ب", "في", "من", "بين", "لدى", "أمام", "حول", "بشأن",
    "تجاه", "نحو", "باتجاه", "ك", "وسط", "داخل",
]  # fmt: skip
Role = Literal["actor", "recipient", "place", "theme", "content", "source"]
Stance = Literal["asserted", "reported", "claimed", "denied", "expected", "believed"]


class Closed(BaseModel):
    """A model that knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Verb(Closed):
    """How a verb is conjugated: its lemma (3rd person masculine singular perfect) and root."""

    lemma: Word
    root: Root
    """Radicals set apart by spaces: "ز و ر"; a hamza is written ء."""
    form: int = Field(ge=1, le=14)
    """The stem, 1 to 10; 11 for quadriliterals (فعلل), 12 for their تفعلل."""
    imperfect: Word | None = None
    """3rd masculine singular imperfect ("يزور"); needed for form 1, derived otherwise."""
    transitive: bool = True
    """False: it has no passive and takes no direct object."""


class Noun(Closed):
    """A verbal noun or another noun that names the act."""

    lemma: Word
    """Singular: "زيارة"."""
    plurals: tuple[Word, ...] = ()
    """Broken plurals in full ("هجمات"); sound ones too ("زيارات"). Duals are generated."""
    of: Role | None = None
    """Who stands in its iḍāfa ("زيارة الوزير": actor; "اعتقال الوزير": recipient)."""


class Participle(Closed):
    """A participle that reports the act ("المعتقلون" does not; "متهما" does)."""

    lemma: Word
    voice: Literal["active", "passive"]


class Example(Closed):
    """A sentence the entry must read so."""

    text: Word
    actor: Word | None = None
    """Words that the record's actor must hold."""
    recipient: Word | None = None
    mode: str | None = None
    date: str | None = None


class ModeRule(Closed):
    """A mode that words in a place of the clause decide."""

    mode: str
    place: Place = "near"
    words: tuple[Word, ...]


class Trigger(Closed):
    """An act: the words that name it and who stands where around them."""

    id: RuleId
    gloss_en: Word
    verb: Verb | None = None
    nouns: tuple[Noun, ...] = ()
    participles: tuple[Participle, ...] = ()
    event: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    """A finer CAMEO code where the word itself decides it."""
    frame: dict[Place, Role] = {}
    """What the subject, the object, the iḍāfa (`of`) and each preposition bring."""
    symmetric: bool = False
    """Both sides act ("اشتبك الطرفان")."""
    needs: dict[Place, tuple[Word, ...]] = {}
    """The entry is passed over unless each named place holds one of the words."""
    unless: dict[Place, tuple[Word, ...]] = {}
    """The entry is passed over where a named place holds one of the words."""
    modes_when: tuple[ModeRule, ...] = ()
    negated_event: str | None = None
    """The type a plain negation makes of it, where it makes one."""
    note: str | None = None
    examples: tuple[Word | Example, ...] = Field(min_length=1)
    counterexamples: tuple[Word, ...] = Field(min_length=1)
    """Sentences that must give no plain record by this entry."""


class LightVerb(Closed):
    """A verb that lends a verbal noun its subject: "أجرى محادثات", "تم توقيع"."""

    id: RuleId
    gloss_en: Word
    verb: Verb
    noun: Literal["subject", "object"]
    """Where the noun that names the act stands: "أجرى زيارةً" object, "تم توقيعُ" subject."""
    through: Place | None = None
    """The preposition before the noun, where there is one: "قام بزيارة"."""
    subject: Role | None = "actor"
    """What its own subject is to the act ("تعرض لهجوم": recipient; "شهدت المدينة": place)."""
    examples: tuple[Word, ...] = Field(min_length=1)


class Speech(Closed):
    """A word of saying: what follows it is attributed to whoever said it."""

    id: RuleId
    gloss_en: Word
    verb: Verb | None = None
    nouns: tuple[Word, ...] = ()
    """"بحسب", "وفق", "نقلا عن": words that bring the source with them, as prepositions do."""
    participles: tuple[Word, ...] = ()
    """"مشيرا", "مؤكدا": they go on with the last speaker."""
    stance: Stance
    examples: tuple[Word, ...] = Field(min_length=1)


class PlainVerb(Closed):
    """A common verb that names no act of ours; it bounds phrases and clauses."""

    verb: Verb
    gloss_en: Word


class PlainNoun(Closed):
    """A common noun or adjective that names no act; clitics may be peeled before it."""

    words: tuple[Word, ...] = Field(min_length=1)


class Mark(Closed):
    """Words that change what the clause claims."""

    id: RuleId
    gloss_en: Word
    words: tuple[Word, ...] = Field(min_length=1)
    """Each a word or a phrase as spelled; `…` within stands for one inflected word, `……` for
    none to eight words without a verb or a comma."""
    mark: Literal["negation", "future", "hypothetical", "historical", "none"]
    stance: Stance | None = None
    """expected ("من المتوقع أن"), believed ("يعتقد أن"), denied ("نفى")."""
    intention: bool = False
    """What follows is wanted, not done ("سعيا إلى", "بهدف"): an interest, no event."""
    scope: Literal[
        "next_verb", "next_noun", "clause", "complement", "sentence",
        "phrase", "own_phrase", "statement", "itself", "condition", "onwards",
    ]  # fmt: skip
    """How far it reaches: the next verb, the next noun, its clause, what follows أن; its own
    phrase, or that and no more than ل or على brings; what it says something of; no further
    than its own words; up to what follows from a condition;
    from its own words on, as far as the complement."""
    pos: Literal["verb", "noun"] | None = None
    """Where the spelling is both ("تجنب"): only as this."""
    examples: tuple[Word, ...] = Field(min_length=1)
    counterexamples: tuple[Word, ...] = ()


class WordClass(Closed):
    """A named list of nouns, called `@name` elsewhere."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    gloss_en: Word
    words: tuple[Word, ...] = Field(min_length=1)
    """Singulars and broken plurals; clitics and sound plurals are understood."""


class Agent(Closed):
    """People named by what they are or do: "متظاهرون", "قوات الأمن"."""

    id: RuleId
    gloss_en: Word
    words: tuple[Word, ...] = Field(min_length=1)
    """Nouns or noun phrases in the singular; sound plurals, duals, feminines are generated."""
    plurals: tuple[Word, ...] = ()
    """Broken plurals."""
    sector: str
    code: str | None = None
    """Only where the word itself decides a country or an international code."""
    victim: bool = False
    """Civilians as a rule on the receiving side ("ضحايا", "مدنيون")."""
    examples: tuple[Word, ...] = Field(min_length=1)


class Title(Closed):
    """A head of office phrases or a rank before a name: "رئيس", "الفريق أول", "السيد"."""

    id: RuleId
    gloss_en: Word
    words: tuple[Word, ...] = Field(min_length=1)
    """Masculine singular; feminines, duals and sound plurals are generated."""
    plurals: tuple[Word, ...] = ()
    type: Literal["office", "rank", "honorific", "kin", "profession"]
    sector: str | None = None
    """The sector of a bare holder; complements may decide otherwise."""
    complements: dict[Word, str] = {}
    """Sector by a word of its iḍāfa: وزير + دفاع -> GOV, رئيس + برلمان -> LEG."""
    examples: tuple[Word, ...] = Field(min_length=1)


class Particle(Closed):
    """A closed-class word."""

    word: Word
    type: Literal[
        "preposition", "conjunction", "subordinator", "complementizer", "relative", "pronoun",
        "demonstrative", "adverb", "negation", "interrogative", "quantifier", "particle",
    ]  # fmt: skip
    gloss_en: Word


class GivenNames(Closed):
    """First names as news writes them, one word each; no surnames."""

    gloss_en: Word
    words: tuple[Word, ...] = Field(min_length=1)
    ordinary: bool = False
    """They are ordinary words as often as names: "سعيد", "أمل", "وفاء"."""
    compound_head: bool = False
    """They open a name of two words: "عبد الله", "أبو بكر"."""


class ContextRule(Closed):
    """Words in the clause of an act that give it a PLOVER context."""

    id: RuleId
    context: str
    gloss_en: Word
    words: tuple[Word, ...] = ()
    """Each earns the context by itself."""
    weak: tuple[Word, ...] = ()
    """Two of them earn it, or one and a word elsewhere."""
    both: tuple[tuple[Word, ...], ...] = ()
    """Groups of words that earn it together, one of each in the clause."""
    unless: tuple[Word, ...] = ()
    """A phrase hides the words it covers, a single word stops the rule."""
    events: tuple[str, ...] = ()
    """Types of act that the rule is for; all where it names none."""

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if not (self.words or self.weak or self.both):
            raise ValueError("a context needs words, weak or both")
        return self


class DomainRule(Closed):
    """A domain in which political words are ordinary ones, and what still counts there."""

    id: RuleId
    domain: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
    gloss_en: Word
    words: tuple[Word, ...] = Field(min_length=1)
    """Each speaks for the domain with weight 2: a word, a phrase or "@class"."""
    weak: tuple[Word, ...] = ()
    """Each with weight 1."""
    against: tuple[Word, ...] = ()
    """Each speaks against it with weight 2."""
    events: tuple[str, ...] = ()
    """Types of act that are doubtful in it; all where it names none."""
    doubtful: tuple[Word, ...] = ()
    """Verbs and nouns of triggers that are doubtful in it; where it names none, all are."""
    sure: tuple[Word, ...] = ()
    """Verbs and nouns of triggers that have no ordinary sense in it."""
    sure_modes: tuple[str, ...] = ()
    """Modes that are never ordinary in it."""
    proof: Literal["party", "doer", "recent", "none"] = "party"
    """What makes a doubtful act stand: a political party at it, one who does it, a day near
    publication; `none`: nothing makes it stand."""
    own: tuple[Word, ...] = ()
    """More words that its people and bodies are called by; `words` and `weak` are too."""
    states: bool = True
    """Whether a bare state is a party; in sport it is a team."""
    works: tuple[Word, ...] = ()
    """Works that tell tales: فيلم, رواية."""
    telling: tuple[Word, ...] = ()
    """Words beside a work that say so: تدور, يروي; each as it is written."""
    examples: tuple[Word, ...] = Field(min_length=2)
    """Texts of the domain."""
    counterexamples: tuple[Word, ...] = Field(min_length=2)
    """Texts that have its words and are none."""


KINDS: dict[str, type[Closed]] = {
    "triggers": Trigger,
    "light_verbs": LightVerb,
    "speech": Speech,
    "verbs": PlainVerb,
    "nouns": PlainNoun,
    "marks": Mark,
    "classes": WordClass,
    "agents": Agent,
    "titles": Title,
    "given_names": GivenNames,
    "particles": Particle,
    "contexts": ContextRule,
    "domains": DomainRule,
}
"""Kind of file -> model of its entries."""
