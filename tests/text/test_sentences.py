"""Sentences end where readers say so; blocks keep their kind; time grows with the length of the text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsetl.text.sentences import split_sentences


def split(text: str, language: str = "fr") -> list[str]:
    return [text[s.char_start : s.char_end] for s in split_sentences(text, language)]


def kinds(text: str, language: str = "fr") -> list[tuple[str, str]]:
    return [(s.kind, text[s.char_start : s.char_end]) for s in split_sentences(text, language)]


# One string a sentence; joined by a space they must come apart in the same places.
TOGETHER = {
    "fr": [
        ["M. Brunel a reçu Mme Ferrand.", "MM. Petit et Roy étaient absents."],
        ["Le Pr. Colin et J.-P. Morel ont signé.", "Me Lefort plaide."],
        ["«Nous partons.", "Il est tard», a dit le maire.", "Puis plus rien."],
        ["« Est-ce vrai ? » demande-t-il.", "Personne ne répond."],
        ["Il parle des habitants (....) et de leurs [vieux] chemins.", "Elle se tait."],
        ["L'accord de l'été [2019] tient.", "L’usine d'en face ferme."],
        ["Le roi s'appelait Louis XVI.", "Il a régné."],
        ["La borne date du IIe siècle av. J.-C. et du suivant.", "Elle penche."],
        ["Le match débute à 20 h.", "Le stade est plein."],
        ["Cf. l'art. 12 du code.", "Voir p. 4 et n° 7."],
        ["Le fleuve a débordé.", "à midi, la digue a cédé."],
        ["C'est fini...", "Le rideau tombe."],
        ["C'est... comment dire... fini."],
    ],
    "en": [
        ["Mr. Hale met Dr. Ito in the U.S. on Monday.", "They left at 5 p.m.", "No one spoke."],
        ["J. R. Marsh of Wells & Co. Ltd. said no."],
        ["He left the U.S.", "The reason is unclear."],
        ['"Stop!" she cried.', '"Why?"'],
        ["“It rained.", "We stayed in,” he said.", "Then it stopped."],
        ["The firm paid $2.5 m. in 2019, e.g. to Acme Inc. and others."],
        ["He said he wasn't.", "She sang with Jay-Z.", "Nobody heard Lea Sen.", "I did."],
        ["iPhone sales fell.", "iPad sales rose."],
    ],
    "de": [
        ["Am 1. Januar beginnt das 21. Jahrhundert.", "Der 3. Versuch gelang am 4. Mai."],
        ["Ludwig XIV. König von Frankreich.", "Er regierte lange."],
        ["Das gilt z. B. für Obst u. a. Waren.", "Prof. Dr. Lang kam um 1600 v. Chr. nicht vor."],
        ["„Wir gehen.“", "Dann schwieg er."],
        ["Das war im Jahr 2010.", "Der Bau dauerte."],
    ],
    "es": [["El Sr. Gil habló con la Dra. Paz.", "¿Vendrá?", "¡Claro!", "EE. UU. no respondió."]],
    "it": [["Il dott. Neri arriva.", "L'on. Bassi no."]],
    "pt": [["O Sr. Melo saiu.", "A Dra. Luz ficou na Av. Central, n. 5."]],
    "nl": [["Dhr. Bakker kwam o.a. met mr. de Wit.", "'s Avonds ging hij."]],
    "pl": [["Prof. Nowak urodził się w 1950 r.", "Mieszka przy ul. Długiej, tj. blisko."]],
    "ru": [["Город основан в 1800 г.", "Он стоит у реки, т. е. у воды.", "И. П. Орлов там жил."]],
    "tr": [["Prof. Dr. Demir 19. yüzyılı anlattı.", "Salon doluydu."]],
    "ar": [["وصل د. سالم إلى المدينة.", "هل يبقى؟", "لا أحد يعرف؛ ربما يعود."]],
    "hi": [["वह घर गया।", "क्या वह आएगा?", "कोई नहीं जानता।"]],
}


@pytest.mark.parametrize(("language", "sentences"), [(k, v) for k, many in TOGETHER.items() for v in many])
def test_sentences_come_apart_where_they_were_joined(language: str, sentences: list[str]) -> None:
    assert split(" ".join(sentences), language) == sentences


def test_scripts_without_spaces() -> None:
    for language, sentences in (
        ("zh", ["天气很好。", "我们去公园！", "“你来吗？”他问。", "好的。"]),
        ("ja", ["雨だ。", "「帰ろう。」と彼は言った。", "終わり。"]),
    ):
        assert split("".join(sentences), language) == sentences
    thai = "วันนี้อากาศดีมากและเราจะไปเที่ยวที่สวนสาธารณะกัน " * 8
    parts = split(thai, "th")
    assert 1 < len(parts) < 8
    assert "".join(parts).replace(" ", "") == thai.replace(" ", "")


def test_numbers_and_addresses_hold_together() -> None:
    for text in ("Il a payé 2.700.000 F à Bladi.net", "Voir www.exemple.fr et a.b@exemple.fr", "Le 3.5 est sorti"):
        assert split(text) == [text]


def test_a_forgotten_space_still_ends() -> None:
    assert split("Le maire est parti.Le conseil reste.") == ["Le maire est parti.", "Le conseil reste."]
    assert split("Le site Exemple.Com ferme.") == ["Le site Exemple.Com ferme."]


def test_a_long_enumeration_is_counted_by_item() -> None:
    numbers = ("un", "deux", "trois", "quatre")
    items = [f"l'association numéro {n} des anciens habitants de la grande vallée" for n in numbers]
    assert split(" ; ".join(items) + ".") == [*(item + " ;" for item in items[:-1]), items[-1] + "."]
    assert len(split("Il y avait du pain ; du vin ; du sel ; de l'eau.")) == 1


def test_kinds_of_blocks() -> None:
    text = (
        "Le port rouvre ses quais\n\nPar Anne Duval, à Brest\n\nLe port a rouvert lundi. Les bateaux reviennent.\n\n"
        "Photo : le quai nord\n\nUn chantier long\n\n- Deux ans de travaux.\n- Trois grues.\n\n"
        "Lire aussi : Le port en dix dates\n\nQui paiera ?\n\nLa ville a promis de payer."
    )
    assert kinds(text) == [
        ("heading", "Le port rouvre ses quais"),
        ("byline", "Par Anne Duval, à Brest"),
        ("sentence", "Le port a rouvert lundi."),
        ("sentence", "Les bateaux reviennent."),
        ("caption", "Photo : le quai nord"),
        ("heading", "Un chantier long"),
        ("list_item", "- Deux ans de travaux."),
        ("list_item", "- Trois grues."),
        ("link", "Lire aussi : Le port en dix dates"),
        ("heading", "Qui paiera ?"),
        ("sentence", "La ville a promis de payer."),
    ]


def test_words_of_links_may_open_sentences() -> None:
    assert kinds("Watch what happens next, he said.\nThey did.", "en")[0][0] == "sentence"
    assert kinds("Read more: The harbour in ten dates\nThey did.", "en")[0][0] == "link"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour was opened again on Monday after two years of\nwork that had cost the city more than it had wished to\n"
        "pay. Boats are coming back to the northern quay, where the\nold cranes stand.\n\n"
        "Nobody knows who will pay for the rest of it, but the\nmayor "
        "has promised an answer."
    )
    parts = split(text, "en")
    assert len(parts) == 3
    assert parts[1].startswith("Boats are coming")
    assert parts[1].endswith("cranes stand.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028"])
def test_line_ends_of_every_kind_end_blocks(end: str) -> None:
    long = "Une phrase assez longue pour ne pas être un titre, et qui ne finit pas, car il lui manque le point final"
    assert len(split(f"Un titre{end}{long}{end}Une autre ligne.")) == 3


def test_only_the_body_is_read() -> None:
    text = "date 2021-11 Un début. Une suite. Une fin."
    assert [text[s.char_start : s.char_end] for s in split_sentences(text, "fr", 13, 33)] == ["Un début.", "Une suite."]
    assert split_sentences("", "fr") == []
    assert split_sentences(" \n\t ", "und") == []


@pytest.mark.parametrize("path", ["000_64bc9f940663e16d.txt", "004_1417323edd8db31a.txt"])
def test_seed_documents_have_nineteen_sentences_and_headings(shared: Path, path: str) -> None:
    text = (shared / "seeds" / path).read_text(encoding="utf-8")
    found = split_sentences(text, "fr", len(" date 2021-11 ") if text.startswith(" date") else 0)
    assert len(found) == 19
    assert {s.kind for s in found} <= {"sentence", "heading"}


ALPHABET = st.sampled_from(list(".!?…。؟\"'«»“”()[];:,-–— \n\r\t\u00a0aBéÉ1M漢ع\u200b\ufeff\ud800😀"))


@given(st.text(ALPHABET, max_size=80), st.sampled_from(["fr", "en", "de", "nl", "zh", "ar", "th", "und"]))
def test_spans_are_ordered_clipped_and_lose_nothing(text: str, language: str) -> None:
    found = split_sentences(text, language)
    kept = ""
    place = 0
    for sentence in found:
        surface = text[sentence.char_start : sentence.char_end]
        assert place <= sentence.char_start < sentence.char_end <= len(text)
        assert surface == surface.strip()
        assert not text[place : sentence.char_start].strip()
        place = sentence.char_end
        kept += surface
    assert not text[place:].strip()
    assert split_sentences(text, language) == found


WIDE = "abcdefghijklmnopqrstuvwxyz"
HOSTILE = [
    *(".", '"', "(", " ", "A. ", "\n", "a\n", '. "', ".)", "!", "« ", "; ", "M. ", "1. ", "。", "。“", "a.A", ". "),
    *("Par A ", "…", "- ", WIDE + ". A ", WIDE + ". a ", WIDE + ".A", WIDE + "\n", "\u00a0A.\u00a0", WIDE + " ; "),
]


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        split_sentences(text, "fr")
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_take_time_in_proportion_to_their_length(unit: str) -> None:
    """Eight times the text may take eight times the time; quadratic work would take sixty-four times."""
    small = "x" + unit * (12_000 // len(unit)) + "x"
    large = "x" + unit * (96_000 // len(unit)) + "x"
    floor = 0.002  # seconds: below it the clock says nothing
    assert _seconds(large) <= 24 * max(_seconds(small), floor)
