"""The map of the tables holds what the models hold, and the one in the README is of these models."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from newsetl import resources
from newsetl.report import tables_map
from newsetl.warehouse.models import Model, load_models

PICTURE = Path(__file__).resolve().parents[2] / ".pictures" / "tables.svg"
MODELS = load_models(resources.folder("sql"))


def _names(svg: str) -> set[str]:
    return set(re.findall(r">([a-z_.]+)</text>", svg))


def _model(name: str, layer: str, sql: str) -> Model:
    return Model(Path(f"{name}.sql"), layer, name, sql, frozenset(re.findall(r"[a-z_.]+", sql)))


def test_the_picture_of_the_readme_shows_the_tables_there_are() -> None:
    wanted = {model.name for model in MODELS if model.name.startswith("core.") or model.layer == "marts"}
    assert _names(PICTURE.read_text(encoding="utf-8")) == wanted, "make it anew: newsetl docs --map > .pictures/tables.svg"
    assert _names(tables_map.draw(MODELS)) == wanted


def test_every_view_of_the_contract_is_reached_from_what_is_read() -> None:
    drawn = tables_map.lines(MODELS)
    made = {target for _, target in drawn}
    views = {name for name, column in tables_map.shown(MODELS).items() if column == 2}
    assert views - made == {"data_dictionary", "load_history"}  # made from the catalogue and from the accounts
    assert ("core.topic_hits", "core.document_topics") in drawn  # through int.topic_places and run_topic_scores


def test_columns_of_that_name_and_longer_ways_make_no_line() -> None:
    models = [
        _model("core.a", "schema", "create table core.a (documents integer)"),
        _model("core.b", "intermediate", "insert into core.b select documents from core.a"),
        _model("documents", "marts", "create view documents as select x from core.b join core.a using (x)"),
        _model("stories", "marts", "create view stories as with documents as (select 1) select x as documents from documents, core.b"),
    ]
    assert tables_map.lines(models) == [("core.a", "core.b"), ("core.b", "documents"), ("core.b", "stories")]


def test_the_picture_is_whole_and_every_line_lies_within() -> None:
    root = ElementTree.fromstring(tables_map.draw(MODELS))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for box in root.iter("{http://www.w3.org/2000/svg}rect"):
        assert float(box.attrib["x"]) + float(box.attrib["width"]) <= width
        assert float(box.attrib["y"]) + float(box.attrib["height"]) <= height
    tops = [float(box.attrib["y"]) for box in root.iter("{http://www.w3.org/2000/svg}rect") if box.attrib["class"] == "box"]
    assert len(tops) == len(tables_map.shown(MODELS))
