"""Tokens: kinds, spans and what stays in one piece."""

import unicodedata

import pytest

from waqai.text.tokens import _TOKEN, tokenize
from waqai.text.view import make_view


def tokens(text):
    return tokenize(make_view(text), 0, len(text))


PIECES = {
    "words": ("وصل الوفد", "وصل|word الوفد|word"),
    "and on its own": ("و قال", "و|word قال|word"),
    "thousands and decimals": ("1,250 و3.5", "1,250|number و|word 3.5|number"),
    "Arabic separators": ("١٬٢٥٠ ٣٫٥", "1,250|number 3.5|number"),
    "an Arabic comma as decimal sign": ("3،5 مليون", "3،5|number مليون|word"),
    "an Arabic comma of a list": ("2011،2012", "2011|number ،|punct 2012|number"),
    "a list of small numbers": ("3،4،5", "3|number ،|punct 4|number ،|punct 5|number"),
    "percent": ("٣٠٪", "30|number %|punct"),
    "a date": ("في 4.4.2025.", "في|word 4.4.2025|number .|punct"),
    "a date with slashes": ("4/4", "4|number /|punct 4|number"),
    "a number on a word": ("20شخصا", "20|number شخصا|word"),
    "Latin": ("Al-Jazeera وBBC", "Al-Jazeera|latin و|word BBC|latin"),
    "an apostrophe": ("l’Afrique d'Ivoire", "l'Afrique|latin d'Ivoire|latin"),
    "a hyphen at the end": ("ex- x", "ex|latin -|punct x|latin"),
    "Latin and digits": ("F16", "F|latin 16|number"),
    "quotes": ("«نعم»", '"|punct نعم|word "|punct'),
    "dots one by one": ("قال...", "قال|word .|punct .|punct .|punct"),
    "letters of foreign names": ("ڤيتو پوتين", "ڤيتو|word پوتين|word"),
    "an emoji": ("وصل 🇹🇳", "وصل|word 🇹|punct 🇳|punct"),
    "underscore": ("#طرابلس_الآن", "#|punct طرابلس|word _|punct الان|word"),
}


@pytest.mark.parametrize(("text", "expected"), PIECES.values(), ids=PIECES)
def test_pieces(text, expected):
    assert [f"{t.norm}|{t.kind}" for t in tokens(text)] == expected.split(" ")


def test_spans_are_those_of_the_text_marks_included():
    text = "قُتِلَ \u200fالـمُـدَرِّسُ."
    found = tokens(text)
    assert [t.text for t in found] == ["قُتِلَ", "الـمُـدَرِّسُ", "."]
    assert [t.norm for t in found] == ["قتل", "المدرس", "."]
    assert all(text[t.start : t.end] == t.text for t in found)
    assert [t.index for t in found] == [0, 1, 2]


def test_only_the_sentence_asked_for():
    text = "وصلَ الوفد. غادر الوفد."
    found = tokenize(make_view(text), 12, len(text))
    assert [t.text for t in found] == ["غادر", "الوفد", "."]
    assert found[0].index == 0


def test_letters_of_the_arabic_blocks_are_words_and_nothing_else_is():
    for code in (*range(0x0600, 0x0700), *range(0x0750, 0x0780), *range(0x08A0, 0x0900)):
        char = chr(code)
        match = _TOKEN.match(char)
        is_letter = unicodedata.category(char)[0] == "L" and char != "\u0640"
        assert (match is not None and match.lastgroup == "word") == is_letter, hex(code)


def test_an_empty_sentence_has_no_tokens():
    assert tokens("") == tokens(" \n\t") == tokens("\u064b\u200f") == ()
