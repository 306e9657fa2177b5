"""Topics of the sample corpus: right, explained to the last hit, counted by day only where the day is known."""

from __future__ import annotations

import csv
import random
import shutil
from pathlib import Path

import pytest

from newsetl.pipeline import RunReport, run
from newsetl.settings import Settings
from newsetl.warehouse.catalogue import query
from newsetl.warehouse.topic_suggest import as_rows, suggest, topic_of

POLITICS = "medtop:11000000"


def ask(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    return query(settings, sql).rows


@pytest.fixture(scope="module")
def sample(sample_run: tuple[Settings, RunReport]) -> Settings:
    return sample_run[0]


def test_hits_of_the_summary_are_the_rows_of_the_evidence(sample: Settings) -> None:
    summary = ask(sample, "select topic_id, hits from topic_summary where hits > 0 order by all")
    evidence = ask(sample, "select topic_id, count(*) from topic_evidence group by 1 order by all")
    assert summary == evidence
    assert len(summary) > 20


def test_evidence_gives_the_sentence_and_the_words_in_it(sample: Settings) -> None:
    assert ask(sample, "select count(*) from topic_evidence where not contains(sentence, surface)") == [(0,)]
    rows = ask(sample, f"select count(*), count(distinct place) from evidence_for_topic('{POLITICS}')")
    assert rows == ask(sample, "select count(*), count(distinct place) from evidence_for_topic('11000000')")
    assert rows[0][0]


def test_the_explanation_adds_up_to_the_score(sample: Settings) -> None:
    documents = [str(row[0]) for row in ask(sample, "select distinct document_id from core.document_topics where rank = 1 order by 1")]
    for document in documents[:8]:
        scores = ask(sample, f"select topic_id, round(score, 2) from core.document_topics where document_id = '{document}' and rank > 0")
        sums = ask(
            sample,
            f"select topic_id, round(sum(adds), 2) from explain_topic('{document}') where rank is not null group by topic_id",
        )
        assert {t: float(str(s)) for t, s in scores if t != "undetermined"} == pytest.approx({t: float(str(s)) for t, s in sums}, abs=0.02)


def test_every_document_has_a_main_topic_or_is_counted_as_undetermined(sample: Settings) -> None:
    documents = ask(sample, "select count(*) from stg.current_documents")
    assert ask(sample, "select count(*) from core.document_topics where rank = 1") == documents
    assert ask(sample, "select sum(main_documents) from topic_summary") == documents


def test_only_top_level_topics_are_ranked_and_parents_gather_their_children(sample: Settings) -> None:
    with_parent = "core.document_topics as d join ref.topics as t on t.topic_id = d.topic_id where t.parent_id is not null"
    assert ask(sample, f"select count(*) from {with_parent}") == [(0,)]
    below = "core.document_subtopics s join core.document_topics d on d.document_id = s.document_id and d.topic_id = s.parent_id"
    assert ask(sample, f"select count(*) from {below} where s.score > d.score + 0.001 or s.hits > d.hits") == [(0,)]


def test_share_and_margin_are_shares(sample: Settings) -> None:
    assert ask(sample, "select count(*) from core.document_topics where not (share between 0 and 1 and margin between 0 and 1)") == [(0,)]


def test_days_months_and_years_count_what_is_known(sample: Settings) -> None:
    totals = ask(
        sample, "select sum(dated_to_day), sum(dated_to_day + dated_to_month), sum(documents - undated), sum(undated) from topic_summary"
    )[0]
    assert ask(sample, "select sum(documents) from topic_daily") == [(totals[0],)]
    assert ask(sample, "select sum(documents) from topic_monthly") == [(totals[1],)]
    assert ask(sample, "select sum(documents) from topic_yearly") == [(totals[2],)]
    assert int(str(totals[1])) > int(str(totals[0]))  # the sample has documents of a month
    assert int(str(totals[3])) > 0  # and without a date


def test_sources_add_up(sample: Settings) -> None:
    by_source = ask(sample, "select topic_id, sum(documents)::bigint, sum(hits)::bigint from topic_sources group by 1 order by 1")
    assert by_source == ask(sample, "select topic_id, documents, hits from topic_summary order by 1")


def test_own_topics_stand_beside_the_scheme(sample: Settings) -> None:
    rows = ask(sample, "select topic_id, parent_id from ref.topics where scheme = 'own' order by 1")
    assert [row[0] for row in rows] == ["drones", "western-sahara"]
    assert ask(sample, "select count(*) from ref.topics where scheme = 'iptc' and scheme_version <> '2026-07-02'") == [(0,)]


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


WORDS = """
window table bread stone paper chair spoon bottle candle basket ladder bucket blanket pillow curtain carpet mirror hammer needle thread
button pocket ribbon feather pebble lantern saddle barrel anchor kettle saucer napkin drawer shelf cellar attic chimney porch fence gate
"""


def article(n: int, subject: str) -> str:
    """An article about a subject whose other words differ from one to the next, so that none is a copy."""
    chance = random.Random(n)
    filler = [" ".join(chance.sample(WORDS.split(), 9)).capitalize() + "." for _ in range(4)]
    return f"{subject} It was a quiet week. {' '.join(filler)}"


SPORT = "The sports club of the town now plays zephyrball. A zephyrball player needs patience."
COUNCIL = "The town council met and the mayor spoke about roads. The debate was long."


@pytest.fixture
def corpus(tmp_path: Path, repository: Path) -> Settings:
    shutil.copytree(repository / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("sample"))
    for n in range(12):
        write(tmp_path / "raw", f"z{n}.txt", f"2024-03-{n % 4 + 10:02d}\n\n" + article(n, SPORT))
        write(tmp_path / "raw", f"c{n}.txt", f"2024-02-{n + 18:02d}\n\n" + article(n + 50, COUNCIL))
    return Settings(warehouse=tmp_path / "w.duckdb", workers=1, seeds=tmp_path / "seeds")


def add_term(settings: Settings, term: str, language: str, topic: str, weight: str) -> None:
    assert settings.seeds is not None
    with (settings.seeds / "topic_terms.csv").open("a", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerow([term, language, topic, weight, "", "", ""])


TITLED = {
    "key.txt": "Title: Striker signs for the champions\nDate: 2024-03-05\n\nIt took until the evening. Then there was the photograph.\n",
    "yaml.txt": '---\ntitle: "Striker signs for the champions"\ndate: 2024-03-05\n---\n\nPeople waited outside. It rained a little.\n',
    "both.txt": "Title: Striker signs for the champions\n\nStriker signs for the champions\n\nMany shops had closed. Nobody minded that.\n",
}


def test_a_title_that_stands_in_the_header_counts_as_a_title(tmp_path: Path) -> None:
    for name, text in TITLED.items():
        write(tmp_path / "raw", name, text)
    settings = Settings(warehouse=tmp_path / "w.duckdb", workers=1)
    run([str(tmp_path / "raw")], settings)
    rows = ask(
        settings,
        "select parse_filename(place), surface, place_weight, sentence, sentence_no is null, "
        "surface = substr(text, char_start + 1, char_end - char_start) "
        "from topic_evidence join core.documents using (document_id) where topic_id = 'medtop:15000000' and surface = 'Striker' order by 1",
    )
    title = "Striker signs for the champions"
    # what the text repeats is counted once
    assert rows == [
        ("both.txt", "Striker", 4, title, False, True),
        ("key.txt", "Striker", 4, title, True, True),
        ("yaml.txt", "Striker", 4, title, True, True),
    ]
    for (document_id,) in ask(settings, "select document_id from core.documents"):
        assert (title,) in ask(settings, f"select first_sentence from explain_topic('{document_id}') where rank = 1")


def test_an_edit_takes_effect_on_the_whole_archive_without_the_raw_files(corpus: Settings, tmp_path: Path) -> None:
    run([str(tmp_path / "raw")], corpus)
    best = "select max(score) from core.document_topics where topic_id = 'medtop:15000000'"
    unlisted = ask(corpus, best)
    assert "zephyrball" in [s.term for s in suggest(corpus, "sport", "en")]

    add_term(corpus, "zephyrball", "en", "medtop:20000822", "4")
    report = run([str(tmp_path / "raw")], corpus)
    reread = ask(corpus, f"select documents_reread from meta.runs where run_id = '{report.run_id}'")
    assert reread == [(12,)]  # texts that hold the term; nothing came from the raw files
    strong = ask(corpus, best)
    assert strong > unlisted
    assert "zephyrball" not in [s.term for s in suggest(corpus, "sport", "en")]

    assert corpus.seeds is not None
    path = corpus.seeds / "topic_terms.csv"
    listed = path.read_text(encoding="utf-8")
    path.write_text(listed.replace("zephyrball,en,medtop:20000822,4", "zephyrball,en,medtop:20000822,2"), encoding="utf-8")
    report = run([str(tmp_path / "raw")], corpus)
    assert ask(corpus, f"select documents_reread from meta.runs where run_id = '{report.run_id}'") == [(0,)]  # a weight is SQL's
    assert unlisted < ask(corpus, best) < strong


def test_what_is_new_shows_up_without_a_list(corpus: Settings, tmp_path: Path) -> None:
    run([str(tmp_path / "raw")], corpus)
    trending = ask(corpus, "select term, texts_now, texts_before, period_from, period_until from trending_terms where language = 'en'")
    terms = {str(row[0]) for row in trending}
    assert any("zephyrball" in term for term in terms)
    assert "mayor" not in terms


def test_topics_are_found_by_id_code_or_label(sample: Settings) -> None:
    assert topic_of(sample, "15000000") == topic_of(sample, "sport") == topic_of(sample, "medtop:15000000") == "medtop:15000000"
    assert topic_of(sample, "Arbeitslosigkeit") == topic_of(sample, "بطالة") == topic_of(sample, "arbejdsløshed") == "medtop:20000533"
    with pytest.raises(Exception, match="no topic"):
        topic_of(sample, "gardening on Mars")
    assert as_rows([], POLITICS, "en") == []
