"""A sketch is the same everywhere, blind to what printings change, and shows how much two texts have in common."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest

from newsetl.text.sentences import split_sentences
from newsetl.text.sketch import BANDS, SKETCH, Sketch, sketch, word_hashes

ARTICLE = (
    "Le conseil municipal de Lorville a voté lundi la rénovation du vieux pont. Les travaux commenceront en avril et dureront deux ans. "
    "«Le pont est sûr, mais il a besoin de soins», a déclaré la maire, Claire Vasseur. L'opposition trouve le prix trop élevé et demande "
    "une seconde étude. Le pont, construit il y a cent ans, porte chaque jour dix mille voitures."
)


def of(text: str, language: str = "fr") -> Sketch:
    [row] = sketch(text, split_sentences(text, language))
    return row


def hashes(row: Sketch) -> set[int]:
    return {*row.bands, *row.shingles}


def test_sizes() -> None:
    row = of(ARTICLE)
    assert len(row.bands) == BANDS
    assert len(row.bands) + len(row.shingles) == min(SKETCH, row.shingle_count)
    assert [*row.bands, *row.shingles] == sorted(hashes(row))
    assert min(row.bands) >= 0
    assert max(row.shingles) < 2**31
    assert len(set(row.terms)) == len(row.terms)


def test_every_process_makes_the_same() -> None:
    code = (
        "import sys; from newsetl.text.sentences import *; from newsetl.text.sketch import *\n"
        "print(sketch(sys.argv[1], split_sentences(sys.argv[1], 'fr')))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, ARTICLE], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {f"{[of(ARTICLE)]}\n"}


def test_white_space_changes_nothing() -> None:
    assert of(ARTICLE.replace(". ", ".\r\n\r\n").replace(" le ", "  le\u00a0")) == of(ARTICLE)


def test_case_accents_and_marks_change_only_the_content_hash() -> None:
    other = of(ARTICLE.replace("É", "E").replace("«", '"').replace("»", '"').replace("élevé", "ÉLEVÉ"))
    assert other.content_hash != of(ARTICLE).content_hash
    assert hashes(other) == hashes(of(ARTICLE))


def test_bylines_and_links_are_not_compared() -> None:
    printed = f"Par Jean Morin\n\n{ARTICLE}\n\nLire aussi : Le pont en dix dates"
    assert hashes(of(printed)) == hashes(of(ARTICLE))


def test_order_of_words_counts_and_one_word_changes_four_shingles() -> None:
    words = [f"mot{number}" for number in range(40)]
    plain, changed = of(" ".join(words)), of(" ".join([*words[:20], "autre", *words[21:]]))
    assert len(hashes(plain) - hashes(changed)) == 4
    random.Random(1).shuffle(words)
    assert not hashes(plain) & hashes(of(" ".join(words)))


def test_a_part_shares_its_shingles_with_the_whole() -> None:
    rng = random.Random(3)
    whole = [f"mot{rng.randrange(10**6)}" for _ in range(2_000)]
    large, part = of(" ".join(whole)), of(" ".join(whole[:800]))
    reach = max(hashes(large))
    sample = {value for value in hashes(part) if value <= reach}
    assert sample <= hashes(large)
    assert 0.2 < len(sample) / len(hashes(large)) < 0.6  # 0.4 in truth


def test_signs_without_spaces_are_words() -> None:
    assert len(word_hashes("天气很好abc 好")[0]) == 6
    assert len(hashes(of("今天天气很好我们去公园玩", "zh"))) == 9
    assert list(word_hashes("Été ete ÉTÉ")[1]) == [3, 3, 3]
    assert len(set(word_hashes("Été ete ÉTÉ")[0].tolist())) == 1


@pytest.mark.parametrize("text", ["", "?!", "😀", "mot", "un deux trois", "\ud800 x", "\U00020000 \U0001f600 abc"])
def test_short_and_odd_texts(text: str) -> None:
    row = of(text)
    assert row.shingle_count == len(hashes(row)) <= 1


def test_terms_come_from_the_front_and_from_repetition() -> None:
    front = " ".join(f"devant{number}" for number in range(60))
    back = " ".join(f"derriere{number}" for number in range(200)) + " retour" * 6
    chosen = set(of(f"{front} {back}").terms)
    again = of("retour").terms[0]
    assert again in chosen
    assert len(chosen & set(of(front).terms)) >= 40
