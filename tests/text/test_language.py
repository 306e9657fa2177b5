"""The language of a text and of its sentences: right, or said to be unsure, with the reason."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsetl.reference import load_reference
from newsetl.text.language import detect_language, detect_sentence_languages
from newsetl.text.language_profiles import GROUPS
from newsetl.text.language_scores import TOLD_BY_WORDS
from newsetl.text.language_scripts import ONLY_LANGUAGE
from newsetl.text.model import Sentence

# One sentence of news in each of the languages.
SENTENCES = {
    "af": "Die regering het gister aangekondig dat die nuwe wet volgende week aan die parlement voorgelê sal word.",
    "ar": "أعلنت الحكومة أمس أن القانون الجديد سيعرض على البرلمان في الأسبوع المقبل.",
    "bg": "Правителството обяви вчера, че новият закон ще бъде внесен в парламента следващата седмица.",
    "bn": "সরকার গতকাল ঘোষণা করেছে যে নতুন আইন আগামী সপ্তাহে সংসদে উপস্থাপন করা হবে।",
    "ca": "El govern va anunciar ahir que la nova llei es presentarà al parlament la setmana que ve.",
    "cs": "Vláda včera oznámila, že nový zákon bude příští týden předložen parlamentu.",
    "cy": "Cyhoeddodd y llywodraeth ddoe y bydd y gyfraith newydd yn cael ei chyflwyno i'r senedd yr wythnos nesaf.",
    "da": "Regeringen meddelte i går, at den nye lov vil blive fremlagt for Folketinget i næste uge.",
    "de": "Die Regierung hat gestern mitgeteilt, dass das neue Gesetz nächste Woche im Parlament eingebracht wird.",
    "el": "Η κυβέρνηση ανακοίνωσε χθες ότι ο νέος νόμος θα κατατεθεί στη βουλή την επόμενη εβδομάδα.",
    "en": "The government announced yesterday that the new law will be presented to parliament next week.",
    "es": "El gobierno anunció ayer que la nueva ley será presentada en el parlamento la próxima semana.",
    "et": "Valitsus teatas eile, et uus seadus esitatakse parlamendile järgmisel nädalal.",
    "fa": "دولت دیروز اعلام کرد که قانون جدید هفته آینده به مجلس ارائه خواهد شد.",
    "fi": "Hallitus ilmoitti eilen, että uusi laki annetaan eduskunnalle ensi viikolla.",
    "fr": "Le gouvernement a annoncé hier que la nouvelle loi sera présentée au parlement la semaine prochaine.",
    "gu": "સરકારે ગઈકાલે જાહેરાત કરી કે નવો કાયદો આવતા અઠવાડિયે સંસદમાં રજૂ કરવામાં આવશે.",
    "he": "הממשלה הודיעה אתמול כי החוק החדש יוגש לכנסת בשבוע הבא.",
    "hi": "सरकार ने कल घोषणा की कि नया कानून अगले सप्ताह संसद में पेश किया जाएगा।",
    "hr": "Vlada je jučer objavila da će novi zakon biti predstavljen Saboru sljedećeg tjedna.",
    "hu": "A kormány tegnap bejelentette, hogy az új törvényt a jövő héten terjesztik a parlament elé.",
    "id": "Pemerintah mengumumkan kemarin bahwa undang-undang baru akan diajukan ke parlemen minggu depan.",
    "it": "Il governo ha annunciato ieri che la nuova legge sarà presentata in parlamento la prossima settimana.",
    "ja": "政府は昨日、新しい法律を来週国会に提出すると発表した。",
    "kn": "ಹೊಸ ಕಾನೂನನ್ನು ಮುಂದಿನ ವಾರ ಸಂಸತ್ತಿನಲ್ಲಿ ಮಂಡಿಸಲಾಗುವುದು ಎಂದು ಸರ್ಕಾರ ನಿನ್ನೆ ಪ್ರಕಟಿಸಿದೆ.",
    "ko": "정부는 새 법안을 다음 주 국회에 제출하겠다고 어제 발표했다.",
    "lt": "Vyriausybė vakar pranešė, kad naujasis įstatymas kitą savaitę bus pateiktas Seimui.",
    "lv": "Valdība vakar paziņoja, ka jaunais likums nākamnedēļ tiks iesniegts parlamentā.",
    "mk": "Владата вчера соопшти дека новиот закон ќе биде поднесен во парламентот следната недела.",
    "ml": "പുതിയ നിയമം അടുത്ത ആഴ്ച പാർലമെന്റിൽ അവതരിപ്പിക്കുമെന്ന് സർക്കാർ ഇന്നലെ അറിയിച്ചു.",
    "mr": "नवीन कायदा पुढील आठवड्यात संसदेत मांडला जाईल, अशी घोषणा सरकारने काल केली आहे.",
    "ne": "सरकारले नयाँ कानुन अर्को हप्ता संसदमा पेश गरिने हिजो घोषणा गरेको छ।",
    "nl": "De regering heeft gisteren bekendgemaakt dat de nieuwe wet volgende week aan het parlement wordt voorgelegd.",
    "no": "Regjeringen kunngjorde i går at den nye loven skal legges fram for Stortinget neste uke.",
    "pa": "ਸਰਕਾਰ ਨੇ ਕੱਲ੍ਹ ਐਲਾਨ ਕੀਤਾ ਕਿ ਨਵਾਂ ਕਾਨੂੰਨ ਅਗਲੇ ਹਫ਼ਤੇ ਸੰਸਦ ਵਿੱਚ ਪੇਸ਼ ਕੀਤਾ ਜਾਵੇਗਾ।",
    "pl": "Rząd ogłosił wczoraj, że nowa ustawa zostanie przedstawiona w Sejmie w przyszłym tygodniu.",
    "pt": "O governo anunciou ontem que a nova lei será apresentada ao parlamento na próxima semana.",
    "ro": "Guvernul a anunțat ieri că noua lege va fi prezentată parlamentului săptămâna viitoare.",
    "ru": "Правительство объявило вчера, что новый закон будет внесён в парламент на следующей неделе.",
    "sk": "Vláda včera oznámila, že nový zákon predloží parlamentu budúci týždeň.",
    "sl": "Vlada je včeraj sporočila, da bo novi zakon prihodnji teden predložen državnemu zboru.",
    "so": "Dowladda ayaa shalay ku dhawaaqday in sharciga cusub la horgeyn doono baarlamaanka toddobaadka soo socda.",
    "sq": "Qeveria njoftoi dje se ligji i ri do t'i paraqitet parlamentit javën e ardhshme.",
    "sv": "Regeringen meddelade i går att den nya lagen kommer att läggas fram för riksdagen nästa vecka.",
    "sw": "Serikali ilitangaza jana kuwa sheria mpya itawasilishwa bungeni wiki ijayo.",
    "ta": "புதிய சட்டம் அடுத்த வாரம் நாடாளுமன்றத்தில் தாக்கல் செய்யப்படும் என்று அரசு நேற்று அறிவித்தது.",
    "te": "కొత్త చట్టాన్ని వచ్చే వారం పార్లమెంటులో ప్రవేశపెడతామని ప్రభుత్వం నిన్న ప్రకటించింది.",
    "th": "รัฐบาลประกาศเมื่อวานนี้ว่าจะเสนอกฎหมายใหม่ต่อรัฐสภาในสัปดาห์หน้า",
    "tl": "Inihayag kahapon ng pamahalaan na ihaharap sa kongreso ang bagong batas sa susunod na linggo.",
    "tr": "Hükümet dün yeni yasanın gelecek hafta meclise sunulacağını duyurdu.",
    "uk": "Уряд учора оголосив, що новий закон буде подано до парламенту наступного тижня.",
    "ur": "حکومت نے کل اعلان کیا کہ نیا قانون اگلے ہفتے پارلیمنٹ میں پیش کیا جائے گا۔",
    "vi": "Chính phủ hôm qua thông báo rằng luật mới sẽ được trình lên quốc hội vào tuần tới.",
    "zh": "政府昨天宣布，新法律将于下周提交议会审议。",
}
FRENCH = (
    "Le conseil municipal a voté hier soir le budget de la ville, après trois heures de débat. Les impôts ne vont pas "
    "augmenter cette année, mais plusieurs travaux sont repoussés. L'opposition regrette que l'école du quartier ne soit pas "
    "réparée avant la rentrée, alors que les parents d'élèves la demandent depuis deux ans. "
)
ENGLISH = (
    "The town council voted on its budget last night, after three hours of debate. Taxes will not rise this year, but "
    "several building works have been put off. The opposition regrets that the local school will not be repaired before the "
    "start of term, although parents have been asking for it for two years. "
)
RUSSIAN = (
    "Городской совет вчера вечером принял бюджет после трёх часов обсуждения. Налоги в этом году не вырастут, но некоторые "
    "работы отложены. Оппозиция сожалеет, что школу не отремонтируют до начала учебного года, хотя родители просят об этом. "
)


@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_is_known_by_one_sentence(language: str) -> None:
    reading = detect_language(SENTENCES[language])
    assert (reading.language, reading.decision) == (language, "confident")
    assert reading.candidates[0] == (language, reading.confidence)


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr"])
def test_capitals_and_title_case_do_not_change_the_language(language: str) -> None:
    assert detect_language(SENTENCES[language].upper()).language == language
    assert detect_language(SENTENCES[language].title()).language == language


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Minister Quits Over Leaked Letter", "en"), ("Storm warning for the north as rivers rise", "en"),
        ("Chute des ventes de voitures en janvier", "fr"), ("Lait : pourquoi les prix vont encore monter", "fr"),
        ("政府昨天宣布，新法律將於下週提交議會審議。", "zh"), ("県知事選、新人が初当選", "ja"),
    ],
)  # fmt: skip
def test_headlines(headline: str, language: str) -> None:
    assert detect_language(headline).language == language


def test_accents_written_as_two_characters_are_read() -> None:
    import unicodedata

    assert detect_language(unicodedata.normalize("NFD", SENTENCES["cs"])).language == "cs"
    assert detect_language(unicodedata.normalize("NFD", SENTENCES["vi"])).language == "vi"


@pytest.mark.parametrize("text", ["", "   ", "24/11/2021", "… — !", "😀😀"])
def test_without_letters_there_is_no_language(text: str) -> None:
    assert detect_language(text) == ("und", 0.0, "no_letters", [])


def test_short_and_ambiguous_texts_are_und_with_the_reason() -> None:
    assert detect_language("OK").decision == "too_short"
    paris = detect_language("Paris")
    assert (paris.language, paris.decision) == ("und", "too_short")
    assert len(paris.candidates) > 1
    names = detect_language("Miller, Novak, Silva, Rossi, Hansen, Weber, Petrov, Kim, Tanaka, Diallo")
    assert (names.language, names.decision) == ("und", "low_margin") or names.confidence < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Gobernuak atzo jakinarazi zuen aurrekontu berriak onartuko dituela datorren astean, eta oposizioak ez duela babestuko esan du.",
        "Hökumət dünən bildirdi ki, yeni qanun layihəsi gələn həftə parlamentə təqdim olunacaq, lakin müxalifət onu dəstəkləmir.",
        "Үкімет кеше жаңа заң жобасы келесі аптада парламентке ұсынылатынын хабарлады, бірақ оппозиция оны қолдамайтынын айтты.",
        "მთავრობამ გუშინ განაცხადა, რომ ახალი კანონი მომავალ კვირას წარედგინება პარლამენტს.",
    ],
)
def test_a_language_without_a_profile_is_und_and_not_its_neighbour(text: str) -> None:
    reading = detect_language(text)
    assert (reading.language, reading.decision) == ("und", "low_margin")


def test_every_language_that_can_be_answered_is_in_the_list_of_languages(repository: Path) -> None:
    listed = {row["language"] for row in load_reference(repository / "seeds").rows("languages")}
    answered = {language for group in GROUPS.values() for language in group} | set(ONLY_LANGUAGE.values()) | set(TOLD_BY_WORDS)
    assert (answered | {"zh"}) - listed == set()


def test_galician_is_told_from_portuguese_and_spanish() -> None:
    text = "O goberno anunciou onte que a nova lei será presentada a semana que vén, pero a oposición dixo que non vai apoiar a proposta."
    assert detect_language(text).language == "gl"
    assert detect_language(SENTENCES["pt"]).language == "pt"


@pytest.mark.parametrize("text", [FRENCH * 3 + ENGLISH * 2, ENGLISH + FRENCH * 2, FRENCH * 4 + "\n\n" + RUSSIAN * 2])
def test_a_document_in_two_languages_says_so(text: str) -> None:
    reading = detect_language(text)
    assert (reading.language, reading.decision) == ("fr", "mixed")
    shares = dict(reading.candidates)
    assert len(shares) == 2
    assert sum(shares.values()) == pytest.approx(1, abs=0.001)


def test_a_quotation_in_another_language_does_not_make_a_document_mixed() -> None:
    reading = detect_language(FRENCH * 5 + "« We will not rise taxes this year, whatever the others say », a dit le maire. " + FRENCH * 2)
    assert (reading.language, reading.decision) == ("fr", "confident")


def test_the_foreign_sentence_of_a_document_carries_its_own_language() -> None:
    parts = ["😀 Le maire a répondu aux questions.", "Nobody in this town wants to pay more for less.", "C'est ce qu'il a dit.", "Oui."]
    text, sentences = "Titre\n\n", []
    for part in parts:
        sentences.append(Sentence(len(text), len(text) + len(part), "sentence"))
        text += part + " "
    reading = detect_language(FRENCH)
    assert detect_sentence_languages(text, sentences, reading) == ["fr", "en", "fr", "fr"]
    assert detect_sentence_languages(text, [], reading) == []


def test_sentences_of_another_script_carry_their_own_language() -> None:
    text = FRENCH + RUSSIAN
    sentences = [Sentence(0, len(FRENCH), "sentence"), Sentence(len(FRENCH), len(text), "sentence")]
    assert detect_sentence_languages(text, sentences, detect_language(FRENCH)) == ["fr", "ru"]


def test_expected_languages_tip_close_decisions_and_filter_nothing() -> None:
    close = "Vláda oznámila"
    assert detect_language(close, {"sk": 1}).language == "sk"
    assert detect_language(close, {"cs": 1}).language == "cs"
    assert detect_language(SENTENCES["fi"], {"fr": 1, "en": 1}).language == "fi"


def test_mended_names_and_emoji_do_not_shift_sentences() -> None:
    text = "😀" * 50 + " " + FRENCH
    assert detect_language(text).language == "fr"


@pytest.mark.parametrize("unit", ["a", '"', "(", " ", "A. ", "\n", "é", "é'", "好", "a-", "😀", "ал", "A'"])
def test_a_hundred_thousand_of_anything_is_read_in_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    reading = detect_language(text)
    detect_sentence_languages(text, [Sentence(0, len(text), "sentence")], reading)
    assert time.process_time() - start < 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_reading_with_a_reason(text: str) -> None:
    reading = detect_language(text)
    assert reading.decision in {"confident", "too_short", "low_margin", "no_letters", "mixed"}
    assert 0 <= reading.confidence <= 1
    assert (reading.language == "und") == (reading.decision not in {"confident", "mixed"})
    assert detect_language(text) == reading
    assert len(detect_sentence_languages(text, [Sentence(0, len(text), "sentence")], reading)) == 1


@pytest.mark.parametrize(("gold", "right", "wrong"), [("sentences", 98.5, 0.9), ("news_1k", 99.8, 0.2), ("headlines", 98.8, 0.6)])
def test_the_evaluation_sets_are_read_as_well_as_agreed(shared: Path, gold: str, right: float, wrong: float) -> None:
    with (shared / "eval/language" / f"{gold}.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    found = [detect_language(document["text"]).language for document in documents]
    expected = [document["lang"].split("-")[0] for document in documents]
    assert 100 * sum(a == b for a, b in zip(found, expected, strict=True)) / len(found) >= right
    assert 100 * sum(a not in (b, "und") for a, b in zip(found, expected, strict=True)) / len(found) <= wrong
