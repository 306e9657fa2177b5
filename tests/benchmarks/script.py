"""The job as people write it: a loop over files with langdetect, pysbd, a spaCy entity ruler, and inserts row by row.

    python tests/benchmarks/script.py FOLDER ALIASES.csv OUT.duckdb

It runs in an environment of its own (``bench.py`` makes it) and prints one line of JSON: articles, seconds, seconds by step.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from pathlib import Path

import duckdb
import pysbd
import spacy
from langdetect import DetectorFactory, detect

DetectorFactory.seed = 0
SENTENCE_LANGUAGES = set("en hi mr zh es am ar hy bg ur ru pl fa nl da fr my el it ja de kk sk".split())  # noqa: SIM905  (of pysbd)


def main(folder: Path, aliases: Path, out: Path) -> None:
    with aliases.open(encoding="utf-8") as file:
        patterns = [{"label": "ACTOR", "pattern": row["alias"], "id": row["actor_id"]} for row in csv.DictReader(file)]
    pipelines: dict[str, spacy.language.Language] = {}
    segmenters: dict[str, pysbd.Segmenter] = {}
    connection = duckdb.connect(str(out))
    connection.execute("create table documents (id integer, path varchar, language varchar, text varchar)")
    connection.execute("create table sentences (document integer, no integer, text varchar)")
    connection.execute("create table mentions (document integer, actor varchar, surface varchar, char_start integer, char_end integer)")
    steps = dict.fromkeys(("language", "sentences", "names", "inserts"), 0.0)
    paths = sorted(folder.rglob("*.txt"))
    detect("A first call loads the profiles of all languages.")
    started, cpu = time.perf_counter(), time.process_time()
    for number, path in enumerate(paths):
        text = path.read_text(encoding="utf-8", errors="replace")
        at = time.perf_counter()
        language = detect(text)[:2]
        steps["language"] += time.perf_counter() - at
        at = time.perf_counter()
        if language not in segmenters:
            segmenters[language] = pysbd.Segmenter(language=language if language in SENTENCE_LANGUAGES else "en", clean=False)
        sentences = segmenters[language].segment(text)
        steps["sentences"] += time.perf_counter() - at
        if language not in pipelines:  # building it is not counted: a longer run builds no more of them
            begun, begun_cpu = time.perf_counter(), time.process_time()
            try:
                pipelines[language] = spacy.blank(language)
            except ImportError:
                pipelines[language] = spacy.blank("xx")
            pipelines[language].add_pipe("entity_ruler").add_patterns(patterns)
            started += time.perf_counter() - begun
            cpu += time.process_time() - begun_cpu
        at = time.perf_counter()
        entities = pipelines[language](text).ents
        steps["names"] += time.perf_counter() - at
        at = time.perf_counter()
        connection.execute("insert into documents values (?, ?, ?, ?)", [number, str(path), language, text])
        for no, sentence in enumerate(sentences):
            connection.execute("insert into sentences values (?, ?, ?)", [number, no, sentence])
        for entity in entities:
            row = [number, entity.ent_id_, entity.text, entity.start_char, entity.end_char]
            connection.execute("insert into mentions values (?, ?, ?, ?, ?)", row)
        steps["inserts"] += time.perf_counter() - at
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu
    print(json.dumps({"articles": len(paths), "seconds": seconds, "cpu_seconds": cpu_seconds, "steps": steps}))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
