"""The sample corpus: what it must contain, and that it fills every view of the warehouse."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from newsetl.errors import Rejected
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.text.decode import decode
from newsetl.warehouse import catalogue

NAME = re.compile(r"\d{3}_[0-9a-f]{16}\.txt")
# Views that people query, from the design.
VIEWS = sorted(path.stem for path in (Path(__file__).parents[1] / "sql" / "marts").glob("*.sql"))
MACROS = ("evidence_for_actor('Benny Gantz')", "why_merged('Gantz')", "actor_timeline('Benny Gantz')", "search('tremblement de terre')")


@pytest.fixture(scope="module")
def sample(repository: Path) -> Path:
    return repository / "seeds" / "sample"


@pytest.fixture(scope="module")
def articles(sample: Path) -> dict[str, str]:
    """The articles: path to text; the broken files left out."""
    return {
        path.relative_to(sample).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(sample.rglob("*.txt"))
        if path.parent.name != "broken"
    }


def _ask(sample_run: tuple[Settings, RunReport], sql: str) -> list[tuple[object, ...]]:
    return catalogue.query(sample_run[0], sql).rows


def test_files_are_shaped_like_raw_ones(sample: Path, articles: dict[str, str]) -> None:
    assert [path.name for path in sample.rglob("*") if path.is_file() and not NAME.fullmatch(path.name)] == []
    assert len(articles) >= 24
    words = {path: len(text.split()) for path, text in articles.items() if re.search(r"[A-Za-zА-я]{3} [A-Za-zА-я]", text)}
    briefs = {path for path in words if path.startswith("wire/")}  # what an agency sends in a few weeks, so that something is new
    assert {path: words[path] for path in words.keys() - briefs if not 150 <= words[path] <= 500} == {}
    assert {path: words[path] for path in briefs if not 40 <= words[path] <= 150} == {}
    assert len(list(sample.rglob("*.txt"))) - len(articles) == 6


def test_every_form_of_header_quotation_and_heading_occurs(articles: dict[str, str]) -> None:
    forms = {
        "inline date": r"\A date \d{4}-\d\d ",
        "key and value": r"\A(?:Title|Titre|Titel|Título): ",
        "key and value, French typography": r"\ATitre : ",
        "front matter": r"\A---\n(?:\w+: .+\n)+---\n",
        "none": r"\A[^\n:]{120,}",
        "one line": r"\A[^\n]+\Z",
        "dateline": r"(?m)^[A-Z]{4,}(?:, \d+ \w+ \d{4})? (?:–|\(Agence)",
        "sub-heading": r"\n\n[A-ZÉÀ][^\n.]{8,40}\n\n",
        "French guillemets, tight": r"«\w[^»]+\w?[.,]?»",
        "French guillemets, spaced": r"«\s\w[^»]+\s»",
        "curly quotes": r"“[^”]+”",
        "German quotes": r"„[^“]+“",
        "straight quotes": r'"[^"]+"',
        "incise in guillemets": r"«[^»]+, (?:a|se|observe|explique|cuenta)[^,»]+,[^»]+»",
        "incise between quotes": r'," (?:said|he|she|says) [^".]+, "',
    }
    missing = [form for form, pattern in forms.items() if not any(re.search(pattern, text) for text in articles.values())]
    assert missing == []


def test_nothing_is_copied_from_the_seed_documents(articles: dict[str, str], shared: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}  # eight words in a row are a copied phrase

    seeds = set().union(*(runs(path.read_text(encoding="utf-8")) for path in (shared / "seeds").glob("*.txt")))
    assert {path for path, text in articles.items() if runs(text) & seeds} == set()


def test_broken_files_are_told_apart(sample: Path) -> None:
    found = Counter[str]()
    for path in (sample / "broken").glob("*.txt"):
        try:
            found[decode(path.read_bytes()).repair or "text"] += 1
        except Rejected as refusal:
            found[refusal.reason] += 1
    assert found == {"empty": 1, "binary": 1, "undecodable": 1, "no_text": 1, "text": 1, "truncated:utf-8": 1}


def test_everything_is_loaded_but_the_broken_files(sample_run: tuple[Settings, RunReport], articles: dict[str, str]) -> None:
    _, report = sample_run
    assert report.status == "published"
    assert report.documents_loaded == len(articles) + 1  # the truncated file is read up to where it ends
    assert report.rejects == {"empty": 1, "binary": 1, "undecodable": 1, "header_only": 1, "no_text": 1}
    assert [check for check in report.checks if check["failures"] and check["severity"] == "error"] == []


def test_languages_are_many_and_french_and_english_lead(sample_run: tuple[Settings, RunReport]) -> None:
    rows = _ask(sample_run, "select language from documents group by language order by count(*) desc, language")
    languages = [str(row[0]) for row in rows]
    assert set(languages[:2]) == {"fr", "en"}
    assert {"ar", "ru", "zh", "de", "es", "it", "nl", "pt"} <= set(languages)
    assert "und" not in languages


@pytest.mark.parametrize("view", [*VIEWS, *MACROS])
def test_no_view_is_empty(sample_run: tuple[Settings, RunReport], view: str) -> None:
    assert _ask(sample_run, f"select count(*) from {view}")[0][0]


def test_reports_of_one_event_are_one_story(sample_run: tuple[Settings, RunReport]) -> None:
    groups = catalogue.query(
        sample_run[0],
        "select list_sort(list(split_part(parse_filename(place), '_', 1) || ' ' || language)) from story_documents "
        "where relation = 'same_story' group by story_id order by 1",
    ).rows
    # the defence agreement of Rabat, told twice; the earthquake of Al Haouz, told three times in two languages
    assert [row[0] for row in groups] == [["000 en", "002 fr", "003 fr"], ["000 fr", "001 fr"]]


def test_wire_copies_are_one_story(sample_run: tuple[Settings, RunReport]) -> None:
    rows = _ask(
        sample_run,
        "select count(distinct story_id), list_sort(list(relation)) from core.story_documents "
        "where document_id in (select document_id from core.documents where text like '%dockers du port de Marseille-Fos%')",
    )
    assert rows[0][0] == 1
    assert "near_duplicate" in rows[0][1]  # type: ignore[operator]


@pytest.mark.parametrize("name", ["Benny Gantz", "France", "country:MAR", "person:nobody"])
def test_evidence_for_an_actor_is_that_of_the_view(sample_run: tuple[Settings, RunReport], name: str) -> None:
    """The macro fetches by the numbers of rows what the view joins."""
    told = "select * from evidence_for_actor('{0}') {1} select * from actor_evidence where actor_id in (from int.actors_named('{0}'))"
    answers = [catalogue.query(sample_run[0], told.format(name, sign)) for sign in ("except all", "union all")]
    assert answers[0].rows == []
    rows = len(answers[1].rows)
    assert rows == 2 * len(catalogue.query(sample_run[0], f"from evidence_for_actor('{name}')").rows)
    assert (rows == 0) == (name == "person:nobody")
    macro, view = (catalogue.query(sample_run[0], f"from {table} limit 0") for table in ("evidence_for_actor('France')", "actor_evidence"))
    assert macro.columns == view.columns


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("benny-gantz", "Benny Gantz"),  # an id of the lists
        ("country:MAR", "Morocco"),
        ("Gantz", "Benny Gantz"),
        ("GANTZ, BENNY", None),
        ("Ministere de l''Interieur (MAR)", "ministère de l'Intérieur (MAR)"),  # shown so, and written so nowhere
    ],
)
def test_an_actor_is_found_by_id_by_spelling_and_by_the_name_shown(
    sample_run: tuple[Settings, RunReport], spelling: str, name: str | None
) -> None:
    found = catalogue.query(sample_run[0], f"select name from core.actors where actor_id in (from int.actors_named('{spelling}'))").rows
    assert [row[0] for row in found] == ([name] if name else [])


@pytest.mark.parametrize("topic", ["medtop:15000000", "11000000", "medtop:20000593", "nothing"])
def test_evidence_for_a_topic_is_that_of_the_view(sample_run: tuple[Settings, RunReport], topic: str) -> None:
    columns = "published_edtf, source, surface, sentence, term, term_topic_id, place, document_id, sentence_no, char_start, char_end"
    view = f"select {columns} from topic_evidence where topic_id in ('{topic}', 'medtop:{topic}')"
    macro = f"select {columns} from evidence_for_topic('{topic}')"
    assert _ask(sample_run, f"{macro} except all {view}") == []
    assert len(_ask(sample_run, macro)) == len(_ask(sample_run, view))
    assert bool(_ask(sample_run, macro)) == (topic != "nothing")


def test_what_an_actor_said_is_that_of_the_view(sample_run: tuple[Settings, RunReport]) -> None:
    shown = "speaker, speaker_role, text, cue, medium, about, copies, source, place, sentence, document_id, quotation_no, confidence"
    speakers = _ask(sample_run, "select distinct speaker_id from quotations where is_counted and speaker_id is not null order by 1 limit 8")
    for (speaker,) in speakers:
        macro = f"select {shown} from quotes_by('{speaker}')"
        view = f"select {shown} from quotations where is_counted and speaker_id = '{speaker}'"
        assert _ask(sample_run, f"{macro} except all {view}") == []
        assert len(_ask(sample_run, macro)) == len(_ask(sample_run, view)) > 0
