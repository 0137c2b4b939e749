"""Agreement by spelling: which words can be adjectives of which, and which end a phrase.

Unvocalised script shows gender and number by endings only; patterns such as مفعل, فاعل or
فعيل tell adjectives from nouns most of the time, and where they do not, a list does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from waqai.coding.tagging import Tagged
from waqai.text.numbers import is_number_word


def head_of(tags: Sequence[Tagged], first: int, last: int) -> int:
    """The first word that names somebody: numbers, quantifiers and quotes are passed."""
    for i in range(first, last):
        tag = tags[i]
        if tag.tag in ("number", "punct", "quantifier", "demonstrative", "preposition"):
            continue
        if is_number_word(tag.token.norm):
            continue
        return i
    return first


def seals(tag: Tagged) -> bool:
    """Tanween, a dual or a sound plural with its ن: such a word stands in no iḍāfa."""
    if tag.is_definite or tag.tag != "noun" or is_number_word(tag.token.norm):
        return False
    return any(
        (form.number in ("d", "p") and not form.construct and form.spelled.endswith("ن"))
        or (form.spelled.endswith("ا") and not form.lemma.endswith("ا") and form.number == "s")
        for form in tag.forms
    )


def is_broken_plural(tag: Tagged) -> bool:
    """A plural whose ن is its own: "سكان القرية", "بلدان الخليج" are iḍāfas all the same."""
    return any(form.number == "p" and form.spelled.endswith("ان") for form in tag.forms)


_PEOPLE = frozenset({"title", "agent"})


def is_accusative(tag: Tagged) -> bool:
    """An indefinite accusative by its alif: "هجوما", "مركزا"."""
    if tag.is_definite or tag.tag != "noun" or not tag.token.norm.endswith("ا"):
        return False
    if tag.reading.stem[:-1] in _PARTS:
        return True
    if any(f.kind in _PEOPLE and f.number == "d" and f.construct for f in tag.forms):
        return False  # "وزيرا خارجية مصر وتركيا"
    nouns = {form.lemma + "ا" for form in tag.forms}
    return bool(tag.forms) and all(
        form.spelled.endswith("ا") and (not form.lemma.endswith("ا") or form.lemma in nouns)
        for form in tag.forms
    )  # A class may list "احتجاجا" as it stands beside the noun itself.


def is_partitive(tag: Tagged) -> bool:
    """A word that takes its whole with من: a quantifier, a number, a group."""
    if tag.tag in ("quantifier", "number") or is_number_word(tag.token.norm):
        return True
    stem = tag.reading.stem
    if stem.endswith("ا") and stem[:-1] in _PARTS:
        return True  # "عددا من"
    is_count = tag.reading.stem in ("عديد", "كثير", "عشرات", "مئات", "الاف", "ملايين")
    return tag.reading.stem in _PARTS and (is_count or not tag.is_definite)


_PARTS = frozenset(
    {"مجموعه", "مجموعات", "عدد", "عديد", "عشرات", "مئات", "الاف", "مئه", "الف", "ملايين", "جمع",
     "حشد", "حشود", "جموع", "فرقه", "فرق", "وحده", "وحدات", "عناصر", "عنصر", "افراد", "فرد",
     "اعضاء", "عضو", "قسم", "جزء", "غالبيه", "اغلبيه", "بقيه", "ثله", "نخبه", "طائفه", "لفيف",
     "واحد", "واحده", "اثنين", "اثنان", "كثير", "مزيد", "قليل", "اكثر", "اقل", "ازيد",
     "وفد", "خليه", "خلايا", "كميه",
     "كميات"}
)  # fmt: skip


def is_indefinite_nisba(tag: Tagged) -> bool:
    """ "قوات أجنبية": an adjective in -ية closes an indefinite phrase."""
    is_person = any(form.kind in ("agent", "title", "trigger") for form in tag.forms)
    return not tag.is_definite and not is_person and tag.token.norm.endswith("يه")


def looks_adjective(stem: str) -> bool:
    """By its pattern: a nisba, a participle (مسلح, عامل), فعيل, أفعل."""
    if stem in _NO_ADJECTIVES:
        return False
    if stem.endswith(("ي", "يه", "يين", "يون", "يات", "يان")) or stem in _ADJECTIVES:
        return True
    if len(stem) < 4:
        return False
    is_participle = stem[0] == "م" or stem[1] == "ا"
    is_elative = stem[0] == "ا" and len(stem) == 4 and stem[-1] != "ه"
    return is_participle or stem[2] == "ي" or is_elative


def agree(noun: Tagged, adjective: str) -> bool:
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
        is_feminine = stem.endswith(("ه", "ات")) or stem in _FEMININE
        return is_feminine or is_plural or not numbers or _is_shaped_plural(noun)
    return not stem.endswith(("ه", "ات")) and not is_plural


def _is_shaped_plural(noun: Tagged) -> bool:
    """A broken plural by its pattern, where it may not be an act: "الشؤون", "الجرائم".

    Common nouns are listed as words and not by their singulars. A plural of things takes
    feminine adjectives: "وزير الشؤون الدينية". Of فعول only what names no act ("هجوم").
    """
    return not noun.names_act and bool(_BROKEN_PLURAL.fullmatch(noun.reading.stem))


_BROKEN_PLURAL = re.compile("ا[^ا]{2}ا[^اه]|..ا[^اه][^اه]|..ا.ي.|..ا[^اه][اي]|[^م].و[^اهوي]")
"""أفعال, مفاعل, مفاعيل, فعالى and فعول, folded."""


def relative_agrees(pronoun: str, tags: Sequence[Tagged], first: int, last: int) -> bool:
    """Whether a phrase can be what الذي, التي or الذين is about, by gender and number.

    An iḍāfa is about its head or any of its nouns ("صفوف العمال الذين", "سيارة الوزير الذي").
    """
    return any(_fits_relative(pronoun, tag) for tag in tags[first:last] if tag.tag != "punct")


def _fits_relative(pronoun: str, tag: Tagged) -> bool:
    numbers = {form.number for form in tag.forms if form.kind in _PEOPLE}
    is_people = bool(numbers) and numbers <= {"p", "d"}
    stem = tag.reading.stem
    if pronoun in ("الذين", "ذين"):
        return is_people or is_human_plural(tag) or is_partitive(tag) or tag.given == "sure"
    is_feminine = stem.endswith(("ه", "ات")) or stem in _FEMININE
    if pronoun in ("التي", "تي"):
        is_broken = any(form.number == "p" and form.kind not in _PEOPLE for form in tag.forms)
        return is_feminine or is_broken or (tag.tag == "name" and not tag.reading.prep)
    if pronoun in ("الذي", "ذي"):
        return not is_feminine and not is_people
    return True


def is_human_plural(tag: Tagged) -> bool:
    """An unknown sound masculine plural names people: "المضربون", "النقابيين", "مزورين".

    In -ون always; in -ين, which duals of things have too ("مشروعين"), where the word is a
    participle by its shape or a nisba, and not in -تين ("طائرتين"). Things that end so are
    known nouns and have forms.
    """
    stem = tag.reading.stem
    if tag.tag != "noun" or tag.forms or len(stem) < _MIN_PLURAL or tag.reading.pronoun:
        return False
    if stem.endswith(("ون", "تين")):
        return stem.endswith("ون")
    return stem.endswith("يين") or (stem.endswith("ين") and (stem[0] == "م" or stem[1] == "ا"))


def is_unknown(tag: Tagged) -> bool:
    """A word that no lexicon knows and that stands bare: as a rule a proper name.

    The lexicon holds the nouns of news; what is not among them, bears no article, pronoun or
    tanween, and is no verbal noun, feminine or plural by its shape, is rather "روسيف" or
    "مايكل".
    """
    norm, reading = tag.token.norm, tag.reading
    if tag.tag not in ("noun", "latin") or tag.forms or len(norm) < _MIN_NAME:
        return False
    if reading.article or reading.pronoun or reading.prep or norm in _SCALES:
        return False
    return not norm.endswith(_COMMON_ENDINGS) and not _VERBAL_NOUN.fullmatch(norm)


def opens_name(tags: Sequence[Tagged], i: int) -> bool:
    """A first name; one that is a common word too only before a word nobody knows.

    "عبد" needs the rest of its name, and "فتح", which names an act, never opens one.
    """
    tag = tags[i]
    if not tag.given or any(form.kind in _PEOPLE for form in tag.forms):
        return False
    if tag.given == "sure":
        return True
    after = tags[i + 1] if i + 1 < len(tags) else None
    if any(form.kind == "trigger" for form in tag.forms):
        return False
    if tag.given == "head":
        return after is not None and after.tag in ("noun", "name") and not after.reading.prep
    return after is not None and after.tag == "noun" and not after.forms and not after.reading.prep


_NAME_ENDS = frozenset({"الدين", "الله", "الاسلام", "الرحمن", "النبي", "الاله"})
"""Words with the article that end a first name: "نور الدين", "سيف الإسلام"."""


def ends_name(tag: Tagged) -> bool:
    """Whether a word only ends a first name: the second half of "نور الدين"."""
    return tag.token.norm in _NAME_ENDS


_SPEAKERS = ("متحدث", "ناطق")
_MAX_OF_SPEAKER = 3
"""Words of "المتحدث الرسمي", "الناطقة الإعلامية" before باسم."""


def speaks_for(tags: Sequence[Tagged], i: int) -> bool:
    """Whether "باسم" at `i` is no first name but says whom a spokesman speaks for."""
    if tags[i].token.norm != "باسم":
        return False
    before = tags[max(i - _MAX_OF_SPEAKER, 0) : i]
    return any(tag.reading.stem.startswith(_SPEAKERS) for tag in before)


def continues_name(tag: Tagged) -> bool:
    """A word that may stand second or later in a person's name."""
    if tag.given or is_unknown(tag):
        return True
    return tag.tag == "noun" and tag.reading.article and not tag.forms and not tag.reading.prep


_MIN_NAME = 3
_SCALES = frozenset({"الف", "مليون", "مليار", "مئه", "مائه"})
_COMMON_ENDINGS = ("ا", "اء", "ه", "ات", "ون", "ين", "ها", "هم", "هن", "هما", "نا", "ني")
_VERBAL_NOUN = re.compile(r"ا[^و]?.[ات]?.ا.|است..ا.|ت..ي.|م.ا[^و]..")
"""Shapes of verbal nouns and participles, folded: إفعال, افتعال, استفعال, تفعيل, مفاعل."""
_MIN_PLURAL = 5
_ADJECTIVES = frozenset(
    {"حر", "حره", "عليا", "كبري", "عظمي", "اولي", "اخري", "جدد", "اول", "اخر", "خضر", "زرق", "حمر",
     "صفر", "قصوي", "وسطي", "عام", "عامه", "حاد", "جاد", "جديه", "ضخم", "ضخمه", "صعب", "صعبه"}
)  # fmt: skip
"""Adjectives that no pattern shows, folded."""
_NO_ADJECTIVES = frozenset(
    {"طريق", "مطار", "ميناء", "معبر", "مسجد", "مستشفي", "مقر", "مخيم", "منزل", "مبني", "معسكر",
     "ملعب", "مصنع", "متحف", "مخزن", "مستودع", "مدخل", "ميدان", "معهد", "مقهي", "مطعم", "محل",
     "منفذ", "مصرف", "موقع", "شارع", "جامع", "متجر", "حاجز", "مجتمع", "جانب", "مجلس", "مكتب",
     "مركز", "مؤتمر", "مرصد", "مشروع", "مقترح", "مبلغ", "موضوع", "مسار", "موقف", "مرسوم",
     "منصب", "قانون", "حادث", "عاصمه", "جامعه", "محكمه", "مدينه", "محافظه", "منطقه", "مؤسسه",
     "مجموعه", "مقاطعه"}
)  # fmt: skip
"""Places, bodies and things shaped like participles or adjectives, folded: "أغلق الجيش |
الطريق", "ناشد الأمين العام | المجتمع الدولي"."""
_FEMININE = frozenset(
    {"طريق", "حرب", "ارض", "سوق", "نار", "دار", "بئر", "سكين", "شمس", "ريح", "نفس", "يد", "عين",
     "ذكري"}
)  # fmt: skip
"""Nouns that are feminine by use alone."""
_ELATIVES = frozenset({"اولي", "اخري", "كبري", "عظمي", "عليا", "قصوي", "وسطي"})
"""Feminine superlatives: they end like no other feminine."""


def ends_alike(before: Tagged, tag: Tagged) -> bool:
    """An adjective that agrees in a dual or sound plural: "المسؤولان العسكريان"."""
    ending = tag.reading.stem[-2:]
    return ending in AGREEING and before.reading.article and before.reading.stem.endswith(ending)


AGREEING = frozenset({"ان", "ين", "ون", "ات"})


def is_people(tag: Tagged) -> bool:
    """Whether a word names people by what they are: an agent, a title, a known person."""
    return is_person(tag) or any(form.kind in _PEOPLE for form in tag.forms)


def is_person(tag: Tagged) -> bool:
    """Whether a head is the name of a known person."""
    return tag.name is not None and any(use.id.startswith("person/") for use in tag.name.uses)


def gender_of(tag: Tagged) -> str:
    """Grammatical gender by the head's spelling or lexicon form, "" where unsure."""
    genders = {form.gender for form in tag.forms if form.gender and form.pos != "verb"}
    if len(genders) == 1:
        return genders.pop()
    if tag.tag == "noun" and tag.token.norm.endswith("ه") and not tag.reading.pronoun:
        return "f"
    return ""
