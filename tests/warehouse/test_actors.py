"""Who is who over the corpus: what becomes one actor, what stays apart, what people correct, what the views count."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_corpus import Corpus, M
from newsetl.reference import load_reference
from newsetl.text.names import name_key


@pytest.fixture
def corpus(repository: Path) -> Corpus:
    return Corpus(repository)


def test_key_in_sql_is_the_key_of_python(corpus: Corpus) -> None:
    spellings = [
        "Élisabeth Borne", "Côte d’Ivoire", "Ban Ki-moon", "Weißer Ring", "ŁÓDŹ", "Сергей Шойгу", "بيني غانتس", "习近平", "İzmir",
        "A.C. Milan", "M. Gantz", "l'Algérie", "D’Artagnan", "Les Échos", "The Guardian",
        "Le Monde", "Dr Mme Roy", "Αθήνα", "Soft\u00adhyphen", "…",
    ]  # fmt: skip
    for spelling in spellings:
        assert corpus.row("select int.name_key(?)", spelling)[0] == name_key(spelling), spelling


def test_every_listed_spelling_has_the_key_of_python(corpus: Corpus, repository: Path) -> None:
    reference = load_reference(repository / "seeds")
    spellings = [row["alias"] for row in reference.rows("actor_aliases")] + [row["name"] for row in reference.rows("actors")]
    keys = corpus.db.execute("select int.name_key(s) from (select unnest(?) as s)", [spellings]).fetchall()
    assert [key for (key,) in keys] == [name_key(spelling) for spelling in spellings]


class TestOneActor:
    def test_curated_aliases_in_two_scripts(self, corpus: Corpus) -> None:
        corpus.actor("gantz", "Benny Gantz", "بيني غانتس")
        corpus.document("a", "Benny Gantz", M("Gantz", full="Benny Gantz"))
        corpus.document("b", "بيني غانتس", language="ar")
        corpus.run(views=True)
        assert corpus.actor_of("a", "Gantz") == corpus.actor_of("b", "بيني غانتس") == "gantz"
        assert corpus.row("select documents, mentions, languages from actor_summary")[:3] == (2, 3, 2)

    def test_surname_joins_the_full_name_of_its_document(self, corpus: Corpus) -> None:
        corpus.document("a", "Yves Lemarchand", M("Lemarchand", full="Yves Lemarchand"))
        corpus.run(views=True)
        assert corpus.actor_of("a", "Lemarchand") == corpus.actor_of("a", "Yves Lemarchand")
        assert "in the same document" in corpus.row("select reason from why_merged('Lemarchand') where rule = 'same document'")[0]

    def test_surname_joins_the_only_bearer_of_the_corpus(self, corpus: Corpus) -> None:
        corpus.document("a", "Yves Lemarchand")
        corpus.document("b", "Yves Lemarchand")
        corpus.document("c", "Lemarchand")
        corpus.run()
        assert corpus.actor_of("c", "Lemarchand") == corpus.actor_of("a", "Yves Lemarchand")

    def test_surname_joins_the_only_bearer_of_its_story(self, corpus: Corpus) -> None:
        corpus.document("a", "Yves Lemarchand", story="s1")
        corpus.document("b", M("Lemarchand", title="M.", gender="m"), story="s1")
        corpus.document("c", "Anna Lemarchand", story="s2")
        corpus.document("d", "Lemarchand", story="s2")
        corpus.run()
        assert corpus.actor_of("b", "Lemarchand") == corpus.actor_of("a", "Yves Lemarchand")
        assert corpus.actor_of("d", "Lemarchand") == corpus.actor_of("c", "Anna Lemarchand")

    def test_spellings_of_one_name(self, corpus: Corpus) -> None:
        pairs = [
            ("Jean-Noël Ferré", "Jean-Noël Feré"),
            ("Sergei Morozov", "Sergey Morozov"),
            ("Mohammed Bennani", "Mohamed Benani"),
            ("Karim Ouldamrane", "Karim Uldamrane"),
            ("Viktor Nikolaenko", "Viktor Nikolaemko"),
        ]
        for number, (one, other) in enumerate(pairs):
            corpus.document(f"a{number}", one)
            corpus.document(f"b{number}", one)
            corpus.document(f"c{number}", other)
        corpus.run()
        for number, (one, other) in enumerate(pairs):
            assert corpus.actor_of(f"a{number}", one) == corpus.actor_of(f"c{number}", other)
        assert corpus.db.execute("select verdict, count(*) from core.actor_merges group by verdict").fetchall() == [("merged", len(pairs))]

    def test_acronym_with_its_expansion(self, corpus: Corpus) -> None:
        full = "Union des pêcheurs atlantiques"
        corpus.document("a", M(full, "organisation"), M("UPA", "organisation", full=full, usage="acronym"))
        corpus.document("b", M("UPA", "organisation", usage="acronym"))
        corpus.run()
        assert corpus.actor_of("b", "UPA") == corpus.actor_of("a", full)

    def test_articles_and_legal_forms(self, corpus: Corpus) -> None:
        corpus.document("a", M("Université de la Côte bleue", "organisation"), M("Dorval Énergie", "organisation"))
        corpus.document("b", M("université Côte bleue", "organisation"), M("Dorval Énergie SA", "organisation"))
        corpus.run()
        assert corpus.actor_of("a", "Université de la Côte bleue") == corpus.actor_of("b", "université Côte bleue")
        assert corpus.actor_of("a", "Dorval Énergie") == corpus.actor_of("b", "Dorval Énergie SA")

    def test_country_by_name_people_and_capital(self, corpus: Corpus) -> None:
        corpus.document(
            "a",
            M("Maroc", "country", country="MAR"),
            M("marocain", "country", country="MAR", usage="adjective"),
            M("Rabat", "country", country="MAR", usage="metonym"),
        )
        corpus.run(views=True)
        assert corpus.row("select actor_id, country, mentions, by_people_or_capital from actor_summary") == ("country:MAR", "MAR", 3, 2)

    def test_majority_decides_the_kind(self, corpus: Corpus) -> None:
        for name in "abc":
            corpus.document(name, M("Lune Bleue", "organisation"))
        corpus.document("d", M("Lune Bleue", "person"))
        corpus.run(views=True)
        assert corpus.actor_of("d", "Lune Bleue") == corpus.actor_of("a", "Lune Bleue")
        assert "mostly read as organisation" in corpus.row("select distinct reason from actor_evidence where document_id = 'd'")[0]


def test_no_two_listed_actors_are_taken_for_one(corpus: Corpus, repository: Path) -> None:
    """The spellings of the list as if nobody had said whose they are: what holds the thresholds of run_name_pairs."""
    reference = load_reference(repository / "seeds")
    kinds = {row["actor_id"]: row["kind"] for row in reference.rows("actors")}
    owners: dict[tuple[str, str], set[str]] = {}
    for row in reference.rows("actor_aliases"):
        if " " in row["alias"]:
            owners.setdefault((kinds[row["actor_id"]], name_key(row["alias"])), set()).add(row["actor_id"])
    spellings = [(kind, key) for kind, key in sorted(owners) if " " in key]
    corpus.document("a", *(M(key, kind) for kind, key in spellings))
    corpus.run()
    merged = corpus.db.execute("select kind, name_key, root_key from run_name_clusters where name_key <> root_key").fetchall()
    wrong = [(key, root) for kind, key, root in merged if not owners[kind, key] & owners[kind, root]]
    assert wrong == []
    assert len(merged) >= 90  # and it does find spellings


    def test_one_word_that_people_named_keeps_its_kind_unless_a_person_is_meant(self, corpus: Corpus) -> None:
        corpus.actor("dorval", "Dorval", kind="organisation")
        corpus.document("a", M("Dorval", "person"))
        corpus.run()
        assert corpus.actor_of("a", "Dorval") == "dorval"
        corpus.document("b", M("Dorval", "person", title="M.", gender="m"))
        corpus.run()
        assert corpus.actor_of("b", "Dorval") != "dorval"


class TestApart:
    def test_names_that_conflict(self, corpus: Corpus) -> None:
        pairs = [
            (M("Mario Bassolini"), M("Maria Bassolini")),
            (M("Dominique Lassalle", gender="f"), M("Dominique Lasalle", gender="m")),
            (M("Hassan Belkacem"), M("Hussein Belkacem")),
            (M("Karim Lang"), M("Karim Long")),
            (M("Peter Thompson"), M("Peter Thomson")),
            (M("José García"), M("José Luis García")),
            (M("Thomas Martin"), M("Martin Thomas")),
            (M("Élisabeth II"), M("Élisabeth I")),
            (M("Ruth Kelmar"), M("R. Kelmar")),
            (M("Le Télégraphe", "organisation"), M("Télégraaphe", "organisation")),
            (M("Ivan Medvedchuk", title="général"), M("Ivan Medvedchuck", title="patriarche")),
            (M("Régiment 12 du Nord-Ouest", "organisation"), M("Régiment 13 du Nord-Ouest", "organisation")),
        ]
        for number, (one, other) in enumerate(pairs):
            corpus.document(f"a{number}", one)
            corpus.document(f"b{number}", other)
        corpus.run(views=True)
        for number, (one, other) in enumerate(pairs):
            assert corpus.actor_of(f"a{number}", one.surface) != corpus.actor_of(f"b{number}", other.surface)
            assert corpus.row("select count(*) > 0 from why_apart(?, ?) where reason is not null", one.surface, other.surface)[0]

    def test_shared_surname_stays_with_its_document(self, corpus: Corpus) -> None:
        corpus.document("a", "Yves Lemarchand")
        corpus.document("b", "Anna Lemarchand")
        corpus.document("c", "Lemarchand")
        corpus.document("d", "Lemarchand")
        corpus.run()
        named = [("a", "Yves Lemarchand"), ("b", "Anna Lemarchand"), ("c", "Lemarchand"), ("d", "Lemarchand")]
        assert len({corpus.actor_of(document, surface) for document, surface in named}) == 4

    def test_bare_name_of_another_gender(self, corpus: Corpus) -> None:
        corpus.document("a", M("Yves Lemarchand", gender="m"))
        corpus.document("b", M("Yves Lemarchand", gender="m"))
        corpus.document("c", M("Lemarchand", title="Mme", gender="f"))
        corpus.run()
        assert corpus.actor_of("c", "Lemarchand") != corpus.actor_of("a", "Yves Lemarchand")

    def test_alias_does_not_take_the_namesake(self, corpus: Corpus) -> None:
        corpus.actor("lemarchand", "Yves Lemarchand", "Lemarchand")
        corpus.document("a", "Anna Lemarchand", M("Lemarchand", full="Anna Lemarchand"))
        corpus.run()
        assert corpus.actor_of("a", "Lemarchand") == corpus.actor_of("a", "Anna Lemarchand") != "lemarchand"

    def test_alias_of_one_word_holds_in_its_language(self, corpus: Corpus) -> None:
        corpus.actor("pd", "Partito Democratico", kind="organisation")
        corpus.alias("pd", "PD", language="it")
        corpus.document("a", M("PD", "organisation"), language="it")
        corpus.document("b", M("PD", "organisation"), language="fr")
        corpus.run()
        assert corpus.actor_of("a", "PD") == "pd" != corpus.actor_of("b", "PD")

    def test_name_claimed_by_two_actors_is_nobodys(self, corpus: Corpus) -> None:
        corpus.actor("one", "Anna Dorval", "Dorval")
        corpus.actor("two", "Yves Dorval", "Dorval")
        corpus.document("a", "Dorval")
        corpus.run()
        assert corpus.actor_of("a", "Dorval") not in ("one", "two")

    def test_ministries_of_two_countries(self, corpus: Corpus) -> None:
        corpus.db.execute("insert into ref.offices values ('fr', 'ministère', 'start', null)")
        office = M("ministère de la Pêche", "organisation")
        corpus.document("a", office, M("Maroc", "country", country="MAR"))
        corpus.document("b", office, M("Israël", "country", country="ISR"))
        corpus.document("c", office, M("Maroc", "country", country="MAR"))
        corpus.run()
        assert corpus.actor_of("a", office.surface) == corpus.actor_of("c", office.surface) != corpus.actor_of("b", office.surface)
        assert corpus.row("select country from core.actors where actor_id = ?", corpus.actor_of("b", office.surface))[0] == "ISR"

    def test_unlikely_names_are_nobody(self, corpus: Corpus) -> None:
        corpus.document("a", M("Selon Les", confidence=0.3))
        corpus.run()
        assert corpus.row("select count(*) from core.mention_actors")[0] == 0


class TestCorrections:
    def test_one_row_merges_at_the_next_run(self, corpus: Corpus) -> None:
        corpus.actor("gantz", "Benny Gantz")
        corpus.document("a", "Benny Gantz")
        corpus.document("b", "Binyamin Gantz")
        corpus.run(views=True)
        old = corpus.actor_of("b", "Binyamin Gantz")
        assert old != "gantz"
        corpus.alias("gantz", "Binyamin Gantz")
        corpus.run(views=True)
        assert corpus.actor_of("b", "Binyamin Gantz") == "gantz"
        assert corpus.row("select redirects_to from core.actor_redirects where actor_id = ?", old)[0] == "gantz"
        assert corpus.row("select count(*) from evidence_for_actor(?)", old)[0] == 2

    def test_one_row_merges_two_discovered_actors(self, corpus: Corpus) -> None:
        corpus.document("a", "Anna Dorval")
        corpus.document("b", "Anna Dorval-Lefèvre")
        corpus.run()
        corpus.alias(corpus.actor_of("a", "Anna Dorval"), "Anna Dorval-Lefèvre")
        corpus.run()
        assert corpus.actor_of("a", "Anna Dorval") == corpus.actor_of("b", "Anna Dorval-Lefèvre")

    def test_blocked_spelling_leaves_and_comes_back(self, corpus: Corpus) -> None:
        corpus.document("a", "Sergei Morozov")
        corpus.document("b", "Sergey Morozov")
        corpus.run(views=True)
        actor = corpus.actor_of("a", "Sergei Morozov")
        assert corpus.actor_of("b", "Sergey Morozov") == actor
        corpus.alias(actor, "Sergey Morozov", "blocked")
        corpus.run(views=True)
        assert corpus.actor_of("b", "Sergey Morozov") != actor == corpus.actor_of("a", "Sergei Morozov")
        assert "people" in corpus.row("select string_agg(reason) from why_apart('Sergei Morozov', 'Sergey Morozov')")[0]
        corpus.db.execute("delete from ref.actor_aliases")
        corpus.run(views=True)
        assert corpus.actor_of("b", "Sergey Morozov") == actor

    def test_blocked_short_form_stands_by_itself(self, corpus: Corpus) -> None:
        corpus.actor("gantz", "Benny Gantz")
        corpus.alias("gantz", "Gantz", "blocked")
        corpus.document("a", "Benny Gantz", M("Gantz", full="Benny Gantz"))
        corpus.run()
        assert corpus.actor_of("a", "Benny Gantz") == "gantz" != corpus.actor_of("a", "Gantz")


class TestRuns:
    def test_second_run_changes_nothing(self, corpus: Corpus) -> None:
        corpus.document("a", "Anna Dorval", "Dorval")
        corpus.document("b", "Ana Dorval", M("Maroc", "country", country="MAR"))
        corpus.run(views=True)
        tables = ("core.actors", "core.mention_actors", "core.actor_aliases", "core.actor_merges", "actor_summary", "actor_pairs")
        before = [sorted(corpus.db.execute(f"select * from {table}").fetchall(), key=repr) for table in tables]
        corpus.run(views=True)
        assert corpus.row("select count(*) from run_changed_documents")[0] == 0
        assert before == [sorted(corpus.db.execute(f"select * from {table}").fetchall(), key=repr) for table in tables]

    def test_ids_hold_while_the_corpus_grows(self, corpus: Corpus) -> None:
        corpus.document("a", "Sergey Morozov")
        corpus.run()
        first = corpus.actor_of("a", "Sergey Morozov")
        for name in "bcd":
            corpus.document(name, "Sergei Morozov")
            corpus.run()
        assert corpus.actor_of("d", "Sergei Morozov") == first
        assert corpus.row("select name from core.actors where actor_id = ?", first)[0] == "Sergei Morozov"

    def test_incremental_is_what_a_rebuild_gives(self, corpus: Corpus, repository: Path) -> None:
        documents = [
            ("a", ["Yves Lemarchand"]), ("b", ["Lemarchand"]), ("c", ["Yves Lemarchand"]), ("d", ["Anna Lemarchand", "Sergei Morozov"]),
            ("e", ["Sergey Morozov", M("UPA", "organisation")]),
        ]  # fmt: skip
        at_once = Corpus(repository)
        for name, mentions in documents:
            corpus.document(name, *mentions)
            corpus.run()
            at_once.document(name, *mentions)
        at_once.run()
        query = """
            select m.document_id, m.surface, c.name, a.rule, a.reason from core.mention_actors as a
            join core.mentions as m using (document_id, mention_no) join core.actors as c using (actor_id) order by all"""
        assert corpus.db.execute(query).fetchall() == at_once.db.execute(query).fetchall()

    def test_a_document_that_went_counts_nowhere(self, corpus: Corpus) -> None:
        corpus.document("a", "Anna Dorval")
        corpus.document("b", "Anna Dorval")
        corpus.run(views=True)
        corpus.forget("b")
        corpus.run(views=True)
        assert corpus.row("select documents from actor_summary")[0] == 1


class TestViews:
    def test_pairs_and_their_strength(self, corpus: Corpus) -> None:
        corpus.document("a", M("Anna Dorval", sentence=0), M("Yves Lemarchand", sentence=0))
        corpus.document("b", "Anna Dorval", "Yves Lemarchand")
        corpus.document("c", "Karim Ouldamrane")
        corpus.document("d", "Karim Ouldamrane")
        corpus.run(views=True)
        assert corpus.row("select documents, sentences, npmi_documents from actor_pairs") == (2, 1, 1.0)

    def test_daily_keeps_the_undated(self, corpus: Corpus) -> None:
        corpus.document("a", "Anna Dorval")
        corpus.document("b", "Anna Dorval", date=None)
        corpus.run(views=True)
        timeline = corpus.db.execute("select published_edtf, documents from actor_timeline('Anna Dorval')").fetchall()
        assert timeline == [("2021-11-24", 1), (None, 1)]
        assert corpus.row("select undated from actor_summary")[0] == 1

    def test_roles_with_first_date_and_sentence(self, corpus: Corpus) -> None:
        corpus.document("b", M("Anna Dorval", role="ministre de la Pêche"), date="2021-11-24")
        corpus.document("a", M("Anna Dorval", role="ministre de la Pêche"), date="2020-01-02")
        corpus.run(views=True)
        found = corpus.row("select role, documents, first_seen::varchar, last_seen::varchar, document_id, sentence from actor_roles")
        assert found == ("ministre de la Pêche", 2, "2020-01-02", "2021-11-24", "a", "… Anna Dorval …")

    def test_places_have_their_own_summary(self, corpus: Corpus) -> None:
        corpus.document("a", M("Melilla", "place"))
        corpus.run(views=True)
        assert corpus.row("select name, mentions from place_summary") == ("Melilla", 1)
        assert corpus.row("select count(*) from actor_summary")[0] == 0

    def test_unknown_name_is_told(self, corpus: Corpus) -> None:
        corpus.document("a", "Anna Dorval")
        corpus.run(views=True)
        assert "no actor is called" in corpus.row("select reason from why_apart('Anna Dorval', 'Nobody At All')")[0]
