"""Words that look as if they held a clitic and are never parted.

Peeling is refused anyway where nothing known remains; these are the words of news of which
something known may remain: "وحدات" is units, not و + حدات; "لبنان" is no ل + بنان; the ك of
"ترك" is no "you". A word that can honestly be read both ways ("فقد": lost, or ف + قد; "ورد":
was reported, or و + رد; "الحق": the right, or ألحق) is not here: all its readings are
returned and the coder chooses. Spelled in full, so that a hamza the text writes can part
twins: "وأحد" is no واحد. Collected from readings that the lexicon's own words gave for the
30,000 most frequent words of Tunisian news.
"""

from __future__ import annotations

from waqai.text.spelling import agrees
from waqai.text.view import normalise

_GROUPS = {
    "waw is a radical: no 'and' before it": """
        واجب واجه واجهت واحد واحدة وادي وارد واردات واسع واسعة واشنطن واصل واصلت واضح وافق وافقت
        واقع واقعة والد والدة وباء وتيرة وثائق وثيق وثيقة وجه وجهت وجد وجدت وجود وجوه وجهات
        وجهة وحدات وحدة وحيد وحيدة ودائع وراء وراثة ورش ورشة ورشات ورطة ورق ورقة ورود وزارات
        وزارة وزاري وزارية وزراء وزن وزير وزيرا وزيرة وزيران وزيرين وسائط وسائل وساطة وسام وسط
        وسطاء وسطى وسيط وسيطة وسيلة وشيك وشيكة وصف وصفت وصل وصلت وصول وصاية وصية وضع وضعت وضعية
        وضعيات وطن وطني وطنية وظائف وظيفة وعد وعود وعي وفاة وفاق وفد وفدا وفدين وفود وفيات وقائع
        وقاية وقت وقع وقعت وقف وقفت وقود وقوع وقوف وكالات وكالة وكيل وكلاء ولاء ولادة ولاية
        ولايات ولاة ولي وليد ولائي وهران وهمية وهمي""",
    "fa is a radical": """
        فئة فئات فاتورة فارس فاس فاصل فاصلة فاطمة فتح فتحت فترة فترات فجر فحص فخامة فدية فرار
        فرص فرصة فرض فرع فرعي فرق فرقاء فرقة فرنسا فرنسي فرنسية فريق فساد فصائل فصل فصيل فضاء
        فضائية فضل فضيحة فعالية فعاليات فعلي فعليا فعلية فكرة فلسطين فلسطيني فلسطينية فلسطينيين
        فنزويلا فنلندا فنان فندق فني فنية فهم فور فورا فوري فورية فوز فوضى في فيروس فيصل فيضان
        فيضانات فيلم فيينا""",
    "ba is a radical": """
        باب باحث باحثين بارجة بارزة باريس باكستان بالغ بالغة باهظة بحار بحث بحر بحرا بحري بحرية
        بحوث بدا بداية بدر بدل بدون بديل برامج براك برلين برلمان برلماني برلمانية برنامج بري
        برية بريد بريطانيا بريطاني بريطانية بضائع بضع بضعة بطاقة بطاقات بطل بطولة بعث بعثات بعثة
        بعد بعض بعيد بعيدا بعيدة بغداد بقاء بكين بلاد بلاغ بلجيكا بلد بلدان بلدة بلدي بلدية
        بلديات بلغاريا بلينكن بناء بنغازي بنك بنوك بنود بوابة بوتين بولندا بيان بيانات بيت بيئة
        بيئي بيئية بيروت بيع بين""",
    "lam is a radical": """
        لابد لاجئ لاجئون لاجئين لاحظ لاحظت لاحق لاحقا لاحقة لازم لاعب لاعبين لافت لافتا لافتات
        لافتة لامركزية لاهاي لباس لبنان لبناني لبنانية لبنانيين لتر لجان لجنة لحظة لحظات لحم
        لحوم لدى لسان لعب لعل لغة لغات لغم لقاء لقاءات لقاح لقاحات لقب لقد لقطات لكن لماذا لندن
        لواء لوائح لوجستي لوجستية لوكسمبورغ لولا ليبي ليبيا ليبية ليبيين ليبيون ليث ليرة ليس ليل
        ليلا ليلة ليون ليتوانيا""",
    "kaf is a radical": """
        كابل كابول كاتب كاتبة كارثة كارثية كافة كامل كاملا كاملة كاميرا كاميرات كان كانا كانت
        كانوا كانون كاهل كبار كبح كبرى كبير كبيرة كتاب كتائب كتلة كتيبة كثير كثيرا كثيرة كذلك
        كراس كرة كربلاء كردستان كردي كردية كركوك كرواتيا كشف كفاءة كل كلا كلفة كلم كلما كلمة
        كلمات كلية كما كمال كمية كميات كندا كندي كندية كنيسة كنائس كهرباء كوادر كوارث كوبا كورونا
        كوريا كوري كورية كوسوفو كولومبيا كييف كيري كيف كيلومتر كينيا كيان""",
    "sin is a radical: no future": "سابق سابقا سابقة سادس ساعة سالم ساهم ساهمت سيد سيدي ستة سنة",
    "alif and lam are radicals: no article": """
        الآن إلى إلا ألا التي الذي الذين اللذين اللذان اللتان اللتين اللواتي اللاتي اللائي ألف
        ألفا ألفان ألفين آلاف إلقاء إلغاء التقى التقت التقوا التقيا التقاء التزام التزامات التزم
        التزمت التحاق التحق التماس التهاب التفاف التباس ألمانيا ألماني ألمانية ألمان ألبانيا
        ألباني ألبانية ألغام ألعاب ألوان ألوية آليات إلكتروني إلكترونية الله إلزام إلزامي إلزامية
        ألقى ألقت ألغى ألغت ألزم ألسنة ألكسندر ألكسندرا ألبوم ألماس ألاسكا ألفريد إليزابيث""",
    "preposition and article, by their letters": """
        كالي كاليفورنيا بالون بالستي بالستية باليستي باليستية""",
    "the last letters are radicals: no pronoun": """
        هناك تلك ذلك كذلك ترك يترك تترك تحرك يتحرك تتحرك شارك يشارك تشارك اشتراك إشراك انتهاك
        أملاك ملك ممالك مالك امتلك يمتلك تمتلك امتلاك هلاك بنك تحريك شريك شك شكك اشتباك ارتباك
        إدراك اتهم يتهم تتهم متهم ساهم يساهم تساهم أسهم يسهم تسهم فهم تفاهم تهم درهم دراهم أهم
        مهم حاكم حكم محاكم تحكم يحكم تراكم توجه يتوجه تتوجه اتجه يتجه تتجه اتجاه واجه يواجه
        تواجه شبه انتباه تجاه مياه ديني مدني ثاني""",
}


def _by_folded() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for words in _GROUPS.values():
        for word in words.split():
            found.setdefault(normalise(word), {})[word] = None
    return {norm: tuple(spelled) for norm, spelled in found.items()}


WHOLE_WORDS = _by_folded()
"""How the words spell that a folded word may be; none of them is ever parted."""
NAMES_WITHOUT_ARTICLE = frozenset(
    normalise(word) for word in ("لبنان", "ليبيا", "لندن", "لاهاي", "لوكسمبورغ", "ليتوانيا", "ليون")
)
"""Names in ل: "للبنان" is ل + لبنان and hides no article, as "للجنة" may."""


def is_whole(norm: str, written: str = "") -> bool:
    """Whether a word is never parted.

    Args:
        norm: the folded word.
        written: the word as the text writes it; "" where that is not known.

    Example:
        >>> is_whole("واحد"), is_whole("واحد", "وأحد"), is_whole("وقال")
        (True, False, False)
    """
    spellings = WHOLE_WORDS.get(norm)
    if spellings is None:
        return False
    return not written or any(agrees(written, spelled) for spelled in spellings)
