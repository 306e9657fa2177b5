"""Copies are one text, reports of one event one story; a story keeps its name; the work grows with the archive, not its square."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from near_duplicates import arrive, articles, build, measure, stories_of, warehouse

BRIDGE = (
    "The town council of Lorville voted on Monday to rebuild the old bridge over the Saine. Work will begin in April and take two years. "
    '"The bridge is safe, but it needs care," said the mayor, Claire Vasseur. The opposition, led by Marc Tellier, finds the price of nine '
    "million euros too high and wants a second study. The bridge, built a hundred years ago, carries ten thousand cars a day."
)
BRIDGE_AGAIN = (
    "Lorville will rebuild its bridge over the Saine for nine million euros. After a long debate the council followed mayor Claire Vasseur "
    "on Monday evening; opposition leader Marc Tellier had asked for another study first. From April the hundred-year-old bridge will be "
    "closed to lorries, and drivers must expect two years of work."
)
BRIDGE_AND_DRIVERS = (
    "Drivers in Lorville fear two years of detours. Lorries may no longer cross the Saine from April, when the council of mayor Claire "
    "Vasseur has the bridge taken apart. Hauliers reckon with thirty kilometres more a day, the baker on the far bank with half of his "
    "customers; a petition against the closure was handed over by Marc Tellier."
)
BRIDGE_IN_FRENCH = (
    "Lorville va refaire son vieux pont : le conseil, suivant Claire Vasseur, l'a voté lundi soir. Le chantier durera deux ans et coûtera "
    "neuf millions d'euros. L'élu Marc Tellier, chef de file de ses adversaires, demandait encore une expertise. Dès le printemps, "
    "les poids lourds passeront par Basse Motte, ce que craint le maire de ce village, Paul Darrieux."
)
MATCH = (
    "Hohenried won the final against Lindental by two goals to one on Saturday. Coach Petra Vogelsang praised her team, which had been "
    "behind at half time. Twenty thousand people watched the game in the new stadium, among them the president of the league."
)


def story(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("select document_id, story_id from core.story_documents").fetchall())


def relations(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("select document_id, relation from core.story_documents").fetchall())


def withdraw(connection: duckdb.DuckDBPyConnection, document_id: str) -> None:
    connection.execute("update meta.records set valid_until_run = 'r2' where document_id = ?", [document_id])
    connection.execute("create or replace temp table run_documents as select ? as document_id, null::integer as document_no", [document_id])
    build(connection)


@pytest.fixture(scope="module")
def sample(repository: Path) -> list[str]:
    return articles(repository / "seeds" / "sample" / folder for folder in ("world", "francophone"))


def test_generated_near_duplicates(sample: list[str]) -> None:
    found = measure(sample)
    assert found["texts"] >= 200
    assert found["precision"] >= 99
    assert found["recall"] >= 95


def test_arriving_in_many_runs_makes_the_same_groups(sample: list[str]) -> None:
    found = measure(sample, runs=7)
    assert found["precision"] >= 99
    assert found["recall"] >= 95


@pytest.mark.slow
def test_generated_near_duplicates_of_real_articles(shared: Path) -> None:
    found = measure(articles([shared / "raw" / "masakhanews-fr"])[:80])
    assert found["precision"] >= 99
    assert found["recall"] >= 95


def test_a_document_alone_is_its_own_story() -> None:
    connection = stories_of([BRIDGE, MATCH])
    assert story(connection) == {"t000000": "t000000", "t000001": "t000001"}
    assert set(relations(connection).values()) == {"identical"}
    assert connection.execute("select documents, texts from core.stories").fetchall() == [(1, 1), (1, 1)]


def test_header_and_white_space_do_not_count() -> None:
    connection = stories_of([BRIDGE, f" date 2024-03-05 {BRIDGE}", BRIDGE.replace(". ", ".\n\n"), MATCH])
    assert len({story(connection)[f"t{no:06d}"] for no in range(3)}) == 1
    assert set(relations(connection).values()) == {"identical"}
    assert connection.execute("select count(*) from core.stories").fetchone() == (2,)


def test_an_edited_copy_is_a_near_duplicate() -> None:
    connection = stories_of([BRIDGE, BRIDGE.replace("two years", "three years").replace("Monday", "Tuesday")])
    assert set(relations(connection).values()) == {"near_duplicate"}
    assert connection.execute("select documents, texts from core.stories").fetchall() == [(2, 1)]


def test_two_reports_of_one_event_are_one_story_of_two_texts() -> None:
    connection = stories_of([f" date 2024-03-05 {BRIDGE}", f" date 2024-03-06 {BRIDGE_AGAIN}", f" date 2024-03-05 {MATCH}"])
    assert story(connection)["t000001"] == "t000000" != story(connection)["t000002"]
    assert relations(connection) == {"t000000": "same_story", "t000001": "same_story", "t000002": "identical"}
    assert connection.execute("select documents, texts from core.stories order by documents").fetchall() == [(1, 1), (2, 2)]


def test_the_same_words_weeks_later_are_another_story() -> None:
    connection = stories_of([f" date 2024-03-05 {BRIDGE}", f" date 2024-04-06 {BRIDGE_AGAIN}"])
    assert len(set(story(connection).values())) == 2


def test_names_join_reports_in_two_languages_and_words_alone_do_not() -> None:
    other_people = BRIDGE_IN_FRENCH.replace("Claire Vasseur", "Anne Moulin").replace("Marc Tellier", "Guy Perrot")
    connection = stories_of([f" date 2024-03-05 {text}" for text in (BRIDGE, BRIDGE_IN_FRENCH, other_people)], languages=["en", "fr", "fr"])
    assert story(connection)["t000001"] == "t000000"
    connection = stories_of([f" date 2024-03-05 {text}" for text in (BRIDGE, other_people)], languages=["en", "fr"])
    assert len(set(story(connection).values())) == 2


def test_without_a_date_more_must_be_alike() -> None:
    dated = stories_of([f" date 2024-03-05 {BRIDGE}", f" date 2024-03-06 {BRIDGE_AND_DRIVERS}"])
    undated = stories_of([BRIDGE, BRIDGE_AND_DRIVERS])
    assert len(set(story(dated).values())) == 1
    assert len(set(story(undated).values())) == 2


def test_a_day_that_both_leads_name_is_a_date() -> None:
    days = [("t000000", "2024-03-04"), ("t000001", "XXXX-03-04")]
    connection = stories_of([BRIDGE, BRIDGE_AGAIN], days=days)
    assert connection.execute("select same_days, days from run_event_pairs").fetchall() == [(True, 1)]
    connection = stories_of([BRIDGE, BRIDGE_AGAIN], days=[days[0], ("t000001", "2023-03-04")])
    assert connection.execute("select same_days, days from run_event_pairs").fetchall() == [(False, 0)]


@pytest.mark.parametrize("together", [True, False], ids=["one run", "two runs"])
def test_a_report_that_is_dated_by_its_year_meets_those_of_the_year_whenever_they_come(together: bool) -> None:
    texts = {"t0": f" date 2024-01-01 {BRIDGE}", "t1": f" date 2024-11-24 {BRIDGE_AGAIN}"}
    connection = warehouse()
    for arriving in [texts] if together else [{name: text} for name, text in texts.items()]:
        arrive(connection, arriving)
        connection.execute("update core.documents set published_until = '2024-12-31' where document_id = 't0'")
        build(connection)
    assert connection.execute("select count(*) from run_event_pairs").fetchone() == (1,)


def test_two_runs_make_the_stories_of_one(sample: list[str]) -> None:
    at_once, in_two = (story(stories_of(sample, runs=runs)) for runs in (1, 2))
    assert {frozenset(d for d in at_once if at_once[d] == s) for s in at_once.values()} == {
        frozenset(d for d in in_two if in_two[d] == s) for s in in_two.values()
    }
    assert max(list(at_once.values()).count(name) for name in at_once.values()) > 1


def test_a_saga_is_cut_into_weeks() -> None:
    words = BRIDGE_AGAIN.split()
    # every report repeats a good part of the one before, in another order, so that they are alike but no copies
    reports = []
    for day in range(1, 31):
        order = sorted(range(len(words)), key=lambda at, step=day + 7: (at * step) % 53)
        reports.append(f" date 2024-03-{day:02d} " + " ".join(words[place] for place in order))
    connection = stories_of(reports)
    weeks: dict[str, set[int]] = {}
    for document_id, story_id in story(connection).items():
        weeks.setdefault(story_id, set()).add(int(document_id[1:]))
    assert 4 <= len(weeks) <= 6
    assert max(max(members) - min(members) for members in weeks.values()) < 7


def test_a_copy_is_a_copy_whenever_it_is_printed() -> None:
    connection = stories_of([f" date 2024-03-05 {BRIDGE}", f" date 2024-04-06 {BRIDGE}"])
    assert len(set(story(connection).values())) == 1


def test_the_earliest_names_the_story_and_the_name_stays() -> None:
    connection = warehouse()
    arrive(connection, {"b": f" date 2024-03-06 {BRIDGE_AGAIN}", "c": f" date 2024-03-05 {BRIDGE}"})
    assert set(story(connection).values()) == {"c"}
    arrive(connection, {"a": f" date 2024-03-04 {BRIDGE.replace('nine', 'ten')}"})  # older, and comes later
    assert story(connection) == {"a": "c", "b": "c", "c": "c"}
    assert connection.execute("select document_id from core.story_documents where is_representative").fetchall() == [("a",)]
    withdraw(connection, "c")  # the namesake goes, the name stays
    assert story(connection) == {"a": "c", "b": "c"}
    connection.execute("create or replace temp table run_documents as select document_id, document_no from core.documents")
    build(connection)  # all is read again
    assert story(connection) == {"a": "c", "b": "c"}


def test_stories_that_turn_out_to_be_one_take_the_older_name() -> None:
    connection = warehouse()
    first, second = BRIDGE[:265], BRIDGE[200:]
    arrive(connection, {"x": f" date 2024-03-05 {first}", "y": f" date 2024-03-16 {second}"})
    before = story(connection)
    arrive(connection, {"z": f" date 2024-03-16 {BRIDGE}"})
    assert set(before.values()) == {"x", "y"}
    assert set(story(connection).values()) == {"x"}


def test_a_run_of_nothing_changes_nothing() -> None:
    connection = stories_of([BRIDGE, BRIDGE_AGAIN, MATCH])
    before = connection.execute("from core.story_documents order by all").fetchall()
    connection.execute("create or replace temp table run_documents as select document_id, document_no from core.documents limit 0")
    build(connection)
    assert connection.execute("from core.story_documents order by all").fetchall() == before
    connection.execute("create or replace temp table run_documents as select document_id, document_no from core.documents")
    build(connection)
    assert connection.execute("from core.story_documents order by all").fetchall() == before


def test_a_wire_story_in_many_papers_is_not_compared_all_with_all() -> None:
    copies = [f"{BRIDGE} Printed by paper number {no}." for no in range(400)]
    connection = stories_of(copies)
    assert set(story(connection).values()) == {"t000000"}
    [[pairs]] = connection.execute("select count(*) from run_text_pairs").fetchall()
    assert pairs <= 32 * len(copies)  # 16 bands of two neighbours; all with all would be 79,800
    [[events]] = connection.execute("select count(*) from run_event_pairs").fetchall()
    assert events <= 48 * len(copies)


def test_pairs_that_are_looked_for_in_slices_are_the_same() -> None:
    """Of a large archive a part of the terms and of the pairs is worked on at a time."""
    connection = stories_of([*(f"{BRIDGE} Printed by paper number {no}." for no in range(20)), BRIDGE_AGAIN, MATCH])
    pairs = "select * replace (round(likeness, 9) as likeness, round(name_likeness, 9) as name_likeness) from run_event_pairs order by all"
    at_once = connection.execute(pairs).fetchall()
    assert len(at_once) > 40
    connection.execute("set variable slice_size = 30")
    connection.execute("create or replace temp table run_documents as select document_id, document_no from core.documents")
    build(connection)
    assert connection.execute("select getvariable('slice')").fetchone() != (0,)
    assert connection.execute(pairs).fetchall() == at_once


def test_a_shared_phrase_makes_no_copy() -> None:
    phrase = " Subscribe to our letter and read every morning what moves the region and the country."
    connection = stories_of([BRIDGE + phrase, MATCH + phrase, phrase.strip()])
    assert len({story(connection)["t000000"], story(connection)["t000001"]}) == 2


@pytest.mark.slow
def test_the_seed_documents_are_one_story(shared: Path, tmp_path: Path) -> None:
    from newsetl import pipeline
    from newsetl.settings import Settings
    from newsetl.warehouse import catalogue

    settings = Settings(warehouse=tmp_path / "warehouse.duckdb", workers=1)
    pipeline.run([str(shared / "seeds")], settings)
    rows = catalogue.query(settings, "select relation, count(*), count(distinct story_id) from story_documents group by relation").rows
    assert [tuple(row) for row in rows] == [("same_story", 2, 1)]
