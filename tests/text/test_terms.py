"""Topic terms are found by base form, as whole words, longest first, with their context; the list meets its size."""

from __future__ import annotations

import csv
import time
from collections import Counter
from pathlib import Path

import pytest

from newsetl.reference import Reference, Row, load_reference
from newsetl.text.model import Sentence
from newsetl.text.terms import TermFinder, term_id


def row(term: str, language: str = "en", topic: str = "t", weight: str = "2", near: str = "", not_near: str = "") -> Row:
    return {"term": term, "language": language, "topic_id": topic, "weight": weight, "must_near": near, "must_not_near": not_near}


def finder(*rows: Row) -> TermFinder:
    return TermFinder(Reference({"topic_terms": list(rows)}))


def found(text: str, *rows: Row, language: str = "en") -> list[str]:
    hits = finder(*rows).find(text, [Sentence(0, len(text), "sentence")], language)
    return [text[hit.char_start : hit.char_end] for hit in hits]


@pytest.mark.parametrize(
    ("language", "term", "text", "surfaces"),
    [
        ("en", "nurse", "Two nurses met a nurse's friend.", ["nurses", "nurse"]),
        ("fr", "infirmière", "Les infirmières et l'infirmière.", ["infirmières", "infirmière"]),
        ("fr", "élection", "Une election, des ÉLECTIONS, l’élection.", ["election", "ÉLECTIONS", "élection"]),
        ("fr", "marché", "Il marche vers le marché.", ["marché"]),
        ("fr", "général", "Généralement, le général commande.", ["général"]),
        ("es", "elección", "Las elecciones y la elección.", ["elecciones", "elección"]),
        ("es", "paro", "Trabajo para todos, dice el paro.", ["paro"]),
        ("de", "Regierung", "Die Regierungen und der Regierungssprecher.", ["Regierungen"]),
        ("it", "partita", "Una parte della partita, due partite.", ["partita", "partite"]),
        ("pt", "governo", "Os governos e o governo.", ["governos", "governo"]),
        ("ru", "правительство", "Решение правительства.", ["правительства"]),
        ("ar", "حكومة", "قالت الحكومة إن للحكومة خطة وبالحكومة ثقة", ["الحكومة", "للحكومة", "وبالحكومة"]),
        ("nl", "verkiezing", "De verkiezingen komen.", ["verkiezingen"]),
    ],
)
def test_inflected_words(language: str, term: str, text: str, surfaces: list[str]) -> None:
    assert found(text, row(term, language), language=language) == surfaces


def test_an_inflected_form_in_the_list_stands_for_itself() -> None:
    assert found("One share, many shares.", row("shares")) == ["shares"]


def test_phrases_across_inflection_hyphens_and_line_ends() -> None:
    text = "Prime ministers met a prime\nminister and the prime-minister. Prime. Minister."
    assert found(text, row("prime minister")) == ["Prime ministers", "prime\nminister", "prime-minister"]


def test_numbers_in_a_phrase_keep_what_joins_them() -> None:
    assert found("They won 1-0 with version 1.0 and 1 0.", row("1-0")) == ["1-0"]


def test_whole_words_only() -> None:
    assert found("The warden of Warsaw saw a war.", row("war")) == ["war"]


def test_a_capital_in_the_list_asks_for_one_in_the_text() -> None:
    rows = (row("Labour"), row("WHO"))
    assert found("Who will labour? The WHO and Labour.", *rows) == ["WHO", "Labour"]


def test_the_longest_term_hides_the_shorter_ones() -> None:
    rows = (row("bank"), row("world bank", topic="u"), row("world", topic="u"))
    assert found("The World Bank is not a bank.", *rows) == ["World Bank", "bank"]


def test_a_term_of_two_topics_is_two_hits() -> None:
    assert found("Workers rest.", row("worker"), row("worker", topic="u")) == ["Workers", "Workers"]


def test_a_form_that_is_listed_itself_is_no_form_of_another_word() -> None:
    rows = (row("worker"), row("workers"), row("work", topic="u"), row("gamer"), row("game", topic="u"))
    assert found("Workers met a gamer.", *rows) == ["Workers", "gamer"]


def test_weight_nought_shields() -> None:
    assert found("A bill, not an energy bill.", row("bill"), row("energy bill", weight="0")) == ["bill"]


def test_context_must_or_must_not_stand_near() -> None:
    rows = (row("virus", near="doctor|hospital"), row("worm", not_near="comput"))
    assert found("A virus in the hospital, a worm in the soil.", *rows) == ["virus", "worm"]
    assert found("A virus and a worm in computers.", *rows) == []
    assert found("A virus" + " here" * 40 + " and a doctor.", *rows) == []  # too far


def test_a_term_is_not_its_own_context() -> None:
    assert found("The games begin.", row("games", near="game")) == []


def test_spans_are_code_points_and_sentences_are_numbered() -> None:
    text = "😀 Événement à Évian. La grève 😀 continue."
    sentences = [Sentence(0, 21, "sentence"), Sentence(21, len(text), "sentence")]
    [hit] = finder(row("grève", "fr")).find(text, sentences, "fr")
    assert (hit.sentence_no, text[hit.char_start : hit.char_end]) == (1, "grève")


def test_chinese_terms_are_substrings_and_the_longest_holds() -> None:
    rows = (row("选举", "zh"), row("总统选举", "zh"), row("法院", "zh"))
    assert found("他说总统选举后选举法院。", *rows, language="zh") == ["总统选举", "选举", "法院"]


def test_a_phrase_does_not_cross_sentences() -> None:
    text = "He spoke to the prime\n\nMinister of state."
    sentences = [Sentence(0, 21, "heading"), Sentence(23, len(text), "sentence")]
    assert finder(row("prime minister")).find(text, sentences, "en") == []


def test_no_list_no_sentence_no_hit() -> None:
    assert found("Nothing", row("war"), language="pl") == []
    assert finder(row("war")).find("war", [], "en") == []


def test_version_changes_with_what_is_found_and_not_with_a_weight() -> None:
    before = finder(row("war")).version("en")
    assert finder(row("war", weight="3")).version("en") == before
    assert finder(row("war"), row("guerre", "fr")).version("en") == before
    assert finder(row("wars")).version("en") != before
    assert finder(row("war", near="army")).version("en") != before
    assert finder(row("war", weight="0")).version("en") != before
    assert finder(row("war"), row("G7", "")).version("en") != before  # a row for every language


def test_term_id_is_stable() -> None:
    assert term_id("fr", "medtop:15000000", "football") == "f5553f666edd"


@pytest.fixture(scope="module")
def lists(repository: Path) -> Reference:
    return load_reference(repository / "seeds")


def test_lists_are_long_enough(lists: Reference) -> None:
    above = {topic["topic_id"]: topic["parent_id"] or topic["topic_id"] for topic in lists.rows("topics")}
    counts = Counter((term["language"], above[term["topic_id"]]) for term in lists.rows("topic_terms") if float(term["weight"]) > 0)
    tops = [topic["topic_id"] for topic in lists.rows("topics") if topic["scheme"] == "iptc" and not topic["parent_id"]]
    assert len(tops) == 17
    least = {"fr": 60, "en": 60, "es": 30, "de": 30, "it": 30, "pt": 30, "ar": 20, "ru": 20, "nl": 20}
    short = {(language, top): counts[language, top] for language, n in least.items() for top in tops if counts[language, top] < n}
    assert short == {}


def test_no_topic_that_iptc_has_retired(lists: Reference) -> None:
    # release of 2026-07-02: what stood below its top-level topics once
    retired = {"20000109", "20000160", "20000167", "20000411", "20000497", "20000502", "20000647", "20000649", "20000687", "20000701"}
    assert retired & {topic["topic_id"].removeprefix("medtop:") for topic in lists.rows("topics")} == set()


def test_labels_stand_in_all_languages_or_are_left_empty_as_iptc_does(lists: Reference) -> None:
    languages = ("fr", "es", "de", "pt", "ar", "zh", "sv", "da", "no")
    for topic in lists.rows("topics"):
        assert topic["label_en"]
        given = [language for language in languages if topic[f"label_{language}"]]
        if topic["scheme"] == "iptc" and not topic["parent_id"]:
            assert given == list(languages)


def test_lists_are_clean(repository: Path) -> None:
    with (repository / "seeds" / "topic_terms.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [r for r in rows if r["term"] != " ".join(r["term"].split()) or any(c in r["term"] for c in "[];|\"")] == []
    assert {r["weight"] for r in rows} <= set("01234")


@pytest.mark.parametrize("piece", ["a", '"', "(", " ", "A. ", "\n", "prime ", "world bank ", "virus ", "é", "1-"])
def test_long_monotonous_text_takes_linear_time(piece: str, lists: Reference) -> None:
    reader = TermFinder(lists)
    text = piece * (100_000 // len(piece))
    reader.find("x", [Sentence(0, 1, "sentence")], "en")
    started = time.process_time()
    reader.find(text, [Sentence(0, len(text), "sentence")], "en")
    assert time.process_time() - started < 2


SPEECH = "The prime minister told parliament that inflation, unemployment and the war had hurt hospitals, schools and football clubs. "


def test_fast_enough(lists: Reference) -> None:
    """Far below the 3,000 a second that an idle core reaches: it is to notice a step that became slow."""
    reader = TermFinder(lists)
    text = SPEECH * 25
    sentences = [Sentence(n * len(SPEECH), (n + 1) * len(SPEECH) - 1, "sentence") for n in range(25)]
    reader.find(text, sentences, "en")
    started = time.process_time()
    for _ in range(50):
        reader.find(text, sentences, "en")
    assert 50 / (time.process_time() - started) > 300
