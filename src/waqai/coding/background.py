"""What a sentence tells as past beside the news, without saying when.

An act told plainly and without a date has just happened. These have not, or nobody can tell:

1. what a reminder opens ("يذكر أن", "تجدر الإشارة إلى أن") and a perfect tells;
2. what a perfect tells in a relative clause of somebody or something that is no act itself
   ("الصحفي الذي اعتقلته السلطات", "بيانه الذي اتهم فيه الوزير");
3. an act named as the ground of another, or to say who somebody is ("على خلفية اعتقال",
   "ردا على هجوم", "منفذ الهجوم").

Such an act has no day unless words of its own give one. Marks of background in the verb
itself ("كان قد") stand in the lexicon's `marks.yaml`.
"""

from __future__ import annotations

from waqai.coding.clauses import Parse
from waqai.coding.tagging import Tagged
from waqai.inflection import without_article

_REMINDERS: tuple[tuple[str, ...], ...] = (
    ("يذكر",), ("يشار",), ("تجدر", "الاشاره"), ("يجدر", "التذكير"), ("يجدر", "بالذكر"),
    ("جدير", "بالذكر"), ("الجدير", "بالذكر"), ("الجدير", "بالاشاره"), ("من", "الجدير"),
    ("جدير", "بالاشاره"), ("الجدير", "ذكره"), ("للتذكير",), ("للاشاره",), ("للعلم",),
    ("نذكر",), ("نشير",), ("من", "المعلوم"), ("من", "المعروف"), ("المعلوم",), ("معلوم",),
    ("اشاره", "الي"), ("تذكيرا",),
)  # fmt: skip
"""Words that open a reminder at the head of a sentence, و and كما before them aside."""
_REMINDER_WORDS = 3
"""Words in which a reminder opens, at most: "هذا ويذكر أن"."""
_GROUNDS: tuple[tuple[str, ...], ...] = (
    ("خلفيه",), ("ردا", "علي"), ("احتجاجا", "علي"), ("انتقاما",), ("تنديدا",), ("استنكارا",),
    ("اعتراضا", "علي"),
)  # fmt: skip
"""Words before an act that name it as the ground of another."""
_DOERS = frozenset(
    {"منفذ", "منفذي", "مرتكب", "مرتكبي", "متهم", "متهمين", "متورط", "متورطين", "مشتبه", "ضالع",
     "ضالعين", "مدان", "مدانين", "قضيه", "قضايا", "ملف", "ضحايا", "مخطط", "مدبر", "مدبري",
     "مسؤول", "مسؤولين", "مسؤوليه", "شهداء", "جرحي", "ذكري"}
)  # fmt: skip
"""Nouns before an act that say who somebody is or what a case is about."""
_WHICH = frozenset({"ما", "مما", "وما", "الامر"})
_RESULTS = frozenset({"أسفر", "أدى", "خلف", "أوقع", "تسبب", "أودى", "نتج", "راح", "انتهى"})
_HAD = frozenset({"كان", "كانت", "كانوا", "كانا"})
_THIRD = 3


def is_background(parse: Parse, word: int, carrier: int) -> bool:
    """Whether an act without a day of its own lies before the news, nobody knows how long.

    Args:
        parse: the sentence.
        word: the act's word.
        carrier: the verb that tells it, the act's word itself where there is none.
    """
    if is_aside(parse, carrier):
        return True
    if _is_perfect(parse.tags[carrier]):
        return _is_reminder(parse, carrier)
    if is_ground(parse, word) or _is_under_had_done(parse, carrier):
        return True
    verbs = [i for i in range(carrier) if parse.tags[i].tag == "verb"]
    return bool(verbs) and _is_perfect(parse.tags[verbs[-1]]) and _is_reminder(parse, verbs[-1])


def is_aside(parse: Parse, carrier: int) -> bool:
    """Whether a perfect in a relative clause tells of somebody or something that is no act.

    Such a clause takes no time from the clauses above it.
    """
    clause = parse.clauses[parse.clause_of[parse.chunk_of[carrier]]]
    if clause.kind != "relative" or clause.antecedent is None:
        return False
    antecedent = parse.chunks[clause.antecedent]
    head = parse.tags[antecedent.start]
    is_closed = any(tag.is_definite for tag in parse.tags[antecedent.start : antecedent.last])
    if head.names_act or not (is_closed or _is_agent(head)):
        return False
    members = parse.members(clause.index)
    opens_at = parse.chunks[members[0]].first if members else carrier
    if parse.tags[opens_at].token.norm in _WHICH:
        return False  # "ما أسفر عن مقتل" tells what came of it
    if clause.continues is not None and not parse.tags[opens_at].reading.conj:
        return False  # "الوفد الذي التقى الوزير عبر عن …" is back in the clause around it
    verbs = [i for i in range(opens_at, carrier + 1) if parse.tags[i].tag == "verb"]
    if not verbs or any(form.lemma in _RESULTS for form in parse.tags[verbs[0]].forms):
        return False  # "الحادث الذي أسفر عن مقتل ستة": what came of the news is news
    return _is_perfect(parse.tags[verbs[0]])


def _is_agent(tag: Tagged) -> bool:
    return any(form.kind in ("agent", "title") for form in tag.forms)


def _is_perfect(tag: Tagged) -> bool:
    verbs = [form for form in tag.forms if form.pos == "verb"]
    forms = [form for form in verbs if form.person == _THIRD] or verbs
    if tag.tag != "verb":
        return False
    return all(form.tense == "perfect" for form in forms) and not tag.token.norm.startswith("ي")


def _is_reminder(parse: Parse, carrier: int) -> bool:
    norms = [tag.token.norm for tag in parse.tags[: min(_REMINDER_WORDS + 2, carrier)]]
    for i in range(min(_REMINDER_WORDS, len(norms))):
        bare = norms[i].removeprefix("و")
        for phrase in _REMINDERS:
            if (
                phrase[0] in (bare, norms[i])
                and tuple(norms[i + 1 : i + len(phrase)]) == phrase[1:]
            ):
                return i == 0 or norms[i - 1] in ("و", "كما", "هذا", "و هذا", "وهذا")
    return False


def _is_under_had_done(parse: Parse, word: int) -> bool:
    """ "كانت الوكالة قد أقدمت على فصل موظفين": the act of a noun under what had been done."""
    members = parse.members(parse.clause_of[parse.chunk_of[word]])
    firsts = [parse.chunks[k].first for k in members if parse.chunks[k].first < word]
    tags = [parse.tags[first] for first in firsts]
    was = next(
        (n for n, tag in enumerate(tags) if tag.token.norm[len(tag.reading.conj) :] in _HAD), None
    )
    return was is not None and any(tag.token.norm == "قد" for tag in tags[was + 1 :])


def is_ground(parse: Parse, word: int) -> bool:
    """Whether an act is named as the ground of another, or to say who somebody is.

    "على خلفية اعتقال", "ردا على الهجوم", "منفذ الهجوم": it takes only a time of its own phrase.
    """
    tags = parse.tags
    if word == 0:
        return False
    before = tags[word - 1].token.norm
    if without_article(tags[word - 1].reading.stem) in _DOERS:
        return True
    return any(
        before == phrase[-1]
        and (len(phrase) == 1 or (word > 1 and _without_conj(tags[word - 2]) == phrase[0]))
        for phrase in _GROUNDS
    )


def _without_conj(tag: Tagged) -> str:
    return tag.token.norm[len(tag.reading.conj) :]
