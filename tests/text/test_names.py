"""Names: persons with title and role, organisations, countries told by nationalities and capitals; what is no name."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from newsetl.reference import load_reference
from newsetl.text.model import Mention, Sentence
from newsetl.text.names import NameFinder, name_key
from newsetl.text.names_tokens import pieces

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    return NameFinder(load_reference(SEEDS))


def find(finder: NameFinder, text: str, language: str = "fr") -> list[Mention]:
    return finder.find(text, [Sentence(0, len(text), "sentence")], language)


def surfaces(text: str, mentions: list[Mention], kind: str) -> list[str]:
    return [text[m.char_start : m.char_end] for m in mentions if m.kind == kind]


def one(text: str, mentions: list[Mention], surface: str) -> Mention:
    return next(m for m in mentions if text[m.char_start : m.char_end] == surface)


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("M. Dupont", "dupont"),
        ("l'Algérie", "algerie"),
        ("l’Algérie", "algerie"),
        ("Anne Maddy-Weiss", "anne maddy weiss"),
        ("Le Pen", "le pen"),
        ("les Verts", "verts"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Андрей Ёлкин", "андрей елкин"),
        ("...", ""),
    ],
)
def test_the_key_of_a_name_has_no_case_accents_titles_or_marks(surface: str, key: str) -> None:
    assert name_key(surface) == key


def test_a_key_is_its_own_key() -> None:
    for surface in ("Dr. Élise Le Goff", "O’Kane", "Société d'Aménagement", "Северо-Запад"):
        assert name_key(name_key(surface)) == name_key(surface)


@pytest.mark.parametrize(
    "text", ["", " \n\tA", "M. Élan a dit « oui »…", "l’eau,d'où? 1.5 J.-P. F.\u00adx", "🙂 Zoé's\u200b x_y __ a'b'c", "É\u0301 e\u0301"]
)
def test_the_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


def test_spans_are_code_points_of_the_whole_text(finder: NameFinder) -> None:
    text = "🙂🙂 en-tête\n\nLe président Emmanuel Macron est arrivé à Alger."
    start = text.index("Le")
    mentions = finder.find(text, [Sentence(start, len(text), "sentence")], "fr", start, len(text))
    assert "Emmanuel Macron" in surfaces(text, mentions, "person")
    assert all(m.name_key == name_key(text[m.char_start : m.char_end]) for m in mentions)


def test_a_role_before_and_after_the_name_is_kept_as_written(finder: NameFinder) -> None:
    text = "La ministre danoise de la Santé Karen Lund a reçu Paul Ferrand, directeur du musée de Lille, et le général Jean Morel."
    mentions = find(finder, text)
    assert one(text, mentions, "Karen Lund").role == "ministre danoise de la Santé"
    assert one(text, mentions, "Paul Ferrand").role == "directeur du musée de Lille"
    assert one(text, mentions, "Jean Morel").title == "général"


@pytest.mark.parametrize(
    ("text", "language", "name", "role"),
    [
        ("She became an MP - so Peter Morland and I were colleagues.", "en", "Peter Morland", None),
        ("Peter Morland, spokesman set out the plan on Monday.", "en", "Peter Morland", "spokesman"),
        ("Peter Morland, chief executive of Norwell Bank, said no.", "en", "Peter Morland", "chief executive of Norwell Bank"),
        ("The chief executive Peter Morland said no.", "en", "Peter Morland", "chief executive"),
        ("The director mostly avoided Peter Morland on Monday.", "en", "Peter Morland", None),
        ("The doctor's use of Peter Morland was criticised.", "en", "Peter Morland", None),
        ("Il est le premier président à rencontrer M. Paul Ferrand.", "fr", "Paul Ferrand", None),
        ("Paul Ferrand, directeur du musée a fermé la porte.", "fr", "Paul Ferrand", "directeur du musée"),
        ("Paul Ferrand, président de la région Est, a parlé.", "fr", "Paul Ferrand", "président de la région Est"),
    ],
)
def test_a_role_ends_before_a_verb_or_a_dash(finder: NameFinder, text: str, language: str, name: str, role: str | None) -> None:
    assert one(text, find(finder, text, language), name).role == role


def test_a_surname_is_a_form_of_the_full_name_of_its_document(finder: NameFinder) -> None:
    text = "Benoît Castanet a parlé mardi. M. Castanet a promis des emplois. Pour Castanet, rien ne presse."
    mentions = find(finder, text)
    assert {m.entity_key for m in mentions if m.kind == "person"} == {"benoit castanet"}
    assert one(text, mentions, "Castanet").title == "M."
    assert one(text, mentions, "Castanet").gender == "m"


def test_two_full_names_with_one_surname_stay_apart(finder: NameFinder) -> None:
    text = "Paul Vasseur et Anne Vasseur sont venus. Mme Vasseur a parlé. M. Vasseur s'est tu."
    mentions = [m for m in find(finder, text) if m.kind == "person"]
    assert [m.entity_key for m in mentions] == ["paul vasseur", "anne vasseur", "anne vasseur", "paul vasseur"]


def test_an_acronym_is_a_form_of_its_expansion(finder: NameFinder) -> None:
    text = "Les Forces de défense israéliennes (FDI) ont confirmé. Selon les FDI, le calme est revenu."
    mentions = [m for m in find(finder, text) if m.kind == "organisation"]
    assert len(mentions) == 3
    assert {m.entity_key for m in mentions} == {"forces de defense israeliennes"}
    assert mentions[1].usage == "acronym"


def test_a_nationality_counts_for_its_country_and_is_marked(finder: NameFinder) -> None:
    text = "Des experts israélo-marocains et des élus algériens ont discuté avec les Turcs."
    mentions = [m for m in find(finder, text) if m.kind == "people"]
    assert [m.country for m in mentions] == ["ISR", "MAR", "DZA", "TUR"]
    assert mentions[-1].usage == "demonym"
    assert mentions[0].usage == "adjective"
    assert text[mentions[0].char_start : mentions[0].char_end] == "israélo"


def test_a_language_is_no_people(finder: NameFinder) -> None:
    assert not [m for m in find(finder, "Le livre est paru en portugais.") if m.kind == "people"]


def test_a_capital_that_acts_stands_for_its_government(finder: NameFinder) -> None:
    text = "Selon Rabat, rien ne change. Le ministre est arrivé à Alger."
    mentions = find(finder, text)
    assert (one(text, mentions, "Rabat").usage, one(text, mentions, "Rabat").country) == ("metonym", "MAR")
    assert one(text, mentions, "Alger").kind == "place"


def test_what_a_minister_is_in_charge_of_is_no_organisation(finder: NameFinder) -> None:
    text = "Le ministre de la Défense est venu. La ministre suédoise de l'Intérieur aussi."
    assert surfaces(text, find(finder, text), "organisation") == []


def test_sentence_starts_months_and_common_words_are_no_names(finder: NameFinder) -> None:
    text = "Les élus sont venus. Selon eux, rien ne presse. Depuis Janvier, Internet va mal. Mardi, ils votent. Aucun ne sait."
    assert [m for m in find(finder, text) if m.kind != "people"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Je sais comment la Commission gère et évalue ces programmes.",
        "Une Commission évalue, un Parlement contrôle.",
        "Nous savons que la Commission qui décide depuis des années hésite.",
    ],
)
def test_an_organisation_does_not_go_on_over_a_verb(finder: NameFinder, text: str) -> None:
    assert "Commission" in surfaces(text, find(finder, text), "organisation")
    adjective = "Nous savons que la Commission européenne et les Nations unies hésitent."
    assert {"Commission européenne", "Nations unies"} <= set(surfaces(adjective, find(finder, adjective), "organisation"))


def test_what_is_called_a_company_is_one_whatever_its_name(finder: NameFinder) -> None:
    text = "La société Vasseur va supprimer 80 emplois près de Nancy, sur la RD 913."
    mentions = find(finder, text)
    assert surfaces(text, mentions, "organisation") == ["Vasseur"]
    assert surfaces(text, mentions, "person") == []


def test_links_and_capital_headings_give_no_names(finder: NameFinder) -> None:
    text = "Lire aussi : Emmanuel Macron à Alger\nUNE LARGE VICTOIRE\nRien."
    sentences = [Sentence(0, 36, "link"), Sentence(37, 55, "heading"), Sentence(56, 61, "sentence")]
    assert finder.find(text, sentences, "fr") == []


def test_scripts_without_capitals_are_read_from_the_lists(finder: NameFinder) -> None:
    text = "قال إيمانويل ماكرون إن المغرب شريك."
    mentions = find(finder, text, "ar")
    assert "إيمانويل ماكرون" in surfaces(text, mentions, "person")
    assert "MAR" in {m.country for m in mentions}


@pytest.mark.parametrize(
    ("language", "text", "person", "place"),
    [
        ("en", "The minister John Harrison said on Monday that he would travel to Berlin.", "John Harrison", "Berlin"),
        ("de", "Der Minister Thomas Becker sagte am Montag in Berlin, er werde bleiben.", "Thomas Becker", "Berlin"),
        ("es", "El ministro Carlos Fernández dijo el lunes en Madrid que no dimitirá.", "Carlos Fernández", "Madrid"),
        ("it", "Il ministro Marco Bianchi ha detto lunedì a Milano che resterà.", "Marco Bianchi", "Milano"),
        ("pt", "O ministro Carlos Pereira disse na segunda-feira em Lisboa que fica.", "Carlos Pereira", "Lisboa"),
        ("nl", "Minister Jan de Vries zei maandag in Amsterdam dat hij blijft.", "Jan de Vries", "Amsterdam"),
        ("ru", "Министр Владимир Петров заявил в понедельник в Москве, что останется.", "Владимир Петров", "Москве"),
    ],
)
def test_plain_news_is_read_in_every_language(finder: NameFinder, language: str, text: str, person: str, place: str) -> None:
    mentions = find(finder, text, language)
    assert person in surfaces(text, mentions, "person")
    assert place in surfaces(text, mentions, "place")


def test_the_same_text_gives_the_same_names_in_any_order(finder: NameFinder) -> None:
    texts = ["Paul Vasseur est à Lille.", "Anne Morel est à Nantes.", "Le Sénat vote."]
    forward = [find(finder, text) for text in texts]
    again = NameFinder(load_reference(SEEDS))
    assert [find(again, text) for text in reversed(texts)] == forward[::-1]


@pytest.mark.parametrize("unit", ["a", '"', "(", " ", "A. ", "\n", "1.", "Aa ", "a'", "_", "A-", "Paul Morel, ", "ministre de ", "É\u0301"])
def test_long_runs_of_one_thing_take_linear_time(finder: NameFinder, unit: str) -> None:
    text = unit * (60_000 // len(unit))
    started = time.process_time()
    find(finder, text)
    assert time.process_time() - started < 6


def test_the_version_follows_the_lists(finder: NameFinder) -> None:
    reference = load_reference(SEEDS)
    changed = {name: list(rows) for name, rows in reference.tables.items()}
    changed["titles"] = [*changed["titles"], {"form": "vizir", "language": "fr", "kind": "function", "gender": "m"}]
    other = NameFinder(type(reference)(changed))
    assert other.version("fr") != finder.version("fr")
    assert other.version("de") == finder.version("de")


def test_a_curated_surname_alone_is_its_person_but_not_inside_another_name(finder: NameFinder) -> None:
    text = "La présidence Macron commence."
    assert "Macron" in surfaces(text, find(finder, text), "person")
    other = "La veille, Zorbak Macron est parti."
    assert "Macron" not in surfaces(other, find(finder, other), "person")


def test_a_single_word_that_nothing_supports_counts_less_than_even(finder: NameFinder) -> None:
    text = "M. Vakrouz est venu. Hier, Drolmek a répondu."
    mentions = find(finder, text)
    assert one(text, mentions, "Vakrouz").confidence > 0.5
    assert all(m.confidence < 0.5 for m in mentions if text[m.char_start : m.char_end] == "Drolmek" and m.kind == "person")
