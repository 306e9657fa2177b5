"""A small warehouse built by hand: documents with mentions, lists of actors, and the SQL of actors run over them."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import duckdb

from newsetl.text.names import name_key
from newsetl.warehouse.lists import add_taken_away, remember_alias_keys
from newsetl.warehouse.models import Model, load_models, run_model
from numbered import number

# The models of actors; whatever else sql/ holds is not run.
MODELS = (
    "stg.places", "run_extent", "int.document_names", "int.alias_keys", "int.name_keys", "int.curated_names", "run_name_nodes",
    "run_compared_names", "run_name_candidates", "run_name_pairs", "run_name_clusters", "run_surnames", "run_bare_names",
    "run_acronyms", "run_office_names", "run_name_actors", "int.name_actors", "run_scoped_names", "int.scoped_names",
    "run_changed_documents", "run_counting", "core.mention_actors", "int.actor_numbers", "int.actor_documents", "int.actor_days",
    "int.actor_spellings", "int.pair_actors", "run_recounted", "int.pair_counts", "int.actor_topics", "int.actor_counts",
    "core.actors", "core.actor_redirects", "core.actor_aliases", "core.actor_merges", "core.actor_roles", "actor_evidence",
    "actor_summary", "place_summary", "actor_daily", "actor_topics", "actor_pairs", "actor_roles", "int.sentences_at",
    "evidence_for_actor", "actor_timeline", "why_merged", "why_apart",
)  # fmt: skip
CHECKS = ("actor_counts_add_up", "pairs_add_up", "actor_counts_open", "actors_are_whole", "curated_names_hold", "aliases_have_their_actor")


class M(NamedTuple):
    """A mention; each stands in a sentence of its own unless ``sentence`` says which."""

    surface: str
    kind: str = "person"
    full: str | None = None  # the fullest form in the document
    gender: str | None = None
    title: str | None = None
    role: str | None = None
    country: str | None = None
    usage: str = "name"
    confidence: float = 0.9
    sentence: int | None = None


@functools.cache
def _scratch() -> Path:
    """A folder for the files of this process; it goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="newsetl-actors-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def _models(folder: Path, *layers: str) -> list[Model]:
    return load_models(folder, layers)


@functools.cache
def _template(folder: Path) -> Path:
    """A file with all tables and nothing in them, made once."""
    path = _scratch() / "template.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema core; create schema meta; create schema stg; create schema ref; create schema int")
        connection.execute("create temp table run_documents (document_id varchar, document_no integer)")
        for model in _models(folder, "schema", "staging"):
            connection.execute(model.sql)
        for iso3, name in (("MAR", "Morocco"), ("ISR", "Israel"), ("FRA", "France")):
            connection.execute("insert into ref.countries (iso3, iso2, name) values (?, 'XX', ?)", [iso3, name])
    return path


class Corpus:
    """Documents by name, runs one after another."""

    def __init__(self, repository: Path) -> None:
        self.sql = repository / "sql"
        path = Path(tempfile.mkdtemp(dir=_scratch())) / "corpus.duckdb"
        shutil.copy(_template(self.sql), path)
        self.db = duckdb.connect(str(path), config={"threads": 1})
        self.db.execute("create temp table run_documents (document_id varchar, document_no integer)")
        # no text is read again
        columns = "document_no, mention_no, sentence_no, kind, name_key, surface"
        self.db.execute(f"create temp table run_mentions_before as select {columns} from core.mentions limit 0")
        # of the models of stories, which are not run here
        self.db.execute("create temp table run_story_documents_before as select document_no, story_id from core.story_documents")
        self.db.execute("create temp table run_stories as select story_id from core.story_documents")
        self.runs = 0

    def actor(self, actor_id: str, name: str, *aliases: str, kind: str = "person", gender: str | None = None) -> None:
        self.db.execute("insert into ref.actors (actor_id, name, kind, gender) values (?, ?, ?, ?)", [actor_id, name, kind, gender])
        for alias in aliases:
            self.alias(actor_id, alias)

    def alias(self, actor_id: str, alias: str, status: str = "active", language: str | None = None) -> None:
        self.db.execute(
            "insert into ref.actor_aliases (actor_id, alias, language, status) values (?, ?, ?, ?)", [actor_id, alias, language, status]
        )

    def document(
        self, name: str, *mentions: M | str, language: str = "fr", date: str | None = "2021-11-24", story: str | None = None
    ) -> None:
        self.db.execute(
            """
            insert into core.documents by name
            select ? as document_id, 'text' as text, 'utf-8' as encoding, 'utf-8' as encoding_rule, 0 as body_start, 4 as body_end,
                4 as char_count, 1 as word_count, ? as language, 1.0 as language_confidence, 'confident' as language_decision,
                ? as published_edtf, ?::date as published_from, ?::date as published_until, if(? is null, 'none', 'day') as date_precision,
                'header' as date_source, 'r' as run_id
            """,
            [name, language, date, date, date, date],
        )
        self.db.execute("insert into meta.records values ('raw', ?, 0, ?, 'r', null)", [name + ".txt", name])
        for mention_no, item in enumerate(mentions):
            mention = M(item) if isinstance(item, str) else item
            sentence = mention_no if mention.sentence is None else mention.sentence
            key = name_key(mention.surface)
            self.db.execute(
                "insert into core.mentions values (?, ?, ?, 0, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'test', ?, null)",
                [
                    name, mention_no, sentence, mention.surface, key, name_key(mention.full) if mention.full else key, mention.kind,
                    mention.title, mention.role, mention.gender, mention.country, mention.usage, mention.confidence,
                ],
            )  # fmt: skip
            self.db.execute(
                "insert into core.sentences by name select ? as document_id, ? as sentence_no, 0 as char_start, 4 as char_end, "
                "'sentence' as kind, ? as text where not exists (from core.sentences where document_id = ? and sentence_no = ?)",
                [name, sentence, f"… {mention.surface} …", name, sentence],
            )
        self.db.execute(
            "insert into core.document_topics by name select ? as document_id, 'medtop:11000000' as topic_id, 1.0 as score, 1 as rank, "
            "'terms' as method, 1 as terms, 1 as hits",
            [name],
        )
        self.db.execute(
            "insert into core.story_documents by name select ? as document_id, ? as story_id, 'same_story' as relation, "
            "false as is_representative, ? as text_id",
            [name, story or name, name],
        )
        self.db.execute("insert into run_documents values (?, null)", [name])

    def forget(self, name: str) -> None:
        """The document's file is gone."""
        self.db.execute("update meta.records set valid_until_run = 'r' where document_id = ?", [name])
        self.db.execute("insert into run_documents values (?, null)", [name])

    def run(self, views: bool = False) -> None:
        """One run over what came since the last; with ``views`` also what people query, and every check must hold."""
        self.runs += 1
        self.db.execute(f"set variable run_id = 'run-{self.runs:03}'")
        number(self.db)
        remember_alias_keys(self.db, anew=self.runs == 1)
        for model in _models(self.sql, "intermediate"):
            if model.name == "int.alias_keys":
                run_model(self.db, model)
        if self.runs > 1:
            add_taken_away(self.db)
        self.db.execute(
            """
            create or replace temp table run_document_topics_before as
                select p.document_no, t.topic_id, t.rank
                from core.document_topics as t
                join stg.places as p on p.document_id = t.document_id
                where p.document_id in (select document_id from run_documents)
            """
        )
        self.db.execute("begin")
        self.models(*("marts", "macros") if views else ())
        for check in _models(self.sql, "checks") if views else ():
            if check.name in CHECKS:
                assert (found := self.db.execute(check.sql).fetchall()) == [], (check.name, found)
        self.db.execute("delete from run_documents")
        self.db.execute("commit")

    def models(self, *layers: str) -> None:
        """The models of names and actors over ``run_documents``, then those of more layers."""
        for layer in ("staging", "intermediate", *layers):
            for model in _models(self.sql, layer):
                if model.name in MODELS:
                    run_model(self.db, model)

    def actor_of(self, document: str, surface: str) -> str:
        """The actor_id of the mention."""
        return self.row("""
            select distinct a.actor_id from core.mention_actors as a join core.mentions as m using (document_id, mention_no)
            where document_id = ? and m.surface = ?""", document, surface)[0]  # fmt: skip

    def row(self, query: str, *values: object) -> tuple:  # type: ignore[type-arg]
        rows = self.db.execute(query, list(values)).fetchall()
        assert len(rows) == 1, rows
        return rows[0]
