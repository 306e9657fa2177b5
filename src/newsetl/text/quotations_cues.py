"""Cues of reported speech: which words of a text are forms of the verbs and prepositions in ``cue_verbs.csv``."""

from __future__ import annotations

from typing import NamedTuple

import ahocorasick_rs

from newsetl.reference import Reference
from newsetl.text.quotations_inflect import verb_forms


class Cue(NamedTuple):
    """A row of the list."""

    lemma: str
    kind: str  # say, ask, think; stance (dénoncer), call (qualifier), marks (beside marks only); source (a preposition: selon)
    strong: bool  # reports speech wherever it stands; weak cues need a mark, "que" or an inversion


class CueHit(NamedTuple):
    """A cue in the text."""

    start: int
    end: int
    cue: Cue


class CueTable:
    """All forms of one language in an automaton: one pass over a text finds the cues."""

    def __init__(self, reference: Reference, language: str) -> None:
        forms: dict[str, Cue] = {}
        for row in reference.rows("cue_verbs"):
            if row.get("language") != language:
                continue
            cue = Cue(row["lemma"], row["kind"], row["strength"] == "strong")
            given = [form for form in row.get("forms", "").split("|") if form]
            for form in given or verb_forms(language, row["lemma"]):
                forms.setdefault(form, cue)
        for form, cue in list(forms.items()):
            forms.setdefault(form[0].upper() + form[1:], cue)
        self._cues = list(forms.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def find(self, text: str, first: int, last: int) -> tuple[list[CueHit], list[int]]:
        """The cues that begin in ``text[first:last]`` as whole words, in order, and where they begin; in code points."""
        hits: list[CueHit] = []
        starts: list[int] = []
        length = len(text)
        cues = self._cues
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            if (start and text[start - 1].isalnum()) or (end < length and text[end].isalnum()) or not first <= start < last:
                continue
            hits.append(CueHit(start, end, cues[number]))
            starts.append(start)
        return hits, starts
