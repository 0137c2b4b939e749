"""Whether what follows a participle shows that it stands for a verb.

"مطالبة" is a demand as well, "داعية" a preacher, "متهمة" an accused: what they govern tells them
apart, "داعية | الوزارة إلى", "متهمة | إياه". In go a word and the word after it.
"""

from __future__ import annotations

from waqai.coding.words import Word

_GOVERNED = {
    "دعا": frozenset({"الي", "كل", "كافه", "جميع", "بعض"}),
    "اتهم": frozenset({"اياه", "اياها", "اياهم", "كل", "بعض"}),
    "عبر": frozenset({"عن"}),
    "أعرب": frozenset({"عن"}),
}
"""Verbs whose participle is an adjective or a word for people as well; what shows the verb."""
_OF_PEOPLE = frozenset({"دعا", "اتهم"})
"""Those of them that have an object: people, or a noun with the article."""


def governs(word: Word, after: Word | None) -> bool:
    """Whether the next word shows a verb: "داعية | الوزارة", "متهما | إياها", "معربة | عن".

    "متهمة | بالفساد" is an accused, "متهما | في قضية" a man accused.
    """
    lemmas = {a.form.lemma for a in word.analyses if a.form and a.form.tense == "participle"}
    known = lemmas & _GOVERNED.keys()
    if after is None or not after.analyses or not known:
        return False
    if any(after.token.norm in _GOVERNED[lemma] for lemma in known):
        return True
    reading = after.analyses[0].reading
    if reading.prep or not known & _OF_PEOPLE:
        return False
    is_people = any(a.form and a.form.kind in ("agent", "title") for a in after.analyses)
    return is_people or reading.article


def may_complete(after: Word | None) -> bool:
    """Whether what a participle governs may start: "مطالبا | المجتمع", "داعيا | إلى"."""
    if after is None:
        return False
    if after.token.text in ("«", '"', "“"):
        return True
    reading = after.analyses[0].reading if after.analyses else None
    is_particle = any(a.form and a.form.pos == "particle" for a in after.analyses)
    return is_particle or (reading is not None and (reading.article or bool(reading.prep)))
