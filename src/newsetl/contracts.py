"""The schema of every frame that readers of texts hand to the warehouse: column order, types, what may be unknown.

Types are named as Polars names them and resolved in ``frames``; a test holds them against the tables of ``sql/schema``.
"""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """Columns of a frame with their Polars type, in the order of the rows that are put in."""

    table: str  # table that the frame is loaded into, "" for frames that only steer the load
    step: str  # annotation step that the rows belong to
    columns: dict[str, str]


SPAN = {"char_start": "Int32", "char_end": "Int32"}
DOC = {"doc_seq": "Int32", "document_id": "String"}

FRAMES: dict[str, Frame] = {
    "files": Frame(
        "",
        "",
        {
            "doc_seq": "Int32",
            "root": "String",
            "path": "String",
            "byte_size": "Int64",
            "modified_ns": "Int64",
            "read_ns": "Int64",
            "content_sha256": "String",
            "outcome": "String",  # loaded, same, rejected
            "document_id": "String",
        },
    ),
    "rejects": Frame(
        "",
        "",
        {
            "doc_seq": "Int32",
            "root": "String",
            "path": "String",
            "record_no": "Int32",
            "stage": "String",
            "reason": "String",
            "detail": "String",
        },
    ),
    "documents": Frame(
        "core.documents",
        "reading",
        {
            **DOC,
            "source_seq": "Int32",
            "source_key": "String",
            "title": "String",
            "title_source": "String",
            "byline": "String",
            "source_name": "String",
            "url": "String",
            "text": "String",
            "encoding": "String",
            "encoding_rule": "String",
            "text_repair": "String",
            "body_start": "Int32",
            "body_end": "Int32",
            "char_count": "Int32",
            "word_count": "Int32",
            "language": "String",
            "language_confidence": "Float64",
            "language_decision": "String",
            "published_edtf": "String",
            "published_from": "String",
            "published_until": "String",
            "date_precision": "String",
            "date_source": "String",
            "date_evidence": "String",
            "date_reason": "String",
        },
    ),
    "annotations": Frame("core.annotations", "", {**DOC, "step": "String", "version": "String"}),
    "document_metadata": Frame(
        "core.document_metadata",
        "reading",
        {**DOC, "key": "String", "value_raw": "String", "value": "String", **SPAN, "rule": "String"},
    ),
    "language_candidates": Frame(
        "core.language_candidates", "reading", {**DOC, "rank": "Int32", "language": "String", "probability": "Float64"}
    ),
    "sentences": Frame(
        "core.sentences",
        "reading",
        {**DOC, "sentence_no": "Int32", **SPAN, "kind": "String", "language": "String", "text": "String"},
    ),
    "mentions": Frame(
        "core.mentions",
        "names",
        {
            **DOC,
            "mention_no": "Int32",
            "sentence_no": "Int32",
            **SPAN,
            "surface": "String",
            "name_key": "String",
            "entity_key": "String",
            "kind": "String",
            "title": "String",
            "role": "String",
            "gender": "String",
            "country": "String",
            "usage": "String",
            "rule": "String",
            "confidence": "Float64",
        },
    ),
    "topic_hits": Frame("core.topic_hits", "topics", {**DOC, "sentence_no": "Int32", **SPAN, "surface": "String", "term_id": "String"}),
    "dates": Frame(
        "core.dates",
        "dates",
        {
            **DOC,
            "sentence_no": "Int32",
            **SPAN,
            "surface": "String",
            "edtf": "String",
            "date_from": "String",
            "date_until": "String",
            "rule": "String",
        },
    ),
    "sketches": Frame(
        "core.sketches",
        "sketch",
        {
            **DOC,
            "content_hash": "Int64",
            "shingle_count": "Int32",
            "bands": "List(Int32)",
            "shingles": "List(Int32)",
            "terms": "List(Int32)",
        },
    ),
    "quotations": Frame(
        "core.quotations",
        "quotations",
        {
            **DOC,
            "quotation_no": "Int32",
            "sentence_no": "Int32",
            **SPAN,
            "text": "String",
            "kind": "String",
            "cue": "String",
            "cue_lemma": "String",
            "speaker_surface": "String",
            "speaker_mention_no": "Int32",
            "medium_mention_no": "Int32",
            "marks": "String",
            "rule": "String",
            "confidence": "Float64",
        },
    ),
}

STEPS = ("reading", "names", "dates", "quotations", "topics", "sketch")  # in the order they run
