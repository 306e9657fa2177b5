"""Commands for those who look after the lists: ``newsetl actors review`` and ``newsetl topics suggest``."""

from __future__ import annotations

import contextlib
import csv
import io
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from newsetl.errors import SettingsError
from newsetl.settings import load_settings

actors = App(name="actors")
topics = App(name="topics")

Warehouse = Annotated[Path | None, Parameter(name=["--warehouse", "-w"], help="The published DuckDB file [NEWSETL_WAREHOUSE].")]
Seeds = Annotated[Path | None, Parameter(help="Folder of the reference lists [NEWSETL_SEEDS].")]


@actors.command
def review(
    *,
    warehouse: Warehouse = None,
    seeds: Seeds = None,
    limit: Annotated[int, Parameter(help="Pairs to show.")] = 20,
    kind: Annotated[str | None, Parameter(help="Only person, organisation or place.")] = None,
    merge: Annotated[int | None, Parameter(help="Write the row that makes the pair of this number one actor.")] = None,
    apart: Annotated[int | None, Parameter(help="Write the row that keeps the pair of this number apart.")] = None,
    note: Annotated[str, Parameter(help="Kept with the row.")] = "",
) -> None:
    """Doubtful pairs of names that are worth a row in actor_aliases.csv, most frequent first.

    Example: newsetl actors review --kind person, then newsetl actors review --kind person --merge 3
    """
    from newsetl import console
    from newsetl.warehouse import review as reviewing
    from newsetl.warehouse.catalogue import Answer
    from newsetl.warehouse.connection import open_to_read

    settings = load_settings().with_(warehouse=warehouse, seeds=seeds)
    if merge is not None and apart is not None:
        raise SettingsError("--merge and --apart: choose one")
    if not settings.warehouse.exists():
        raise SettingsError(f"{settings.warehouse} does not exist yet; make it with: newsetl run FOLDER")
    number = merge if merge is not None else apart
    with contextlib.closing(open_to_read(settings.warehouse, settings)) as connection:
        doubts = reviewing.doubtful_pairs(connection, max(limit, number or 0), kind)
    if number is not None:
        if not 1 <= number <= len(doubts):
            raise SettingsError(f"there is no pair {number}; there are {len(doubts)}")
        row = reviewing.choose(settings.seeds_folder, doubts[number - 1], merge is not None, note)
        print(f"{settings.seeds_folder / reviewing.ALIASES}: {','.join(row)}\nIt takes effect at the next run.")
        return
    columns = ["no", "kind", "name", "documents", "other name", "documents", "now", "reason"]
    rows = [
        (no, d.kind, d.name, d.documents, d.other_name, d.other_documents, d.verdict, d.reason) for no, d in enumerate(doubts[:limit], 1)
    ]
    print(console.table_text(Answer(columns, [True, False, False, True, False, True, False, False], rows), empty="no pair is in doubt"))


@topics.command
def suggest(
    topic: str,
    language: str,
    /,
    *,
    warehouse: Warehouse = None,
    limit: Annotated[int, Parameter(help="Terms to propose.")] = 30,
    csv_: Annotated[bool, Parameter(name="--csv", negative=(), help="As rows of topic_terms.csv, to paste those that fit.")] = False,
) -> None:
    """Terms that the documents of a topic use more than others, with counts, for an editor to accept.

    Example: newsetl topics suggest sport fr --csv

    Parameters
    ----------
    topic
        An id (medtop:15000000, drones), an IPTC code without its prefix, or a label in any language.
    language
        ISO 639-1 code.
    """
    from newsetl import console
    from newsetl.warehouse import topic_suggest
    from newsetl.warehouse.catalogue import Answer

    settings = load_settings().with_(warehouse=warehouse)
    found = topic_suggest.suggest(settings, topic, language, limit)
    if csv_:
        rows = topic_suggest.as_rows(found, topic_suggest.topic_of(settings, topic), language)
        out = io.StringIO()
        if rows:
            writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(out.getvalue().rstrip("\n"))
        return
    columns = list(topic_suggest.Suggestion._fields)
    numeric = [isinstance(value, int | float) for value in found[0]] if found else [False] * len(columns)
    print(console.table_text(Answer(columns, numeric, [tuple(suggestion) for suggestion in found]), empty="nothing to propose"))
