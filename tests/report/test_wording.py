"""How values are written for people, and where labels of the network stand."""

from __future__ import annotations

import pytest

from newsetl.report import charts, wording


@pytest.mark.parametrize(
    ("part", "told"), [(None, "0 %"), (0.0, "0 %"), (0.0004, "under 1 %"), (0.0099, "under 1 %"), (0.36, "36 %"), (1, "100 %")]
)
def test_a_small_share_is_not_told_as_nothing(part: float | None, told: str) -> None:
    assert wording.share(part) == told


def test_a_text_that_stands_for_a_title_is_cut_at_a_word() -> None:
    assert wording.beginning("short") == "short"
    assert wording.beginning("one two three", 9) == "one two…"
    assert wording.beginning("一二三四五六七八九十", 5) == "一二三四五…"


def test_labels_of_names_that_stand_close_do_not_cover_each_other() -> None:
    nodes = [charts.Node(f"n{n}", f"A name of length {n}", "person", 9 - n, 300.0, 200.0 + 30 * n, 8.0) for n in range(5)]
    boxes = []
    for node in charts._labelled(nodes):
        wide = len(node.label) * charts._LETTER
        left = {"start": node.label_x, "middle": node.label_x - wide / 2, "end": node.label_x - wide}[node.anchor]
        boxes.append((left, node.label_y - 13, left + wide, node.label_y + 4))
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if charts._shared(a, b)]
    assert not [box for box in boxes if charts._outside(box)]


def test_a_label_at_the_edge_runs_inwards() -> None:
    (node,) = charts._labelled([charts.Node("a", "The long name of an organisation", "organisation", 1, charts.WIDTH - 20, 300.0, 8.0)])
    assert node.anchor == "end"
