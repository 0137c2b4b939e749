"""The normalised view: what it folds, what it keeps, and where its letters come from."""

import sys
import unicodedata

import pytest

from waqai.folding import fold
from waqai.knowledge import load_knowledge
from waqai.text.letters import fold_char, is_mark
from waqai.text.view import make_view, normalise, past_marks

FOLDS = {
    "vowel marks and shadda": ("مُدَرِّسٌ", "مدرس"),
    "dagger alif": ("هٰذا", "هذا"),
    "tatweel": ("تـــونس", "تونس"),
    "alifs": ("أإآٱا", "ااااا"),
    "alif maqsura": ("مستشفى", "مستشفي"),
    "ta marbuta": ("ولاية", "ولايه"),
    "seats of hamza stay": ("سؤال بيئة ماء", "سؤال بيئه ماء"),
    "Farsi yeh and keheh": ("\u06a9و\u06ccت", "كويت"),
    "heh goal, heh doachashmee, ae": ("\u06c1\u06be\u06d5", "ههه"),
    "letters of foreign names stay": ("پ چ ڤ گ", "پ چ ڤ گ"),
    "shapes": ("\ufe97\ufeee\ufee7\ufeb2", "تونس"),
    "lam alif in one shape": ("\ufefbجئ", "لاجئ"),
    "God in one shape": ("\ufdf2", "الله"),
    "a formula in one character": ("\ufdfa", "صلياللهعليهوسلم"),
    "a vowel mark in a shape of its own": ("قا\ufe70ل", "قال"),
    "digits": ("٤٢ و۴۲", "42 و42"),
    "signs of numbers": ("٣٫٥٪ من ١٬٠٠٠", "3.5% من 1,000"),
    "quotes and dashes": ("«نعم» “لا” ‘ربما’ – —", '"نعم" "لا" \'ربما\' - -'),
    "spaces": ("أ\u00a0ب\u202fج\u2009د\tه", "ا ب ج د ه"),
    "line breaks stay": ("أول\nثان\r\nثالث\u2028رابع", "اول\nثان\r\nثالث\nرابع"),
    "signs of direction": ("\u202bقال\u202c \u200fنعم\u2069\ufeff", "قال نعم"),
    "zero width": ("نيو\u200cيورك ال\u200bقدس", "نيويورك القدس"),
    "Latin as it is": ("Benghazi NATO", "Benghazi NATO"),
    "decomposed hamza on alif": ("ا\u0654ن ا\u0655ن ا\u0653ن", "ان ان ان"),
    "decomposed hamza on waw and ya": ("و\u0654 ي\u064e\u0654 ى\u0654", "ؤ ئ ئ"),
    "marks of other scripts": ("cafe\u0301 न\u093f", "cafe न"),
}


@pytest.mark.parametrize(("text", "norm"), FOLDS.values(), ids=FOLDS)
def test_folds(text, norm):
    assert normalise(text) == norm
    assert make_view(text).norm == norm
    assert normalise(norm) == norm


def test_every_code_point_folds_to_a_stable_form_without_marks():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        norm = normalise(char)
        assert norm == fold_char(char), hex(code)
        assert normalise(norm) == norm, hex(code)
        assert not any(map(is_mark, norm)), hex(code)


def test_no_letter_of_the_plain_arabic_block_is_lost():
    for code in range(0x0621, 0x064B):
        if code != 0x0640 and unicodedata.category(chr(code)) == "Lo":
            assert len(normalise(chr(code))) == 1, hex(code)


def test_a_text_without_marks_has_no_map():
    view = make_view("أعلنت وزارة الصحة ذلك")
    assert view.starts is None
    assert view.span(6, 11) == (6, 11)
    assert view.position(7) == 7


def test_spans_lead_back_to_the_text():
    text = "قالَ الـوزيرُ\u200f إنّ ﻻ شيء"
    view = make_view(text)
    words = {
        "قال": "قالَ",
        "الوزير": "الـوزيرُ",
        "ان": "إنّ",
        "لا": "ﻻ",
        "شيء": "شيء",
    }
    for norm, written in words.items():
        at = view.norm.index(norm)
        start, end = view.span(at, at + len(norm))
        assert text[start:end] == written


def test_both_letters_of_a_ligature_lead_back_to_it():
    view = make_view("\ufefb")
    assert view.span(0, 1) == view.span(1, 2) == (0, 1)


def test_an_empty_span_is_empty_and_the_end_is_the_end():
    view = make_view("كتبَ")
    assert view.span(3, 3) == (4, 4)
    assert view.at(99) == 4
    assert make_view("").span(0, 0) == (0, 0)


def test_position_gives_the_first_letter_at_or_after_an_offset():
    view = make_view("\u200fمَن")
    assert [view.position(offset) for offset in range(5)] == [0, 0, 1, 1, 2]


def test_past_marks_passes_tatweel_with_the_marks_on_it():
    assert past_marks("بـُل", 1) == 3
    assert past_marks("بل", 1) == 1
    assert past_marks("ب", 1) == 1


def test_names_fold_as_text_does():
    names = [use.form for uses in load_knowledge().names.values() for use in uses]
    assert len(names) > 1_000
    assert [name for name in names if fold(name) != normalise(name)] == []
