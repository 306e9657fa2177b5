"""What stands around a text is taken as metadata, by position, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsetl.text.header import read_header
from newsetl.text.model import Header


def fields(text: str) -> dict[str, str | None]:
    return {field.key: field.value for field in read_header(text).fields}


def body(text: str) -> str:
    header = read_header(text)
    return text[header.body_start : header.body_end]


def check(text: str, header: Header) -> None:
    assert 0 <= header.body_start <= header.body_end <= len(text)
    for field in header.fields:
        assert text[field.char_start : field.char_end] == field.value_raw


def test_the_second_seed_document_begins_with_its_first_word(shared: Path) -> None:
    text = (shared / "seeds" / "004_1417323edd8db31a.txt").read_text(encoding="utf-8")
    header = read_header(text)
    assert text[header.body_start :].startswith("Le ministre")
    assert [(f.key, f.value) for f in header.fields] == [("date", "2021-11")]


def test_the_first_seed_document_has_no_header(shared: Path) -> None:
    text = (shared / "seeds" / "000_64bc9f940663e16d.txt").read_text(encoding="utf-8")
    assert read_header(text) == (0, len(text), [])


def test_no_header_is_seen_in_articles_that_have_none(shared: Path) -> None:
    for path in sorted((shared / "raw").glob("*/*.txt"))[::23]:
        text = path.read_text(encoding="utf-8")
        header = read_header(text)
        assert not text[: header.body_start].strip(), path


@pytest.mark.parametrize(
    ("text", "expected", "start"),
    [
        (" date 2021-11 La ville a voté.", {"date": "2021-11"}, "La ville"),
        (" date 2016-11-07 2010.01.29", {"date": "2016-11-07"}, "2010.01.29"),
        ("date 24/11/2021 lang fr La ville a voté.", {"date": "2021-11-24", "language": "fr"}, "La ville"),
        (
            "title Le port rouvre source Le Phare url https://example.org/a?b=1 date 2020-05-02T10:00:00Z lang fr Le port a rouvert.",
            {"title": "Le port rouvre", "source": "Le Phare", "url": "https://example.org/a?b=1", "date": "2020-05-02", "language": "fr"},
            "Le port a rouvert",
        ),
        ("auteur Jeanne Martin date 2020-05 Le port a rouvert.", {"byline": "Jeanne Martin", "date": "2020-05"}, "Le port a"),
        ("date 2020-05 source ABC Le port a rouvert.", {"date": "2020-05", "source": "ABC"}, "Le port a"),
        ("date 2020-05 source Le Phare Le port a rouvert.", {"date": "2020-05", "source": "Le Phare"}, "Le port a"),
        ("date 2020-05 titre « Le port rouvre » Le port a rouvert.", {"date": "2020-05", "title": "Le port rouvre"}, "Le port a"),
        ("lang: en | date: 2020-05-02 | The port reopened.", {"language": "en", "date": "2020-05-02"}, "The port"),
    ],
)
def test_inline_form_in_any_order(text: str, expected: dict[str, str], start: str) -> None:
    assert fields(text) == expected
    assert body(text).startswith(start)
    check(text, read_header(text))


def test_lines_of_key_and_value() -> None:
    text = "Title: The port reopens\nDate: 2 May 2020\nAuthor: Jane Roe\nSection: Coast\nURL: https://example.org/p\n\nThe port reopened."
    assert fields(text) == {
        "title": "The port reopens", "date": "2020-05-02", "byline": "Jane Roe", "section": "Coast", "url": "https://example.org/p",
    }  # fmt: skip
    assert body(text) == "The port reopened."


def test_unknown_keys_inside_a_block_are_kept() -> None:
    text = "Titre : Le port rouvre\nDate : 2 mai 2020\nEdition: matin\n\nLe port a rouvert."
    assert fields(text)["edition"] == "matin"
    assert body(text) == "Le port a rouvert."


def test_front_matter() -> None:
    text = '---\ntitle: "The port reopens"\ndate: 2020-05-02\ntags: [sea, trade]\nword_count: 12\n---\n\nThe port reopened.'
    assert fields(text) == {"title": "The port reopens", "date": "2020-05-02", "keywords": "sea, trade", "word_count": "12"}
    assert body(text) == "The port reopened."


@pytest.mark.parametrize(
    "text",
    [
        "Date limite : le 5 mai, dit le maire. Le port rouvre.",
        "date 2021 a été une bonne année pour le port.",
        "Source proche du dossier, elle a parlé hier.",
        "source proche du dossier, elle a parlé hier.",
        "Titre de séjour : le préfet répond aux familles du port.",
        "Par ailleurs, le port a rouvert.",
        "--- Le port --- a rouvert.",
        "---\nLe port a rouvert.\n---\nIl a fermé.",
        "Paris - Marseille : le train repart demain.",
        "Trump - Biden, le duel.",
        "URGENT - Le port a rouvert.",
        "Question: who reopened the port?\nAnswer: nobody.",
        "La Corogne, 23 mai (EFE).",
        "Le 24 novembre 2021 – le port a rouvert.",
        "WHO - the port",
    ],
)
def test_what_only_looks_like_a_header_stays_text(text: str) -> None:
    assert read_header(text) == (0, len(text), [])


def test_a_date_in_the_middle_is_not_a_header() -> None:
    text = "Le port a rouvert.\n\ndate 2021-11\n\nIl fermera."
    assert read_header(text).fields == []


def test_words_of_the_text_after_the_date_stay_text() -> None:
    assert body(" date 2021-11 source de tension, le port rouvre.") == "source de tension, le port rouvre."
    assert body(" date 2021-11 par Jeanne Martin, le port rouvre.") == "par Jeanne Martin, le port rouvre."


@pytest.mark.parametrize(
    "text", [" date 2021-11 ", "date: 2021-11-24", "Title: The port\nDate: 2020-05-02\n\n", "", " \n\t ", "---\ndate: 2020-05-02\n---\n"]
)
def test_a_header_without_a_body_shows(text: str) -> None:
    header = read_header(text)
    assert header.body_start == header.body_end


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("RABAT, 24 nov. (AFP) – Le port a rouvert.", "RABAT", "Le port"),
        ("Rabat (Maroc) — Le 24 novembre, le port a rouvert.", "Rabat", "Le 24"),
        ("LONDON (Reuters) - The port reopened.", "LONDON", "The port"),
        ("Madrid, 23 may (EFE).- El puerto abre.", "Madrid", "El puerto"),
        ("SAINT-MALO — Le port a rouvert.", "SAINT-MALO", "Le port"),
        (" date 2021-11 RABAT, 24 nov. (AFP) – Le port a rouvert.", "RABAT", "Le port"),
    ],
)
def test_a_dateline_is_a_field_and_the_text_begins_behind_it(text: str, place: str, start: str) -> None:
    assert fields(text)["dateline"] == place
    assert body(text).startswith(start)


def test_byline_and_date_line() -> None:
    text = "Par Jeanne Martin\nPublié le 2 mai 2020 à 10h30\n\nLe port a rouvert."
    assert fields(text) == {"byline": "Jeanne Martin", "date": "2020-05-02"}
    assert body(text) == "Le port a rouvert."


def test_a_title_before_the_byline_stays_text() -> None:
    text = "The port reopens\nBy Jane Roe\n\nThe port reopened."
    assert fields(text) == {"byline": "Jane Roe"}
    assert body(text) == text


@pytest.mark.parametrize(
    ("end", "key"),
    [
        ("\n\n© 2021 Le Phare", "copyright"),
        ("\nTous droits réservés.", "copyright"),
        ("\n\n(AFP)", "agency"),
        (" (avec AFP)", "agency"),
        ("\njd/ab/cf", "agency"),
        ("\nReuters\n", "agency"),
    ],
)
def test_closing_lines_are_not_text(end: str, key: str) -> None:
    text = "Le port a rouvert." + end
    assert body(text).rstrip() == "Le port a rouvert."
    assert key in fields(text)


def test_a_closing_line_never_takes_the_whole_text() -> None:
    assert body("© 2021 Le Phare") == "© 2021 Le Phare"


@given(st.text(alphabet=st.sampled_from(list('date title source: 2021-4\n"«»()—–|#*éA年\u00a0\ufeffRBT,.©/'))))
def test_any_text_has_a_body_within_it(text: str) -> None:
    header = read_header(text)
    check(text, header)
    assert header == read_header(text)


@pytest.mark.parametrize(
    "unit", ["a", " ", "\n", "date ", "date 2021-11 ", "title A ", "Key: v\n", "---\n", "RABAT, ", "(AFP) ", "©\n", "Par A ", '"', "A. "]
)
def test_long_monotonous_texts_take_no_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    check(text, read_header(text))
    assert re.compile("").match(text)
