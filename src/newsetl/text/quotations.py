"""Quotations in one text: what stands between marks, what is reported without them, and who said it."""

from __future__ import annotations

from typing import NamedTuple

from newsetl.reference import Reference
from newsetl.text.model import Mention, Quotation, Sentence
from newsetl.text.quotations_attribution import Previous, attribute, bounded
from newsetl.text.quotations_coreference import Spoke, resolve
from newsetl.text.quotations_cues import CueTable
from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_indirect import find_indirect
from newsetl.text.quotations_marks import Passage, find_dialogue, find_passages
from newsetl.text.quotations_media import reporting_medium
from newsetl.text.quotations_phrases import MentionIndex
from newsetl.text.quotations_speech import is_speech, without_incises
from newsetl.text.quotations_verbs import reserve
from newsetl.text.quotations_words import GRAMMARS

VERSION = "3"
TABLES = ("cue_verbs",)
LANGUAGES = tuple(GRAMMARS)  # whose speakers are read; in others the marks alone are

# Share of speakers that are right, by rule, on annotated US and French news (484 and 37 of them); of those that get more
# than 0.9, 98 % are. Rules for reported speech are estimates from reading some dozens each.
_CONFIDENCE = {
    "after": 0.97, "within": 0.9, "after_inverted": 0.96, "before": 0.9, "before_remote": 0.85, "source": 0.85,
    "signature": 0.95, "label": 0.95, "continued": 0.9, "same_sentence": 0.7, "colon": 0.7, "preceding": 0.75, "context": 0.6,
    "that": 0.9, "bare": 0.85, "incise": 0.9, "marks": 0.5,
}  # fmt: skip
_NO_SPEAKER = 0.5
_RESOLVED = 0.85  # of pronouns and noun phrases that are put to a name
_IMPLIED = 0.6  # of speakers that a verb without a subject leaves to the reader
_DIALOGUE = ("\n—", "\n–", "\n―", "\n —", "\n –")  # cheap to look for; a text that begins with dialogue has more of it


class QuotationFinder:
    """Finds the quotations of one text; build once, call :meth:`find` for each document."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._tables: dict[str, CueTable] = {}  # built for a language when its first document comes

    def version(self, language: str) -> str:
        """Changes when this code or a list that it reads for ``language`` changes."""
        return f"{VERSION}-{self._reference.version(TABLES, language)}"

    def find(self, text: str, sentences: list[Sentence], language: str, mentions: list[Mention]) -> list[Quotation]:
        """The quotations of the body, by place; spans in code points of ``text``, mention numbers index ``mentions``.

        In a language without a grammar here passages between marks are given alone, with the rule ``marks``.
        """
        if not sentences:
            return []
        start, end = sentences[0].char_start, sentences[-1].char_end
        passages = find_passages(text, start, end)
        grammar = GRAMMARS.get(language)
        if grammar is None:
            starts = [sentence.char_start for sentence in sentences]
            document = Document(text, start, end, sentences, starts, [], [], MentionIndex([]), GRAMMARS["en"], language)
            spoken = [_Item(passage, None, "direct", None, None) for passage in passages if is_speech(text, passage, None)]
            return [_quotation(document, item, None, []) for item in spoken]
        if language not in self._tables:
            self._tables[language] = CueTable(self._reference, language)
        hits, hit_starts = self._tables[language].find(text, start, end)
        if not passages and not hits:
            return []
        starts = [sentence.char_start for sentence in sentences]
        names = MentionIndex(mentions, language)
        document = Document(text, start, end, sentences, starts, hits, hit_starts, names, grammar, language)
        dialogue = _dialogue(document, passages) if any(mark in text for mark in _DIALOGUE) else []
        return _read(document, sorted(passages + dialogue) if dialogue else passages)


def _dialogue(document: Document, passages: list[Passage]) -> list[Passage]:
    """Lines after a dash that are speech: those with a cue set in, and those beside them."""
    lines = find_dialogue(document.text, document.start, document.end, passages)
    cut = [bounded(document, line) for line in lines]
    spoken = [one.end != line.end for one, line in zip(cut, lines, strict=True)]
    near = [
        spoken[i]
        or (i > 0 and spoken[i - 1] and not document.text[lines[i - 1].close_at : lines[i].open_at].strip())
        or (i + 1 < len(lines) and spoken[i + 1] and not document.text[lines[i].close_at : lines[i + 1].open_at].strip())
        for i in range(len(lines))
    ]
    return [one._replace(closed=True) for one, keep in zip(cut, near, strict=True) if keep]


class _Item(NamedTuple):
    """A quotation whose speaker is not looked up yet."""

    passage: Passage
    attribution: Attribution | None
    kind: str
    text: str | None  # where it is not what stands in the passage
    follows: int | None  # the item whose speaker goes on speaking


def _read(document: Document, passages: list[Passage]) -> list[Quotation]:
    direct, used = _direct(document, passages)
    indirect = [
        _Item(Passage(found.start, found.start, found.end, found.end, "", True, False), found.attribution, "indirect", found.text, None)
        for found in find_indirect(document, passages, used)
    ]
    items = direct + indirect
    order = sorted(range(len(items)), key=lambda number: items[number].passage[1:3])
    done: dict[int, Quotation] = {}
    spoken: list[Spoke] = []  # the speakers so far, in the order of the text
    for number in order:
        follows = items[number].follows
        done[number] = _quotation(document, items[number], None if follows is None else done[follows], spoken)
    return [done[number] for number in order]


def _direct(document: Document, passages: list[Passage]) -> tuple[list[_Item], set[int]]:
    """Passages that are speech with what attributes them, and the places of the cues that do."""
    text = document.text
    items: list[_Item] = []
    used: set[int] = set()
    previous: Previous | None = None
    for number, passage in enumerate(passages):
        if document.sentences[document.sentence_at(passage.open_at)].kind == "link":
            continue
        if not passage.closed:
            passage = bounded(document, passage)
        low = passages[number - 1].close_at if number else document.start
        following = passages[number + 1].open_at if number + 1 < len(passages) else document.end
        attribution = attribute(document, passage, low, following, previous)
        if not is_speech(text, passage, attribution):
            continue
        if attribution and attribution.hit and attribution.rule not in ("continued", "preceding"):
            used.add(attribution.hit.start)
        follows = None
        if attribution is not None and attribution.rule in ("continued", "same_sentence"):
            follows = len(items) - 1
            while items[follows].attribution is None:
                follows -= 1
            if attribution.rule == "continued" and follows == len(items) - 1 and _one_speech(text, passage):
                whole = items[follows]
                words = (whole.text or without_incises(document, whole.passage)) + " " + without_incises(document, passage)
                joined = whole.passage._replace(end=passage.end, close_at=passage.close_at)
                items[follows] = whole._replace(passage=joined, text=words)
                previous = (passage, attribution)
                continue
        items.append(_Item(passage, attribution, "direct", None, follows))
        if attribution is not None:
            previous = (passage, attribution)
    return items, used


def _one_speech(text: str, passage: Passage) -> bool:
    """``"My hope," she said, "is that …"``: one sentence, with the cue set in."""
    return text[max(0, passage.open_at - 4) : passage.open_at].rstrip(" \u00a0\u202f").endswith(",") and text[passage.start].islower()


def _quotation(document: Document, item: _Item, before: Quotation | None, spoken: list[Spoke]) -> Quotation:
    text, passage, attribution = document.text, item.passage, item.attribution
    rule = attribution.rule if attribution else "none" if document.language in GRAMMARS else "marks"
    subject = attribution.subject if attribution else None
    hit = attribution.hit if attribution else None
    marks = [] if passage.closed else ["reopened" if passage.reopened else "unclosed"]
    held = reserve(document, hit)
    if held:
        marks.append(held)
    if before is not None:  # the same speaker goes on
        surface, speaker, medium = before.speaker_surface, before.speaker_mention_no, before.medium_mention_no
        confidence = min(before.confidence, _CONFIDENCE[rule])
    else:
        named = subject is not None and subject.form not in ("nobody", "implied")
        surface = text[subject.start : subject.end] if subject is not None and named else None
        speaker = subject.mention if subject else None
        confidence = _CONFIDENCE.get(rule, _NO_SPEAKER) if named else _NO_SPEAKER
        if subject is not None and speaker is None:
            speaker = resolve(text, subject, min(passage.open_at, subject.start), document.names, spoken)
            confidence *= 1.0 if speaker is None else _RESOLVED
            if subject.form == "implied":
                confidence = _IMPLIED if speaker is not None else _NO_SPEAKER
        medium = reporting_medium(document, attribution, passage, speaker)
    if subject is not None and (speaker is not None or subject.form == "phrase"):
        spoken.append(Spoke(subject.start, speaker, subject.gender))
    return Quotation(
        document.sentence_at(passage.start),
        passage.start,
        passage.end,
        item.text or without_incises(document, passage),
        item.kind,
        text[hit.start : hit.end] if hit else None,
        hit.cue.lemma if hit else None,
        surface,
        speaker,
        medium,
        " ".join(marks) or None,
        rule,
        round(confidence, 2),
    )
