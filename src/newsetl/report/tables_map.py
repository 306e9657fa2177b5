"""The map of the tables: what is read from each text, what is resolved over all of them, and what there is to look at.

Drawn as SVG from the models of ``sql/``, so that it holds what they hold: objects in between (``int``, ``stg``, ``meta``) are
passed through, and a line that others already tell is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from newsetl import resources
from newsetl.warehouse.models import Model, lineage, load_models

# what people ask, and how the names of its tables begin; the last takes the rest
LANES = (
    ("Who", ("actor", "mention", "place")),
    ("About what", ("topic", "document_topics", "document_subtopics", "trending")),
    ("Who said it", ("quotation",)),
    ("What happened", ("stor", "sketches")),
    ("The texts, and what is missing", ("",)),
)
COLUMNS = ("read from each text", "resolved over all texts", "to look at")
WIDTH, ROW, HEAD, GAP = 1120, 26, 34, 14  # of the picture, a row, a lane's heading, between lanes
LEFT, BOX = (28, 428, 828), 252  # where the columns begin, and their width
NOTE = (
    "Strong lines stay with a question, faint ones cross. "
    "What other lines already tell is left out, and so are lists (ref) and accounts (meta)."
)
STYLE = """
text { font: 15px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: #1c1f24 }
.head { font-weight: 600; font-size: 16px } .soft { fill: #5a616b; font-size: 14px }
.paper { fill: #fbfaf8; stroke: #dedbd4 } .lane { fill: #fff; stroke: #dedbd4 } .box { fill: #f1efea }
path { fill: none; stroke-width: 1.6; stroke-opacity: .75 } .far { stroke-width: 1; stroke-opacity: .28 }
.l0 { stroke: #2f6fb0 } .l1 { stroke: #3f7a4a } .l2 { stroke: #a2570f } .l3 { stroke: #8a3f8f } .l4 { stroke: #7a818b }
.b0 { fill: #2f6fb0 } .b1 { fill: #3f7a4a } .b2 { fill: #a2570f } .b3 { fill: #8a3f8f } .b4 { fill: #7a818b }
@media (prefers-color-scheme: dark) {
  text { fill: #e8e6e1 } .soft { fill: #a8adb5 }
  .paper { fill: #14171b; stroke: #353b43 } .lane { fill: #1b1f24; stroke: #353b43 } .box { fill: #262c33 }
  .l0 { stroke: #7fb2e8 } .l1 { stroke: #86c294 } .l2 { stroke: #e0a662 } .l3 { stroke: #d193d6 } .l4 { stroke: #8f969f }
  .b0 { fill: #7fb2e8 } .b1 { fill: #86c294 } .b2 { fill: #e0a662 } .b3 { fill: #d193d6 } .b4 { fill: #8f969f }
}
"""


class Place(NamedTuple):
    """Where a table stands in the picture."""

    lane: int
    column: int
    y: float  # of its middle


def shown(models: Iterable[Model]) -> dict[str, int]:
    """The tables and views of the map, each with its column: what a user may ask for."""
    models = list(models)
    resolved = {model.name for model in models if model.layer == "intermediate"}
    core = {model.name: 1 if model.name in resolved else 0 for model in models if model.name.startswith("core.")}
    return core | {model.name: 2 for model in models if model.layer == "marts"}


def lines(models: Iterable[Model]) -> list[tuple[str, str]]:
    """From which shown object to which: through those in between, and without what longer ways already tell."""
    models = list(models)
    made, names = lineage(models), shown(models)

    def sources(name: str, seen: set[str]) -> set[str]:
        found: set[str] = set()
        for source in made.get(name, ()):
            if source in names:
                found.add(source)
            elif source not in seen:
                seen.add(source)
                found |= sources(source, seen)
        return found - {name}

    direct = {name: {source for source in sources(name, set()) if names[source] <= names[name]} for name in names}
    behind = {name: _all_behind(name, direct) for name in names}
    return sorted(
        (source, name)
        for name, found in direct.items()
        for source in found
        if not any(source in behind[other] for other in found if other != source and name not in behind[other])
    )


def _all_behind(name: str, direct: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = list(direct[name])
    while ahead:
        source = ahead.pop()
        if source not in found:
            found.add(source)
            ahead += direct[source]
    return found


def lane_of(name: str) -> int:
    """The question that a table belongs to."""
    stem = name.rpartition(".")[2]
    return next(number for number, (_, starts) in enumerate(LANES) if stem.startswith(starts))


def draw(models: Iterable[Model]) -> str:
    """The map as SVG for light and dark surroundings."""
    models = list(models)
    names = shown(models)
    cells: dict[tuple[int, int], list[str]] = {}
    for name, column in sorted(names.items()):
        cells.setdefault((lane_of(name), column), []).append(name)
    out, places, top = [], {}, 58
    for column, title in enumerate(COLUMNS):
        out.append(f'<text class="soft" x="{LEFT[column] + 12}" y="40">{column + 1}. {escape(title)}</text>')
    for lane, (title, _) in enumerate(LANES):
        rows = max(len(cells.get((lane, column), ())) for column in range(3))
        height = HEAD + rows * ROW + 12
        out.append(f'<rect class="lane" x="12" y="{top}" width="{WIDTH - 24}" height="{height}" rx="10"/>')
        out.append(f'<rect class="b{lane}" x="12" y="{top + 10}" width="4" height="{height - 20}" rx="2"/>')
        out.append(f'<text class="head" x="28" y="{top + 23}">{escape(title)}</text>')
        for column in range(3):
            there = cells.get((lane, column), [])
            first = top + HEAD + (rows - len(there)) * ROW / 2
            for row, name in enumerate(there):
                places[name] = Place(lane, column, first + row * ROW + ROW / 2)
        top += height + GAP
    paths = [_line(places[source], places[name]) for source, name in lines(models)]
    out += [path for far in (True, False) for path in paths if ("far" in path) == far]
    for name, place in places.items():
        x, y = LEFT[place.column], place.y
        out.append(f'<rect class="box" x="{x}" y="{y - 11}" width="{BOX}" height="22" rx="5"/>')
        out.append(f'<rect class="b{place.lane}" x="{x}" y="{y - 11}" width="3" height="22" rx="1.5"/>')
        out.append(f'<text x="{x + 12}" y="{y + 5}">{escape(name)}</text>')
    out.append(f'<text class="soft" x="28" y="{top + 16}">{escape(NOTE)}</text>')
    top += 38
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" height="{top}" role="img">'
    title = "<title>Map of the tables of newsetl</title>"
    paper = f'<rect class="paper" x=".5" y=".5" width="{WIDTH - 1}" height="{top - 1}" rx="12"/>'
    return "\n".join([head, title, f"<style>{STYLE}</style>", paper, *out, "</svg>", ""])


def of_this_version() -> str:
    """The map of the models of this installation."""
    return draw(load_models(resources.folder("sql")))


def _line(source: Place, target: Place) -> str:
    """A curve from the right edge of a table to the left edge of the next; within a column a loop at its right."""
    far = " far" if source.lane != target.lane else ""
    x1, x2 = LEFT[source.column] + BOX, LEFT[target.column]
    if source.column == target.column:
        bend = x1 + 14 + abs(target.y - source.y) * 0.2
        return f'<path class="l{source.lane}{far}" d="M{x1} {source.y}C{bend:.0f} {source.y} {bend:.0f} {target.y} {x1} {target.y}"/>'
    half = (x2 - x1) * 0.5
    return f'<path class="l{source.lane}{far}" d="M{x1} {source.y}C{x1 + half:.0f} {source.y} {x2 - half:.0f} {target.y} {x2} {target.y}"/>'
