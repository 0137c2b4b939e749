"""Sentences: where they end, and where a stop ends nothing."""

import time

import pytest

from waqai.text.sentences import LONG, split_sentences
from waqai.text.view import make_view

WALL = "|"


def sentences(text):
    return [text[s.start : s.end] for s in split_sentences(text)]


ENDS = {
    "full stops": "وصل الوفد.| ثم غادر.",
    "question, exclamation": "متى يعود؟| قريبا!| ثم سكت",
    "Latin question mark": "من قال ذلك?| لا أحد.",
    "the sign of omission": "ثم سكت…| وعاد بعد حين.",
    "no semicolon": "وصل الوفد؛ ثم غادر.",
    "a title": "استقبل د. سامي الوفد.| ثم غادر.",
    "a title with and": "حضر أ. منير ود. سامي اللقاء.| ثم غادرا.",
    "a double title": "ألقى أ.د. فؤاد كلمة.| ثم غادر.",
    "initials": "وصل ج. د. سالنجر إلى المدينة.| ثم غادر.",
    "a title with marks and tatweel": "وصل دـ. سامي.| ثم غادر.",
    "a word that ends in the letter of a title": "عاد محمّد.| ثم غادر.",
    "letters of a company": "أعلنت شركة النور ش.م.ع. ذلك.| ثم نفت.",
    "decimals": "ارتفع 3.5 نقاط.| ثم تراجع.",
    "a date": "جرى ذلك في 4.4.2025 بالعاصمة.| ثم انتهى.",
    "a year at the end": "جرى ذلك عام 2019.| ثم انتهى.",
    "an address": "نشر على https://example.org/?id=3&x=1.html بيانا.| ثم حذفه.",
    "a domain": "نشر موقع example.org الخبر.| ثم حذفه.",
    "Latin abbreviations": "Dr. Sami of the U.S. army spoke to Gen. Lee.| He left.",
    "two dots in a headline": "تونس.. وصول الوفد.| ثم غادر.",
    "three dots": "قال... ثم سكت.| وغادر.",
    "omission in brackets": "قال (...) إنه عائد.| وغادر.",
    "a closing quote stays": 'قال: "انتهى الأمر."| وغادر.',
    "guillemets": "قال: «انتهى الأمر.»| وغادر.",
    "a stop after the quote": "قال: «انتهى الأمر».| وغادر.",
    "a comma after the quote": 'قال: "انتهى."، وغادر.',
    "a question in a title": "قدم برنامج «من يعرف؟» على القناة.| وغادر.",
    "a quoted question that ends": "سأل: «من يعرف؟»| وغادر القاعة.",
    "a quoted question and a stop": 'سأل: "من يعرف؟".| وغادر.',
    "many marks at once": "أهذا صحيح؟!| نعم.",
    "no space after the stop": "انتهى اللقاء.|وغادر الوفد.",
    "lines": "عاد الوزير\n|وصل الوفد",
    "lines of a list": "- وصل الوفد\n|- غادر الوزير\n|- انتهى اللقاء",
    "numbered items": "1. وصل الوفد\n|2. غادر الوزير.| ثم عاد",
    "line breaks of all kinds": "وصل\r\n|غادر\u2029|عاد\n\n|انتهى",
    "a stop at the end of a line": "وصل د.\n|سامي",
    "a mark on the stop": "وصل.\u064e| ثم غادر",
}


@pytest.mark.parametrize("marked", ENDS.values(), ids=ENDS)
def test_ends(marked):
    expected = [part.strip() for part in marked.split(WALL)]
    assert sentences(marked.replace(WALL, "")) == expected


WRAPPED = """\
أعلنت وزارة النقل أن أشغال الطريق الساحلية ستنطلق في الأسبوع
المقبل بعد تأجيل دام أشهرا، وأن الشركة المكلفة بها قد وضعت
معداتها في المكان منذ أيام. وأضافت أن حركة السير ستحول إلى
الطريق الجبلية حتى نهاية الأشغال
"""


def test_hard_wrapped_lines_are_joined():
    found = sentences(WRAPPED)
    assert [s.split()[0] for s in found] == ["أعلنت", "وأضافت"]
    assert found[1].endswith("نهاية الأشغال")


def test_paragraphs_of_hard_wrapped_text_stay_apart():
    found = sentences(WRAPPED + "\n" + WRAPPED)
    assert [s.split()[0] for s in found] == ["أعلنت", "وأضافت"] * 2


def test_a_list_item_never_continues_the_line_before():
    lines = ["•" + line for line in WRAPPED.splitlines()]
    assert sentences("\n".join(lines))[1].startswith("•المقبل")


def test_headlines_of_unlike_length_are_not_joined():
    lines = [
        "وزير النقل يعلن انطلاق أشغال الطريق الساحلية الأسبوع المقبل",
        "مجلس النواب يصادق على قانون المالية",
        "انتخاب رئيس جديد لغرفة التجارة والصناعة بالجهة",
        "فيضانات تقطع الطريق بين المدينتين وفرق الإنقاذ تتدخل",
        "وفاة ثلاثة أشخاص في حادث سير على الطريق السريعة",
    ]
    assert sentences("\n".join(lines)) == lines


def test_long_paragraph_lines_are_not_wrapped_lines():
    line = "وصل الوفد إلى المدينة " * 12
    assert len(sentences("\n".join([line] * 5))) == 5


CLAUSE = "وقال الوزير إن الأشغال تتواصل في كل الجهات"


def test_a_stretch_without_stops_is_parted_before_and():
    text = "، ".join([CLAUSE] * 60)
    found = sentences(text)
    assert len(found) > 1
    assert all(len(s) <= LONG for s in found)
    assert all(s.startswith("وقال") for s in found)
    assert all(s.endswith("،") for s in found[:-1])


def test_a_semicolon_parts_better_than_a_comma():
    text = "، ".join([CLAUSE] * 20) + "؛ " + "، ".join([CLAUSE] * 20)
    assert sentences(text)[0].endswith("؛")


def test_a_quotation_is_not_parted_where_another_place_offers():
    before = "، ".join([CLAUSE] * 20)
    quote = "«" + "؛ ".join([CLAUSE] * 14) + "»"
    found = sentences(before + "، وختم: " + quote + "، " + before)
    assert len(found) > 1
    assert all(s.count("«") == s.count("»") for s in found)


def test_plain_quotes_count_as_quotation_marks():
    before = "، ".join([CLAUSE] * 20)
    quote = '"' + "؛ ".join([CLAUSE] * 14) + '"'
    found = sentences(before + "، وختم: " + quote + "، " + before)
    assert len(found) > 1
    assert all(s.count('"') in (0, 2) for s in found)


def test_a_quote_that_never_closes_does_not_keep_a_text_whole():
    text = "قال: «" + "، ".join([CLAUSE] * 100)
    assert all(len(s) <= LONG for s in sentences(text))


def test_one_endless_word_stays_one():
    assert sentences("ب" * 5_000) == ["ب" * 5_000]


def test_no_part_is_a_scrap():
    text = "، ".join([CLAUSE] * 60)[: LONG + 10]
    assert min(map(len, sentences(text))) > 100


def test_a_sentence_of_ordinary_length_is_whole():
    text = "، ".join([CLAUSE] * 20)
    assert len(text) < LONG
    assert sentences(text) == [text]


def test_index_and_view():
    view = make_view(" وصلَ. غادر \n")
    found = split_sentences(view)
    assert [(s.index, s.start, s.end) for s in found] == [(0, 1, 6), (1, 7, 11)]


@pytest.mark.parametrize("text", ["", " \n\t\u00a0", "\n\n"])
def test_nothing_to_split(text):
    assert split_sentences(text) == ()


@pytest.mark.parametrize("unit", ["د. ", "..", "«", "؟»", "ب، و", "\n", "ب\n", ".1", "ب", '"." '])
def test_time_is_linear(unit):
    def seconds(n):
        """Least processor time of three runs: other work on the machine does not count."""
        text = unit * (n // len(unit))
        taken = []
        for _ in range(3):
            start = time.process_time()
            split_sentences(text)
            taken.append(time.process_time() - start)
        return min(taken)

    # Ten times the text takes some ten times as long, a hundred times were it quadratic.
    assert seconds(200_000) < 50 * max(seconds(20_000), 0.005)
