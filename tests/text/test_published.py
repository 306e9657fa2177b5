"""The date of publication rests on the best evidence, and is none where there is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsetl.text.edtf import bounds
from newsetl.text.header import read_header
from newsetl.text.model import Published, Sentence
from newsetl.text.published import publication_date

TODAY = date(2026, 11, 21)


def published(text: str, file_name: str = "001_0123456789abcdef.txt", language: str = "fr", today: date = TODAY) -> Published:
    header = read_header(text)
    sentences = [Sentence(header.body_start, header.body_end, "sentence")] if header.body_end > header.body_start else []
    return publication_date(text, header, file_name, sentences, language, today)


def test_the_seed_documents(shared: Path) -> None:
    first, second = (path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt")))
    found = published(first)
    assert (found.edtf, found.precision, found.source, found.evidence) == ("2021-11", "month", "text", "mercredi 24 novembre")
    assert "2020" in (found.reason or "")
    found = published(second)
    assert (found.edtf, found.precision, found.source) == ("2021-11", "month", "header")
    assert (found.date_from, found.date_until) == ("2021-11-01", "2021-11-30")


def test_without_evidence_there_is_no_date() -> None:
    assert published("Le port a rouvert.") == Published(None, None, None, "none", "none", None, None)


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        (" date 2021-11-24 Le port a rouvert.", "2021-11-24", "day"),
        (" date 2021-11 Le port a rouvert.", "2021-11", "month"),
        ("Date: 2021\n\nLe port a rouvert.", "2021", "year"),
        ("Date: Wed, 24 Nov 2021 10:00:00 +0100\n\nLe port a rouvert.", "2021-11-24", "day"),
    ],
)
def test_the_header_comes_first(text: str, edtf: str, precision: str) -> None:
    found = published(text, "2020-01-02_port.txt")
    assert (found.edtf, found.precision, found.source) == (edtf, precision, "header")


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("2021-11-24_port.txt", "2021-11-24"),
        ("port_20211124.txt", "2021-11-24"),
        ("24-11-2021.port.txt", "2021-11-24"),
        ("24-novembre-2021.txt", "2021-11-24"),
        ("archive/2021/11/24/port.txt", "2021-11-24"),
        ("port-2021-11.txt", "2021-11"),
        ("001_0123456789abcdef.txt", None),
        ("001_2021112400abcdef.txt", None),
        ("202111240000.txt", None),
        ("2021.txt", None),
        ("1984_orwell.txt", None),
        ("2021-13-45.txt", None),
        ("doc20211124567.txt", None),
    ],
)
def test_the_file_name(name: str, edtf: str | None) -> None:
    found = published("Le port a rouvert.", name)
    assert found.edtf == edtf
    assert found.source == ("filename" if edtf else "none")


def test_the_dateline() -> None:
    found = published("RABAT, 24 novembre 2021 (AFP) – Le port a rouvert.")
    assert (found.edtf, found.source) == ("2021-11-24", "dateline")
    found = published("RABAT, 24 nov. (AFP) – Le port a fermé le 20 novembre 2021 et rouvre.")
    assert (found.edtf, found.source) == ("2021-11-24", "dateline")
    assert published("RABAT, 24 nov. (AFP) – Le port a rouvert.").edtf is None


def test_a_line_that_is_a_date() -> None:
    found = published("Publié le 2 mai 2020\n\nLe port a rouvert.")
    assert (found.edtf, found.source) == ("2020-05-02", "dateline")


def test_weekday_day_and_month_fix_the_year_with_the_latest_year_named() -> None:
    text = "Le maire a ouvert le port mercredi 10 novembre. L'an dernier, le port était fermé ; il fermait déjà en 2020."
    assert published(text).edtf == "2021-11"
    # 29 November leaves no room: it may be December when the text appears
    late = "Le maire a ouvert le port lundi 29 novembre. L'an dernier, le port était fermé ; il fermait déjà en 2020."
    assert published(late).edtf == "2021"


@pytest.mark.parametrize(
    "text",
    [
        "Le port a rouvert mercredi.",
        "Le port a rouvert le 24 novembre.",
        "Le port a rouvert en 2020.",
        "Le port a rouvert le 24 novembre 2021.",  # named, but when was it written?
        "Le port a rouvert mercredi 24 novembre.",  # 2010, 2021 or 2027
        "Le port a rouvert mercredi 24 novembre. Il fermait déjà en 1998.",
        "Le maire ouvrira le port mercredi 10 novembre. L'an dernier, le port était fermé ; il fermait déjà en 2020.",
    ],
)
def test_dates_of_the_text_alone_are_no_evidence(text: str) -> None:
    assert published(text).edtf is None


def test_the_future_is_refused_with_the_reason() -> None:
    found = published(" date 2027-03-04 Le port a rouvert.")
    assert (found.edtf, found.precision, found.source) == (None, "none", "none")
    assert "2027-03-04" in (found.reason or "")
    assert published(" date 2026-11-22 Le port a rouvert.").edtf == "2026-11-22"  # zones differ by a day
    found = published(" date 2027-03-04 Le port a rouvert.", "2021-11-24.txt")
    assert (found.edtf, found.source) == ("2021-11-24", "filename")


@given(st.text(alphabet=st.sampled_from(list("date 2021-0 mercrdi24nov.\nAFP()–en"))), st.text(max_size=30))
def test_whatever_is_found_is_a_past_date(text: str, name: str) -> None:
    found = published(text, name)
    assert found == published(text, name)
    assert (found.edtf is None) == (found.source == "none") == (found.precision == "none")
    if found.edtf:
        assert (found.date_from, found.date_until) == bounds(found.edtf)
        assert date.fromisoformat(found.date_from or "") <= date(2026, 11, 22)
