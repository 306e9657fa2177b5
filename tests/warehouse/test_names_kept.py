"""What is kept of names from run to run is what all documents give, whatever comes, goes and is edited."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from actor_corpus import Corpus, M

TABLES = {
    "core.actors": "actor_id, name, kind, country, sector, gender, origin, known_by, note",
    "core.mention_actors": "document_id, mention_no, actor_id, rule, reason",
    "int.name_actors": "kind, name_key, language, actor_id, rule, reason",
    "int.name_candidates": "kind, name_key, other_key, rank",
}
# spellings of one another, surnames, initials, first names, one name of several kinds
PERSONS = (
    "Mohamed Ouldamrane", "Mohammed Uldamrane", "Mohamed Ouldamranne", "M Ouldamrane", "Mohamed Ali Ouldamrane", "Uldamrane",
    "van der Bellen", "van der Belen", "Petra van der Bellen", "Alexander van der Belen", "Bellen",
    "Viktor Nikolaenko", "Viktor Nikolaemko", "Victor Nikolaenko", "V Nikolaenko", "Nikolaenko", "Anna Nikolaenko", "Viktor",
)  # fmt: skip
ORGANISATIONS = (
    "Conseil de Securite", "Conseil Securite", "Senat", "Sénatt", "Telegraaff", "Telegraaf", "Universal Nations Group",
    "Universal Nations Groupe", "Universal Nations Group Ltd",
)  # fmt: skip


class Archive:
    """A corpus to which documents come and go by chance, and whose lists are edited."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self.draw = random.Random(seed)
        self.corpus = corpus
        self.corpus.db.execute("insert into ref.offices (language, form, match) values ('fr', 'senat', 'whole')")
        self.there: list[str] = []
        self.number = 0

    def come(self, documents: int) -> None:
        for _ in range(documents):
            self.number += 1
            mentions = [mention for _ in range(self.draw.randint(1, 3)) for mention in self._name()]
            name, story = f"d{self.number}", self.draw.choice([None, None, "one", "two"])
            self.corpus.document(name, *mentions, language=self.draw.choice(["fr", "en"]), story=story)
            self.there.append(name)

    def _name(self) -> list[M]:
        draw = self.draw
        full = draw.choice(PERSONS + ORGANISATIONS)
        usual = "person" if full in PERSONS else "organisation"
        kind = draw.choice([usual] * 8 + ["organisation", "person"])
        names = [M(full, kind=kind, gender=draw.choice([None, None, "f", "m"]), title=draw.choice([None, None, "general", "colonel"]))]
        if " " in full and draw.random() < 0.3:
            names.append(M(full.split()[-1], kind=kind, full=full))
        return names

    def go(self, documents: int) -> None:
        for name in self.draw.sample(self.there, documents):
            self.corpus.forget(name)
            self.there.remove(name)

    def edit(self) -> None:
        draw, db = self.draw, self.corpus.db
        given = db.execute("select rowid from ref.actor_aliases order by 1").fetchall()
        ids = [row[0] for row in db.execute("select actor_id from core.actors where kind <> 'country' order by 1").fetchall()]
        name = draw.choice(PERSONS + ORGANISATIONS)
        what = draw.choice(["give", "give", "take", "back", "back", "list"])
        if what == "back" and given:
            db.execute("delete from ref.actor_aliases where rowid = ?", [draw.choice(given)[0]])
        elif what == "list":
            self.corpus.actor(f"listed-{self.number}-{draw.randrange(10_000)}", name, kind=draw.choice(["person", "organisation"]))
        else:
            self.corpus.alias(draw.choice(ids), name, "blocked" if what == "take" else "active", draw.choice([None, None, "fr"]))


def rows(corpus: Corpus) -> dict[str, set[tuple[object, ...]]]:
    return {table: set(corpus.db.execute(f"select {columns} from {table}").fetchall()) for table, columns in TABLES.items()}


def rows_of_all(corpus: Corpus) -> dict[str, set[tuple[object, ...]]]:
    """What the same models make where every document is looked at; undone afterwards."""
    corpus.db.execute("begin")
    corpus.db.execute("insert into run_documents select document_id, document_no from core.documents")
    corpus.models()
    found = rows(corpus)
    corpus.db.execute("rollback")
    return found


@pytest.fixture
def corpus(repository: Path) -> Corpus:
    """A corpus of so many other names that a run is never most of it."""
    corpus = Corpus(repository)
    for number in range(30):
        corpus.document(f"other{number}", M(f"Zedq{number * 7919} Qfiller{number * 7919}"))
    return corpus


def test_spellings_stay_one_actor_when_the_one_that_led_them_goes(corpus: Corpus) -> None:
    for name in "abc":
        corpus.document(name, M("Mohamed Ouldamrane"))
    for name in "de":
        corpus.document(name, M("Mohammed Uldamrane"))
    corpus.document("f", M("Mohamed Uldamranne"))
    corpus.run()
    for name in "abc":
        corpus.forget(name)
    corpus.run()
    assert corpus.actor_of("d", "Mohammed Uldamrane") == corpus.actor_of("f", "Mohamed Uldamranne")
    assert rows(corpus) == rows_of_all(corpus)


def test_spellings_stay_one_actor_when_the_list_calls_theirs_otherwise(corpus: Corpus) -> None:
    corpus.actor("ould", "Mohamed Ouldamrane")  # written so nowhere
    corpus.document("d", M("Mohammed Uldamrane"))
    corpus.document("f", M("Mohamed Uldamranne"))
    corpus.run()
    assert corpus.actor_of("d", "Mohammed Uldamrane") == "ould"
    corpus.db.execute("update ref.actors set name = 'Someone Else'")
    corpus.run()
    assert corpus.actor_of("d", "Mohammed Uldamrane") == corpus.actor_of("f", "Mohamed Uldamranne") != "ould"
    assert rows(corpus) == rows_of_all(corpus)


def test_a_name_taken_back_is_forgotten(corpus: Corpus) -> None:
    for name in "ab":
        corpus.document(name, M("Ronaldo"))
    corpus.run()
    corpus.alias(corpus.actor_of("a", "Ronaldo"), "Cristiano Ronaldo dos Santos")  # no text holds it
    corpus.run()
    corpus.db.execute("delete from ref.actor_aliases")
    corpus.run()
    assert corpus.row("select known_by from core.actors where name = 'Ronaldo'") == ("one word",)
    assert rows(corpus) == rows_of_all(corpus)


def test_what_only_a_spelling_told_of_an_actor_goes_with_it(corpus: Corpus) -> None:
    for name in "abc":
        corpus.document(name, M("van der Bellen"))
    corpus.document("d", M("Alexander van der Belen"))
    corpus.document("e", M("Petra van der Belen"))
    corpus.run()
    corpus.document("f", M("van der Belen", gender="f"))  # a spelling of the first, and borne by two: the mention is neither's
    corpus.run()
    gender = "select gender from core.actors where name = 'van der Bellen'"
    assert corpus.row(gender) == ("f",)
    corpus.forget("f")
    corpus.run()
    assert corpus.row(gender) == (None,)
    assert rows(corpus) == rows_of_all(corpus)


def test_a_reason_quotes_the_name_as_it_is_written_now(corpus: Corpus) -> None:
    corpus.document("a", M("Universal Nations Group", "organisation"))
    corpus.document("b", M("UNG", "organisation", full="Universal Nations Group"))
    corpus.run()
    for name in "cde":
        corpus.document(name, M("UNIVERSAL NATIONS GROUP", "organisation"))
    corpus.run()
    reason = corpus.row("select reason from core.mention_actors where document_id = 'b'")[0]
    assert reason.startswith("stands for “UNIVERSAL NATIONS GROUP”")
    assert rows(corpus) == rows_of_all(corpus)


@pytest.mark.slow
def test_what_is_kept_of_names_is_what_all_documents_give(corpus: Corpus) -> None:
    archive = Archive(corpus, seed=4)
    archive.come(22)
    corpus.run()
    for _ in range(8):
        archive.go(archive.draw.randint(0, 3))
        archive.come(archive.draw.randint(0, 3))
        for _ in range(archive.draw.choice([0, 1, 2])):
            archive.edit()
        corpus.run()
        kept, anew = rows(corpus), rows_of_all(corpus)
        for table in TABLES:
            assert kept[table] == anew[table], table
