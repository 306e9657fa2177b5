"""Small raw folders for tests, of our own writing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from newsetl import pipeline
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse import catalogue, workplace

HARBOUR = (
    " date 2024-03-05 Le port de Brest rouvre après la tempête\n\nLe maire de Brest, Alain Kerdoncuff, a annoncé mardi la réouverture "
    "du port. «Les dégâts sont importants, mais personne n'a été blessé», a déclaré M. Kerdoncuff. Les pêcheurs de la ville attendaient "
    "cette décision depuis quatre jours.\n"
)
BUDGET = (
    "Title: Parliament passes the budget\nDate: 2024-03-06\n\nThe parliament in Ottawa passed the budget on Wednesday after a long debate. "
    '"We have listened to the provinces," said the finance minister, Claire Whitford. The opposition voted against the bill.\n'
)
MATCH = (
    "Der FC Lindental hat am Samstag das Endspiel gegen den SV Hohenried mit zwei zu eins gewonnen. Trainerin Petra Vogelsang lobte die "
    "Mannschaft. Rund zwanzigtausend Zuschauer sahen das Spiel im Stadion.\n"
)


def add_rows(path: Path, *rows: str) -> None:
    """Put rows behind those of a list."""
    path.write_text(path.read_text(encoding="utf-8") + "".join(f"{row}\n" for row in rows), encoding="utf-8")


class Desk:
    """A raw folder with its warehouse, and what a user does with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raw = folder / "news"
        self.raw.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(warehouse=folder / "warehouse.duckdb", workers=1)
        self._clock = 1_700_000_000

    def copy(self, folder: Path) -> Desk:
        """A desk of its own with the same files, lists and warehouse: copying what a run left is quicker than a run."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)  # keeps the times of the files
        copy = Desk(folder)
        places = {name: folder / place.name for name in ("warehouse", "seeds") if (place := getattr(self.settings, name))}
        copy.settings = self.settings.with_(**places)
        copy._clock = self._clock
        workplace.remember(copy.settings, str(workplace.published_run(copy.settings)))
        return copy

    def write(self, name: str, text: str | bytes) -> Path:
        """A file, with a time of its own: later writes are visibly later."""
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        self._clock += 10
        os.utime(path, (self._clock, self._clock))
        return path

    def run(self, **how: bool) -> RunReport:
        """A run over the raw folder."""
        return pipeline.run([str(self.raw)], self.settings, **how)

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """Rows of the published file."""
        return catalogue.query(self.settings, sql).rows

    def value(self, sql: str) -> object:
        """The one value of the one row."""
        return self.ask(sql)[0][0]
