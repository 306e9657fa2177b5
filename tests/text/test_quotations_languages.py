"""Quotations by language: each language's marks, dashes and cues, in sentences that news of it would print."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from newsetl.reference import Reference
from newsetl.text.quotations import QuotationFinder
from spoken import only, read, who


@pytest.fixture(scope="module")
def finder(repository: Path) -> QuotationFinder:
    with (repository / "seeds" / "cue_verbs.csv").open(encoding="utf-8", newline="") as lines:
        return QuotationFinder(Reference({"cue_verbs": list(csv.DictReader(lines))}))


WORDS = {
    "fr": "Le pont restera fermé tout l'hiver",
    "es": "El puente sigue cerrado todo el invierno",
    "de": "Die Brücke bleibt den ganzen Winter zu",
    "it": "Il ponte resta chiuso tutto l'inverno",
    "pt": "A ponte fica fechada todo o inverno",
}
NAME = {"fr": "Jeanne Morel", "es": "Ana Ruiz", "de": "Anna Schmidt", "it": "Carla Bianchi", "pt": "Rui Costa"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "«{words}», a déclaré mardi {name}."),
        ("fr", "« {words} », a déclaré mardi soir la maire, {name}."),
        ("fr", "La maire de la ville, {name}, a déclaré : « {words} »."),
        ("es", "«{words}», afirmó {name}."),
        ("es", "“{words}”, ha dicho {name} a la prensa."),
        ("es", '"{words}", explicó ayer {name}.'),
        ("es", "«{words}», explicó el lunes {name}."),
        ("es", "“{words}”, respondió la alcaldesa, {name}."),
        ("es", "{name} señaló: «{words}»."),
        ("es", "Hablaron un rato.\n—{words} —dijo {name}—. Y calló."),
        ("de", "„{words}“, sagte {name} der Zeitung."),
        ("de", "»{words}«, sagte am Montag {name}."),
        ("de", "«{words}», sagte gestern {name} dem Sender."),
        ("de", '"{words}", hat {name} erklärt.'),
        ("de", "‚{words}‘, sagte {name}."),
        ("de", "„{words}“, so {name} weiter."),
        ("de", "{name}, die Bürgermeisterin, sagte: „{words}“"),
        ("it", "«{words}», afferma {name}."),
        ("it", "“{words}”, ha spiegato ieri {name}."),
        ("it", '"{words}", ha detto il sindaco, {name}.'),
        ("it", "{name} ha risposto: «{words}»."),
        ("it", "Parlarono a lungo.\n– {words} – disse {name}."),
        ("pt", "“{words}”, afirmou {name}."),
        ("pt", "«{words}», disse nesta segunda-feira {name}."),
        ("pt", '"{words}", disse o ministro {name}.'),
        ("pt", "Falaram muito.\n— {words} — disse {name}."),
    ],
)
def test_direct_speech_in_the_marks_of_its_language(finder: QuotationFinder, language: str, sentence: str) -> None:
    text = sentence.format(words=WORDS[language], name=NAME[language])
    quotation = only(read(finder, text, language))
    assert text[quotation.char_start : quotation.char_end] == WORDS[language] == quotation.text
    assert who(text, quotation) == NAME[language].lower()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "«Nous partirons demain, a assuré Jeanne Morel, si le temps le permet.»", "Nous partirons demain, si le temps le permet."),
        ("fr", "«Nous partons – assure Jeanne Morel – si le temps le permet.»", "Nous partons si le temps le permet."),
        ("es", "«El puente —explicó Ana Ruiz— sigue cerrado todo el invierno».", "El puente sigue cerrado todo el invierno"),
        ("es", "«El puente», explicó Ana Ruiz, «sigue cerrado todo el invierno».", "El puente sigue cerrado todo el invierno"),
        ("de", "„Die Brücke“, sagte Anna Schmidt, „bleibt den ganzen Winter zu.“", "Die Brücke bleibt den ganzen Winter zu."),
        ("it", "«Il ponte - ha detto Carla Bianchi - resta chiuso tutto l'inverno».", "Il ponte resta chiuso tutto l'inverno"),
        ("it", "«Il ponte – spiega Carla Bianchi – resta chiuso tutto l'inverno».", "Il ponte resta chiuso tutto l'inverno"),
        ("pt", "“A ponte”, disse Rui Costa, “fica fechada todo o inverno”.", "A ponte fica fechada todo o inverno"),
    ],
)
def test_a_cue_set_in_tells_who_speaks_and_is_no_part_of_the_words(
    finder: QuotationFinder, language: str, text: str, words: str
) -> None:
    quotation = only(read(finder, text, language))
    assert (quotation.text, who(text, quotation)) == (words, NAME[language].lower())


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("fr", "Pour Jeanne Morel, le pont est trop vieux.", "le pont est trop vieux", "Jeanne Morel"),
        ("es", "De acuerdo con Ana Ruiz, el puente sigue cerrado.", "el puente sigue cerrado", "Ana Ruiz"),
        ("es", "El puente sigue cerrado, informó Ana Ruiz.", "El puente sigue cerrado", "Ana Ruiz"),
        ("es", "Para Ana Ruiz, el puente es demasiado viejo.", "el puente es demasiado viejo", "Ana Ruiz"),
        ("de", "Laut Anna Schmidt bleibt die Brücke zu.", "bleibt die Brücke zu", "Anna Schmidt"),
        ("de", "Laut dem Bericht des Ministeriums bleibt die Brücke zu.", "bleibt die Brücke zu", "dem Bericht des Ministeriums"),
        ("de", "Nach Angaben von Anna Schmidt bleibt die Brücke zu.", "bleibt die Brücke zu", "Anna Schmidt"),
        ("de", "Wie die Polizei am Montag mitteilte, bleibt die Brücke zu.", "bleibt die Brücke zu", "die Polizei"),
        ("de", "Die Brücke bleibt zu, wie Anna Schmidt mitteilte.", "Die Brücke bleibt zu", "Anna Schmidt"),
        ("de", "Anna Schmidt sagte, die Brücke bleibe zu.", "die Brücke bleibe zu", "Anna Schmidt"),
        ("it", "Per Carla Bianchi, il ponte è troppo vecchio.", "il ponte è troppo vecchio", "Carla Bianchi"),
        ("it", "Il ponte resta chiuso, ha spiegato Carla Bianchi.", "Il ponte resta chiuso", "Carla Bianchi"),
        ("pt", "De acordo com Rui Costa, a ponte fica fechada.", "a ponte fica fechada", "Rui Costa"),
        ("pt", "A ponte fica fechada, disse Rui Costa.", "A ponte fica fechada", "Rui Costa"),
    ],
)
def test_reported_speech_by_the_cues_of_its_language(
    finder: QuotationFinder, language: str, text: str, words: str, speaker: str
) -> None:
    quotation = only(read(finder, text, language), "indirect")
    assert (quotation.text, quotation.speaker_surface) == (words, speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Pour éviter le retour de Jeanne Morel, le port a fermé."),
        ("es", "Para evitar el regreso de Ana Ruiz, el puerto cerró."),
        ("it", "Per evitare il ritorno di Carla Bianchi, il porto ha chiuso."),
        ("de", "Er rief laut um Hilfe, bis die Polizei kam."),
        ("de", "Das war so Anna Schmidt und nicht anders."),
    ],
)
def test_small_words_that_are_no_cue_report_nothing(finder: QuotationFinder, language: str, text: str) -> None:
    assert read(finder, text, language) == []


def test_a_cue_that_opens_a_line_of_a_windows_file_has_no_subject_before_it(finder: QuotationFinder) -> None:
    text = "Son las seis, -’\r\ndijo que (» el plan sigue."
    assert {quotation.speaker_surface for quotation in read(finder, text, "es")} == {None}


def test_the_object_of_a_verb_within_the_marks_does_not_speak(finder: QuotationFinder) -> None:
    text = "Selon Jeanne Morel, «le lait maternel protège l'enfant, prévient les maladies, rassure les parents»."
    assert who(text, only(read(finder, text, "fr"))) == "jeanne morel"
