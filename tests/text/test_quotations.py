"""Quotations: what is speech, where it begins and ends, who speaks; hostile and broken marks."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest

from newsetl.reference import Reference
from newsetl.text.model import Sentence
from newsetl.text.quotations import LANGUAGES, QuotationFinder
from newsetl.text.quotations_inflect import verb_forms
from newsetl.text.sentences import split_sentences
from spoken import mentions_of, only, read, who


@pytest.fixture(scope="module")
def finder(repository: Path) -> QuotationFinder:
    with (repository / "seeds" / "cue_verbs.csv").open(encoding="utf-8", newline="") as lines:
        return QuotationFinder(Reference({"cue_verbs": list(csv.DictReader(lines))}))


WHOLE = "nous partirons demain avec les autres"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("«", "»"), ("« ", " »"), ("‹", "›"), ("“", "”"), ("„", "“"), ('"', '"'), ("''", "''"), ("'", "'"), ("‘", "’"), ("»", "«")],
)
def test_every_pair_of_marks_gives_the_words_between_them(finder: QuotationFinder, opening: str, closing: str) -> None:
    text = f"Le matin se lève. {opening}{WHOLE}{closing}, a dit Paul Durand."
    quotation = only(read(finder, text, "fr"))
    assert text[quotation.char_start : quotation.char_end] == WHOLE == quotation.text
    assert who(text, quotation) == "paul durand"


@pytest.mark.parametrize(
    ("language", "text", "cue", "speaker"),
    [
        ("fr", "«Le pont sera fermé tout l'hiver», a déclaré mardi à l'AFP Jeanne Morel.", "déclarer", "jeanne morel"),
        ("fr", "Jeanne Morel, maire et ancienne juge, a répondu : «Le pont sera fermé tout l'hiver».", "répondre", "jeanne morel"),
        ("fr", "Paul Durand est arrivé. «Le pont sera fermé tout l'hiver», a-t-il dit.", "dire", "paul durand"),
        ("fr", "Selon Jeanne Morel, le pont «sera fermé tout l'hiver».", "selon", "jeanne morel"),
        ("fr", "«Le pont sera fermé tout l'hiver.» Jeanne Morel, ingénieure, à l'AFP", None, "jeanne morel"),
        ("fr", "Le budget, indique Paul Durand, permettra «une reprise plus rapide des travaux».", "indiquer", "paul durand"),
        ("fr", "«Le pont sera fermé tout l'hiver.» C'est ce qu'affirme Jeanne Morel, ingénieure.", "affirmer", "jeanne morel"),
        ("fr", "Jeanne Morel publie une lettre, dans laquelle elle écrit : «Le pont sera fermé tout l'hiver».", "écrire", "jeanne morel"),
        ("en", '"The bridge stays shut all winter," said Ann Lee, who runs the port.', "say", "ann lee"),
        ("en", '"The bridge stays shut all winter," Ann Lee (R-Ohio) told reporters on Monday.', "tell", "ann lee"),
        ("en", 'Tom Reed spoke first. Ann Lee said: "The bridge stays shut all winter."', "say", "ann lee"),
        ("en", "“The bridge stays shut all winter.” — Ann Lee", None, "ann lee"),
        ("en", 'Ann Lee attacked the plan, saying it was "a gift to the shipping firms".', "say", "ann lee"),
        ("es", "«El puente sigue cerrado todo el invierno», dijo Ana Ruiz.", "decir", "ana ruiz"),
        ("de", "„Die Brücke bleibt den ganzen Winter zu“, sagte Anna Schmidt.", "sagen", "anna schmidt"),
        ("it", "«Il ponte resta chiuso tutto l'inverno», ha detto Carla Bianchi.", "dire", "carla bianchi"),
        ("pt", "“A ponte fica fechada todo o inverno”, disse Rui Costa.", "dizer", "rui costa"),
    ],
)
def test_the_speaker_is_the_subject_of_the_cue(
    finder: QuotationFinder, language: str, text: str, cue: str | None, speaker: str
) -> None:
    quotation = only(read(finder, text, language))
    assert (quotation.cue_lemma, who(text, quotation)) == (cue, speaker)


def test_a_speaker_that_only_a_phrase_describes_has_no_name(finder: QuotationFinder) -> None:
    quotation = only(read(finder, "«Le pont sera fermé tout l'hiver», a déclaré le ministère des Ponts.", "fr"))
    assert (quotation.speaker_surface, quotation.speaker_mention_no) == ("le ministère des Ponts", None)


def test_the_spokesman_of_a_person_is_not_that_person(finder: QuotationFinder) -> None:
    quotation = only(read(finder, '"The bridge stays shut all winter," said a spokesman for Ann Lee.', "en"))
    assert (quotation.speaker_surface, quotation.speaker_mention_no) == ("a spokesman for Ann Lee", None)


@pytest.mark.parametrize(("cue", "lemma"), [("a-t-on précisé", "préciser"), ("a-t-il été précisé", "préciser"), ("peut-on lire", "lire")])
def test_on_is_nobody(finder: QuotationFinder, cue: str, lemma: str) -> None:
    text = f"Paul Durand attend. Le pont, «qui n'a jamais été vraiment réparé», {cue}, sera fermé."
    quotation = only(read(finder, text, "fr"))
    assert (quotation.cue_lemma, quotation.speaker_surface, quotation.speaker_mention_no) == (lemma, None, None)


def test_a_conjunction_is_no_part_of_the_speaker(finder: QuotationFinder) -> None:
    assert only(read(finder, 'But Ann Lee, of the port, said: "The bridge stays shut."', "en")).speaker_surface == "Ann Lee"


def test_a_pronoun_agrees_with_its_name(finder: QuotationFinder) -> None:
    text = "Jeanne Morel a rencontré Paul Durand au port. «Le pont sera fermé tout l'hiver», a-t-elle dit."
    assert who(text, only(read(finder, text, "fr"))) == "jeanne morel"
    text = text.replace("elle", "il")
    assert who(text, only(read(finder, text, "fr"))) == "paul durand"


@pytest.mark.parametrize(
    ("phrase", "pronoun", "speaker"),
    [("A police spokeswoman", "he", "tom reed"), ("His father", "she", "ann lee"), ("A German man", "she", "ann lee")],
)
def test_an_unnamed_speaker_does_not_stand_in_the_way_of_the_other_pronoun(
    finder: QuotationFinder, phrase: str, pronoun: str, speaker: str
) -> None:
    text = f'Ann Lee met Tom Reed. {phrase} said: "The bridge stays shut." "Nobody will cross before the spring," {pronoun} said.'
    assert who(text, read(finder, text, "en")[-1]) == speaker


def test_a_pronoun_of_the_other_gender_is_not_who_spoke_last(finder: QuotationFinder) -> None:
    text = "Jeanne Morel arrive. «Le pont sera fermé tout l'hiver», a dit Paul Durand au port. «Il le sera moins longtemps», a-t-elle dit."
    assert who(text, read(finder, text, "fr")[-1]) == "jeanne morel"


def test_a_title_with_a_stop_does_not_end_the_sentence_of_a_cue(finder: QuotationFinder) -> None:
    text = '"The bridge stays shut," said the Rev. Tom Reed of the port church. "Nobody will cross before spring."'
    assert [who(text, quotation) for quotation in read(finder, text, "en")] == ["tom reed"] * 2


def test_speech_goes_on_after_its_cue(finder: QuotationFinder) -> None:
    text = '"The bridge stays shut all winter," said Ann Lee, head of the port. "Nobody will cross before spring."'
    first, second = read(finder, text, "en")
    assert (second.rule, who(text, second), second.speaker_surface) == ("continued", "ann lee", first.speaker_surface)


def test_a_cue_inside_the_marks_is_left_out_of_the_words_but_not_of_the_span(finder: QuotationFinder) -> None:
    text = "«Nous partirons demain, a-t-il assuré, si le temps le permet», a dit Paul Durand."
    quotation = only(read(finder, text, "fr"))
    assert quotation.text == "Nous partirons demain, si le temps le permet"
    assert text[quotation.char_start : quotation.char_end] == "Nous partirons demain, a-t-il assuré, si le temps le permet"


def test_one_sentence_around_its_cue_is_one_quotation(finder: QuotationFinder) -> None:
    text = '"My hope," Ann Lee said, "is that the bridge opens in spring."'
    quotation = only(read(finder, text, "en"))
    assert quotation.text == "My hope, is that the bridge opens in spring."
    assert text[quotation.char_start : quotation.char_end] == text[1:-1]


def test_several_sentences_and_nested_marks_stay_whole(finder: QuotationFinder) -> None:
    inside = "Nous sommes prêts. On m'a répondu “jamais de la vie”. Le pont attendra"
    quotation = only(read(finder, f"«{inside}», a dit Jeanne Morel.", "fr"))
    assert quotation.text == inside


def test_a_mark_that_opens_again_in_the_next_paragraph_carries_its_speaker_on(finder: QuotationFinder) -> None:
    text = '"The bridge stays shut all winter," said Ann Lee.\n\n"There is no other way to mend it.\n\n"We start on Monday."'
    quotations = read(finder, text, "en")
    assert [who(text, quotation) for quotation in quotations] == ["ann lee"] * 3
    assert [quotation.marks for quotation in quotations] == [None, "reopened", None]
    assert quotations[1].text == "There is no other way to mend it."


def test_a_mark_that_never_closes_is_bounded_and_marked(finder: QuotationFinder) -> None:
    text = "«Nous n'avons rien vu venir du tout, a dit Paul Durand.\n\n" + "La pluie tombait sur le port. " * 200
    quotation = only(read(finder, text, "fr"))
    assert (quotation.text, quotation.marks, who(text, quotation)) == ("Nous n'avons rien vu venir du tout", "unclosed", "paul durand")


def test_dialogue_after_dashes(finder: QuotationFinder) -> None:
    text = "Ils se regardent.\n— Je ne viendrai pas demain, répondit Jeanne Morel.\n— Et pourquoi donc ?\n— Il pleut, dit-elle.\nLa suite."
    assert [quotation.text for quotation in read(finder, text, "fr")] == ["Je ne viendrai pas demain", "Et pourquoi donc ?", "Il pleut"]
    assert read(finder, "Au menu :\n— Le pont et la route\n— Le port\n", "fr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Le film «Les Jours heureux» sort mercredi.",
        "Elle lit «Voyage au Bout de la Nuit» dans le train.",
        "Le général Durand, dit «le Vieux», est né à Lyon.",
        "Cet accord «sans précédent» entre en vigueur.",
        "Il se dit «inquiet».",
        "Un écran de 24\" et un autre de 27\" sont vendus.",
    ],
)
def test_titles_nicknames_and_words_set_apart_are_not_speech(finder: QuotationFinder, text: str) -> None:
    assert [quotation for quotation in read(finder, text, "fr") if quotation.kind == "direct"] == []


@pytest.mark.parametrize(
    "text",
    [
        'On "Talk of the Town," Ann Lee said the bridge would open in March.',
        'On radio\'s "Hardball," Ann Lee said the bridge would open in March.',
        'The "War On Waste" was never won, and Ann Lee said the bridge would open in March.',
    ],
)
def test_a_title_in_a_sentence_is_not_what_its_verb_reports(finder: QuotationFinder, text: str) -> None:
    quotation = read(finder, text, "en")
    assert [(q.kind, q.text, q.speaker_surface) for q in quotation] == [("indirect", "the bridge would open in March", "Ann Lee")]


def test_a_heading_between_marks_does_not_go_on_with_the_speech_before_it(finder: QuotationFinder) -> None:
    text = '"The bridge stays shut," said Ann Lee.\n\n\'No Way Across.\'\n\nThe old bridge was built in a year.'
    assert [quotation.text for quotation in read(finder, text, "en")] == ["The bridge stays shut,"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", 'Ann Lee said it was "unfair" to close the bridge.', 'it was "unfair" to close the bridge'),
        ("fr", "Jeanne Morel a dit que le pont était «trop vieux» pour rouvrir.", "le pont était «trop vieux» pour rouvrir"),
    ],
)
def test_reported_speech_with_a_word_between_marks_is_reported_speech(
    finder: QuotationFinder, language: str, text: str, words: str
) -> None:
    quotations = read(finder, text, language)
    assert [(quotation.kind, quotation.text) for quotation in quotations] == [("indirect", words)]


def test_what_is_reported_before_a_quotation_stands_beside_it(finder: QuotationFinder) -> None:
    text = 'Ann Lee said the bridge was too old. "Nobody should cross it before the spring."'
    reported, spoken = read(finder, text, "en")
    assert (reported.kind, spoken.kind, spoken.rule) == ("indirect", "direct", "preceding")
    assert who(text, reported) == who(text, spoken) == "ann lee"


def test_a_function_before_a_name_is_not_a_speaker_of_its_own(finder: QuotationFinder) -> None:
    quotation = only(read(finder, 'The head of the port, Ann Lee, said: "The bridge stays shut all winter."', "en"))
    assert (quotation.speaker_surface, quotation.speaker_mention_no) == ("The head of the port, Ann Lee", 0)
    text = 'The head of the port, Captain Ann Lee of Ohio, said: "The bridge stays shut all winter."'
    assert who(text, only(read(finder, text, "en"))) == "ann lee"
    text = '"The bridge stays shut all winter," the head of the port, Ann Lee, told reporters.'
    assert who(text, only(read(finder, text, "en"))) == "ann lee"


def test_a_pronoun_means_the_person_who_came_in_after_an_unnamed_speaker(finder: QuotationFinder) -> None:
    start = "According to the owner, the bridge is safe. "
    text = start + 'Ann Lee runs the port. "The bridge stays shut all winter," she said.'
    assert who(text, only(read(finder, text, "en"))) == "ann lee"
    text = "Ann Lee runs the port. " + start + '"The bridge stays open all winter," she said.'
    assert who(text, only(read(finder, text, "en"))) is None


def test_few_words_are_speech_where_a_cue_introduces_them(finder: QuotationFinder) -> None:
    assert only(read(finder, "«Pas question», a répondu Paul Durand.", "fr")).text == "Pas question"
    assert only(read(finder, 'Ann Lee replied: "No comment."', "en")).text == "No comment."


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("fr", "Selon l'AFP, le pont reste fermé jusqu'en mars.", "le pont reste fermé jusqu'en mars", "l'AFP"),
        ("fr", "D'après Jeanne Morel, le pont reste fermé.", "le pont reste fermé", "Jeanne Morel"),
        ("fr", "Paul Durand a déclaré mardi à l'AFP que le pont restait fermé.", "le pont restait fermé", "Paul Durand"),
        ("fr", "Le pont sera rouvert en mars, croit savoir le site PontInfo.net.", "Le pont sera rouvert en mars", "le site PontInfo.net"),
        ("fr", "Le pont reste fermé, a-t-on précisé.", "Le pont reste fermé", None),
        ("en", "According to Ann Lee, the bridge will open in March.", "the bridge will open in March", "Ann Lee"),
        ("en", "Ann Lee said that the bridge would open in March.", "the bridge would open in March", "Ann Lee"),
        ("en", "Ann Lee said the bridge would open in March.", "the bridge would open in March", "Ann Lee"),
        ("en", "The bridge will open in March, officials said.", "The bridge will open in March", "officials"),
        ("es", "Según explicó Ana Ruiz, el puente sigue cerrado.", "el puente sigue cerrado", "Ana Ruiz"),
        ("de", "Dem Bericht zufolge bleibt die Brücke gesperrt.", "bleibt die Brücke gesperrt", "Dem Bericht"),
        ("es", "Según Ana Ruiz, el puente sigue cerrado.", "el puente sigue cerrado", "Ana Ruiz"),
        ("de", "Der Sprecher erklärte, dass die Brücke gesperrt sei.", "die Brücke gesperrt sei", "Der Sprecher"),
        ("it", "Carla Bianchi ha dichiarato che il ponte resta chiuso.", "il ponte resta chiuso", "Carla Bianchi"),
        ("pt", "Segundo Rui Costa, a ponte fica fechada.", "a ponte fica fechada", "Rui Costa"),
    ],
)
def test_reported_speech_is_a_kind_of_its_own(
    finder: QuotationFinder, language: str, text: str, words: str, speaker: str | None
) -> None:
    quotation = only(read(finder, text, language), "indirect")
    assert (quotation.text, quotation.speaker_surface) == (words, speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les zones signalées que le maire connaît sont fermées."),
        ("fr", "Cela s'explique par le fait que le pont est vieux."),
        ("fr", "La voie selon laquelle on passe est fermée."),
        ("fr", "Les députés, réunis mardi, ont soutenu Paul Durand."),
        ("en", "The reports that the bridge is shut came early."),
        ("en", "Ann Lee was told that the bridge is shut."),
        ("en", "The government has played down claims that the bridge is unsafe."),
        ("en", "Ann Lee, who built the bridge, wanted the mayor to say sorry."),
    ],
)
def test_what_only_looks_like_a_cue_reports_nothing(finder: QuotationFinder, language: str, text: str) -> None:
    assert read(finder, text, language) == []


def test_a_verb_without_subject_belongs_to_whoever_spoke_last(finder: QuotationFinder) -> None:
    text = "«El puente sigue cerrado todo el invierno», dijo Ana Ruiz. La obra acaba en mayo. «No hay otra manera de hacerlo», agregó."
    last = read(finder, text, "es")[-1]
    assert (last.cue_lemma, last.speaker_surface, who(text, last)) == ("agregar", None, "ana ruiz")


def test_a_source_without_a_noun_phrase_attributes_nothing(finder: QuotationFinder) -> None:
    assert only(read(finder, "«Das ist nicht das Ende der Welt» so etwa.", "de")).speaker_mention_no is None


def test_negated_and_supposed_speech_says_so(finder: QuotationFinder) -> None:
    assert only(read(finder, "Paul Durand n'a pas dit que le pont serait fermé.", "fr"), "indirect").marks == "negated"
    assert only(read(finder, "Paul Durand aurait déclaré que le pont serait fermé.", "fr"), "indirect").marks == "hypothetical"
    assert only(read(finder, "Ann Lee did not say that the bridge would shut.", "en"), "indirect").marks == "negated"


def test_the_medium_stands_beside_the_speaker(finder: QuotationFinder) -> None:
    text = "«Le pont sera fermé tout l'hiver», a déclaré Jeanne Morel à l'AFP."
    quotation = only(read(finder, text, "fr"))
    assert quotation.medium_mention_no is not None
    assert mentions_of(text)[quotation.medium_mention_no].name_key == "afp"
    assert who(text, quotation) == "jeanne morel"


def test_other_languages_are_read_by_their_marks_alone(finder: QuotationFinder) -> None:
    assert "tr" not in LANGUAGES
    quotation = only(finder.find("„Most jest zamknięty przez całą zimę”, powiedział.", [Sentence(0, 50, "sentence")], "pl", []))
    assert (quotation.rule, quotation.speaker_surface, quotation.cue) == ("marks", None, None)


def test_regular_verbs_are_inflected(finder: QuotationFinder) -> None:
    assert {"révèle", "révélé", "révéla", "révélait"} <= verb_forms("fr", "révéler")
    assert {"annonça", "annonçait", "annoncé"} <= verb_forms("fr", "annoncer")
    assert {"replies", "replied", "replying"} <= verb_forms("en", "reply")
    assert {"erklärt", "erklärte"} <= verb_forms("de", "erklären")


@pytest.mark.parametrize(
    "unit",
    ['"', "«", "»", "“", "(", " ", "\n", "A. ", "'a ", '" a', "he said, ", "dit-il, ", "selon ", "— a\n", '\n\n"a', "''", "« a, dit a, ",
     "laut A ", "wie A sagte, ", "« a – dijo A – ", "“a” X, said "],
)
def test_hostile_texts_take_linear_time(finder: QuotationFinder, unit: str) -> None:
    def seconds(length: int, language: str) -> float:
        text = unit * (length // len(unit))
        sentences = [Sentence(0, len(text), "sentence")]
        begun = time.process_time()
        finder.find(text, sentences, language, [])
        return time.process_time() - begun

    for language in ("fr", "en", "de", "es"):
        seconds(100, language)
        assert seconds(40_000, language) < 2.0, language


def test_the_passages_of_the_seed_documents_come_out_whole(finder: QuotationFinder, shared: Path) -> None:
    """Issue 6 names four: their first and last words and their speakers stand in the gold annotation."""
    documents = [json.loads(line) for line in (shared / "eval" / "gold" / "news.jsonl").open(encoding="utf-8")][:2]
    whole = 0
    for document in documents:
        text = document["text"]
        found = {(q.char_start, q.char_end): q for q in finder.find(text, split_sentences(text, "fr"), "fr", [])}
        for quote in document["quotes"]:
            start = text.index(quote["start"])
            span = (start, text.index(quote["end"], start) + len(quote["end"]))
            assert span in found, quote["start"]
            whole += 1
    assert whole == 9
