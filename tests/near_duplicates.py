"""A generated set of near duplicates: articles and what newsrooms and agencies do to them.

For every base article seven variants, each with its own random choices from a fixed seed:

- ``cut``       the end is cut off; 50 to 90 % of the sentences stay;
- ``dropped``   one to three sentences in the middle are dropped, at most a third of them;
- ``agency``    another agency line in front and another signature behind;
- ``replaced``  10 % of the words become words of other articles;
- ``title``     another title (the sentence of another article) stands in front;
- ``spaced``    line ends and spaces change, nothing else (``identical``);
- ``edited``    three of these at once: cut to 60 to 90 %, another title, 5 % of the words replaced.

Every pair of texts of one base is a near duplicate, every other pair is not. The bases are the articles of ``seeds/sample``
(31 articles of our own, several languages, 600 to 2,500 characters); the same functions make a larger set from any folder of
articles:

    python tests/near_duplicates.py FOLDER [FOLDER ...]
"""

from __future__ import annotations

import functools
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import duckdb

from newsetl.text.header import read_header
from newsetl.text.sentences import split_sentences
from newsetl.text.sketch import sketch
from newsetl.warehouse.models import Model, load_models, run_model
from numbered import number

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("cut", "dropped", "agency", "replaced", "title", "spaced", "edited")
_AGENCIES = ("(AFP)", "(Reuters)", "(dpa)", "(EFE)", "(MAP)", "(ANSA)")
_PLACES = ("RABAT", "PARIS", "BERLIN", "MADRID", "LISBON", "ROME")
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)+")  # capitalised words in a row stand in for what the reader of names finds


def variants(text: str, others: Sequence[str], rng: random.Random) -> dict[str, str]:
    """The variants of a text by kind; ``others`` lend words and titles."""
    sentences = [text[s.char_start : s.char_end] for s in split_sentences(text, "und")]
    return {
        "cut": " ".join(_cut(sentences, rng, 0.5)),
        "dropped": "\n\n".join(_dropped(sentences, rng)),
        "agency": f"{rng.choice(_PLACES)}, 12 March {rng.choice(_AGENCIES)} - {text.rstrip()} {rng.choice(_AGENCIES)[1:-1].lower()}/xy",
        "replaced": _replaced(text, others, rng, 0.1),
        "title": f"{_title(others, rng)}\n\n{text}",
        "spaced": "\n\n".join(sentences).replace(" ", "  ", 3) + "\r\n",
        "edited": f"{_title(others, rng)}\n\n{_replaced(' '.join(_cut(sentences, rng, 0.6)), others, rng, 0.05)}",
    }


def _cut(sentences: Sequence[str], rng: random.Random, least: float) -> Sequence[str]:
    return sentences[: max(1, round(len(sentences) * rng.uniform(least, 0.9)))]


def _dropped(sentences: Sequence[str], rng: random.Random) -> list[str]:
    gone = set(rng.sample(range(len(sentences)), min(rng.randint(1, 3), len(sentences) // 3)))
    return [sentence for place, sentence in enumerate(sentences) if place not in gone]


def _title(others: Sequence[str], rng: random.Random) -> str:
    return rng.choice(others)[:90].split(".")[0].split("\n")[0]


def _replaced(text: str, others: Sequence[str], rng: random.Random, share: float) -> str:
    words = list(_WORD.finditer(text))
    out, place = [], 0
    for match in sorted(rng.sample(words, round(len(words) * share)), key=lambda found: found.start()):
        lent = _WORD.findall(rng.choice(others))
        out += [text[place : match.start()], rng.choice(lent) if lent else "x"]
        place = match.end()
    return "".join(out) + text[place:]


def warehouse() -> duckdb.DuckDBPyConnection:
    """An empty warehouse with the tables that the models of stories read."""
    connection = duckdb.connect()
    connection.execute("create schema core; create schema meta; create schema stg; create schema int; set variable run_id = 'r1'")
    tables = (
        "core_documents", "core_sketches", "core_dates", "meta_records", "core_stories", "core_story_documents", "stg_places",
        "int_document_names", "int_term_documents", "int_name_term", "int_slice_size", "int_slice_of",
    )  # fmt: skip
    for table in tables:
        connection.execute((ROOT / "sql" / "schema" / f"{table}.sql").read_text(encoding="utf-8"))
    return connection


def arrive(connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str], languages: Mapping[str, str] | None = None) -> None:
    """One run with new documents, given by id, of a language or none. A day in the header is the day of publication."""
    rows, names = [], []
    for document_id, text in texts.items():
        header = read_header(text)
        names += [(document_id, name) for name in sorted(set(_NAME.findall(text[header.body_start : header.body_end])))]
        days = [field.value for field in header.fields if field.key == "date" and field.value and len(field.value) == 10]
        [row] = sketch(text, split_sentences(text, "und", header.body_start, header.body_end))
        rows.append((document_id, (languages or {}).get(document_id, "und"), len(text), days[0] if days else None, *row))
    connection.execute(
        "create or replace temp table arriving as select unnest(?::varchar[]) as document_id, unnest(?::varchar[]) as language, "
        "unnest(?::integer[]) as char_count, "
        "unnest(?::date[]) as published_from, unnest(?::bigint[]) as content_hash, unnest(?::integer[]) as shingle_count, "
        "unnest(?::integer[][]) as bands, unnest(?::integer[][]) as shingles, unnest(?::integer[][]) as terms",
        [list(column) for column in zip(*rows, strict=True)],
    )
    connection.execute(
        "insert into int.document_names by name select unnest(?::varchar[]) as document_id, unnest(?::varchar[]) as entity_key, "
        "entity_key as name_key, entity_key as surface, 'en' as language, 'person' as kind, false as one_word, 1 as mentions, "
        "1 as confidence",
        [[document_id for document_id, _ in names], [name for _, name in names]],
    )
    connection.execute(
        """
        insert into core.documents by name
            select document_id, '' as text, 'utf-8' as encoding, 'utf-8' as encoding_rule, 0 as body_start, char_count as body_end,
                char_count, 0 as word_count, language, 0 as language_confidence, 'too_short' as language_decision,
                published_from, published_from as published_until, 'none' as date_precision, 'none' as date_source, 'r1' as run_id
            from arriving;
        insert into core.sketches by name select * exclude (language, char_count, published_from) from arriving;
        insert into meta.records by name
            select 'raw' as root, document_id as path, 0 as record_no, document_id, 'r1' as valid_from_run, null as valid_until_run
            from arriving;
        create or replace temp table run_documents as select document_id, null::integer as document_no from arriving;
        """
    )
    build(connection)


def stories_of(
    texts: Sequence[str], runs: int = 1, languages: Sequence[str] = (), days: Sequence[tuple[str, str]] = ()
) -> duckdb.DuckDBPyConnection:
    """The texts (ids t000000 …) put into stories by the models of ``sql/``.

    ``runs``: in how many runs they arrive. ``days``: days (document, EDTF) that their leads name.
    """
    connection = warehouse()
    for document_id, day in days:
        connection.execute(
            "insert into core.dates by name select ? as document_id, ? as edtf, 0 as sentence_no, 0 as char_start, 0 as char_end, "
            "'' as surface, 'date' as rule",
            [document_id, day],
        )
    size = -(-len(texts) // runs)
    spoken = {f"t{no:06d}": language for no, language in enumerate(languages)}
    for first in range(0, len(texts), size):
        arrive(connection, {f"t{no:06d}": text for no, text in enumerate(texts[first : first + size], first)}, spoken)
    return connection


@functools.cache
def _models() -> dict[str, Model]:
    return {model.name: model for model in load_models(ROOT / "sql")}


def build(connection: duckdb.DuckDBPyConnection) -> None:
    """Run the models of stories for the documents in ``run_documents``."""
    number(connection)
    models = _models()
    run_model(connection, models["stg.places"])
    run_model(connection, models["run_extent"])
    # names stand in the table already, where a run would have put those of the mentions
    connection.execute(
        """
        create or replace temp table run_document_names_before as
            select document_no, kind, entity_key from int.document_names
            where document_no in (select document_no from run_places_before) and not (select is_whole from run_extent)
        """
    )
    for model in ("int.term_documents", "run_text_pairs", "run_event_pairs", "core.story_documents", "core.stories"):
        run_model(connection, models[model])


def measure(bases: Sequence[str], seed: int = 1, runs: int = 1) -> dict[str, float]:
    """Precision and recall (percent) over pairs of documents, and recall by kind of variant against its base.

    Bases that are copies of each other already (real collections hold some) count as one.
    """
    rng = random.Random(seed)
    texts, base_of, kinds = list(bases), list(range(len(bases))), ["base"] * len(bases)
    for no, base in enumerate(bases):
        others = [bases[(no + step) % len(bases)] for step in rng.sample(range(1, len(bases)), min(8, len(bases) - 1))]
        for kind, text in variants(base, others, rng).items():
            texts.append(text)
            base_of.append(no)
            kinds.append(kind)
    alike = dict(stories_of(bases).execute("select document_id, text_id from core.story_documents").fetchall())
    truth = [alike[f"t{no:06d}"] for no in base_of]
    found = dict(stories_of(texts, runs).execute("select document_id, text_id from core.story_documents").fetchall())
    groups: dict[str, list[int]] = {}
    for no in range(len(texts)):
        groups.setdefault(found[f"t{no:06d}"], []).append(no)
    right = wrong = 0
    for members in groups.values():
        for one, other in combinations(members, 2):
            right, wrong = right + (truth[one] == truth[other]), wrong + (truth[one] != truth[other])
    pairs = sum(count * (count - 1) // 2 for count in Counter(truth).values())
    hits = Counter(kinds[no] for no in range(len(texts)) if found[f"t{no:06d}"] == found[f"t{base_of[no]:06d}"])
    by_kind = {kind: round(100 * hits[kind] / len(bases), 2) for kind in KINDS}
    precision, recall = round(100 * right / max(right + wrong, 1), 2), round(100 * right / pairs, 2)
    return {"precision": precision, "recall": recall, "texts": len(texts), **by_kind}


def articles(folders: Iterable[Path], least: int = 600) -> list[str]:
    """Texts of at least ``least`` characters below the folders, in order of their paths."""
    texts = []
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_text(encoding="utf-8", errors="ignore")
            if len(text) >= least:
                texts.append(text)
    return texts


if __name__ == "__main__":
    print(measure(articles(Path(argument) for argument in sys.argv[1:])))
