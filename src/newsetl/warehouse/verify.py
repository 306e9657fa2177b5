"""Check a published file again, from nothing but itself: every rule, every span, the hash of every text."""

from __future__ import annotations

import contextlib
import hashlib
from typing import NamedTuple

import duckdb

from newsetl import resources
from newsetl.contracts import FRAMES
from newsetl.errors import NewsetlError
from newsetl.settings import Settings
from newsetl.warehouse.checks import CheckResult, run_check
from newsetl.warehouse.connection import open_to_read
from newsetl.warehouse.models import load_models


class Verdict(NamedTuple):
    """What verification found."""

    documents: int
    hashes_checked: int  # texts whose bytes can be made again from text and encoding
    hashes_wrong: list[str]  # document ids
    checks: list[CheckResult]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong; warnings are no error."""
        return not self.hashes_wrong and not any(check.failures and check.severity == "error" for check in self.checks)


def verify(settings: Settings) -> Verdict:
    """Run all checks over all documents of the published file and compare each text with its id.

    A text that was mended in decoding, or whose encoding does not give the same bytes back, has no hash to compare.

    Raises:
        NewsetlError: there is no file, or it cannot be read to its end.
    """
    if not settings.warehouse.exists():
        raise NewsetlError(f"{settings.warehouse} does not exist; there is nothing to verify")
    try:
        with contextlib.closing(open_to_read(settings.warehouse, settings)) as connection:
            # what a check of a run looks at: here, everything, rows included whose document is gone
            tables = {frame.table for frame in FRAMES.values() if frame.table} | {"core.mention_actors"}
            everything = " union ".join(f"select document_id, document_no from {table}" for table in sorted(tables))
            for name in ("run_documents", "run_changed_documents"):
                connection.execute(f"create temp table {name} as {everything}")
            connection.execute("create temp table run_changed_actors as select actor_id, actor_no, false as is_gone from core.actors")
            checks = [run_check(connection, model) for model in load_models(resources.folder("sql"), ["checks"])]
            wrong: list[str] = []
            documents = checked = 0
            cursor = connection.execute("select document_id, text, encoding, encoding_rule from core.documents where text_repair is null")
            while rows := cursor.fetchmany(2_000):
                for document_id, text, encoding, rule in rows:
                    documents += 1
                    if encoding != "utf-8":
                        continue
                    data = text.encode("utf-8")
                    if rule == "bom":
                        data = b"\xef\xbb\xbf" + data
                    checked += 1
                    if hashlib.sha256(data).hexdigest()[:16] != document_id:
                        wrong.append(document_id)
    except duckdb.Error as error:
        raise NewsetlError(
            f"{settings.warehouse} cannot be read to its end: {error}. Go back to a kept version: newsetl snapshots"
        ) from None
    return Verdict(documents, checked, wrong, checks)
