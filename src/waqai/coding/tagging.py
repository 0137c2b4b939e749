"""What each word of a sentence is, in its place: verb, noun, name, particle …

Arabic script leaves out vowels, so "بحث" is "he discussed" or "a discussion" and only
its neighbours tell. The rules here are those a reader uses: after a preposition or the
article stands a noun; after لم, سوف or قد a verb; an indefinite word after a closed noun
phrase cannot belong to it, so that it is a verb; at the head of a clause a verb is likelier
than a noun. What stays open is left a noun, which starts nothing by itself.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from waqai.coding.governing import governs, may_complete
from waqai.coding.names import NameMatch
from waqai.coding.words import Option, Word
from waqai.inflection import without_article
from waqai.lexicon.load import Form, Lexicon, Phrase
from waqai.text.clitics import Reading
from waqai.text.tokens import Token

_BOUNDARY_PUNCT = frozenset(".،؛:؟!…,;()[]«»\"“”‘’'-–—")
_BEFORE_VERB = frozenset({"complementizer", "relative", "negation", "subordinator"})
_VERB_ONLY_AFTER = frozenset({"لم", "لن", "سوف", "قد", "لقد", "كي", "لكي"})
_BEFORE_JUSSIVE = frozenset({"لم", "ولم", "فلم", "لا", "ولا", "لما"})
_NOUN_AFTER = frozenset({"preposition", "demonstrative", "quantifier"})
_JOINED_LETTERS = 5
"""The same for one in و with the ending of a perfect."""
_TWINS = {"عبر": "عن"}
"""Prepositions that are verbs too, by the preposition that then follows ("عبر … عن أمله")."""
_SHORT = 4
"""Letters of a word with the article that is not taken off it: "الحي"."""
_AHEAD = 12
"""Words looked at after one that may be such a twin."""
_CLAUSE_ENDS = frozenset(".؛؟!:")
_IMPERFECT_LETTERS = 4
"""Least length of an unknown word in ي that is taken for an imperfect verb."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word and what it is taken for."""

    token: Token
    tag: str
    """verb, noun, name, number, latin, punct, or a particle type (preposition …)."""
    reading: Reading
    forms: tuple[Form, ...]
    """The lexicon forms that fit the tag, none for an unknown word."""
    name: NameMatch | None = None
    """Set on every token of a known name."""
    n_words: int = 1
    """Words of the known phrase that starts here ("الفريق أول": 2)."""
    given: str = ""
    """ "sure" for a first name, "ordinary" for one that is a common word too ("سعيد"), "head"
    for the first word of a compound one ("عبد"); "" for any other word."""

    @property
    def is_definite(self) -> bool:
        """Whether the article, a pronoun or a proper name closes the phrase here."""
        return self.has_article or bool(self.reading.pronoun) or self.tag == "name"

    @property
    def has_article(self) -> bool:
        """Whether the article stands before the word, or in it.

        In "الحي", "الجو" the word is too short for it to come off; "آلاف" has none.
        """
        if self.reading.article:
            return True
        stem = self.reading.stem
        is_short = len(stem) == _SHORT and self.tag == "noun" and stem.startswith("ال")
        return is_short and "ال" in self.token.text[: -_SHORT + 2]

    @property
    def names_act(self) -> bool:
        """Whether it may be a noun that names an act: "اعتقال", "هجوم"."""
        return any(form.kind == "trigger" and form.pos == "noun" for form in self.forms)

    def entry_ids(self, kind: str) -> tuple[str, ...]:
        """Ids of the lexicon entries of one kind that the word may belong to."""
        if not self.forms:
            return ()
        return tuple({form.entry: None for form in self.forms if form.kind == kind})


_PLAIN = Reading("", "", article=False, future=False, stem="", pronoun="")


def tag_words(
    words: Sequence[Word],
    names: Mapping[int, NameMatch],
    first_names: Container[str] = (),
) -> tuple[Tagged, ...]:
    """Tag a sentence from left to right; one tag for each word.

    Args:
        words: the sentence.
        names: known names by their first token (`NameIndex.find`).
        first_names: folded first names; one with an unknown word after it is no short form of
            a known person's name.
    """
    tagged: list[Tagged] = []
    inside: NameMatch | None = None
    for i, word in enumerate(words):
        if inside is not None and i < inside.last:
            tagged.append(_name(word, inside, is_first=False))
            continue
        inside = names.get(i)
        if inside is not None and _is_verb_instead(word, inside, tagged):
            inside = None
        if inside is not None and _is_namesake(i, words, names, first_names):
            inside = None
        if inside is not None:
            tagged.append(_name(word, inside, is_first=True))
        else:
            tagged.append(_tag(words, i, tagged))
    return tuple(tagged)


def mark_phrases(
    tags: Sequence[Tagged], phrases: Mapping[str, tuple[Phrase, ...]]
) -> tuple[Tagged, ...]:
    """Give the first word of a known phrase ("قوات الأمن", "ولي العهد") the phrase's form.

    Articles and clitics are not compared; the longest phrase wins and comes before the
    forms of the word alone.
    """
    stems = [_in_phrase(tag) for tag in tags]
    marked = list(tags)
    for i, tag in enumerate(tags):
        known = phrases.get(stems[i])
        if known is None or tag.tag in ("verb", "punct", "number") or tag.name is not None:
            continue
        fitting = _longest_phrases(stems, i, known)
        if fitting:
            marked[i] = replace(
                tag,
                tag="noun",
                forms=(*(phrase.form for phrase in fitting), *tag.forms),
                n_words=len(fitting[0].words),
            )
    return tuple(marked)


def _in_phrase(tag: Tagged) -> str:
    """A word as phrases list it: its stem, a preposition with its pronoun ("مدعى عليهم")."""
    if tag.tag == "preposition":
        return tag.token.norm.removeprefix(tag.reading.conj)
    return without_article(tag.reading.stem)


def mark_given_names(tags: Sequence[Tagged], lexicon: Lexicon) -> tuple[Tagged, ...]:
    """Note which nouns are first names."""
    return tuple(
        replace(tag, given=given) if (given := _given(tag, lexicon)) else tag for tag in tags
    )


def _given(tag: Tagged, lexicon: Lexicon) -> str:
    if tag.tag not in ("noun", "latin") or tag.reading.pronoun:
        return ""
    word = tag.token.norm[len(tag.reading.conj) + len(tag.reading.prep) :]
    if word in lexicon.given_names:
        return "sure"
    if word in lexicon.compound_heads:
        return "head"
    return "ordinary" if word in lexicon.ordinary_given_names else ""


def _longest_phrases(stems: Sequence[str], i: int, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The longest phrases that stand at word i.

    Several where an office and a group of people share the words ("المدعي العام").
    """
    second = stems[i + 1] if i + 1 < len(stems) else ""
    fitting = [
        p
        for p in phrases
        if (len(p.words) == 1 or p.words[1] == second)
        and tuple(stems[i : i + len(p.words)]) == p.words
    ]
    longest = max((len(phrase.words) for phrase in fitting), default=0)
    return [phrase for phrase in fitting if len(phrase.words) == longest]


def _name(word: Word, match: NameMatch, *, is_first: bool) -> Tagged:
    conj, prep = (match.conj, match.prep) if is_first else ("", "")
    nisba = match.use("nisba") and not match.use("country", "name", "short", "place", "capital")
    article = bool(nisba) and ("ال" in word.token.norm[: 2 + len(conj) + len(prep)])
    stem = word.token.norm[len(conj) + len(prep) :]
    reading = Reading(conj, prep, article=article, future=False, stem=stem, pronoun="")
    forms = tuple(a.form for a in word.analyses if a.form and a.form.pos == "noun")
    return Tagged(word.token, "nisba" if nisba else "name", reading, forms, match)


def _is_verb_instead(word: Word, match: NameMatch, before: Sequence[Tagged]) -> bool:
    """A one-word name that is also a verb form, where only a verb can stand."""
    if match.last - match.first > 1:
        return False
    verbs = [a for a in word.analyses if a.form and a.form.pos == "verb"]
    return bool(verbs) and bool(before) and before[-1].token.norm in _VERB_ONLY_AFTER


def _is_namesake(
    i: int, words: Sequence[Word], names: Mapping[int, NameMatch], first_names: Container[str]
) -> bool:
    """ "سعيد العايدي": not Kais Saied, whom "سعيد" alone may mean."""
    match = names[i]
    is_short = match.use("short") is not None and match.use("name", "country", "place") is None
    if match.last - match.first > 1 or not is_short or i + 1 >= len(words) or i + 1 in names:
        return False
    first = words[i].token.norm[len(match.conj) + len(match.prep) :]
    after = words[i + 1]
    return first in first_names and after.token.kind == "word" and after.analyses[0].form is None


def _tag(words: Sequence[Word], i: int, before: Sequence[Tagged]) -> Tagged:
    word = words[i]
    token, traits = word.token, word.traits
    if token.kind != "word":
        return Tagged(token, token.kind, _PLAIN, ())
    if traits.particle is not None:
        particle = _particle(words, i, traits.particle, before)
        if particle is not None:
            return particle
    after = words[i + 1] if i + 1 < len(words) else None
    verb, noun = traits.verb, traits.noun
    if before and before[-1].token.norm in _BEFORE_JUSSIVE:
        verb = traits.jussive
    if traits.participle is not None and _goes_on(word, before, after):
        return Tagged(token, "verb", traits.participle.reading, traits.participle.forms)
    if verb is not None:
        if noun is None and before and before[-1].tag == "preposition":
            return Tagged(token, "noun", verb.reading, ())
        if noun is None or _wants_verb(word, before, after):
            return Tagged(token, "verb", verb.reading, verb.forms)
    if noun is None:
        return Tagged(token, "noun", word.analyses[0].reading, ())
    is_unknown = not noun.forms
    if is_unknown and (_looks_imperfect(noun.reading, before) or _looks_joined(token, before)):
        return Tagged(token, "verb", noun.reading, ())
    return Tagged(token, "noun", noun.reading, noun.forms)


def _goes_on(word: Word, before: Sequence[Tagged], after: Word | None) -> bool:
    """Whether a participle stands for a verb: "، مطالبا بفتح تحقيق", "، داعية إلى الحوار".

    After a comma; one in the accusative also right after a closed phrase, and one joined by و
    after another such participle. A word for people stays one ("طالبا"), unless it governs.
    """
    is_verb = governs(word, after)
    is_people = any(a.form and a.form.kind in ("agent", "title") for a in word.analyses)
    if not before or (is_people and not is_verb):
        return False
    last = before[-1]
    if last.tag == "punct":
        return last.token.text in ("،", ",", "»", '"', ")")
    is_joined = bool(word.analyses[0].reading.conj)
    if is_joined:
        return any(
            f.tense == "participle" for tag in before for f in tag.forms if tag.tag == "verb"
        )
    if not (word.token.norm.endswith("ا") or is_verb):
        return False
    if not (last.is_definite or last.tag == "nisba"):
        return False
    return _is_act_of_words(word) and may_complete(after)


def _is_act_of_words(word: Word) -> bool:
    """ "مطالبا", "داعيا", "منددا": said in the same breath, so that no comma need part them."""
    entries = [a.form.entry for a in word.analyses if a.form and a.form.tense == "participle"]
    return any(entry.split(".")[1] in _SAID for entry in entries)


_SAID = frozenset({"request", "accuse", "reject", "support", "threaten"})


def _particle(
    words: Sequence[Word], i: int, particle: Option, before: Sequence[Tagged]
) -> Tagged | None:
    """The word as a particle; None where its neighbours make it a verb."""
    word, reading = words[i], particle.reading
    if word.traits.has_verb:
        if before and before[-1].token.norm in _VERB_ONLY_AFTER:
            return None
        if _takes(_TWINS.get(reading.stem), words[i + 1 : i + 1 + _AHEAD]):
            return None
    tag = particle.forms[0].type
    if tag == "pronoun" and reading.prep:
        # "بهن": a preposition with its pronoun.
        reading = replace(reading, prep="", stem=reading.prep, pronoun=reading.stem)
        tag = "preposition"
    return Tagged(word.token, tag, reading, particle.forms)


def _takes(preposition: str | None, ahead: Sequence[Word]) -> bool:
    """Whether the preposition that goes with a verb follows before the clause ends."""
    for word in ahead:
        if word.token.kind == "punct" and word.token.norm in _CLAUSE_ENDS:
            return False
        if preposition is not None and word.token.norm.startswith(preposition):
            return True
    return False


def _wants_verb(word: Word, before: Sequence[Tagged], after: Word | None) -> bool:
    """Whether a verb, rather than a noun, can stand here."""
    reading = word.analyses[0].reading
    if not before or (before[-1].tag == "punct" and before[-1].token.norm in _BOUNDARY_PUNCT):
        return not _opens_heading(word, after)
    last = before[-1]
    if last.token.norm in _VERB_ONLY_AFTER or last.tag in _BEFORE_VERB or _returns(word, last):
        return True
    if last.tag in _NOUN_AFTER or (last.reading.prep and not last.is_definite):
        return False
    if last.tag == "verb":
        return bool(reading.conj) or _is_auxiliary(last)
    if last.tag in ("conjunction", "adverb", "particle", "pronoun"):
        return True
    if reading.conj:
        is_apart = last.is_definite or last.tag in ("punct", "nisba", "number", "latin")
        return is_apart and (_is_definite_word(after) or not _joins_asked(before))
    if not (last.is_definite or last.tag in ("nisba", "latin") or _is_time(last)):
        return False
    return not _has_verb(before)


def _joins_asked(before: Sequence[Tagged]) -> bool:
    """ "دعت إلى وقف النار | وفتح ممرات": after a preposition and a noun of deed, one more such.

    Only within the clause: a verb or a mark in between parts them.
    """
    for i in range(len(before) - 1, 0, -1):
        tag = before[i]
        if tag.tag in ("verb", "punct", "complementizer", "relative", "subordinator"):
            return False
        if tag.names_act and (before[i - 1].tag == "preposition" or tag.reading.prep):
            return True
    return False


def _is_definite_word(word: Word | None) -> bool:
    """Whether a subject may follow: "وفتح | الجيش النار"."""
    if word is None or not word.analyses:
        return False
    return any(a.reading.article for a in word.analyses) or word.token.kind != "word"


def _returns(word: Word, last: Tagged) -> bool:
    """ "مظاهرة نظمها الحزب": a light verb with the pronoun of the indefinite act before it."""
    return (
        last.tag == "noun"
        and last.names_act
        and not last.is_definite
        and any(
            a.reading.pronoun
            and not a.reading.conj
            and a.form is not None
            and a.form.kind == "light"
            for a in word.analyses
        )
    )


def _has_verb(before: Sequence[Tagged]) -> bool:
    """Whether the clause so far has a verb of its own, so that a noun follows as object."""
    for tag in reversed(before):
        if tag.tag == "verb":
            return not _is_auxiliary(tag)
        if tag.tag in ("complementizer", "relative", "subordinator", "punct"):
            return False
    return False


def _opens_heading(word: Word, after: Word | None) -> bool:
    """A verbal noun heads a heading without verb ("توقيع اتفاق في طرابلس"); rare in a body."""
    nouns = [a for a in word.analyses if a.form and a.form.pos == "noun" and not a.reading.conj]
    verbs = [a for a in word.analyses if a.form and a.form.pos == "verb"]
    return bool(nouns) and bool(verbs) and after is None


def _is_auxiliary(tagged: Tagged) -> bool:
    """كان، أصبح، ظل، بدأ … take a second verb."""
    return any(form.kind == "verb" and form.lemma in _AUXILIARIES for form in tagged.forms)


_AUXILIARIES = frozenset(
    {"كان", "أصبح", "ظل", "بات", "بدأ", "أخذ", "راح", "كاد", "عاد", "زال", "ما"}
)


def _is_time(tagged: Tagged) -> bool:
    return tagged.tag == "adverb"


def _looks_joined(token: Token, before: Sequence[Tagged]) -> bool:
    """An unknown word in و…ت or و…وا after a closed phrase: "… منازلهم وعبثت بها"."""
    norm = token.norm
    if len(norm) < _JOINED_LETTERS or not norm.startswith("و") or norm.endswith("ات"):
        return False
    closed = bool(before) and (before[-1].is_definite or before[-1].tag in ("nisba", "punct"))
    return closed and norm.endswith(("ت", "وا"))


def _looks_imperfect(reading: Reading, before: Sequence[Tagged]) -> bool:
    """An unknown word in ي (or سي) where no name is expected: "يستأثر"."""
    stem = reading.stem
    if reading.article or len(stem) < _IMPERFECT_LETTERS:
        return False
    if before and before[-1].tag in ("name", "preposition"):
        return False
    if before and any(form.kind == "title" for form in before[-1].forms):
        return False
    return stem.startswith("ي") or (
        stem.startswith(("سي", "ست")) and len(stem) > _IMPERFECT_LETTERS
    )
