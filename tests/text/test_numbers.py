"""Numbers: value, bounds, qualifier and the tokens they take."""

import pytest

from waqai.text.numbers import Number, read_number
from waqai.text.tokens import tokenize
from waqai.text.view import make_view


def read(text, i=0):
    return read_number(tokenize(make_view(text), 0, len(text)), i)


EXACT = {
    "واحد": (1, 1),
    "ثلاث نساء": (3, 1),
    "ثلاثة رجال": (3, 1),
    "عشرة": (10, 1),
    "أحد عشر": (11, 2),
    "إحدى عشرة": (11, 2),
    "اثنا عشر": (12, 2),
    "خمس عشرة": (15, 2),
    "ثمانية عشر": (18, 2),
    "عشرون": (20, 1),
    "واحد وعشرون": (21, 2),
    "إحدى وعشرين": (21, 2),
    "خمسة وعشرين شخصا": (25, 2),
    "تسعين": (90, 1),
    "مئة": (100, 1),
    "مائة وواحد": (101, 2),
    "مئتي شخص": (200, 1),
    "ثلاثمئة وخمسين": (350, 2),
    "ثلاث مئة": (300, 2),
    "أربعمائة وسبعة وستين": (467, 3),
    "ألف": (1_000, 1),
    "ألفا": (1_000, 1),
    "ألفين": (2_000, 1),
    "ألفان وخمسمئة": (2_500, 2),
    "ثلاثة آلاف": (3_000, 2),
    "خمسة عشر ألفا": (15_000, 3),
    "مئة ألف": (100_000, 2),
    "ثلاثة آلاف وخمسمئة وستة وسبعون": (3_576, 5),
    "مليون": (1_000_000, 1),
    "مليونين": (2_000_000, 1),
    "مليون ونصف المليون": (1_500_000, 3),
    "مليونين ونصف": (2_500_000, 2),
    "ثلاثة ملايين ومئتي ألف": (3_200_000, 4),
    "7": (7, 1),
    "٣٠٠ شخص": (300, 1),
    "1,250": (1_250, 1),
    "1.250 شخصا": (1_250, 1),
    "10 000 نازح": (10_000, 2),
    "12 ألفا": (12_000, 2),
    "12 ألفا و500": (12_500, 4),
    "3 آلاف": (3_000, 2),
    "1.5 مليون": (1_500_000, 2),
    "3,2 مليون": (3_200_000, 2),
    "3،2 مليون": (3_200_000, 2),
    "وثلاثة": (3, 1),
    "لخمسة": (5, 1),
    "وبألف": (1_000, 1),
    "الجنود": None,
    "الثلاثة": (3, 1),
    "مئة وألف": (100, 1),
    "عشرين وثلاثة": (20, 1),
    "ثلاثة آلاف وخمسة آلاف": (3_000, 2),
    "مليون وثلاثة ملايين": (1_000_000, 1),
    "20 و30": (20, 1),
    "0 300": (0, 1),
}


@pytest.mark.parametrize(("text", "expected"), EXACT.items())
def test_exact(text, expected):
    found = read(text)
    if expected is None:
        assert found is None
    else:
        value, n_tokens = expected
        assert found == Number(value, value, value, "exact", n_tokens)


BOUNDED = {
    "أكثر من 20": (20, 20, None, "at least", 3),
    "لأكثر من عشرين": (20, 20, None, "at least", 3),
    "ما لا يقل عن خمسة": (5, 5, None, "at least", 5),
    "20 قتيلا": (20, 20, 20, "exact", 1),
    "20 على الأقل": (20, 20, None, "at least", 3),
    "عشرة كحد أدنى": (10, 10, None, "at least", 3),
    "أقل من مئة": (100, None, 100, "up to", 3),
    "ما يصل إلى 30": (30, None, 30, "up to", 4),
    "50 على الأكثر": (50, None, 50, "up to", 3),
    "نحو 20": (20, 20, 20, "about", 2),
    "وحوالي 3 آلاف": (3_000, 3_000, 3_000, "about", 3),
    "20 تقريبا": (20, 20, 20, "about", 2),
    "بين 20 و30": (None, 20, 30, "between", 4),
    "ما بين عشرين وثلاثين": (None, 20, 30, "between", 4),
    "بين 20 و30 ألفا": (None, 20_000, 30_000, "between", 5),
    "بين 500 و3 آلاف": (None, 500, 3_000, "between", 5),
    "بين ألف وألفين": (None, 1_000, 2_000, "between", 3),
    "بين مئة ومئتين": (None, 100, 200, "between", 3),
    "ثلاثة أو أربعة": (None, 3, 4, "between", 3),
    "عشرات القتلى": (None, 20, None, "tens", 1),
    "العشرات": (None, 20, None, "tens", 1),
    "بالمئات": (None, 200, None, "hundreds", 1),
    "آلاف النازحين": (None, 2_000, None, "thousands", 1),
    "عشرات الآلاف": (None, 20_000, None, "thousands", 2),
    "مئات الآلاف": (None, 200_000, None, "thousands", 2),
    "ملايين": (None, 2_000_000, None, "millions", 1),
    "عدد من": (None, 2, None, "some", 2),
    "عدة": (None, 2, None, "some", 1),
    "بضعة أشخاص": (None, 3, 9, "some", 1),
    "بضعة عشر": (None, 13, 19, "some", 2),
    "بضع مئات": (None, 200, None, "hundreds", 2),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDED.items())
def test_bounded(text, expected):
    assert read(text) == Number(*expected)


NOT_A_NUMBER = {
    "words": "وصل",
    "the number of": "عدد القتلى",
    "after him": "بعده",
    "Monday": "الاثنين",
    "somebody": "أحد المسؤولين",
    "Sunday": "الأحد",
    "I am not": "لست",
    "of the twenty": "العشرين",
    "a share": "30%",
    "a share in words": "30 في المئة",
    "a share, joined": "ثلاثين بالمائة",
    "a decimal": "3.5",
    "a date": "4.4.2025",
    "a superscript": "²",
    "only a qualifier": "نحو الحدود",
    "more than that": "أكثر من ذلك",
    "between two towns": "بين تونس وطرابلس",
    "no range": "بين 30 و20",
    "a number beyond all counting": "9" * 5_000,
    "the same in thousands": ",".join(["1"] + ["000"] * 2_000),
    "nothing": "",
}


@pytest.mark.parametrize("text", NOT_A_NUMBER.values(), ids=NOT_A_NUMBER)
def test_not_a_number(text):
    assert read(text) is None


def test_the_position_counts():
    text = "قتل ثلاثة وأصيب خمسة عشر"
    found = [read(text, i) for i in range(6)]
    values = [number.value if number else None for number in found]
    assert values == [None, 3, None, 15, 10, None]


def test_a_gap_of_more_than_a_space_parts_two_numbers():
    assert read("10  000").value == 10
    assert read("2024 300").value == 2024
