"""Made sentences: contractions, Russian cases and slots."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsetl.reference import load_reference
from newsetl.training.names_contractions import contract
from newsetl.training.names_data import Annotated
from newsetl.training.names_russian import decline
from newsetl.training.names_silver import Silver
from newsetl.training.names_templates import read_cyrillic, read_organisations, read_templates

SEEDS = Path(__file__).parents[2] / "seeds"
CORPUS = [
    Annotated("own", "en", "Anna Keller and the Globe", [(0, 11, "PER"), (20, 25, "ORG")]),
    Annotated("own", "en", "Leeds", [(0, 5, "LOC")]),
]


@pytest.mark.parametrize(
    ("language", "apart", "joined"),
    [
        ("fr", "Selon de le Conseil de Amiens", "Selon du Conseil d'Amiens"),
        ("fr", "venu de Le Mans", "venu de Le Mans"),
        ("it", "il capo di la Procura a il porto", "il capo della Procura al porto"),
        ("it", "la sede di l'Ospedale", "la sede dell'Ospedale"),
        ("es", "la casa de el alcalde", "la casa del alcalde"),
        ("en", "the hall of the mayor", "the hall of the mayor"),
    ],
)
def test_preposition_and_article_are_drawn_together_and_names_keep_their_place(language: str, apart: str, joined: str) -> None:
    last = apart.split(" ")[-1].split("'")[-1]
    text, names = contract(apart, [(len(apart) - len(last), len(apart), "LOC")], language)
    assert text == joined
    assert [text[a:b] for a, b, _ in names] == [last]


@pytest.mark.parametrize(
    ("name", "female", "person", "forms"),
    [
        ("Анна Петрова", True, True, "Анны Петровой, Анне Петровой, Анной Петровой, Анне Петровой, Анну Петрову"),
        ("Иван Орлов", False, True, "Ивана Орлова, Ивану Орлову, Иваном Орловым, Иване Орлове, Ивана Орлова"),
        ("Адам Покровский", False, True, "Адама Покровского, Адаму Покровскому, Адамом Покровским, Адаме Покровском, Адама Покровского"),
        ("Дели", False, False, "Дели, Дели, Дели, Дели, Дели"),
        ("Флоренция", False, False, "Флоренции, Флоренции, Флоренцией, Флоренции, Флоренцию"),
        ("Красное море", False, False, "Красного моря, Красному морю, Красным морем, Красном море, Красное море"),
    ],
)
def test_russian_names_take_cases_by_their_endings(name: str, female: bool, person: bool, forms: str) -> None:
    assert ", ".join(decline(name, case, female, person) for case in range(5)) == forms


def test_an_institution_is_named_without_its_article_and_a_treaty_is_no_place() -> None:
    texts = Silver(CORPUS, load_reference(SEEDS)).texts("fr", len(read_templates("fr")["sentences"]))
    found = {item.text[a:b] for item in texts for a, b, kind in item.names if kind == "ORG"}
    assert "Commission" in found
    assert not any(name.startswith(("la ", "le ")) for name in found)
    treaties = [item for item in texts if item.text.startswith(("Le traité de", "Le traité d'"))]
    assert treaties
    assert not any(item.names for item in treaties)


def test_no_slot_is_left_and_none_is_unknown() -> None:
    silver = Silver(CORPUS, load_reference(SEEDS))
    for language in ("fr", "en", "de", "es", "it", "nl", "pt", "ru"):
        for item in silver.texts(language, len(read_templates(language)["sentences"])):
            assert not set("{}|") & set(item.text), item.text


def test_lists_hold_single_clean_words() -> None:
    for name, forms in {**read_cyrillic(), "organisations": read_organisations()}.items():
        assert forms, name
        assert all(form == form.strip() and form for form in forms), name
        if name != "place":
            assert not any(" " in form for form in forms), name
