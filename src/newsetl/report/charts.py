"""Shapes of charts as numbers: the templates draw them, so that they follow the page's colours, width and print."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1000.0, 620.0  # of the network, in its own units
_MARGIN = 70.0
_LETTER = 8.2  # width of a letter of a label
_Box = tuple[float, float, float, float]  # left, top, right, bottom
_STEPS = 300  # of the layout; it rests long before for the few dozen names that are drawn


def spark(course: Sequence[int]) -> str:
    """The path of a row of bars in a box of ``len(course)`` × 20 units; empty when there is nothing to draw."""
    top = max(course, default=0)
    if not top:
        return ""
    parts = []
    for at, count in enumerate(course):
        if count:
            height = max(1.5, 20 * count / top)
            parts.append(f"M{at + 0.1:g} 20v{-height:.3g}h.8v{height:.3g}z")
    return "".join(parts)


class Node(NamedTuple):
    """A name in the network."""

    key: str
    label: str
    kind: str
    weight: int  # documents
    x: float
    y: float
    radius: float
    anchor: str = "middle"  # which way its label runs: start, middle, end
    label_x: float = 0.0
    label_y: float = 0.0


class Edge(NamedTuple):
    """A line of the network."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    title: str


def network(nodes: Sequence[tuple[str, str, str, int]], edges: Sequence[tuple[str, str, int]]) -> tuple[list[Node], list[Edge]]:
    """Places names so that those in company stand near one another; the same input gives the same picture.

    Args:
        nodes: (key, label, kind, documents).
        edges: (key, key, weight); names without an edge are left out.
    """
    linked = {key for a, b, _ in edges for key in (a, b)}
    kept = [node for node in nodes if node[0] in linked]
    index = {node[0]: n for n, node in enumerate(kept)}
    lines = [(index[a], index[b], weight) for a, b, weight in edges if a in index and b in index]
    if not kept:
        return [], []
    at = _spread(len(kept), lines)
    heaviest = max(node[3] for node in kept)
    thickest = max((weight for _, _, weight in lines), default=1)
    placed = [
        Node(*node, float(x), float(y), 7 + 17 * math.sqrt(node[3] / heaviest)) for node, (x, y) in zip(kept, at, strict=True)
    ]
    placed = _labelled(placed)
    drawn = []
    for a, b, weight in lines:
        one, other = placed[a], placed[b]
        drawn.append(Edge(one.x, one.y, other.x, other.y, 1 + 5 * weight / thickest, f"{one.label}, {other.label}: {weight}"))
    return placed, drawn


def _labelled(nodes: list[Node]) -> list[Node]:
    """Each label below, above, right or left of its circle: where it hides the least, the heaviest names first."""
    taken = [(node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius) for node in nodes]
    found = {}
    for node in sorted(nodes, key=lambda node: -node.weight):
        wide, beside = len(node.label) * _LETTER, node.radius + 6
        places = [
            (node.x, node.y + node.radius + 16, "middle", node.x - wide / 2),
            (node.x, node.y - node.radius - 6, "middle", node.x - wide / 2),
            (node.x + beside, node.y + 5, "start", node.x + beside),
            (node.x - beside, node.y + 5, "end", node.x - beside - wide),
        ]
        boxes = [(left, y - 13, left + wide, y + 4) for _, y, _, left in places]
        hidden = [sum(_shared(box, other) for other in taken) + _outside(box) for box in boxes]
        best = hidden.index(min(hidden))
        x, y, anchor, _ = places[best]
        taken.append(boxes[best])
        found[node.key] = node._replace(anchor=anchor, label_x=x, label_y=y)
    return [found[node.key] for node in nodes]


def _shared(one: _Box, other: _Box) -> float:
    """The area that two boxes share."""
    return max(0.0, min(one[2], other[2]) - max(one[0], other[0])) * max(0.0, min(one[3], other[3]) - max(one[1], other[1]))


def _outside(box: _Box) -> float:
    """What of a label lies outside the picture counts ten times: it cannot be read at all."""
    inside = _shared(box, (0.0, 0.0, WIDTH, HEIGHT))
    return 10 * ((box[2] - box[0]) * (box[3] - box[1]) - inside)


def _spread(count: int, lines: Sequence[tuple[int, int, int]]) -> NDArray[np.float64]:
    """Fruchterman and Reingold's layout (1991) from a circle, with a pull to the middle that keeps loose groups on the page."""
    turn = np.arange(count) * 2.399963  # the golden angle: no two names start on one line
    at = np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt(np.arange(count) + 0.5)[:, None] / math.sqrt(count)
    ideal = 1.1 / math.sqrt(count)
    pull = np.zeros((count, count))
    for a, b, weight in lines:
        pull[a, b] = pull[b, a] = 1 + math.log(weight)
    for step in range(_STEPS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        force = (ideal**2 / distance**2 - pull * distance / ideal * 0.5) / distance
        np.fill_diagonal(force, 0.0)
        move = (apart * force[:, :, None]).sum(axis=1) - at * 0.9
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        at = at + move / length * np.minimum(length, 0.12 * (1 - step / _STEPS))
    low, high = at.min(axis=0), at.max(axis=0)
    scale = np.where(high - low > 1e-6, high - low, 1.0)
    room = np.array([WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN])
    return np.asarray((at - low) / scale * room + _MARGIN, dtype=np.float64)
