"""The records that reading one text makes: one named tuple a kind of row.

Every span is zero-based, half-open and counted in code points of the document's text, so that
``text[char_start:char_end]`` is the surface. ``None`` is "unknown". Tuples, because a document makes hundreds of them.
"""

from __future__ import annotations

from typing import NamedTuple


class Decoded(NamedTuple):
    """The text of a file and how its bytes were read."""

    text: str
    encoding: str  # IANA name in lower case, e.g. "utf-8", "windows-1252"
    rule: str  # "bom", "utf-8", "utf-16-pattern", "detected", ...
    confidence: float  # 0..1; 1.0 for a BOM or valid UTF-8
    repair: str | None  # what was mended, e.g. "mojibake:windows-1252"; None when the text is the plain decoding


class Field(NamedTuple):
    """A metadata field that stands in the text (header, byline, dateline, end line)."""

    key: str  # date, title, byline, source, url, language, agency, dateline, copyright, ...
    value_raw: str
    value: str | None  # normalised; None when the raw value could not be understood
    char_start: int
    char_end: int
    rule: str


class Header(NamedTuple):
    """What stands around the body: the body is ``text[body_start:body_end]``."""

    body_start: int
    body_end: int
    fields: list[Field]


class LanguageReading(NamedTuple):
    """The language of a text and why."""

    language: str  # ISO 639-1 ("zh" for both scripts) or "und"
    confidence: float  # 0..1
    decision: str  # "confident", "too_short", "low_margin", "no_letters", "mixed"
    candidates: list[tuple[str, float]]  # best first, probabilities


class Sentence(NamedTuple):
    """A sentence, heading or other block; ordered, not overlapping, within the body; no white space at either end."""

    char_start: int
    char_end: int
    kind: str  # heading, sentence, list_item, caption, byline, link


class Published(NamedTuple):
    """The publication date, at the precision the evidence has."""

    edtf: str | None  # "2021-11-24", "2021-11", "2021"; None when unknown
    date_from: str | None  # first day, ISO
    date_until: str | None  # last day, ISO, inclusive
    precision: str  # day, month, year, none
    source: str  # header, filename, dateline, text, none
    evidence: str | None  # the words (or file name part) it came from
    reason: str | None  # how it was decided, or why a date was refused


class DateReading(NamedTuple):
    """A calendar expression in the text."""

    sentence_no: int
    char_start: int
    char_end: int
    edtf: str | None
    date_from: str | None
    date_until: str | None
    rule: str


class Mention(NamedTuple):
    """A name in the text."""

    sentence_no: int
    char_start: int
    char_end: int
    name_key: str  # normalised for comparison: names.name_key(surface)
    entity_key: str  # name_key of the fullest name in this document that this mention is a form of; own key if none
    kind: str  # person, organisation, country, place, people (a nationality: counts for its country)
    title: str | None  # "M.", "Dr", "général" as the text gives it
    role: str | None  # "ministre israélien de la Défense" as the text gives it
    gender: str | None  # "f", "m" where title, role or first name tell
    country: str | None  # ISO 3166 alpha-3 where kind is country or people
    usage: str  # name, acronym, demonym, metonym, adjective
    rule: str
    confidence: float


class TopicHit(NamedTuple):
    """A term of ``topic_terms`` in the text."""

    sentence_no: int
    char_start: int
    char_end: int
    term_id: str


class Quotation(NamedTuple):
    """A passage someone is quoted with."""

    sentence_no: int
    char_start: int
    char_end: int
    text: str  # the words between the marks, incises left out
    kind: str  # direct, indirect
    cue: str | None
    cue_lemma: str | None
    speaker_surface: str | None
    speaker_mention_no: int | None  # index into the document's mentions
    medium_mention_no: int | None  # the reporting source where it is not the speaker
    marks: str | None  # "negated", "hypothetical", "unclosed", ... joined by a space
    rule: str
    confidence: float
