"""One document as the quotation modules see it: its text, sentences, cues and mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from newsetl.text.model import Sentence
from newsetl.text.quotations_cues import CueHit
from newsetl.text.quotations_phrases import MentionIndex, Subject
from newsetl.text.quotations_words import Grammar


class Document(NamedTuple):
    """What is known before quotations are read; ``start:end`` is the body."""

    text: str
    start: int
    end: int
    sentences: list[Sentence]
    starts: list[int]  # of the sentences
    hits: list[CueHit]
    hit_starts: list[int]
    names: MentionIndex
    grammar: Grammar
    language: str

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that ``place`` lies in or after."""
        return max(0, bisect_right(self.starts, place) - 1)

    def hits_within(self, start: int, end: int) -> list[CueHit]:
        """Cues that begin in ``[start, end)``."""
        return self.hits[bisect_left(self.hit_starts, start) : bisect_left(self.hit_starts, end)]


class Attribution(NamedTuple):
    """Who a passage belongs to, and what says so."""

    subject: Subject | None
    hit: CueHit | None
    rule: str
    end: int  # where the attribution stops, if it stands after the passage
