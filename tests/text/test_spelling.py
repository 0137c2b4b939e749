"""What a text writes and a lexicon entry spells: when both may be the same word."""

import pytest

from waqai.text.spelling import agrees

AGREE = {
    "no hamza in the text": ("ان", "أن"),
    "no hamza, entry below": ("الى", "إلى"),
    "no madda": ("اثار", "آثار"),
    "a joining alif with hamza below": ("إنتخاب", "انتخاب"),
    "a joining alif behind the article": ("الإستقلال", "الاستقلال"),
    "the same with hamza above": ("الأتحاد", "الاتحاد"),
    "ha for ta marbuta": ("وزاره", "وزارة"),
    "alif maqsura for ya": ("فى", "في"),
    "Farsi yeh says nothing": ("عل\u06cc", "على"),
    "unmarked entry": ("قَتَلَ", "قتل"),
    "unmarked text": ("درس", "دَرَّسَ"),
    "shadda in both": ("درّس", "درَّس"),
    "case ending": ("وزيرٌ", "وَزير"),
    "another case ending than the entry's": ("وَزيرُ", "وَزيرِ"),
    "shadda on the last letter": ("حَقّ", "حَق"),
    "shadda where no entry is marked": ("قتّل", "قتل"),
    "tanwin before its alif": ("وفدًا", "وَفدا"),
    "shadda of the article": ("الشَّمس", "الشَمس"),
    "tatweel": ("قـــتل", "قَتل"),
    "shapes": ("\ufecb\ufee0\ufef0", "على"),
    "decomposed hamza": ("ا\u0654مير", "أمير"),
    "the entry is longer": ("قتلو", "قتلوا"),
    "other letters are not judged": ("جنه", "لجنة"),
}
DISAGREE = {
    "if and that": ("إن", "أن"),
    "that and if": ("أن", "إن"),
    "madda and hamza": ("آمال", "أمال"),
    "I receive": ("أستقبل", "استقبل"),
    "asked and flowed": ("سأل", "سال"),
    "madda within": ("مآل", "مال"),
    "ta marbuta where the entry has ha": ("مياة", "مياه"),
    "ya where the entry has alif maqsura": ("علي", "على"),
    "shadda where the marked entry has none": ("درَّس", "دَرَس"),
    "a vowel without the entry's shadda": ("دَرَس", "درّس"),
    "another vowel": ("قُتل", "قَتل"),
    "sukun against a vowel": ("مَلْك", "مَلِك"),
    "decomposed hamza": ("ا\u0655ن", "أن"),
}


@pytest.mark.parametrize(("written", "entry"), AGREE.values(), ids=AGREE)
def test_agree(written, entry):
    assert agrees(written, entry)


@pytest.mark.parametrize(("written", "entry"), DISAGREE.values(), ids=DISAGREE)
def test_disagree(written, entry):
    assert not agrees(written, entry)


@pytest.mark.parametrize("word", ["على", "أستاذ", "مُدَرِّسَة", "آل", "مسؤولٌ", "هيئة"])
def test_a_word_agrees_with_itself(word):
    assert agrees(word, word)
