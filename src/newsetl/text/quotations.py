"""Quotations in one text: what stands between marks, what is reported without them, and who said it."""

from __future__ import annotations

import re

from newsetl.reference import Reference
from newsetl.text.model import Mention, Quotation, Sentence
from newsetl.text.quotations_attribution import Previous, attribute, bounded
from newsetl.text.quotations_coreference import resolve
from newsetl.text.quotations_cues import CueTable
from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_indirect import find_indirect
from newsetl.text.quotations_marks import Passage, find_dialogue, find_passages
from newsetl.text.quotations_media import reporting_medium
from newsetl.text.quotations_speakers import MentionIndex
from newsetl.text.quotations_speech import is_speech, without_incises
from newsetl.text.quotations_verbs import reserve
from newsetl.text.quotations_words import GRAMMARS

VERSION = "1"
TABLES = ("cue_verbs",)
LANGUAGES = tuple(GRAMMARS)  # whose speakers are read; in others the marks alone are

# Share of speakers that are right, by rule and form of the speaker, on annotated US and French news.
_CONFIDENCE = {
    "after": 0.97, "after_inverted": 0.96, "before": 0.93, "before_remote": 0.85, "source": 0.85, "signature": 0.95, "continued": 0.9,
    "same_sentence": 0.7, "colon": 0.7, "label": 0.95, "preceding": 0.75, "that": 0.9, "bare": 0.85, "incise": 0.93, "marks": 0.5,
}  # fmt: skip
_NO_SPEAKER = 0.5
_RESOLVED = 0.85  # of pronouns and noun phrases that are put to a name
_DASH = re.compile(r"(?:^|\n)[ \t\u00a0]*[—–―]")


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
        start, end = sentences[0].char_start, max(sentence.char_end for sentence in sentences)
        passages = find_passages(text, start, end)
        starts = [sentence.char_start for sentence in sentences]
        grammar = GRAMMARS.get(language)
        if grammar is None:
            document = Document(text, start, end, sentences, starts, [], [], MentionIndex([]), GRAMMARS["en"], language)
            return [_quotation(document, p, None, None, "marks") for p in passages if is_speech(text, p, None)]
        if language not in self._tables:
            self._tables[language] = CueTable(self._reference, language)
        hits = [hit for hit in self._tables[language].find(text) if start <= hit.start < end]
        if not passages and not hits:
            return []
        document = Document(
            text, start, end, sentences, starts, hits, [hit.start for hit in hits], MentionIndex(mentions), grammar, language
        )
        dialogue = _dialogue(document, passages) if _DASH.search(text, start, end) else []
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


def _read(document: Document, passages: list[Passage]) -> list[Quotation]:
    text = document.text
    found: list[Quotation] = []
    recent: list[int] = []  # mentions of the speakers so far
    used: set[int] = set()  # cues that introduce a passage
    previous: Previous | None = None
    for number, passage in enumerate(passages):
        if document.sentences[document.sentence_at(passage.open_at)].kind == "link":
            continue
        if not passage.closed:
            passage = bounded(document, passage)
        low = passages[number - 1].close_at if number else document.start
        following = passages[number + 1].open_at if number + 1 < len(passages) else document.end
        attribution = attribute(document, passage, low, following, previous)
        if attribution and attribution.hit and attribution.rule != "continued":
            used.add(attribution.hit.start)
        if not is_speech(text, passage, attribution):
            continue
        if attribution is None:
            found.append(_quotation(document, passage, None, None, "none"))
            continue
        if attribution.subject is None and previous is not None:
            quotation = previous[2]
            if attribution.rule == "continued" and found and found[-1] is quotation and _one_speech(text, passage):
                found[-1] = quotation._replace(char_end=passage.end, text=quotation.text + " " + text[passage.start : passage.end])
                previous = (passage, attribution, found[-1])
                continue
            goes_on = _quotation(document, passage, attribution, None, attribution.rule)._replace(
                speaker_surface=quotation.speaker_surface,
                speaker_mention_no=quotation.speaker_mention_no,
                medium_mention_no=quotation.medium_mention_no,
                confidence=round(min(quotation.confidence, _CONFIDENCE[attribution.rule]), 2),
            )
            found.append(goes_on)
            previous = (passage, attribution, goes_on)
            continue
        speaker = _speaker(document, attribution, passage.open_at, recent)
        found.append(_quotation(document, passage, attribution, speaker, attribution.rule))
        previous = (passage, attribution, found[-1])
    for reported in find_indirect(document, passages, used):
        attribution = reported.attribution
        speaker = _speaker(document, attribution, reported.start, [])
        passage = Passage(reported.start, reported.start, reported.end, reported.end, "", True, False)
        quotation = _quotation(document, passage, attribution, speaker, attribution.rule)
        found.append(quotation._replace(kind="indirect", text=reported.text))
    found.sort(key=lambda quotation: (quotation.char_start, quotation.char_end))
    return found


def _one_speech(text: str, passage: Passage) -> bool:
    """``"My hope," she said, "is that …"``: one sentence, with the cue set in."""
    return text[max(0, passage.open_at - 4) : passage.open_at].rstrip(" \u00a0\u202f").endswith(",") and text[passage.start].islower()


def _speaker(document: Document, attribution: Attribution, at: int, recent: list[int]) -> int | None:
    subject = attribution.subject
    if subject is None:
        return None
    mention = subject.mention
    if mention is None:
        mention = resolve(document.text, subject, min(at, subject.start), document.names, recent)
    if mention is not None:
        recent.append(mention)
    return mention


def _quotation(
    document: Document, passage: Passage, attribution: Attribution | None, speaker: int | None, rule: str
) -> Quotation:
    text = document.text
    subject = attribution.subject if attribution else None
    hit = attribution.hit if attribution else None
    marks = [] if passage.closed else ["reopened" if passage.reopened else "unclosed"]
    held = reserve(document, hit)
    if held:
        marks.append(held)
    named = subject is not None and subject.form != "nobody"
    confidence = _CONFIDENCE.get(rule, _NO_SPEAKER) if named else _NO_SPEAKER
    if subject is not None and subject.mention is None and speaker is not None:
        confidence *= _RESOLVED
    return Quotation(
        document.sentence_at(passage.start),
        passage.start,
        passage.end,
        without_incises(document, passage) if passage.mark else text[passage.start : passage.end],
        "direct",
        text[hit.start : hit.end] if hit else None,
        hit.cue.lemma if hit else None,
        text[subject.start : subject.end] if subject is not None and named else None,
        speaker,
        reporting_medium(document, attribution, passage, speaker),
        " ".join(marks) or None,
        rule,
        round(confidence, 2),
    )
