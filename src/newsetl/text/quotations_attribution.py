"""Who is quoted with a passage between marks: what stands before it, after it, around it, or what it goes on from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from newsetl.text.quotations_cues import CueHit
from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_marks import Passage
from newsetl.text.quotations_phrases import Subject, read_phrase, sentence_end
from newsetl.text.quotations_sources import source_subject
from newsetl.text.quotations_speakers import leading_subject, subject_after, subject_before
from newsetl.text.quotations_speech import incises
from newsetl.text.quotations_verbs import THAT_FIRST, implied_subject, incised_subject, introduces, inverted_pronoun, subject_of, unfinite

_TAIL = 260  # code points after a closing mark in which its cue stands
_HEAD = 400  # code points before an opening mark
_FAR_CUE = 300  # between a cue and a mark in the same sentence
_WHOLE_SPEECH = 40  # code points; shorter passages without a cue are left without speaker
_GOES_ON = 400  # between two passages of one speech: "…", said the minister of … at … on …. "…"
_ENDS_SPEECH = ",?!…-–—"  # before or after the closing mark, where "said X" may follow
_LABEL = re.compile(r"((?:M[rs]{1,2}\. |DR\. )?[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}):\s")
_SIGNED = re.compile(r"[\s\u00a0]*([–—―-]{1,2})?[\s\u00a0]*")
_CONJUNCTION = re.compile(r"(?:and|but|or|et|mais|ou|y|pero|e|ma|mas|und|aber|who|which|qui|que)(?!\w)", re.I)
_INTRODUCES_NEXT = re.compile(r"[^.;«»“”\"\n]{0,60}:\s*")  # "…" Smith added: "…"
_TITLE_WORDS = re.compile(r"(?:(?:the|The|of|and|for|[A-ZÀ-Þ][\w.'’-]*),? )+")
_THAT_LAST = re.compile(r"[^.;:,«»“”\"]{1,50} (?:(?:that|que|dass|che),?\s+|qu['’])", re.I)  # told Reuters that "
_THAT_IS = re.compile(r"[.\s]*[Cc]['’]est ce qu")  # "…" C'est ce qu'affirme X
_STOPS = ",?!.…"
_LINE_STOPS = _STOPS + "—–"  # in a line of dialogue: —Ya es tarde —dijo la alcaldesa

Previous = tuple[Passage, Attribution]


def attribute(document: Document, passage: Passage, low: int, following: int, previous: Previous | None) -> Attribution | None:
    """The best attribution of ``passage``, which no other passage meets between ``low`` and ``following``."""
    before = _before(document, passage, low)
    if before and before.rule == "before":
        if previous and before.hit and before.hit == previous[1].hit and previous[1].rule.startswith("after"):
            return Attribution(None, before.hit, "continued", passage.close_at)  # "My hope," she said, "is …"
        return before
    after = _after(document, passage, low, following)
    if after:
        return after
    within = incises(document, passage)
    if within:
        return Attribution(within[0].subject, within[0].hit, "within", passage.close_at)
    signature = _signature(document, passage, following) or _label(document, passage)
    if signature:
        return signature
    carried = _carried(document, passage, previous) if previous and passage.mark != "—" else None
    if carried and carried.rule == "continued":
        return carried
    source = _source(document, passage)
    if before and source and before.hit and source.hit and source.hit.start < before.hit.start:
        return before
    return source or before or carried or _preceding(document, passage, low) or _context(document, passage, low)


def _after(document: Document, passage: Passage, low: int, following: int) -> Attribution | None:
    text, grammar = document.text, document.grammar
    limit = min(following, passage.close_at + _TAIL, document.end)
    last = text[passage.start : passage.end].rstrip("'’‘”\"» ")[-1:] or "."
    tail = text[passage.close_at : limit]
    lead = tail.lstrip(" \u00a0\n")
    if not lead or tail.lstrip(" \u00a0")[:2] == "\n\n":
        return None
    if (lead[0] == "." or (last in ".…" and lead[0].isupper())) and not _THAT_IS.match(lead):
        return None
    if "\n" in tail[: len(tail) - len(lead)] and lead[0].isupper():
        return None
    spoken = lead[0] in _ENDS_SPEECH or last in _ENDS_SPEECH
    if not spoken and _head(document, passage, low):
        return None
    stop = sentence_end(text, passage.close_at + 1, limit)
    for hit in document.hits_within(passage.close_at, stop)[:4]:
        gap = text[passage.close_at : hit.start]
        if hit.cue.kind != "source" and _INTRODUCES_NEXT.fullmatch(text, hit.end, following):
            break
        if hit.cue.kind == "source":
            if len(gap.strip(" ,\u00a0")) <= 2:
                subject = source_subject(document, hit, stop)
                if subject:
                    return Attribution(subject, hit, "source", subject.end)
            continue
        if grammar.lead.fullmatch(gap):
            if THAT_FIRST.match(text, hit.end + 1):
                break
            subject = inverted_pronoun(text, passage.close_at, min(stop, hit.end + 9), grammar) or subject_after(
                text, hit.end, stop, document.names, grammar, document.language
            )
            if subject is None or (subject.form == "phrase" and text[hit.end : hit.end + 1] in ",.;"):
                subject = implied_subject(document, hit) or subject
            if subject:
                return Attribution(subject, hit, "after_inverted", stop)
            continue
        begin = _first_word(text, passage.close_at, hit.start)
        if not introduces(document, hit) or grammar.clause.match(text, begin) or grammar.preposition.match(text, begin):
            break
        if _CONJUNCTION.match(text, begin):
            break
        subject = subject_before(text, passage.close_at, hit.start, document.names, grammar, document.language)
        if subject and subject.start - begin > 10 and _TITLE_WORDS.fullmatch(text, begin, subject.start):
            subject = subject._replace(start=begin)  # the Finance and Economy Ministry said
        if spoken and subject and subject.start - begin <= 10:
            return Attribution(subject, hit, "after", stop)
        break
    return None


def _head(document: Document, passage: Passage, low: int) -> str:
    start = max(low, _sentence_start(document, passage.open_at), passage.open_at - _HEAD)
    return document.text[start : passage.open_at].strip()


def _first_word(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,\u00a0\n–—":
        start += 1
    return start


def _before(document: Document, passage: Passage, low: int) -> Attribution | None:
    text, grammar = document.text, document.grammar
    start = max(low, _sentence_start(document, passage.open_at), passage.open_at - _HEAD)
    head_end = len(text[start : passage.open_at].rstrip()) + start
    if head_end <= start:
        return None
    colon = text[head_end - 1] == ":"
    for hit in reversed(document.hits_within(start, passage.open_at)[-5:]):
        if hit.cue.kind == "source" or hit.end > passage.open_at or not introduces(document, hit):
            continue
        gap = text[hit.end : passage.open_at]
        near = grammar.that.fullmatch(gap) is not None or (colon and "." not in gap) or _THAT_LAST.fullmatch(gap) is not None
        if not near and (hit.cue.kind == "marks" or len(gap) > _FAR_CUE):
            continue
        subject = (
            inverted_pronoun(text, hit.end, min(passage.open_at, hit.end + 12), grammar)
            or incised_subject(document, hit, start, passage.open_at)
            or subject_of(document, hit, start)
        )
        if subject:
            return Attribution(subject, hit, "before" if near else "before_remote", passage.close_at)
    if colon:
        subject = read_phrase(text, max(start, head_end - 80), head_end - 1, document.names, grammar, document.language)
        if subject is None or subject.form != "name":
            subject = leading_subject(text, start, head_end - 1, document.names, grammar, document.language)
        if subject:
            return Attribution(subject, None, "colon", passage.close_at)
    return None


def _sentence_start(document: Document, at: int) -> int:
    """Where the sentence begins that a mark at ``at`` stands in; over a line end when a colon announces it."""
    number = document.sentence_at(at)
    start = document.sentences[number].char_start
    while number > 0 and not document.text[max(start, at - _HEAD) : at].strip():
        behind = document.text[max(document.sentences[number - 1].char_start, start - _HEAD) : start].rstrip()
        if not behind.endswith(":"):
            break
        number -= 1
        start = document.sentences[number].char_start
    return start


def _source(document: Document, passage: Passage) -> Attribution | None:
    sentence = document.sentences[document.sentence_at(passage.open_at)]
    start = max(sentence.char_start, passage.open_at - _HEAD)
    for hit in document.hits_within(start, min(sentence.char_end, passage.close_at + 60))[:12]:
        if hit.cue.kind != "source" or passage.start <= hit.start < passage.end:
            continue
        subject = source_subject(document, hit, sentence.char_end)
        if subject:
            return Attribution(subject, hit, "source", sentence.char_end)
    return None


def _carried(document: Document, passage: Passage, previous: Previous) -> Attribution | None:
    """The speech goes on: this passage follows at once on one whose speaker is known."""
    before, attribution = previous
    if attribution.rule in ("signature", "label"):
        return None
    between = document.text[before.close_at : passage.open_at]
    if len(between) > _GOES_ON:
        return None
    rest = document.text[max(before.close_at, attribution.end) : passage.open_at]
    if not rest.strip(" .\n\u00a0,;"):
        return Attribution(None, attribution.hit, "continued", attribution.end)
    ended = document.text[before.end - 1] in ".!?…"
    if not ended and not re.search(r"[.!?]\s|\n", between) and len(between) < 150:
        return Attribution(None, attribution.hit, "same_sentence", passage.close_at)
    return None


def _signature(document: Document, passage: Passage, following: int) -> Attribution | None:
    """``"…" Jane Doe, professor at …`` or ``"…" — Jane Doe``: a name alone after the passage, without a verb."""
    text, names = document.text, document.names
    match = _SIGNED.match(text, passage.close_at, document.end)
    if match is None or "\n" in match.group():
        return None
    at = match.end()
    stop = min(following, document.end, at + 120)
    line = text.find("\n", at, stop)
    stop = line if line > 0 else stop
    number = names.covering(at)
    if number is not None and names.mentions[number].char_start == at:
        mention = names.mentions[number]
        if mention.kind == "person" and (match.group(1) or text[mention.char_end : mention.char_end + 1] in (",", "\n", "", "(")):
            return Attribution(Subject(at, mention.char_end, number, "name", mention.gender, "s"), None, "signature", mention.char_end)
    if match.group(1) and text[at : at + 1].isupper():
        end = sentence_end(text, at, stop)
        comma = text.find(",", at, end)
        end = comma if comma > 0 else end
        return Attribution(Subject(at, end, None, "phrase", None, "s"), None, "signature", end)
    return None


def _label(document: Document, passage: Passage) -> Attribution | None:
    """A transcript: ``"SMITH: Thank you."``."""
    match = _LABEL.match(document.text, passage.start, passage.end)
    if match is None:
        return None
    subject = Subject(match.start(1), match.end(1), document.names.covering(match.start(1)), "name", None, "s")
    return Attribution(subject, None, "label", passage.close_at)


def _preceding(document: Document, passage: Passage, low: int) -> Attribution | None:
    """The sentence before reports speech, and this passage is a sentence of its own: ``X said it was late. "It is."``"""
    text = document.text
    number = bisect_right(document.starts, passage.open_at) - 1
    if number < 1 or text[max(document.starts[number], passage.open_at - _HEAD) : passage.open_at].strip():
        return None
    sentence = document.sentences[number - 1]
    if sentence.kind != "sentence" or sentence.char_start < low or passage.open_at - sentence.char_end > 4:
        return None
    for hit in reversed(document.hits_within(sentence.char_start, sentence.char_end)[-5:]):
        if hit.cue.kind in ("source", "marks") or not introduces(document, hit) or unfinite(document, hit):
            continue
        subject = incised_subject(document, hit, sentence.char_start, sentence.char_end) or subject_before(
            text, sentence.char_start, hit.start, document.names, document.grammar, document.language
        )
        if subject and subject.form in ("name", "pronoun"):
            return Attribution(subject, hit, "preceding", passage.close_at)
    return None


def _context(document: Document, passage: Passage, low: int) -> Attribution | None:
    """A speech of whole sentences after a sentence about someone: ``Jane Doe sold the shop. "I was tired of it."``"""
    text = document.text
    number = bisect_right(document.starts, passage.open_at) - 1
    if number < 1 or passage.end - passage.start < _WHOLE_SPEECH or not text[passage.start].isupper():
        return None
    if text[max(document.starts[number], passage.open_at - _HEAD) : passage.open_at].strip():
        return None
    sentence = document.sentences[number - 1]
    if sentence.kind != "sentence" or sentence.char_start < low or passage.open_at - sentence.char_end > 4:
        return None
    subject = leading_subject(text, sentence.char_start, sentence.char_end, document.names, document.grammar, document.language)
    if subject is None or subject.form not in ("name", "pronoun") or subject.number == "p":
        return None
    if subject.mention is not None and document.names.mentions[subject.mention].kind != "person":
        return None
    return Attribution(subject, None, "context", passage.close_at)


def bounded(document: Document, passage: Passage) -> Passage:
    """A passage without closing mark ends before a cue that stands in it after a comma or a stop."""
    text = document.text
    low = bisect_left(document.hit_starts, passage.start)
    for hit in document.hits[low : low + 12]:
        if hit.start >= passage.end:
            break
        stop = max(text.rfind(ch, passage.start, hit.start) for ch in (_LINE_STOPS if passage.mark == "—" else _STOPS))
        if stop > passage.start and document.grammar.lead.fullmatch(text, stop + 1, hit.start) and _speaks_here(document, hit):
            end = len(text[:stop].rstrip()) if text[stop] in "—–" else stop if text[stop] == "," else stop + 1
            return passage._replace(end=end, close_at=stop + 1)
    return passage


def _speaks_here(document: Document, hit: CueHit) -> bool:
    return document.text[hit.end : hit.end + 1] in (" ", "-")
