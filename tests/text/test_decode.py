"""Bytes to text: encodings, what is mended and recorded, what is rejected and why."""

from __future__ import annotations

import json
import re
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsetl.errors import Rejected
from newsetl.text.decode import decode

FRENCH = "Les élèves ont été reçus à l'Élysée — « merci », dit la présidente.\r\nLe prix est de 20 €, a-t-elle précisé.\n"
RUSSIAN = "Правительство объявило вчера о новых мерах поддержки. Министр ответил на вопросы журналистов.\n"
CHINESE = "政府昨天宣布了新的措施。部长在记者会上回答了问题，市场反应平静。\n"
JAPANESE = "政府は昨日、新しい対策を発表しました。大臣は記者会見で質問に答えました。\n"
THAI = "รัฐบาลประกาศเมื่อวานนี้ว่าจะเสนอกฎหมายใหม่ต่อรัฐสภาในสัปดาห์หน้า"
ARABIC = "أعلنت الحكومة أمس عن إجراءات جديدة لدعم المزارعين، وقال الوزير إن الخطة تبدأ في الشهر المقبل.\n"


def rejected(data: bytes) -> str:
    with pytest.raises(Rejected) as caught:
        decode(data)
    return caught.value.reason


def test_utf8_is_read_as_it_is() -> None:
    decoded = decode(FRENCH.encode())
    assert decoded == (FRENCH, "utf-8", "utf-8", 1.0, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CHINESE, JAPANESE, ARABIC, THAI])
def test_unicode_with_and_without_a_byte_order_mark(encoding: str, text: str) -> None:
    marked = decode(("\ufeff" + text).encode(encoding))
    assert (marked.text, marked.encoding, marked.rule) == (text, encoding, "bom")
    bare = decode(text.encode(encoding))
    assert (bare.text, bare.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", FRENCH), ("mac-roman", FRENCH), ("iso8859-15", FRENCH.replace("—", "-")),
        ("cp1251", RUSSIAN), ("koi8-r", RUSSIAN),
        ("iso8859-5", RUSSIAN), ("cp1256", ARABIC), ("iso8859-6", ARABIC), ("gb18030", CHINESE), ("shift_jis", JAPANESE),
        ("euc-jp", JAPANESE), ("iso2022_jp", JAPANESE),
        ("cp1250", "Předseda vlády včera oznámil, že důchody se zvýší už v příštím roce.\n"),
        ("cp1253", "Η κυβέρνηση ανακοίνωσε χθες νέα μέτρα για τη στήριξη των εργαζομένων.\n"),
        ("cp1255", "הממשלה הודיעה אתמול על צעדים חדשים לתמיכה בעובדים ובמשפחותיהם.\n"),
        ("cp1254", "Hükümet dün çalışanlar için yeni destek önlemlerini açıkladı, bakan soruları yanıtladı.\n"),
        ("big5", "政府昨天宣布了新的措施，部長在記者會上回答了問題，市場反應平靜。\n"),
        ("euc-kr", "정부는 어제 새로운 대책을 발표했다. 장관은 기자회견에서 질문에 답했다.\n"),
    ],
)  # fmt: skip
def test_older_encodings_are_told_by_their_letters(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.rule == "detected"


def test_line_ends_and_control_characters_stay() -> None:
    text = "Eins\r\nZwei\rDrei\nVier\x0bFünf\x0cSechs\x1bSieben, achthundert Wörter später\x85Ende"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"), (b" \n\t\r\n ", "empty"), (b"\xef\xbb\xbf", "empty"), (b"\xff\xfe", "empty"),
        ("\ufeff\u200b\xa0".encode(), "empty"),
        (b"12 345, 67 - 2021", "no_text"), ("… — “” 24/11".encode(), "no_text"),
        (b"%PDF-1.7 text follows", "binary"), (b"\x00" * 5000, "binary"),
        (b"\x89PNG\r\n\x1a\n rest", "binary"), (bytes(range(256)) * 20, "binary"), (b"\x01" * 1000, "binary"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_rejected_with_a_fixed_reason(data: bytes, reason: str) -> None:
    assert rejected(data) == reason


def test_a_file_cut_within_its_last_character_is_loaded_without_it() -> None:
    decoded = decode(FRENCH.encode() + "é".encode()[:1])
    assert (decoded.text, decoded.repair) == (FRENCH, "truncated:utf-8")
    assert decode(b"only ascii until the cut \xc3").repair == "truncated:utf-8"
    assert decode(JAPANESE.encode()[:-2]).text == JAPANESE[:-2]
    assert decode(FRENCH.encode("utf-16")[:-1]).repair == "truncated:utf-16-le"


def test_a_last_letter_in_an_older_encoding_is_no_cut() -> None:
    assert decode("Il est temps de prendre un café".encode("cp1252")).text == "Il est temps de prendre un café"


def test_broken_bytes_in_the_middle_are_mended_and_counted() -> None:
    decoded = decode((FRENCH * 3).encode() + "un café\n".encode("cp1252") + FRENCH.encode())
    assert decoded.text == FRENCH * 3 + "un café\n" + FRENCH
    assert decoded.repair == "broken_bytes:1"
    assert decode(FRENCH.encode() + b"\xff\xfe\xc3 " + FRENCH.encode()).text == FRENCH + "\ufffd\ufffd\ufffd " + FRENCH


def test_nul_characters_are_left_out_and_counted() -> None:
    decoded = decode(b"The ministers\x00 met on Mon\x00day to talk about fishing." + b"\x00" * 300)
    assert decoded.text == "The ministers met on Monday to talk about fishing."
    assert decoded.repair == "nul:302"


def test_surrogates_written_in_utf8_are_joined() -> None:
    decoded = decode(b"smile \xed\xa0\xbd\xed\xb8\x80 and a lone one \xed\xa0\xbd.")
    assert (decoded.text, decoded.repair) == ("smile 😀 and a lone one \ufffd.", "surrogates")


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_mojibake_is_mended_line_by_line_and_recorded(wrong: str) -> None:
    line = "L'élève a répondu « oui » à Genève."
    decoded = decode(f"Un titre sans accent\n{line.encode().decode(wrong)}\nUne ligne écrite correctement, été comme hiver".encode())
    assert decoded.text == f"Un titre sans accent\n{line}\nUne ligne écrite correctement, été comme hiver"
    assert decoded.repair is not None
    assert decoded.repair.startswith("mojibake:")


def test_mojibake_of_cyrillic_is_mended() -> None:
    assert decode(RUSSIAN.encode().decode("latin-1").encode()).text == RUSSIAN


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO, AÇÃO: NÃO É À TOA. «ESPAÑA» Ø",
        "Le signe Ã© est un exemple, été comme hiver",
        "Ärger in Öhringen: „Übel“",
        "ÉLYSÉE… À L’ÂGE",
    ],
)
def test_unusual_letters_are_no_mojibake(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.repair) == (text, None)


@pytest.mark.parametrize(
    "unit", [b"a", b'"', b"( ", "é".encode(), b"\xe9a", "Ã©t ".encode(), "Ã".encode(), b"A. ", b"\x80", b"\xc3", b"\n\r"]
)
def test_one_line_of_megabytes_takes_no_longer_than_it_must(unit: bytes) -> None:
    data = unit * (1_000_000 // len(unit)) + b"z"
    start = time.process_time()
    with suppress(Rejected):
        decode(data)
    assert time.process_time() - start < 3


def holds_the_contract(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Rejected:
        assert rejected(data) in {"empty", "binary", "undecodable", "no_text"}
        return
    decoded.text.encode("utf-8")
    assert "\x00" not in decoded.text
    assert re.search(r"[^\W\d_]", decoded.text)
    assert 0 < decoded.confidence <= 1
    assert decode(data) == decoded


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_storable_text_or_a_reason(data: bytes) -> None:
    holds_the_contract(data)


@settings(max_examples=50, deadline=None)
@given(
    st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252", "gb18030", "koi8-r"]), st.binary(max_size=4)
)
def test_any_text_in_any_encoding_with_noise_gives_storable_text_or_a_reason(text: str, encoding: str, noise: bytes) -> None:
    data = text.encode(encoding, "ignore")
    holds_the_contract(data[: len(data) // 2] + noise + data[len(data) // 2 :])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), min_size=1))
def test_text_with_a_mark_comes_back_verbatim(text: str) -> None:
    text = f"Début {text} fin"
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    assert decoded.text == text or (decoded.repair or "").startswith("mojibake")


PAIRS = {
    "cp1252": "fr en es de it pt nl sv ca", "iso8859-1": "fr es de it pt nl sv ca", "iso8859-15": "fr es de it pt",
    "mac-roman": "fr es de it pt sv", "cp1250": "pl cs", "iso8859-2": "pl cs", "cp1251": "ru uk", "iso8859-5": "ru uk",
    "koi8-r": "ru", "koi8-u": "uk", "mac-cyrillic": "ru", "cp1253": "el", "iso8859-7": "el", "cp1254": "tr", "iso8859-9": "tr",
    "cp1255": "he", "iso8859-8": "he", "cp1256": "ar fa", "iso8859-6": "ar", "gb18030": "zh", "big5": "zh-hant",
    "shift_jis": "ja", "euc-jp": "ja", "iso2022_jp": "ja", "euc-kr": "ko", "utf-8": "fr ru ar zh ja ko hi",
    "utf-16": "fr ru zh", "utf-16-le": "fr en ru ar zh ja ko hi el he tr pl", "utf-16-be": "fr en ru ar zh ja ko hi el he",
    "utf-32-le": "fr ru zh",
}  # fmt: skip
TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "...", "œ": "oe"})
ALREADY_BROKEN = re.compile("ďż|ľe |ą[íítk]|\ufffd|[\x80-\x9f]|[a-z][»°]")


@pytest.mark.slow
def test_98_of_100_pairs_of_language_and_encoding_are_read_right_on_real_text(shared: Path) -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for line in (shared / "eval/language/news_1k.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        document = json.loads(line)
        texts[document["lang"]].append(document["text"])
        texts[document["lang"].split("-")[0]].append(document["text"])
    sentences: dict[str, list[str]] = defaultdict(list)
    for line in (shared / "eval/language/sentences.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        document = json.loads(line)
        if not ALREADY_BROKEN.search(document["text"]):
            sentences[document["lang"]].append(document["text"])
    for language, found in sentences.items():
        if language not in texts:
            texts[language] = [" ".join(found[start : start + 8]) for start in range(0, len(found) - 8, 4)]
    pairs, wrong = 0, []
    for encoding, languages in PAIRS.items():
        for language in languages.split():
            outcomes = []
            for text in texts[language] or texts[language.split("-")[0]]:
                if encoding.startswith(("iso8859", "koi8")):
                    text = text.translate(TYPOGRAPHIC)
                if encoding == "cp1256":
                    text = text.replace("ی", "ي")  # the encoding has no Persian yeh
                data = text.encode(encoding, "ignore")
                expected = data.decode(encoding)
                if len(expected) >= 0.97 * len(text) and not (data.isascii() and not encoding.startswith(("utf", "iso2022"))):
                    outcomes.append(decode(data).text == expected)
            assert outcomes, (encoding, language)
            pairs += 1
            if sum(outcomes) < 0.98 * len(outcomes):
                wrong.append((encoding, language, f"{sum(outcomes)} of {len(outcomes)}"))
    assert len(wrong) <= 0.02 * pairs, wrong
