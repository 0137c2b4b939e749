"""What holds of the text layer for any text at all."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from waqai.text.clitics import readings, split_abd
from waqai.text.language import detect_language
from waqai.text.letters import is_mark
from waqai.text.numbers import read_number
from waqai.text.sentences import split_sentences
from waqai.text.spelling import agrees
from waqai.text.tokens import tokenize
from waqai.text.view import make_view, normalise

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچڤگیکٱ"
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
COMPOSING = "\u0653\u0654\u0655"
SIGNS = " \n\t\u00a0،؛؟.!…\"«»“”()[]-–٪%,:/'_"
UNSEEN = "\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2069\ufeff\u00ad\ufe0f"
OTHERS = "abZ é\u0301\ufefb\ufdf2\ufe70\ufdfa09٣۴²😀\U0001f1f9नि中\ud800\u2028\r\x0b\x00"
MIXED = LETTERS * 3 + HARAKAT + COMPOSING + SIGNS + UNSEEN + OTHERS

texts = st.one_of(st.text(st.sampled_from(MIXED), max_size=120), st.text(max_size=60))
bare_words = st.text(st.sampled_from(LETTERS), min_size=1, max_size=10)
NUMBER_WORDS = """
    ثلاثة مئة و وخمسين ألف آلاف ونصف 20 000 و30 بين أو نحو 1,250 3.5 % عشرات مليون على الأقل
"""
numberish = st.lists(st.sampled_from(sorted(NUMBER_WORDS.split())), max_size=8).map(" ".join)


def all_tokens(text):
    view = make_view(text)
    return [t for s in split_sentences(text) for t in tokenize(view, s.start, s.end)]


def cuts_a_letter(text, end):
    return end < len(text) and unicodedata.category(text[end]).startswith("M")


@given(texts)
def test_normalise_is_idempotent_and_leaves_no_mark(text):
    norm = normalise(text)
    assert normalise(norm) == norm
    assert not any(map(is_mark, norm))


@given(texts)
def test_canonically_equal_texts_have_one_view(text):
    arabic = "".join(char for char in text if char in LETTERS + HARAKAT + COMPOSING)
    assert normalise(unicodedata.normalize("NFD", arabic)) == normalise(
        unicodedata.normalize("NFC", arabic)
    )


@given(texts)
def test_the_map_of_a_view_rises_and_stays_inside(text):
    view = make_view(text)
    assert view.norm == normalise(text)
    offsets = [view.at(i) for i in range(len(view.norm) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(0 <= offset < len(text) for offset in offsets[:-1])


@given(texts, st.data())
def test_every_span_of_a_view_folds_back_to_its_letters(text, data):
    view = make_view(text)
    first = data.draw(st.integers(0, len(view.norm)))
    last = data.draw(st.integers(first, len(view.norm)))
    start, end = view.span(first, last)
    assert 0 <= start <= end <= len(text)
    if first < last:
        assert view.norm[first:last] in normalise(text[start:end])
        assert not cuts_a_letter(text, end)


@given(texts)
def test_position_and_at_are_inverse(text):
    view = make_view(text)
    for i in range(len(view.norm)):
        at = view.at(i)
        assert view.at(view.position(at)) == at
        assert view.position(at) <= i


@given(texts)
def test_sentences_hold_every_visible_character_once_and_in_order(text):
    end = 0
    for index, sentence in enumerate(split_sentences(text)):
        assert sentence.index == index
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip()
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        assert not cuts_a_letter(text, sentence.end)
        end = sentence.end
    assert not text[end:].strip()


@given(st.text(st.sampled_from(LETTERS + ' ،؛«»"\u064e'), min_size=1, max_size=8))
def test_long_texts_without_stops_are_held_whole_by_their_sentences(unit):
    text = unit * (4_000 // len(unit))
    found = split_sentences(text)
    held = "".join(text[s.start : s.end] for s in found)
    assert held.split() == text.split() or "".join(held.split()) == "".join(text.split())
    assert not any(cuts_a_letter(text, s.end) for s in found)
    if " " in unit.strip():
        assert all(s.end - s.start <= 2_000 for s in found)


@given(texts)
def test_tokens_slice_back_in_order_without_overlap(text):
    end = 0
    for sentence in split_sentences(text):
        tokens = tokenize(make_view(text), sentence.start, sentence.end)
        for index, token in enumerate(tokens):
            assert token.index == index
            assert end <= token.start < token.end <= len(text)
            assert sentence.start <= token.start < token.end <= sentence.end
            assert text[token.start : token.end] == token.text
            assert not cuts_a_letter(text, token.end)
            assert token.kind in ("word", "latin", "number", "punct")
            end = token.end


@given(texts)
def test_tokens_hold_every_character_of_the_view_but_spaces(text):
    norm = normalise(text)
    assert "".join(t.norm for t in all_tokens(text)) == "".join(norm.split())


@given(st.lists(bare_words, min_size=1, max_size=6), st.data())
def test_tatweel_and_marks_change_no_token(words, data):
    plain = " ".join(words)
    noise = st.text(st.sampled_from(HARAKAT + "\u0640\u200f"), max_size=2)
    noisy = "".join(char + (data.draw(noise) if char != " " else "") for char in plain)
    before, after = all_tokens(plain), all_tokens(noisy)
    assert [t.norm for t in before] == [t.norm for t in after]
    assert [t.kind for t in before] == [t.kind for t in after]


@given(bare_words, st.sampled_from(["", *"\u064b\u064c\u064d\u064e\u064f\u0650"]))
def test_a_word_agrees_with_itself_whatever_its_case_ending(word, ending):
    assert agrees(word, word)
    assert agrees(word + ending, word)
    assert agrees(word, word + ending)


@given(bare_words)
def test_a_word_without_hamza_and_dots_agrees_with_its_entry(word):
    bare = word.translate(str.maketrans("أإآٱ", "اااا"))
    if bare[-1] != "ي":
        assert agrees(bare.replace("ة", "ه"), word)


@given(bare_words, st.sets(bare_words, max_size=4), st.booleans())
def test_readings_are_never_empty_and_peel_only_to_known_words(word, known, is_told):
    norm = normalise(word)
    stems = {normalise(stem) for stem in known} | {norm[1:], norm[2:], norm[:-1]}
    found = readings(norm, stems.__contains__, written=word if is_told else "")
    assert len(set(found)) == len(found) > 0
    assert sum(reading.stem == norm for reading in found) == 1
    assert all(reading.stem in stems or reading.stem == norm for reading in found)
    if norm in stems:
        assert found[0].stem == norm
    else:
        assert found[-1].stem == norm


@given(st.text(st.sampled_from(LETTERS), max_size=12))
def test_a_name_in_abd_is_parted_into_all_of_itself(norm):
    for word in (norm, "عبدال" + norm):
        parts = split_abd(word)
        assert parts is None or "".join(parts) == word


@given(st.one_of(texts, numberish))
def test_numbers_take_tokens_that_are_there_and_bounds_hold_the_value(text):
    tokens = all_tokens(text)
    for i in range(len(tokens)):
        number = read_number(tokens, i)
        if number is None:
            continue
        assert 1 <= number.n_tokens <= len(tokens) - i
        assert (number.value, number.minimum, number.maximum) != (None, None, None)
        low = number.minimum if number.minimum is not None else 0
        value = number.value if number.value is not None else low
        high = number.maximum if number.maximum is not None else value
        assert 0 <= low <= value <= high or number.qualifier == "some"


@given(texts)
def test_language_is_a_code_and_a_share(text):
    code, share = detect_language(text)
    assert code.isalpha()
    assert 2 <= len(code) <= 3
    assert 0.0 <= share <= 1.0
    assert (code, share) == detect_language(text)
