"""Training the name tagger: the same data and lists give the same bytes, and what was trained can be used."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from newsetl.reference import Reference, load_reference
from newsetl.text.names_phrases import Phrases
from newsetl.text.names_tagger import LABELS, Vocabulary, Weights, tag
from newsetl.text.names_words import Words
from newsetl.training.names_data import Annotated, gold_labels, read_corpus, tokenise
from newsetl.training.names_silver import Silver
from newsetl.training.names_train import save, train

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(SEEDS)


@pytest.fixture(scope="module")
def corpus() -> list[Annotated]:
    """Sixty sentences in which persons come to towns."""
    people = ["Anna Keller", "Paul Morton", "Ruth Albers", "Ian Scott", "Clara Weiss"]
    towns = ["Hamburg", "Leeds", "Lyon", "Porto"]
    out = []
    for number in range(60):
        person, town = people[number % 5], towns[number % 4]
        text = f"Yesterday {person} came to {town} by train."
        at = text.index(town)
        out.append(Annotated("own", "en", text, [(10, 10 + len(person), "PER"), (at, at + len(town), "LOC")]))
    return out


def test_the_same_data_give_the_same_bytes(corpus: list[Annotated], reference: Reference, tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(train(corpus, reference, epochs=2, report=lambda line: None), tmp_path / f"{name}.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_what_was_trained_finds_names_it_has_not_seen(corpus: list[Annotated], reference: Reference) -> None:
    weights = Weights(train(corpus, reference, epochs=6, report=lambda line: None))
    vocabulary = Vocabulary(Words(reference, "en"), Phrases(reference, "en"), weights)
    labels, _ = tag(tokenise("Yesterday Peter Brown came to Madrid by train.", vocabulary), weights)
    assert [LABELS[label] for label in labels] == ["O", "B-PER", "I-PER", "O", "O", "B-LOC", "O", "O", "O"]


def test_names_take_the_tokens_they_touch(reference: Reference) -> None:
    vocabulary = Vocabulary(Words(reference, "fr"), Phrases(reference, "fr"), None)
    tokens = tokenise("Hier, l'Union de Lille a gagné.", vocabulary)
    labels = gold_labels(tokens, [(8, 22, "ORG")])
    assert [LABELS[label] for label in labels][3:6] == ["B-ORG", "I-ORG", "I-ORG"]


def test_a_corpus_is_read_with_its_names(tmp_path: Path) -> None:
    path = tmp_path / "own_fr.jsonl"
    path.write_text(json.dumps({"text": "Lyon dort.", "lang": "fr", "entities": [[0, 4, "LOC"], [5, 9, "MISC"]]}), encoding="utf-8")
    assert read_corpus(path) == [Annotated("own_fr", "fr", "Lyon dort.", [(0, 4, "LOC")])]


def test_made_sentences_carry_spans_of_their_names(corpus: list[Annotated], reference: Reference) -> None:
    for language in ("fr", "es", "it", "nl", "ru"):
        texts = Silver(corpus, reference).texts(language, 40)
        assert texts == Silver(corpus, reference).texts(language, 40)
        for item in texts:
            for start, end, _ in item.names:
                name = item.text[start:end]
                assert name
                assert name == name.strip()


def test_packed_weights_are_whole_numbers_of_eight_bits(corpus: list[Annotated], reference: Reference) -> None:
    packed = train(corpus, reference, epochs=1, report=lambda line: None)
    assert packed["rows"].dtype == np.int8
    assert len(packed["keys"]) == len(packed["rows"])
    assert (np.diff(packed["keys"].astype(np.int64)) > 0).all()
