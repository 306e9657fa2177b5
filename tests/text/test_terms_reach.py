"""An edited term is found in every text that may hold it."""

from __future__ import annotations

import re

import pytest

from newsetl.text.terms_reach import MOST_TERMS, pattern
from newsetl.text.terms_words import fold


def matches(term: str, language: str, text: str) -> bool:
    found = pattern([{"term": term}], language)
    return found is None or re.search(found, fold(text)) is not None


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("fr", "cheval", "Les chevaux sont rentrés."),
        ("fr", "règlement intérieur", "Des RÈGLEMENTS intérieurs"),
        ("en", "goose", "Two geese crossed the road."),
        ("de", "Mühle", "Die alten Muehlen stehen still."),
        ("de", "Straßenbau", "der STRASSENBAU"),
        ("ru", "шахта", "на шахтах области"),
        ("es", "huelga general", "las huelgas generales"),
        ("zh", "战争", "这场战争"),
        ("pl", "wojna", "wojna"),
    ],
)
def test_texts_with_a_form_of_the_term_are_found(language: str, term: str, text: str) -> None:
    assert matches(term, language, text)


@pytest.mark.parametrize(("language", "term"), [("fr", "cheval"), ("en", "goose"), ("de", "Straßenbau"), ("zh", "战争")])
def test_other_texts_are_spared(language: str, term: str) -> None:
    assert not matches(term, language, "Il pleut, and nothing else ist passiert")


def test_any_text_may_be_concerned_where_beginnings_do_not_tell_or_the_list_is_another() -> None:
    assert pattern([{"term": "oorlog"}], "nl") is None
    assert pattern([{"term": "حرب"}], "ar") is None
    assert pattern([{"term": "goose"}] * (MOST_TERMS + 1), "en") is None
