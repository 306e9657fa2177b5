"""Calendar expressions are found and mean what news means by them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsetl.text.dates import find_dates
from newsetl.text.dates_holidays import easter
from newsetl.text.dates_names import MONTHS, WEEKDAYS
from newsetl.text.dates_words import WORDS
from newsetl.text.edtf import bounds, precision
from newsetl.text.header import read_header
from newsetl.text.model import DateReading, Published, Sentence
from newsetl.text.published import publication_date

WEDNESDAY = "2021-11-24"


def reference(edtf: str | None) -> Published | None:
    if edtf is None:
        return None
    return Published(edtf, *bounds(edtf), precision(edtf), "header", edtf, None)


def read(text: str, language: str = "fr", when: str | None = WEDNESDAY) -> list[DateReading]:
    return find_dates(text, [Sentence(0, len(text), "sentence")], language, reference(when))


def values(text: str, language: str = "fr", when: str | None = WEDNESDAY) -> dict[str, str | None]:
    return {text[r.char_start : r.char_end]: r.edtf for r in read(text, language, when)}


@pytest.mark.parametrize(
    ("language", "text", "surface", "edtf"),
    [
        ("fr", "Elle a voté le 24 novembre 2021 au port.", "24 novembre 2021", "2021-11-24"),
        ("fr", "Elle a voté le 1er mars.", "1er mars", "2021-03-01"),
        ("fr", "Elle a voté mercredi 24 novembre au soir.", "mercredi 24 novembre au soir", "2021-11-24"),
        ("fr", "Elle est élue depuis août.", "août", "2021-08"),
        ("fr", "Elle était là à l'été 2014.", "été 2014", "2014-22"),
        ("fr", "Dans les années 1990, elle votait.", "années 1990", "199X"),
        ("fr", "Il y a trois jours, elle votait.", "Il y a trois jours", "2021-11-21"),
        ("fr", "Il y a trois ans, elle votait.", "Il y a trois ans", "2018"),
        ("fr", "L'an dernier, elle votait.", "an dernier", "2020"),
        ("fr", "Elle votera le mois prochain.", "mois prochain", "2021-12"),
        ("fr", "Elle a voté la semaine dernière.", "semaine dernière", "2021-11-15/2021-11-21"),
        ("fr", "Elle vota entre 2010 et 2015.", "entre 2010 et 2015", "2010/2015"),
        ("fr", "Elle vota du 5 au 12 mars 2020.", "5 au 12 mars 2020", "2020-03-05/2020-03-12"),
        ("fr", "Elle votera fin décembre 2021.", "fin décembre 2021", "2021-12"),
        ("fr", "Au troisième trimestre 2019, elle votait.", "troisième trimestre 2019", "2019-35"),
        ("fr", "Elle vote deux semaines avant Noël.", "deux semaines avant Noël", "2021-12-11"),
        ("en", "She voted on November 24, 2021.", "November 24, 2021", "2021-11-24"),
        ("en", "She voted the day before yesterday.", "day before yesterday", "2021-11-22"),
        ("en", "She voted last month.", "last month", "2021-10"),
        ("en", "She sang in the 1990s.", "1990s", "199X"),
        ("en", "She sang in May 2019.", "May 2019", "2019-05"),
        ("es", "Votó el 24 de noviembre de 2021.", "24 de noviembre de 2021", "2021-11-24"),
        ("es", "Votó hace dos días.", "hace dos días", "2021-11-22"),
        ("de", "Sie wählte am 24. November 2021.", "24. November 2021", "2021-11-24"),
        ("de", "Sie wählte vor zwei Tagen.", "vor zwei Tagen", "2021-11-22"),
        ("it", "Ha votato il 24 novembre 2021.", "24 novembre 2021", "2021-11-24"),
        ("it", "Ha votato lunedì scorso.", "lunedì scorso", "2021-11-22"),
        ("pt", "Votou em 24 de novembro de 2021.", "24 de novembro de 2021", "2021-11-24"),
        ("pt", "Votou na segunda-feira.", "segunda-feira", "2021-11-22"),
        ("nl", "Zij stemde op 24 november 2021.", "24 november 2021", "2021-11-24"),
        ("nl", "Zij stemde drie dagen geleden.", "drie dagen geleden", "2021-11-21"),
        ("ar", "صوتت في 24 نوفمبر 2021 هناك.", "24 نوفمبر 2021", "2021-11-24"),
        ("ar", "صوتت أمس.", "أمس", "2021-11-23"),
        ("zh", "她在2021年11月24日投票。", "2021年11月24日", "2021-11-24"),
        ("zh", "她上周五投票。", "上周五", "2021-11-19"),
        ("zh", "她去年三月投票。", "去年三月", "2020-03"),
        ("ru", "Она голосовала 24 ноября 2021 года.", "24 ноября 2021", "2021-11-24"),
    ],
)
def test_nine_languages(language: str, text: str, surface: str, edtf: str) -> None:
    assert values(text, language).get(surface) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Elle a voté lundi.", "2021-11-22"),
        ("Elle a voté mercredi.", "2021-11-24"),
        ("Elle a voté jeudi.", "2021-11-18"),
        ("Elle votera jeudi.", "2021-11-25"),
        ("Elle devait voter jeudi.", "2021-11-25"),
        ("Jeudi, elle doit voter.", "2021-11-25"),
        ("Elle a voté jeudi dernier.", "2021-11-18"),
        ("Elle votera lundi prochain.", "2021-11-29"),
    ],
)
def test_a_bare_weekday_is_past_unless_the_verb_is_future(text: str, edtf: str) -> None:
    assert [reading.edtf for reading in read(text)] == [edtf]


def test_a_day_and_month_take_the_nearest_year() -> None:
    assert values("Elle votera le 7 janvier.") == {"7 janvier": "2022-01-07"}
    assert values("Elle a voté le 7 janvier.") == {"7 janvier": "2021-01-07"}
    assert values("Elle a voté le 20 décembre.", when="2022-01-10") == {"20 décembre": "2021-12-20"}
    assert values("Elle a voté lundi 22 novembre.", when="2021-11") == {"lundi 22 novembre": "2021-11-22"}


def test_month_precision_leaves_days_unknown_unless_the_text_anchors_them() -> None:
    assert values("Elle a voté lundi.", when="2021-11") == {"lundi": None}
    assert values("Elle a voté hier.", when="2021-11") == {"hier": None}
    assert values("Elle a voté lundi.", when=None) == {"lundi": None}
    anchored = values("Elle a signé mercredi 24 novembre. Elle est venue mardi soir et repart jeudi.", when="2021-11")
    assert anchored == {"mercredi 24 novembre": "2021-11-24", "mardi soir": "2021-11-23", "jeudi": "2021-11-25"}
    assert values("Elle a voté l'an dernier.", when="2021-11") == {"an dernier": "2020"}


def test_without_a_year_the_year_is_unspecified() -> None:
    (reading,) = read("Elle a voté le 7 janvier.", when=None)
    assert (reading.edtf, reading.date_from, reading.date_until) == ("XXXX-01-07", None, None)


def test_what_was_told_carries_on() -> None:
    found = values("Elle fut élue en mars 2017 et partit en juillet de la même année. Le lendemain du 3 mai 2018, elle revint.")
    assert found["juillet de la même année"] == "2017-07"
    told = values("Le 3 mai 2018, elle fut élue. Le lendemain, elle partit.")
    assert told["lendemain"] == "2018-05-04"


def test_a_range_also_names_its_ends() -> None:
    found = values("Elle gouverna de 1961 à 1977.")
    assert found["1961"] == "1961"
    assert found["1977"] == "1977"
    assert "1961/1977" in found.values()


def test_a_list_is_no_range() -> None:
    assert values("Elle vota les 5 et 12 mars 2020.") == {"5": "2020-03-05", "12 mars 2020": "2020-03-12"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 31 février 2020 n'existe pas."),
        ("fr", "Le port compte 2000 habitants et 1500 navires."),
        ("fr", "Elle est là depuis 2000 ans."),
        ("fr", "Elle a été vue mars aussi, et Mars encore."),
        ("fr", "Il gagne 3-4 puis 24/7, version 2.10.3, 1.200 euros, 12 500 tonnes."),
        ("fr", "Elle veille sur le port du jour au lendemain."),
        ("fr", "Ces dernières semaines, ces trois dernières années."),
        ("en", "She may march, and Theresa May sat in the sun."),
        ("en", "It sold 12 last month's worth of 20 in five years."),
        ("en", "The Today programme had 2,016 listeners and £2010 left."),
        ("en", "They played Christmas songs in the second half."),
        ("de", "Am 15. Spieltag waren 2000 Menschen da."),
        ("es", "Mi segunda vez en la mañana."),
        ("pt", "Na segunda fase, a quinta vez."),
        ("zh", "明日之後她讀《今日》和頭條。"),
    ],
)
def test_what_is_no_date_is_not_read(language: str, text: str) -> None:
    days = [text[r.char_start : r.char_end] for r in read(text, language) if r.edtf and r.rule not in ("period", "zh_rday")]
    assert days == []


def test_nothing_is_read_outside_the_sentences() -> None:
    text = " date 2021-11-24 Elle a voté hier. © 2021"
    sentences = [Sentence(17, 34, "sentence")]
    assert [r.edtf for r in find_dates(text, sentences, "fr", reference(WEDNESDAY))] == ["2021-11-23"]
    assert find_dates(text, [], "fr", None) == []


def test_sentence_numbers() -> None:
    text = "Elle vota en 2019. Elle revint hier."
    sentences = [Sentence(0, 18, "sentence"), Sentence(19, 36, "sentence")]
    assert [r.sentence_no for r in find_dates(text, sentences, "fr", reference(WEDNESDAY))] == [0, 1]


@pytest.mark.parametrize(
    ("text", "edtf"), [("Ik kom vrijdag terug", "2021-11-19"), ("22/4", "2021-04-22"), ("明天", "2021-11-25"), ("سأعود غدا", "2021-11-25")]
)
def test_short_texts_of_unknown_language_are_read_all_the_same(text: str, edtf: str) -> None:
    assert [r.edtf for r in read(text, "und")] == [edtf]


def test_a_language_without_words_of_ours_gives_digits_only() -> None:
    text = "Hon röstade den 2021-11-24 i mars, och 2019. " * 12
    assert {r.edtf for r in read(text, "sv")} == {"2021-11-24", "2019"}


def test_spans_survive_letters_that_grow_in_lower_case() -> None:
    text = "İİİ 🙂 İstanbul: elle vota le 24 novembre 2021."
    (reading,) = read(text)
    assert text[reading.char_start : reading.char_end] == "24 novembre 2021"


def test_easter() -> None:
    assert [easter(year) for year in (2000, 2008, 2019, 2024)] == [
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
    ]


def test_names_of_months_and_weekdays_are_whole() -> None:
    for language in WORDS:
        assert set(MONTHS[language].values()) == set(range(1, 13))
        assert set(WEEKDAYS[language].values()) == set(range(7))


PIECES = [
    "24", "31", "2", "1er", "21st", "novembre", "mars", "March", "mai", "février", "2021", "1999", "du", "au",
    "le", "de", "et", "il y a", "dans", "trois", "ans", "jours", "semaine", "dernier", "prochaine", "lundi",
    "Friday", "hier", "avant", "Noël", "22/4", "2021-11-24", "30.2.2021", "-", ".", ",", "(", ")", "entre", "été",
    "1990s", "années", "même", "premier", "29", "9999", "11月31日", "三", "年", "上周五", "غدا", "24 نوفمبر", "\n\n",
    "’", "İ", "😀", "¹",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25),
    st.sampled_from([*WORDS, "zh", "und", "sv"]),
    st.sampled_from([None, "2021", "2021-11", "2020-02-29", "9999-12-31", "0001-01-01"]),
)
def test_any_text_gives_valid_spans_and_valid_dates(pieces: list[str], language: str, when: str | None) -> None:
    text = " ".join(pieces)
    readings = read(text, language, when)
    assert readings == read(text, language, when)
    for reading in readings:
        assert 0 <= reading.char_start < reading.char_end <= len(text)
        assert text[reading.char_start : reading.char_end].strip()
        assert (reading.date_from, reading.date_until) == bounds(reading.edtf)
        if reading.date_from and reading.date_until:
            assert date.fromisoformat(reading.date_from) <= date.fromisoformat(reading.date_until)


@pytest.mark.parametrize(
    "unit", ["a ", "2021 ", "lundi ", "lundi 3 mars ", "le 5 et ", "entre 5 et ", "5-6-", "12/", "年", "1", "\n", "(", "il y a "]
)
@pytest.mark.parametrize("language", ["fr", "en", "zh"])
def test_long_monotonous_texts_are_read_in_linear_time(unit: str, language: str) -> None:
    text = (unit * 5_000)[:5_000]
    for reading in read(text, language):
        assert reading.char_end <= len(text)


def test_every_day_of_four_years_is_read_back() -> None:
    months = ["", *(max((n for n, k in MONTHS["fr"].items() if k == number), key=len) for number in range(1, 13))]
    for offset in range(0, 1461, 7):
        day = date(2019, 1, 1) + timedelta(days=offset)
        text = f"Elle vota le {day.day} {months[day.month]} {day.year}."
        assert [r.edtf for r in read(text)] == [day.isoformat()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "floor"), [("fr", 85), ("en", 80), ("es", 80), ("de", 78), ("it", 75), ("pt", 75), ("nl", 72), ("ar", 55), ("zh", 75)]
)
def test_dates_in_a_sentence_reach_their_floor(shared: Path, language: str, floor: int) -> None:
    right = extra = count = 0
    for line in (shared / "eval" / "dates" / "recognizers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] != language:
            continue
        prefix = f" date {row['reference'][:10]} "
        text, (left, right_end) = prefix + row["text"], (x + len(prefix) for x in row["span"])
        header = read_header(text)
        sentences = [Sentence(header.body_start, header.body_end, "sentence")]
        when = publication_date(text, header, "0.txt", sentences, language, date(2026, 11, 21))
        readings = find_dates(text, sentences, language, when)
        mine = [r for r in readings if r.char_start < right_end and left < r.char_end]
        count += 1
        right += any(r.edtf in row["expected"] for r in mine)
        extra += len(readings) - len(mine)
    assert 100 * right / count >= floor
    assert 100 * extra / count <= 5
